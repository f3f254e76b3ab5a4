"""Photos and PDF that Vera puts into her binder, and how its pages are opened."""

from datetime import date
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from tests.rooms.matters.world import FamilyAtDoor, file_of

from peredacha.core.binder import digest_of
from peredacha.core.cleaning import CleanFile
from peredacha.rooms.binders.models import BinderRow
from peredacha.rooms.binders.services import Holding, read_holding
from peredacha.rooms.binders.services.receiving import Origin, file_content, write_pages
from peredacha.rooms.conversations.services import pieces_of, sealed_blob

CAME = {"source": "от адвоката", "on_0": "20", "on_1": "11", "on_2": "2026"}
"""From whom, and when."""


def at(vera: FamilyAtDoor, part: str = "") -> str:
    """The address of the binder of a matter, or of a part of it."""
    return f"/binder/matters/{vera.matter.id}/{part}"


def puts_in(vera: FamilyAtDoor, *bodies: bytes, client: Client | None = None, **told: Any) -> Any:
    """Files chosen and sent from a browser."""
    files = [SimpleUploadedFile(f"{number}", body) for number, body in enumerate(bodies)]
    return (client or vera.client).post(at(vera, "add/"), {**CAME, **told, "file": files})


def lies_in(vera: FamilyAtDoor, *bodies: bytes, source: str = "от адвоката") -> Holding:
    """JPEG put in without a browser and without cleaning, so that a play about something else is quick."""
    file, now = file_of(vera.keys, vera.matter), timezone.now()
    for body in bodies:
        told = file_content(CleanFile("", "image/jpeg", body, ()), digest_of(body))
        stored = sealed_blob(file.safe, pieces_of(body), told, now)
        write_pages(vera.keys, file, stored, 1, Origin(source, date(2026, 11, 20), now))
    return held_by(vera)


def held_by(vera: FamilyAtDoor) -> Holding:
    """The binder as it is kept."""
    return read_holding(file_of(vera.keys, vera.matter))


def names(vera: FamilyAtDoor) -> list[UUID]:
    """The random names of the pages in their order."""
    return [one.id for one in held_by(vera).pages]


def page_at(vera: FamilyAtDoor, number: int, part: str = "") -> str:
    """The address of the page with a number, or of a part of it."""
    return at(vera, f"pages/{names(vera)[number - 1]}/{part}")


def text_of(vera: FamilyAtDoor, address: str, status: int = 200) -> str:
    """A page as Vera sees it, in English, so that the play does not wait for its translation."""
    answer = vera.client.get(f"/en{address}", follow=True)
    assert answer.status_code == status, answer.status_code
    return str(answer.content.decode()).replace("\xa0", " ")


def number_of_rows() -> int:
    """How many lines all binders have."""
    return BinderRow.objects.count()
