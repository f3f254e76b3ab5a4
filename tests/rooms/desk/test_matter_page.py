"""Pavel works on one matter: parts of the page, facts that only add, tries in two taps, promises kept and moved."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from tests.rooms.desk.world import at, day_parts, family, home, in_days, lets_in, page, sees
from tests.rooms.matters.world import ANSWERS, keys, reception
from tests.rooms.people.world import enrol

from peredacha.core.facts import Author, Contact, Hearing, NextStep, Person, Place
from peredacha.rooms.desk.services import next_try
from peredacha.rooms.facilities.selectors import list_by_kinds
from peredacha.rooms.guardians.services import count_opening
from peredacha.rooms.matters.models import Matter
from peredacha.rooms.matters.services import tell, traces_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_cards")]
PARTS = ("", "plan/", "people/", "helpers/", "history/")


def vera_asks() -> Matter:
    return family("Вера", answers={**ANSWERS, "moment": "2026-03-02T14:30"}).matter


def test_every_part_shows_the_identity_and_leads_to_the_others() -> None:
    pavel = reception()
    matter = vera_asks()

    for part in PARTS:
        html = page(pavel, at(matter, part))
        assert html.count('aria-current="page"') >= 1
        assert '<h1 class="identity-title">Вера</h1>' in html
        assert all(f'href="{at(matter, other)}"' in html for other in PARTS)


def test_going_from_part_to_part_is_one_look_and_vera_sees_it() -> None:
    pavel = reception()
    matter = vera_asks()

    for part in PARTS:
        page(pavel, at(matter, part))

    acts = [one.act for one in traces_of(sees(pavel, matter))]
    assert acts == ["request_came", "matter_opened"]
    assert count_opening(member=pavel.member, today=timezone.localdate()) == 2


def test_the_plan_is_the_family_s_dated_plan_with_its_norms() -> None:
    pavel = reception()
    html = page(pavel, at(vera_asks(), "plan/"))

    assert 'class="timeline"' in html and 'class="norms"' in html
    assert "УПК" in html
    assert "/questions/" not in html, "a helper's browser has no answers of the family"


def test_without_answers_the_plan_says_so() -> None:
    pavel = reception()

    assert 'class="notice notice-calm"' in page(pavel, at(family("Вера").matter, "plan/"))


def test_places_are_a_history_with_certainty_and_source_and_nothing_is_overwritten() -> None:
    pavel = reception()
    matter = vera_asks()
    card = list_by_kinds("RU-ZRC", ("sizo", "ivs", "police"))[0]
    form = page(pavel, at(matter, "add/place/"))
    assert card.public_id in form

    first = {"state": "there", "facility": card.public_id, "certainty": "likely", "source": "адвокат Лариса"}
    assert pavel.client.post(at(matter, "add/place/"), first).url == at(matter, "people/")
    second = {"state": "convoy", "certainty": "sure", **day_parts("since", -9)}
    pavel.client.post(at(matter, "add/place/"), second)

    file = sees(pavel, matter)
    assert [place.state for place, _told in file.all(Place)] == ["there", "convoy"]
    people = page(pavel, at(matter, "people/"))
    assert "адвокат Лариса" in people and str(card.name) in people
    assert 'class="alarm"' in people.split('class="identity-rows"')[0]
    assert 'class="alarm"' in page(pavel, "/desk/?kind=place")


@pytest.mark.parametrize(
    ("kind", "typed", "shown"),
    [
        ("person", {"surname": "Иванов", "given": "Пётр", "birth_year": "1987"}, "Иванов Пётр 1987"),
        ("kin", {"name": "Ольга", "relation": "сестра"}, "Ольга сестра"),
        ("proceeding", {"number": "1-77/2026", "stage": "remand"}, "1-77/2026"),
        (
            "charge",
            {"article": "207.3", "edition_on_0": "4", "edition_on_1": "3", "edition_on_2": "2022"},
            "207.3",
        ),
        ("hearing", {"day_0": "7", "day_1": "9", "day_2": "2030", "time": "1030", "court": "зал 3"}, "зал 3"),
    ],
)
def test_each_fact_has_one_small_form(kind: str, typed: dict[str, str], shown: str) -> None:
    pavel = reception()
    matter = vera_asks()
    page(pavel, at(matter, f"add/{kind}/"))

    assert pavel.client.post(at(matter, f"add/{kind}/"), typed).status_code == 302

    assert shown in page(pavel, at(matter, "people/"))


def test_a_hearing_keeps_the_hour_of_the_court() -> None:
    pavel = reception()
    matter = vera_asks()
    typed = {"day_0": "7", "day_1": "9", "day_2": "2030", "time": "10:30"}

    pavel.client.post(at(matter, "add/hearing/"), typed)

    [(hearing, _told)] = sees(pavel, matter).all(Hearing)
    assert hearing.at[:16] == "2030-09-07T10:30" and len(hearing.at) == len("2030-09-07T10:30:00+03:00")
    assert "10:30" in page(pavel, at(matter))


def test_what_the_form_does_not_ask_of_the_person_stays() -> None:
    pavel = reception()
    matter = family("Вера", Person(surname="Иванов", sex="m", born_on="1987-01-02")).matter

    pavel.client.post(at(matter, "add/person/"), {"surname": "Иванов", "given": "Пётр"})

    person = sees(pavel, matter).person
    assert (person.given, person.sex, person.born_on) == ("Пётр", "m", "1987-01-02")


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        ("person", {"surname": " ", "birth_year": "сорок"}),
        ("place", {"state": "there", "certainty": "sure", "source": "слух из очереди"}),
        ("place", {"state": "there", "facility": "нет такой", "certainty": "sure"}),
        ("kin", {"note": "слух из очереди"}),
        ("hearing", {"day_0": "31", "day_1": "2", "day_2": "2026", "time": "25:99"}),
        ("charge", {"article": "", "note": "слух из очереди"}),
    ],
)
def test_a_mistake_is_said_and_nothing_typed_is_lost(kind: str, typed: dict[str, str]) -> None:
    pavel = reception()
    matter = vera_asks()

    answer = pavel.client.post(at(matter, f"add/{kind}/"), typed)

    html = answer.content.decode()
    assert answer.status_code == 422 and 'role="alert"' in html
    assert all(value in html for value in typed.values() if value.startswith("слух"))
    assert len(sees(pavel, matter).entries) == 1


def test_there_is_no_form_for_what_is_no_fact() -> None:
    pavel = reception()

    assert pavel.client.get(at(vera_asks(), "add/status/")).status_code == 404


@pytest.mark.parametrize(("outcome", "days"), [("no_answer", 1), ("message", 2), ("reached", 3)])
def test_one_button_logs_a_try_and_sets_the_next_working_day(outcome: str, days: int) -> None:
    pavel = reception()
    matter = vera_asks()
    assert f'value="{outcome}"' in page(pavel, "/desk/")

    answer = pavel.client.post(at(matter, "contact/"), {"contact-outcome": outcome, "back": "queue"})

    assert answer.url == "/desk/"
    [(contact, _told)] = sees(pavel, matter).all(Contact)
    assert contact.outcome == outcome
    assert contact.next_on == next_try(outcome, timezone.localdate()).isoformat()
    assert date.fromisoformat(contact.next_on) >= timezone.localdate() + timedelta(days=days)


def test_working_days_step_over_the_weekend() -> None:
    friday = date(2026, 3, 13)

    assert next_try("no_answer", friday) == date(2026, 3, 16)
    assert next_try("reached", friday) == date(2026, 3, 18)


def test_the_day_of_the_next_try_can_be_another_one() -> None:
    pavel = reception()
    matter = vera_asks()
    typed = {"contact-outcome": "no_answer", "contact-note": "занято", **day_parts("contact-next_on", 5)}

    assert pavel.client.post(at(matter, "contact/"), typed).url == at(matter, "helpers/")

    [(contact, _told)] = sees(pavel, matter).all(Contact)
    assert (contact.next_on, contact.note) == (in_days(5), "занято")
    assert "занято" in page(pavel, at(matter, "history/"))


def test_the_helpers_talk_is_not_the_family_s() -> None:
    pavel = reception()
    vera = family("Вера")

    pavel.client.post(at(vera.matter, "inner/"), {"inner-text": "Осторожно, телефон слушают."})

    html = page(pavel, at(vera.matter, "helpers/"))
    assert "Осторожно" in html and html.count('id="inner-last"') == 1
    assert "Осторожно" not in home(vera) and "Осторожно" not in page(pavel, at(vera.matter))


def test_a_promise_is_made_moved_and_kept_and_vera_sees_each_step() -> None:
    pavel = reception()
    vera = family("Вера")

    pavel.client.post(at(vera.matter, "next/"), {"next-what": "Позвоним в суд", **day_parts("next-by", 1)})
    assert "Позвоним в суд" in home(vera)
    pavel.client.post(at(vera.matter, "next/"), {"next-what": "Позвоним в суд", **day_parts("next-by", 4)})
    assert [one.by for one, _told in sees(pavel, vera.matter).all(NextStep)] == [in_days(1), in_days(4)]
    pavel.client.post(at(vera.matter, "done/"), {"done-what": "Пришлём ответ", **day_parts("done-by", 6)})

    assert "Пришлём ответ" in home(vera) and "Позвоним в суд" not in home(vera)
    pavel.client.post(at(vera.matter, "done/"), {})
    assert "Пришлём ответ" not in home(vera)
    assert sees(pavel, vera.matter).next_step is None


def test_the_next_promise_needs_both_words_and_day() -> None:
    pavel = reception()
    vera = family("Вера", NextStep(what="Позвоним в суд", by=in_days(1)))

    answer = pavel.client.post(at(vera.matter, "done/"), {"done-what": "Пришлём ответ"})

    assert answer.status_code == 422 and "Пришлём ответ" in answer.content.decode()
    assert "Позвоним в суд" in home(vera)


def test_a_damaged_fact_is_counted_and_every_part_still_opens() -> None:
    pavel = reception()
    matter = vera_asks()
    file = tell(
        keys=keys(pavel),
        file=sees(pavel, matter),
        fact=Place(words="СИЗО"),
        author=Author(),
        now=timezone.now(),
    )
    row = type(file.matter)._meta.apps.get_model("matters", "FactRow").objects.get(id=file.entries[-1].id)
    row.sealed = bytes(row.sealed)[:-1] + bytes([row.sealed[-1] ^ 1])
    row.save()

    for part in PARTS:
        assert "Вера" in page(pavel, at(matter, part))
    assert 'class="notice notice-urgent"' in page(pavel, at(matter))


def test_anna_who_stands_by_works_on_the_page_as_the_reception_does() -> None:
    pavel, anna = reception(), enrol("Anna")
    matter = vera_asks()
    lets_in(pavel, anna, matter)

    for part in PARTS:
        page(anna, at(matter, part))

    assert anna.client.post(at(matter, "contact/"), {"contact-outcome": "reached"}).status_code == 302
