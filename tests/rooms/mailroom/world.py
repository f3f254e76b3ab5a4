"""A sack of paper letters: Pavel at the desk, the book, the four questions."""

import re
from typing import Any
from uuid import UUID, uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from tests.rooms.matters.world import keys
from tests.rooms.people.world import Enrolled

from peredacha.core.cleaning import CleanFile
from peredacha.rooms.conversations.services import pieces_of, sealed_blob
from peredacha.rooms.mailroom.models import MailScan, PaperLetter
from peredacha.rooms.mailroom.services import OpenPaper, open_paper, take_letter
from peredacha.rooms.mailroom.services.taking import told_of
from peredacha.rooms.vault.services import write_row

CAME = {"on_0": "20", "on_1": "11", "on_2": "2026"}
LOOKS: dict[str, dict[str, Any]] = {
    "danger": {"value": "no"},
    "paper": {"value": "no"},
    "asks": {"asks": ["parcel"]},
    "who": {
        "writer": "inside",
        "who": "Кузнецов Илья Олегович",
        "birth_year": "1999",
        "place": "ИК-7, Сегежа",
        "words": "Пришлите чаю.",
    },
}


def at(letter: UUID | PaperLetter, part: str = "") -> str:
    """The address of a letter, or of a part of it, in English."""
    name = letter.id if isinstance(letter, PaperLetter) else letter
    return f"/en/mail/{name}/{part}"


def comes(pavel: Enrolled, **told: Any) -> PaperLetter:
    """A letter comes and gets its number."""
    answer = pavel.client.post("/en/mail/new/", {**CAME, "letter": str(uuid4()), **told})
    assert answer.status_code == 302, answer.content.decode()
    found = re.search(r"/mail/([0-9a-f-]{36})/", answer["Location"])
    assert found is not None
    return PaperLetter.objects.get(id=found[1])


def looks(pavel: Enrolled, letter: PaperLetter, **changes: dict[str, Any]) -> PaperLetter:
    """Pavel answers the four questions; each page leads to the next one."""
    for question, told in LOOKS.items():
        answer = pavel.client.post(at(letter, f"look/{question}/"), changes.get(question, told))
        assert answer.status_code == 302, answer.content.decode()
    letter.refresh_from_db()
    return letter


def seen_letter(pavel: Enrolled, **changes: dict[str, Any]) -> PaperLetter:
    """A letter that came and was looked at."""
    return looks(pavel, comes(pavel), **changes)


def with_photo(pavel: Enrolled, letter: PaperLetter, body: bytes) -> OpenPaper:
    """A cleaned photo put in without a browser, so that a play about something else is quick."""
    opened = opened_by(pavel, letter)
    told = told_of(CleanFile("", "image/jpeg", body, ()), 1)
    stored = sealed_blob(opened.safe, pieces_of(body), told, timezone.now())
    write_row(MailScan, opened.safe, stored.content, blob=stored.blob)
    return opened_by(pavel, letter)


def opened_by(pavel: Enrolled, letter: PaperLetter) -> OpenPaper:
    """The letter as Pavel opens it; it must open."""
    found = open_paper(keys(pavel), letter.id, now=timezone.now())
    assert found is not None
    return found


def page(client: Client, address: str, status: int = 200) -> str:
    """A page as it is seen, with plain spaces."""
    answer = client.get(address)
    assert answer.status_code == status, answer.status_code
    return str(answer.content.decode()).replace("\xa0", " ")


def photo(body: bytes) -> SimpleUploadedFile:
    """A file as a browser sends it."""
    return SimpleUploadedFile("IMG_1.jpg", body)


__all__ = [
    "CAME",
    "LOOKS",
    "at",
    "comes",
    "looks",
    "opened_by",
    "page",
    "photo",
    "seen_letter",
    "take_letter",
    "with_photo",
]
