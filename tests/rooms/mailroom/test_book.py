"""The book: every letter gets the next number, once, and is looked at on its first day."""

import re
from datetime import date
from uuid import uuid4

import pytest
from django.db import transaction
from django.utils import timezone
from tests.gateways.bindery.samples import black_photo
from tests.rooms.arrivals.world import beside
from tests.rooms.mailroom.world import CAME, at, comes, looks, opened_by, page, photo, seen_letter
from tests.rooms.matters.world import asks, keys, reception
from tests.rooms.people.world import enrol

from peredacha.rooms.mailroom.models import MailRow, MailScan, PaperLetter, PaperState
from peredacha.rooms.mailroom.selectors import unscreened
from peredacha.rooms.mailroom.services import take_letter

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def november(time_machine, settings, tmp_path) -> None:
    """It is the 22nd of November 2026; files go into a folder of the play."""
    time_machine.move_to("2026-11-22T12:00:00+03:00")
    settings.BLOBS = tmp_path / "blobs"


def test_letters_are_numbered_in_a_row_and_a_double_tap_is_one_letter() -> None:
    pavel = reception()

    first, second = comes(pavel), comes(pavel)
    again = pavel.client.post("/en/mail/new/", {**CAME, "letter": str(second.id)})
    third = comes(pavel)

    assert again.status_code == 302 and str(second.id) in again["Location"]
    assert [one.name for one in (first, second, third)] == ["2026-0001", "2026-0002", "2026-0003"]
    assert PaperLetter.objects.count() == 3


def test_another_chapter_has_a_book_of_its_own_and_finds_no_letter_of_ours() -> None:
    pavel, olga = reception(), reception("Olga", "north")
    ours = comes(pavel)

    theirs = comes(olga)

    assert theirs.name == "2026-0001"
    assert olga.client.get(at(ours)).status_code == 404
    assert ours.name not in page(olga.client, "/en/mail/new/")
    taken = olga.client.post("/en/mail/new/", {**CAME, "letter": str(ours.id)})
    assert taken.status_code == 422


def test_a_letter_that_was_not_kept_leaves_no_gap() -> None:
    pavel = reception()
    comes(pavel)

    with pytest.raises(RuntimeError), transaction.atomic():
        take_letter(keys=keys(pavel), letter=uuid4(), received_on=date(2026, 11, 20), now=timezone.now())
        raise RuntimeError

    assert comes(pavel).name == "2026-0002"


def test_a_new_year_begins_a_new_book(time_machine) -> None:
    pavel = reception()
    comes(pavel)

    time_machine.move_to("2027-01-09T12:00:00+03:00")

    assert comes(reception("Olga", "south")).name == "2027-0001"


def test_strangers_and_families_find_no_mail() -> None:
    pavel, vera = reception(), asks()
    letter, igor = comes(pavel), enrol("Igor", ("veteran",))

    for client in (vera.client, igor.client):
        for address in ("/en/mail/", "/en/mail/new/", at(letter), at(letter, "into/"), at(letter, "add/")):
            assert client.get(address).status_code in (302, 403, 404), address
        assert client.post(at(letter, "put-away/"), {"reason": "advert"}).status_code in (302, 403, 404)
    letter.refresh_from_db()
    assert letter.state == PaperState.WAITING


def test_another_one_of_the_reception_goes_on_where_pavel_stopped() -> None:
    pavel = reception()
    olga, letter = beside(pavel, "Olga"), comes(pavel)
    pavel.client.post(at(letter, "look/danger/"), {"value": "yes"})

    text = page(olga.client, at(letter))

    assert "Danger to life or health" in text and "look/paper/" in text


def test_four_questions_follow_each_other_and_the_last_word_holds() -> None:
    pavel = reception()
    letter = comes(pavel)

    to_paper = pavel.client.post(at(letter, "look/danger/"), {"value": "no"})
    seen = looks(pavel, letter)
    pavel.client.post(at(letter, "look/danger/"), {"value": "yes"})

    assert to_paper["Location"].endswith("look/paper/")
    assert seen.state == PaperState.SEEN
    assert opened_by(pavel, letter).danger


def test_a_letter_that_nobody_looked_at_since_yesterday_stands_first_in_alarming_words() -> None:
    pavel = reception()
    fresh = comes(pavel, on_0="22")
    old = comes(pavel)

    text = page(pavel.client, "/en/mail/")

    assert "Nobody has looked at it for 2 days." in text
    assert text.index(old.name) < text.index(fresh.name)
    assert unscreened("demo", today=fresh.next_on) == 1


def test_danger_stands_before_what_is_only_waiting() -> None:
    pavel = reception()
    calm = seen_letter(pavel)
    alarming = seen_letter(pavel, danger={"value": "yes"})

    text = page(pavel.client, "/en/mail/")

    assert text.index(alarming.name) < text.index(calm.name)


def test_a_term_runs_from_the_day_on_which_he_got_the_paper() -> None:
    pavel = reception()
    told = {
        "value": "yes",
        "on_0": "16",
        "on_1": "11",
        "on_2": "2026",
        "rule": "appeal_verdict",
        "what": "приговор",
    }
    letter = comes(pavel)
    rules = page(pavel.client, at(letter, "look/paper/"))
    assert 'value="appeal_verdict"' in rules, rules

    seen = looks(pavel, letter, paper=told)

    [term] = re.findall(r"A term ends on ([^<]*)\.", page(pavel.client, at(seen)))
    assert term == "1 December 2026 (Tue)"


def test_a_paper_whose_term_nobody_knows_is_said_to_be_one() -> None:
    pavel = reception()

    letter = seen_letter(pavel, paper={"value": "yes", "what": "какая-то бумага"})

    assert "A term may run, but nobody knows which." in page(pavel.client, at(letter))


def test_wrong_answers_get_a_sentence_and_lose_nothing() -> None:
    pavel = reception()
    letter = comes(pavel)

    ahead = pavel.client.post("/en/mail/new/", {**CAME, "on_2": "2027"})
    nothing = pavel.client.post(at(letter, "look/asks/"), {})
    tomorrow = {"value": "yes", "on_0": "1", "on_1": "12", "on_2": "2026", "what": "приговор"}
    late = pavel.client.post(at(letter, "look/paper/"), tomorrow)

    assert [one.status_code for one in (ahead, nothing, late)] == [422, 422, 422]
    assert "приговор" in late.content.decode()
    assert MailRow.objects.filter(safe=letter.safe_id).count() == 1


def test_nothing_personal_stands_in_clear_or_in_an_address() -> None:
    pavel = reception()

    letter = seen_letter(pavel)

    row = MailRow.objects.filter(safe=letter.safe_id).last()
    assert row is not None and "Кузнецов".encode() not in bytes(row.sealed)
    assert set(PaperLetter.objects.values().get(id=letter.id)) == {
        "id", "chapter", "year", "number", "state", "week", "next_on", "erase_on", "safe_id",
    }  # fmt: skip


def test_photos_are_cleaned_kept_shown_and_turned() -> None:
    pavel = reception()
    letter = comes(pavel)

    sent = pavel.client.post(at(letter, "add/"), {"file": [photo(black_photo()), photo(b"no picture")]})
    text = page(pavel.client, at(letter, "pages/1/"))
    shown = pavel.client.get(at(letter, "pages/1/picture/"), {"turn": "90"})

    assert sent.status_code == 422 and "Pages that are kept: 1." in sent.content.decode()
    assert MailScan.objects.count() == 1
    assert "turn=90" in text and "Page 1 of 1" in text
    assert shown["Content-Type"] == "image/jpeg" and shown.content.startswith(b"\xff\xd8\xff")
    assert "Content-Security-Policy" in shown
    assert pavel.client.get(at(letter, "pages/2/")).status_code == 404
