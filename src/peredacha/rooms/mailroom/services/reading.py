"""Pages of a letter on the screen, and their words as the machine reads them, sealed with the letter."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from peredacha.core.letters import PointsAt
from peredacha.rooms.binders.services import MarkedWords, marked, picture_on, words_on
from peredacha.rooms.conversations.services import author_of, whole
from peredacha.rooms.mailroom.models import PaperLetter
from peredacha.rooms.mailroom.selectors import STANDING
from peredacha.rooms.mailroom.services.opening import OpenPaper, PaperPage, write_answer

POINTS: dict[str, PointsAt] = {"danger": "danger", "paper": "term"}
"""At which questions which marked words are shown."""


def large_picture(page: PaperPage, rotation: int) -> bytes:
    """A page as a JPEG that can be read, turned by so many degrees. Raises DamagedFile, Unacceptable."""
    return picture_on(b"".join(whole(page.file)), page.leaf, rotation)


def read_words(*, paper: OpenPaper, page: PaperPage, rotation: int, now: datetime) -> None:
    """Let the machine read a page turned by so many degrees; its words take the place of those read before.

    Raises CannotRead, DamagedFile, Unacceptable.
    """
    text = words_on(b"".join(whole(page.file)), page.leaf, rotation)
    told = {"text": text, "by": vars(author_of(paper.keys)), "at": now.isoformat()}
    with transaction.atomic():
        if PaperLetter.objects.select_for_update().filter(id=paper.row.id, state__in=STANDING).exists():
            write_answer(paper, f"page-{page.number}", told)


def read_before(paper: OpenPaper, page: PaperPage) -> MarkedWords | None:
    """What the machine read on a page; None where it has not read it."""
    told = paper.said(f"page-{page.number}")
    return marked(str(told["text"])) if told else None


def look_here(paper: OpenPaper, question: str) -> list[str]:
    """What was marked on all pages for a question of the first look, each with its page."""
    read = [(page.number, read_before(paper, page)) for page in paper.pages if question in POINTS]
    return [
        _("Page %(n)s, %(why)s") % {"n": number, "why": why}
        for number, words in read
        if words
        for why in words.pointing_at(POINTS[question])
    ]
