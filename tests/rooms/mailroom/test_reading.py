"""The machine reads a scan: its words lie sealed with the letter and are pointed at; Pavel alone answers."""

from pathlib import Path

import pytest
from django.utils import timezone
from tests.gateways.bindery.samples import black_photo, page_of_letters
from tests.rooms.errands.world import packing
from tests.rooms.mailroom.world import LOOKS, at, comes, looks, opened_by, page, with_photo
from tests.rooms.people.world import Enrolled, enrol

from peredacha.core.cleaning import Unacceptable
from peredacha.core.language import phrase
from peredacha.gateways.reading import ocr_available
from peredacha.rooms.binders.services import looking
from peredacha.rooms.mailroom.models import MailRow, PaperLetter
from peredacha.rooms.mailroom.services import erase_due_mail, put_away

pytestmark = pytest.mark.django_db
SAID = "Мама, нас здесь избивают.\nПриговор вручили 12 числа. <b>Целую.</b>"
DANGER = "Page 1, “избивают”: he may be beaten or threatened."
DAY = "Page 1, “вручили 12 числа”: this may be the day on which a paper was handed to him."


@pytest.fixture(autouse=True)
def november(time_machine, settings, tmp_path) -> Path:
    """It is the 22nd of November 2026; files go into a folder of the play."""
    time_machine.move_to("2026-11-22T12:00:00+03:00")
    settings.BLOBS = tmp_path / "blobs"
    settings.BLOBS.mkdir()
    return settings.BLOBS


@pytest.fixture
def machine(monkeypatch) -> None:
    """A machine that reads the same on every page."""
    monkeypatch.setattr(looking, "ocr_available", lambda: True)
    monkeypatch.setattr(looking, "read_page", lambda *_page: SAID)


def scanned(pavel: Enrolled, body: bytes = b"") -> PaperLetter:
    """A letter with a photo."""
    letter = comes(pavel)
    with_photo(pavel, letter, body or black_photo((12, 34)))
    return letter


def reads(pavel: Enrolled, letter: PaperLetter, number: int = 1, **turned: str):
    """Pavel presses the button."""
    return pavel.client.post(at(letter, f"pages/{number}/read/"), turned)


def test_the_words_stand_beside_the_scan_with_the_places_marked(machine) -> None:
    pavel = packing().pavel
    letter = scanned(pavel)
    assert "Let the machine read this page" in page(pavel.client, at(letter, "pages/1/"))

    done = reads(pavel, letter, turn="90")

    assert done["Location"] == at(letter, "pages/1/?turn=90#words")
    text = page(pavel.client, at(letter, "pages/1/"))
    assert "<mark>избивают</mark>" in text and "<mark>вручили 12 числа</mark>" in text
    assert "&lt;b&gt;Целую." in text and "the answer is yours" in text


def test_each_question_shows_its_own_places_and_answers_nothing(machine) -> None:
    pavel = packing().pavel
    letter = scanned(pavel)
    reads(pavel, letter)

    danger, paper = (page(pavel.client, at(letter, f"look/{one}/")) for one in ("danger", "paper"))

    assert DANGER in danger and DAY not in danger and "checked" not in danger
    assert DAY in paper and DANGER not in paper and "checked" not in paper
    for other in ("asks", "who"):
        assert "Places to look at" not in page(pavel.client, at(letter, f"look/{other}/"))
    assert "Whoever is inside" in page(pavel.client, at(letter, "look/who/"))
    letter.refresh_from_db()
    assert letter.state == "waiting" and not opened_by(pavel, letter).danger
    assert not opened_by(pavel, looks(pavel, letter, danger=LOOKS["danger"])).danger


def test_words_of_the_machine_are_in_no_table_in_clear_and_go_with_the_letter(machine) -> None:
    pavel = packing().pavel
    letter = scanned(pavel)
    before = MailRow.objects.count()
    for _press in range(2):
        reads(pavel, letter)

    assert MailRow.objects.count() == before + 2
    assert all("избив".encode() not in bytes(one.sealed) for one in MailRow.objects.all())
    assert opened_by(pavel, letter).said("page-1")["text"] == SAID
    put_away(paper=opened_by(pavel, letter), reason="double", words="", now=timezone.now())
    letter.refresh_from_db()
    assert reads(pavel, letter).status_code == 302 and MailRow.objects.count() == before + 3
    erase_due_mail(today=letter.erase_on)
    assert not MailRow.objects.exists()


def test_where_no_machine_is_there_is_no_button_and_nothing_breaks(monkeypatch) -> None:
    monkeypatch.setattr(looking, "ocr_available", lambda: False)
    monkeypatch.setattr(looking, "read_page", lambda *_page: None)
    pavel = packing().pavel
    letter = scanned(pavel)

    assert "machine" not in page(pavel.client, at(letter, "pages/1/"))
    answer = reads(pavel, letter)
    assert answer.status_code == 422 and "cannot read pages" in answer.content.decode()
    assert "Places to look at" not in page(pavel.client, at(letter, "look/danger/"))


def test_a_page_that_cannot_be_read_is_one_sentence_and_the_page_stays(machine, monkeypatch) -> None:
    def breaks(*_page: object) -> str:
        raise Unacceptable(phrase("This page could not be read."))

    monkeypatch.setattr(looking, "read_page", breaks)
    pavel = packing().pavel
    letter = scanned(pavel)

    answer = reads(pavel, letter)

    assert answer.status_code == 422 and "This page could not be read." in answer.content.decode()
    assert "pages/1/picture/" in answer.content.decode()


def test_nobody_else_lets_it_read_and_no_page_is_made_up(machine) -> None:
    pavel, rita = packing().pavel, enrol("Rita", ("packer",))
    letter = scanned(pavel)

    assert rita.client.post(at(letter, "pages/1/read/")).status_code == 404
    assert reads(pavel, letter, 2).status_code == 404
    assert pavel.client.get(at(letter, "pages/1/read/")).status_code == 405
    assert "page-1" not in opened_by(pavel, letter).told


@pytest.mark.skipif(not ocr_available(), reason="no tesseract with Russian on this machine")
def test_a_real_scan_is_read_and_the_day_of_the_paper_is_pointed_at() -> None:
    pavel = packing().pavel
    letter = scanned(pavel, page_of_letters())

    reads(pavel, letter)

    assert "“вручили”" in page(pavel.client, at(letter, "look/paper/"))
