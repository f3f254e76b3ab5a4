"""Files that people send, and how they send them."""

from io import BytesIO
from typing import Any
from uuid import UUID

import pikepdf
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from PIL import Image
from tests.rooms.matters.world import FamilyAtDoor, file_of, keys
from tests.rooms.people.world import Enrolled

from peredacha.rooms.conversations.models import Attachment
from peredacha.rooms.conversations.services import Incoming, Thread, read_thread, send_file

MARK = "МЕТКА-ВЕРЫ-7731"
SECRET = b"camera-of-vera-55.751244"


def photo(colour: str = "red", size: int = 60) -> bytes:
    """A JPEG in whose EXIF the camera wrote a secret."""
    out = BytesIO()
    exif = Image.Exif()
    exif[0x010E] = SECRET.decode()
    Image.new("RGB", (size, size), colour).save(out, "JPEG", exif=exif)
    return out.getvalue()


def animation() -> bytes:
    """A GIF of two pictures."""
    out = BytesIO()
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("red", "blue")]
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:])
    return out.getvalue()


def paper() -> bytes:
    """A PDF of one empty page, with an author."""
    out = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.docinfo["/Author"] = SECRET.decode()
        pdf.save(out)
    return out.getvalue()


def note(text: str = MARK) -> bytes:
    """A plain text."""
    return text.encode()


def sends(client: Client, path: str, name: str, body: bytes, **fields: Any) -> Any:
    """A file chosen and sent from a browser."""
    upload = SimpleUploadedFile("x", body)
    upload._name = name  # as a browser of somebody who means no good would send it
    return client.post(path, {**fields, "file": upload})


def attach(matter: UUID, what: str = "file") -> str:
    """Where a helper sends a file."""
    return f"/talk/matters/{matter}/{what}/"


def puts(who: Enrolled | FamilyAtDoor, vera: FamilyAtDoor, body: bytes, name: str = "f", **more: Any) -> Any:
    """A file sent without a browser; gives its row."""
    opener = who.keys if isinstance(who, FamilyAtDoor) else keys(who)
    file = file_of(opener, vera.matter)
    keep = more.pop("keep_original", False)
    sent = send_file(
        keys=opener,
        file=file,
        incoming=Incoming(name, body, keep),
        text=more.pop("text", ""),
        now=timezone.now(),
        **more,
    )
    return Attachment.objects.get(id=sent.file)


def reads(who: Enrolled | FamilyAtDoor, vera: FamilyAtDoor, **more: Any) -> Thread:
    """The thread as somebody reads it."""
    opener = who.keys if isinstance(who, FamilyAtDoor) else keys(who)
    return read_thread(file_of(opener, vera.matter), **more)


def whole_body(response: Any) -> bytes:
    """A streamed answer to its end."""
    return b"".join(response.streaming_content)
