"""Vera pastes the court's card twice: the second time a hearing has moved."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.core.courtcards.cards import SAMPLES
from tests.rooms.hearings.world import (
    COURT,
    at,
    card,
    keeps,
    pastes,
    plain,
    row,
    said,
    shelf,
    standing,
    text_of,
    told,
    types,
    uploads,
    vera_asks,
)
from tests.rooms.matters.world import FamilyAtDoor, file_of
from tests.rooms.people.world import Enrolled

from peredacha.core.facts import Charge, Person, Proceeding
from peredacha.rooms.conversations.services import uploading
from peredacha.rooms.hearings.models import CardRow

pytestmark = pytest.mark.django_db
FIRST = card(row("10.12.2026"))
MOVED = card(
    row("10.12.2026", result="Заседание отложено", why="Неявка защитника"), row("17.12.2026", "11:00")
)


def test_nothing_is_noted_before_she_says_so(vera: FamilyAtDoor) -> None:
    answer = pastes(vera, FIRST)

    assert answer["Location"] == at(vera, "card/check/") and told(vera) == []
    page = text_of(vera.client, at(vera, "card/check/"))
    for word in ("1-45/2026", "68RS0031-01-2026-000987-14", "Брусникина", "10 декабря 2026", "УК 318 ч. 1"):
        assert word in page
    assert said("A court's card waits: look at what is new on it.") in text_of(vera.client, at(vera))


def test_what_is_ticked_becomes_a_case_a_charge_and_a_hearing(vera: FamilyAtDoor) -> None:
    pastes(vera, FIRST)
    assert keeps(vera)["Location"] == at(vera)

    file = file_of(vera.keys, vera.matter)
    case = file.newest(Proceeding)
    assert case and (case.number, case.body, case.official) == ("1-45/2026", COURT, "Брусникина О. Л.")
    assert "68RS0031-01-2026-000987-14" in case.note
    assert [one.article for one, _told in file.all(Charge)] == ["УК 318 ч. 1"]
    (one,) = standing(vera)
    assert (one.fact.at, one.fact.court) == ("2026-12-10T14:30:00+03:00", COURT)
    assert "Судебное заседание" in one.fact.what and "Зал № 3" in one.fact.what


def test_the_second_time_the_hearing_moves_and_stays_the_same_one(vera: FamilyAtDoor) -> None:
    pastes(vera, FIRST)
    keeps(vera)
    (before,) = standing(vera)
    pastes(vera, MOVED)
    page = text_of(vera.client, at(vera, "card/check/"))
    assert "Заседание перенесли" in page or "перенес" in page.lower()
    assert "Неявка защитника" in page and "318" not in page
    keeps(vera)

    (after,) = standing(vera)
    assert (after.key, after.fact.at) == (before.key, "2026-12-17T11:00:00+03:00")
    assert after.fact.moved_from == before.fact.at and not after.fact.called_off


def test_the_same_card_again_brings_nothing_new(vera: FamilyAtDoor) -> None:
    pastes(vera, FIRST)
    keeps(vera)
    before = len(file_of(vera.keys, vera.matter).entries)
    pastes(vera, FIRST)
    assert said("Nothing on it is new for us.") in text_of(vera.client, at(vera, "card/check/"))
    keeps(vera)

    assert len(file_of(vera.keys, vera.matter).entries) == before


def test_what_is_not_ticked_is_not_told(vera: FamilyAtDoor) -> None:
    pastes(vera, FIRST)
    keeps(vera, "case")

    file = file_of(vera.keys, vera.matter)
    assert file.newest(Proceeding) and not standing(vera) and not file.newest(Charge)


def test_a_date_from_the_corridor_and_the_same_date_on_the_card_are_one(vera: FamilyAtDoor) -> None:
    types(vera, "10.12 14-30", "Городской суд, зал 3")
    pastes(vera, FIRST)
    keeps(vera)

    (one,) = standing(vera)
    assert one.fact.court == COURT and "Судебное заседание" in one.fact.what


def test_a_date_typed_as_new_does_not_leave_the_old_one_standing(vera: FamilyAtDoor) -> None:
    pastes(vera, FIRST)
    keeps(vera)
    types(vera, "17.12 11-00", COURT)
    pastes(vera, MOVED)
    keeps(vera)

    assert [(one.fact.at[:10], one.fact.called_off) for one in standing(vera)] == [
        ("2026-12-10", True),
        ("2026-12-17", False),
    ]


def test_a_hearing_gone_from_the_card_is_not_ticked(vera: FamilyAtDoor) -> None:
    pastes(vera, card(row("10.12.2026"), row("24.12.2026")))
    keeps(vera)
    pastes(vera, FIRST)
    assert said("Tick it only if you know that it falls away.") in text_of(
        vera.client, at(vera, "card/check/")
    )
    page = vera.client.get(at(vera, "card/check/")).content.decode()
    assert "checked" not in page
    keeps(vera, "hearings-0")

    assert [one.fact.called_off for one in standing(vera)] == [False, True]


def test_two_sittings_of_a_day_are_one_hearing_that_begins_with_the_first(vera: FamilyAtDoor) -> None:
    pastes(vera, card(row("10.12.2026", "10:00"), row("10.12.2026", "17:40")))
    keeps(vera)

    assert [one.fact.at for one in standing(vera)] == ["2026-12-10T10:00:00+03:00"]


def test_a_hearing_without_an_hour_says_so(vera: FamilyAtDoor) -> None:
    pastes(vera, card(row("10.12.2026", "")))
    keeps(vera)

    assert f"Четверг, 10 декабря 2026. {said('The hour is not known yet.')}" in text_of(vera.client, at(vera))
    assert [one.fact.at for one in standing(vera)] == ["2026-12-10"], "so that calendars show a whole day"
    types(vera, "10.12 10-30", COURT)
    assert [one.fact.at for one in standing(vera)] == ["2026-12-10T10:30:00+03:00"]


def test_a_card_of_another_case_is_told_before_anything_is_kept(vera: FamilyAtDoor) -> None:
    pastes(vera, FIRST)
    keeps(vera)
    pastes(vera, card(row("10.12.2026"), number="2-77/2026"))

    page = text_of(vera.client, at(vera, "card/check/"))
    assert (
        said(
            "This card has another number than the cards before. Keep it only if it is about the same person."
        )
        in page
    )


def test_a_card_of_another_number_than_was_told_is_said_too(vera: FamilyAtDoor, pavel: Enrolled) -> None:
    other = vera_asks(Proceeding(number="3-9/2026"))
    pastes(other, FIRST)

    page = text_of(other.client, at(other, "card/check/"))
    assert said("Is this the right case?") in page


def test_only_the_article_of_the_person_inside_is_ticked_where_several_are_charged(
    vera: FamilyAtDoor, pavel: Enrolled
) -> None:
    other = vera_asks(Person(surname="Снегирёв"))
    assert uploads(other, (SAMPLES / "moscow.html").read_bytes()).status_code == 302
    keeps(other)

    assert {one.article for one, _told in file_of(other.keys, other.matter).all(Charge)} == {
        "ст. 207.3 ч. 2 п. г",
        "ст. 280.3 ч. 1",
    }
    assert vera.matter.id != other.matter.id


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.iterdir()))
def test_every_kind_of_card_is_taken_and_kept(vera: FamilyAtDoor, name: str) -> None:
    assert uploads(vera, (SAMPLES / name).read_bytes(), name).status_code == 302
    assert keeps(vera).status_code == 302

    assert len(shelf(vera).cards) == 1 and shelf(vera).waiting is None


def test_an_old_alphabet_is_read(vera: FamilyAtDoor) -> None:
    uploads(vera, FIRST.encode("cp1251"), "card.txt")

    assert "Брусникина" in text_of(vera.client, at(vera, "card/check/"))


@pytest.mark.parametrize("body", [b"%PDF-1.7 ...", b"\x89PNG...", b"", b"hello"])
def test_another_file_is_refused_with_one_sentence(vera: FamilyAtDoor, body: bytes) -> None:
    answer = uploads(vera, body)

    assert answer.status_code == 422 and 'role="alert"' in answer.content.decode()
    assert not CardRow.objects.exists()


def test_a_text_that_is_no_card_stays_in_its_box(vera: FamilyAtDoor) -> None:
    answer = pastes(vera, "Это просто письмо")

    assert answer.status_code == 422
    assert "Это просто письмо" in answer.content.decode()


def test_far_too_much_text_gets_one_sentence(vera: FamilyAtDoor) -> None:
    answer = pastes(vera, "Судебное заседание " * 20_000)

    assert answer.status_code == 422 and 'role="alert"' in answer.content.decode()


def test_a_file_that_is_too_large_leaves_the_text_in_its_box(
    vera: FamilyAtDoor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploading, "LIMIT", 1000)
    form = {"text": "моё письмо", "file": SimpleUploadedFile("card.html", b"x" * 2000)}
    answer = vera.client.post(at(vera, "card/"), form)

    assert answer.status_code == 422 and "моё письмо" in answer.content.decode()
    assert not CardRow.objects.exists()


def test_a_page_of_many_cards_that_no_row_can_hold_is_refused(vera: FamilyAtDoor) -> None:
    many = card(
        *[
            row(
                f"{1 + n % 28:02}.{1 + n // 28 % 12:02}.2027",
                f"{9 + n % 9}:{n % 60:02}",
                "Объявлен перерыв " * 9,
            )
            for n in range(150)
        ]
    )
    answer = uploads(vera, many.encode())

    assert answer.status_code == 422 and 'role="alert"' in answer.content.decode()
    assert not CardRow.objects.exists()


def test_nothing_at_all_is_asked_for(vera: FamilyAtDoor) -> None:
    page = plain(pastes(vera, "").content.decode())

    assert said("Paste the text of the card, or choose the saved page.") in page


def test_a_card_is_thrown_away_and_its_row_used_again(vera: FamilyAtDoor) -> None:
    pastes(vera, FIRST)
    waiting = shelf(vera).waiting
    assert waiting
    vera.client.post(at(vera, "card/away/"), {"mark": waiting.mark})
    assert shelf(vera).waiting is None and told(vera) == []
    pastes(vera, FIRST)

    assert CardRow.objects.count() == 1 and shelf(vera).waiting


def test_a_double_click_keeps_it_once_and_a_card_that_came_meanwhile_is_shown_first(
    vera: FamilyAtDoor,
) -> None:
    pastes(vera, FIRST)
    waiting = shelf(vera).waiting
    assert waiting
    form = {"mark": waiting.mark, "chosen": ["hearings-0"]}
    pastes(vera, card(row("12.12.2026")))
    assert vera.client.post(at(vera, "card/check/"), form)["Location"] == at(vera, "card/check/")
    assert told(vera) == []
    keeps(vera)
    after = len(file_of(vera.keys, vera.matter).entries)
    assert vera.client.post(at(vera, "card/check/"), form)["Location"] == at(vera)

    assert len(file_of(vera.keys, vera.matter).entries) == after


def test_no_word_of_a_card_stands_in_clear(vera: FamilyAtDoor) -> None:
    pastes(vera, FIRST)
    keeps(vera)
    rows = b"".join(bytes(one.sealed) for one in CardRow.objects.all())

    for word in ("Брусникина", "1-45/2026", "Кузнецов"):
        assert word.encode() not in rows


def test_a_damaged_row_is_told_and_the_rest_is_whole(vera: FamilyAtDoor) -> None:
    pastes(vera, FIRST)
    keeps(vera)
    pastes(vera, MOVED)
    CardRow.objects.filter(sequence=1).update(sealed=b"x" * 64)

    assert shelf(vera).damaged == 1 and shelf(vera).waiting
    page = text_of(vera.client, at(vera))
    assert "Судебное" in page and said("A court's card waits: look at what is new on it.") in page
