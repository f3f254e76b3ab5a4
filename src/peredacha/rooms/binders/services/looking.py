"""Pages looked at and read: opened in a process of its own, which sees one file and no key."""

from base64 import b64decode, b64encode
from contextlib import suppress
from threading import Semaphore

from django.db import IntegrityError, transaction

from peredacha.gateways.binding import picture_of
from peredacha.gateways.reading import ocr_available, read_page
from peredacha.rooms.binders.models import BinderPreview
from peredacha.rooms.binders.selectors import preview_of
from peredacha.rooms.binders.services.changing import describe
from peredacha.rooms.binders.services.holding import HeldPage, Holding
from peredacha.rooms.conversations.services import DamagedFile, whole
from peredacha.rooms.matters.services import MatterFile
from peredacha.rooms.vault.services import Keys, TooLong, read_row, renewed_if_stale, rewrite_row, write_row

SMALL, LARGE = 220, 1400
"""Long sides of pictures [pixels]."""
LONGEST_TEXT = 10_000
"""What is kept of the text of one page [characters]."""
OPENING, READING = Semaphore(2), Semaphore(1)


class CannotRead(Exception):
    """This machine reads no pages."""


def body_of_page(held: Holding, page: HeldPage) -> bytes:
    """The file in which a page stands. Raises DamagedFile."""
    if page.file not in held.files:
        raise DamagedFile
    return b"".join(whole(held.files[page.file]))


def large_picture(held: Holding, page: HeldPage) -> bytes:
    """A page as a JPEG that can be read. Raises DamagedFile, Unacceptable."""
    return picture_on(body_of_page(held, page), page.page.leaf, page.page.rotation)


def picture_on(body: bytes, leaf: int, rotation: int) -> bytes:
    """A page of a file as a JPEG that can be read, turned by so many degrees. Raises Unacceptable."""
    with OPENING:
        return picture_of(body, leaf, rotation, longest_side=LARGE)


def small_picture(*, keys: Keys, file: MatterFile, held: Holding, page: HeldPage) -> bytes:
    """A page as a small JPEG, made once and kept sealed until it is turned. Raises DamagedFile, Unacceptable."""
    found = preview_of(page.row.id)
    content = read_row(found, file.safe).content if found else None
    if content and content.get("rotation") == page.page.rotation:
        return b64decode(content["jpeg"])
    body = body_of_page(held, page)
    with OPENING:
        made = picture_of(body, page.page.leaf, page.page.rotation, longest_side=SMALL)
    with suppress(TooLong, IntegrityError):  # it is only made again
        keep_picture(keys, file, page, made)
    return made


@transaction.atomic
def keep_picture(keys: Keys, file: MatterFile, page: HeldPage, made: bytes) -> None:
    """Seal a small picture beside its page. Raises TooLong, IntegrityError."""
    opened = renewed_if_stale(keys, file.safe)
    content = {"rotation": page.page.rotation, "jpeg": b64encode(made).decode()}
    found = preview_of(page.row.id)
    if found:
        rewrite_row(found, opened, content)
    else:
        write_row(BinderPreview, opened, content, of_id=page.row.id)


def can_read() -> bool:
    """Whether this machine can read pages."""
    return ocr_available()


def read_text(*, keys: Keys, file: MatterFile, held: Holding, page: HeldPage) -> None:
    """Let the machine read a page, and keep its words. Raises CannotRead, DamagedFile, Unacceptable."""
    text = words_on(body_of_page(held, page), page.page.leaf, page.page.rotation)
    describe(keys=keys, file=file, page=page, text=text)


def words_on(body: bytes, leaf: int, rotation: int) -> str:
    """What the machine reads on a page of a file, shortened; one page at a time. Raises CannotRead, Unacceptable."""
    with READING:
        text = read_page(body, leaf, rotation)
    if text is None:
        raise CannotRead
    return text.strip()[:LONGEST_TEXT]
