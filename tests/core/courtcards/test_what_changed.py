"""Vera pastes the card again a week later; Anna sees only what changed, before anything is kept."""

from dataclasses import replace
from datetime import date, time

from hypothesis import given
from hypothesis import strategies as some
from tests.core.courtcards.cards import NAMES, card, pasted, source, told

from peredacha.core.courtcards import CardHearing, CardPerson, CourtCard, difference, is_same_case

AHEAD = CardHearing(on=date(2026, 4, 28), at=time(12, 0), room="211", event="Судебное заседание")
BEFORE = CourtCard(number="1-318/2026", judge="Камышова Н. Р.", hearings=(AHEAD,))


def with_hearings(*hearings: CardHearing) -> CourtCard:
    return replace(BEFORE, hearings=hearings)


def test_a_hearing_whose_row_got_another_day_is_one_change() -> None:
    later = replace(AHEAD, on=date(2026, 5, 12), at=time(14, 30))

    (change,) = difference(BEFORE, with_hearings(later))
    assert (change.kind, change.before, change.after) == ("moved", AHEAD, later)
    assert told(change) == (
        "The hearing moved from 28 April 2026 (Tue), 12:00, Судебное заседание, 211 to "
        "12 May 2026 (Tue), 14:30, Судебное заседание, 211"
    )


def test_another_hour_of_the_same_day_is_a_move_too() -> None:
    (change,) = difference(BEFORE, with_hearings(replace(AHEAD, at=time(16, 0))))

    assert change.kind == "moved"


def test_a_row_marked_as_adjourned_and_a_new_row_are_one_change_with_its_reason() -> None:
    marked = replace(AHEAD, result="Заседание отложено", reason="Неявка защитника", state="adjourned")
    later = replace(AHEAD, on=date(2026, 5, 12))

    (change,) = difference(BEFORE, with_hearings(marked, later))
    assert (change.kind, change.before, change.after) == ("moved", AHEAD, later)
    assert change.reason == "Заседание отложено; Неявка защитника"
    assert told(change).endswith("The court writes: Заседание отложено; Неявка защитника")


def test_an_adjourned_hearing_without_a_new_day_is_a_change_of_its_own() -> None:
    marked = replace(AHEAD, result="Снято с рассмотрения", state="cancelled")

    (change,) = difference(BEFORE, with_hearings(marked))
    assert (change.kind, change.after) == ("changed", marked)


def test_a_hearing_that_took_place_and_the_next_one_are_two_changes() -> None:
    held = replace(AHEAD, result="Допрошен свидетель", state="held")
    later = replace(AHEAD, on=date(2026, 5, 12))

    assert [one.kind for one in difference(BEFORE, with_hearings(held, later))] == ["new", "changed"]


def test_a_held_hearing_that_vanished_did_not_move() -> None:
    held = replace(AHEAD, result="Допрошен свидетель", state="held")
    later = replace(AHEAD, on=date(2026, 5, 12))

    assert [one.kind for one in difference(with_hearings(held), with_hearings(later))] == ["new", "gone"]


def test_two_hearings_of_three_keep_their_pairs() -> None:
    second, third = replace(AHEAD, on=date(2026, 5, 5)), replace(AHEAD, on=date(2026, 5, 7))
    moved = replace(second, on=date(2026, 5, 20))

    (change,) = difference(with_hearings(AHEAD, second, third), with_hearings(AHEAD, third, moved))
    assert (change.before, change.after) == (second, moved)


def test_hearings_come_first_then_the_decision_then_the_rest() -> None:
    after = replace(
        BEFORE,
        judge="Осокорь Я.Ю.",
        result="Вынесен ПРИГОВОР",
        decided=date(2026, 5, 12),
        hearings=(AHEAD, replace(AHEAD, on=date(2026, 5, 12))),
        persons=(CardPerson(name="Лотохин С.", articles=("УК 119 ч. 1",)),),
    )

    changes = difference(BEFORE, after)
    assert [(one.field, one.kind) for one in changes] == [
        ("hearings", "new"),
        ("result", "new"),
        ("decided", "new"),
        ("judge", "changed"),
        ("persons", "new"),
    ]
    assert [told(one) for one in changes][1:] == [
        "New, result: Вынесен ПРИГОВОР",
        "New, day of the decision: 12 May 2026 (Tue)",
        "Changed, judge: it was Камышова Н. Р., now it is Осокорь Я.Ю.",
        "New, person and articles: Лотохин С., УК 119 ч. 1",
    ]


def test_another_article_of_the_same_person_is_one_change() -> None:
    milder = CardPerson(name="Лотохин С.", articles=("УК 119 ч. 1",))
    harder = CardPerson(name="ЛОТОХИН С.", articles=("УК 318 ч. 1",))

    (change,) = difference(replace(BEFORE, persons=(milder,)), replace(BEFORE, persons=(harder,)))
    assert (change.kind, change.before, change.after) == ("changed", milder, harder)


def test_a_value_that_vanished_is_told() -> None:
    (change,) = difference(BEFORE, replace(BEFORE, judge=""))

    assert told(change) == "No longer on the card, judge: Камышова Н. Р."


def test_a_real_page_a_week_later() -> None:
    week_later = source("custody.txt").replace(
        "16:20\tЗал 7\t\t\t06.11.2026",
        "16:20\tЗал 7\tПерерыв\tДля предоставления документов\t06.11.2026\n"
        "Судебное заседание\t07.11.2026\t11:00\tЗал 7\t\t\t06.11.2026",
    )

    (change,) = difference(card("custody.txt"), pasted(week_later))
    assert told(change).startswith("The hearing moved from 6 November 2026 (Fri), 16:20")
    assert told(change).endswith("Перерыв; Для предоставления документов")


def test_every_change_is_one_whole_sentence() -> None:
    for change in difference(CourtCard(), card("district.html")) + difference(
        card("cassation.html"), CourtCard()
    ):
        assert "{" not in told(change)


@given(some.sampled_from(NAMES), some.sampled_from(NAMES))
def test_there_and_back_is_the_same_number_of_values(one: str, other: str) -> None:
    there, back = difference(card(one), card(other)), difference(card(other), card(one))

    assert bool(there) == bool(back)
    assert {change.field for change in there} == {change.field for change in back}


def test_the_same_case_is_known_by_its_id_or_by_a_number() -> None:
    assert is_same_case(card("district.html"), card("cassation.html"))
    assert is_same_case(BEFORE, card("petersburg.html"))
    assert not is_same_case(card("district.html"), card("moscow.html"))
    assert not is_same_case(CourtCard(), CourtCard())
