"""Larisa the lawyer reads for some hours, after Vera's yes; it closes by itself and is taken back at once."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from tests.rooms.desk.world import at, family, home, page, sees
from tests.rooms.matters.world import FamilyAtDoor, keys, reception
from tests.rooms.people.world import Enrolled, enrol

from peredacha.core.facts import Author, Referral, Request
from peredacha.rooms.matters.models import Matter
from peredacha.rooms.matters.services import (
    NotAllowed,
    ask_referral,
    move_referral,
    open_by_helper,
    open_file,
    open_for_hours,
    shared_with,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_cards")]
HEARING = "заседание в четверг"


def asked(pavel: Enrolled, matter: Matter) -> str:
    typed = {"referral-to": "адвокат Лариса", "referral-what_for": HEARING}
    assert pavel.client.post(at(matter, "shown/"), typed).status_code == 302
    return list(sees(pavel, matter).latest(Referral))[-1]


def says(vera: FamilyAtDoor, key: str, state: str):
    return vera.client.post(f"/mine/shown/{key}/", {"state": state})


def lets_read(pavel: Enrolled, matter: Matter, key: str, larisa: Enrolled, hours: str = "10"):
    typed = {"reading-member": str(larisa.member.id), "reading-hours": hours, "reading-purpose": HEARING}
    return pavel.client.post(at(matter, f"shown/{key}/hours/"), typed)


def opens(larisa: Enrolled, matter: Matter, hours: float = 0) -> bool:
    matter.refresh_from_db()
    return open_file(keys(larisa), matter, now=timezone.now() + timedelta(hours=hours)) is not None


def reading() -> tuple[Enrolled, Enrolled, FamilyAtDoor, str]:
    """Pavel, Larisa who reads, Vera, the key of the referral."""
    pavel, larisa, vera = reception(), enrol("Larisa", ("lawyer",)), family("Вера")
    key = asked(pavel, vera.matter)
    says(vera, key, "consented")
    assert lets_read(pavel, vera.matter, key, larisa).status_code == 302
    return pavel, larisa, vera, key


def test_vera_is_asked_on_her_page_and_nothing_is_shown_before_her_yes() -> None:
    pavel, larisa, vera = reception(), enrol("Larisa", ("lawyer",)), family("Вера")
    key = asked(pavel, vera.matter)

    html = home(vera)

    assert "адвокат Лариса" in html and HEARING in html and 'value="consented"' in html
    assert lets_read(pavel, vera.matter, key, larisa).status_code == 409
    assert not opens(larisa, vera.matter)


def test_vera_says_no() -> None:
    pavel, larisa, vera = reception(), enrol("Larisa", ("lawyer",)), family("Вера")
    key = asked(pavel, vera.matter)

    assert says(vera, key, "refused").url == "/mine/"

    assert 'value="consented"' not in home(vera)
    assert lets_read(pavel, vera.matter, key, larisa).status_code == 409
    assert says(vera, key, "consented").status_code == 409, "an answer stands"
    assert not opens(larisa, vera.matter)


def test_with_her_yes_larisa_reads_for_ten_hours_and_both_pages_list_it_with_its_end() -> None:
    pavel, larisa, vera, _key = reading()

    assert opens(larisa, vera.matter) and opens(larisa, vera.matter, hours=9.9)
    assert not opens(larisa, vera.matter, hours=10.1)
    for html in (home(vera), page(pavel, at(vera.matter, "helpers/"))):
        assert "Larisa" in html and HEARING in html
    [one] = shared_with(sees(pavel, vera.matter), now=timezone.now())
    left = one.term.ends_at - timezone.now()
    assert timedelta(hours=9, minutes=58) < left <= timedelta(hours=10)
    assert f"{timezone.localtime(one.term.ends_at):%H:%M}" in home(vera)


def test_larisa_sees_the_family_s_part_and_not_the_helpers() -> None:
    pavel, larisa, vera, key = reading()
    pavel.client.post(at(vera.matter, "inner/"), {"inner-text": "Только между нами."})

    html = page(larisa, at(vera.matter))

    assert "Помогите." in html and at(vera.matter, "helpers/") not in html
    assert "Только между нами." not in html + page(larisa, at(vera.matter, "history/"))
    assert larisa.client.get(at(vera.matter, "helpers/")).status_code == 404
    for act in ("inner/", "contact/", "close/", "hold/", "reopen/", "shown/", f"shown/{key}/"):
        assert larisa.client.post(at(vera.matter, act), {"state": "done"}).status_code == 404


@pytest.mark.parametrize("who", ["vera", "pavel"])
def test_it_is_taken_back_at_once(who: str) -> None:
    pavel, larisa, vera, _key = reading()

    if who == "vera":
        answer = vera.client.post(f"/mine/readers/{larisa.member.id}/stop/")
    else:
        answer = pavel.client.post(at(vera.matter, f"readers/{larisa.member.id}/stop/"))

    assert answer.status_code == 302
    assert not opens(larisa, vera.matter)
    assert larisa.client.get(at(vera.matter)).status_code == 404
    assert "stop/" not in home(vera)
    assert vera.client.post(f"/mine/readers/{larisa.member.id}/stop/").status_code == 409


def test_what_is_written_after_that_does_not_open_with_the_key_that_larisa_had() -> None:
    pavel, larisa, vera, _key = reading()
    had = open_file(keys(larisa), vera.matter, now=timezone.now())
    assert had is not None
    vera.client.post(f"/mine/readers/{larisa.member.id}/stop/")
    vera.client.post("/mine/talk/", {"text": "Новое слово"})

    assert sees(pavel, vera.matter).safe.newest not in had.safe.data_keys.values()
    assert "Новое слово" in home(vera)


def test_taking_the_yes_back_closes_the_reading_in_the_same_step() -> None:
    pavel, larisa, vera, key = reading()

    assert says(vera, key, "taken_back").status_code == 302

    assert not opens(larisa, vera.matter)
    assert lets_read(pavel, vera.matter, key, larisa).status_code == 409


def test_a_reading_that_is_over_is_no_reader_any_more_and_can_be_given_anew() -> None:
    pavel, larisa, vera, key = reading()
    later = timezone.now() + timedelta(hours=11)

    listed = shared_with(sees(pavel, vera.matter), now=later)

    assert listed == []
    open_for_hours(
        keys=keys(pavel),
        file=sees(pavel, vera.matter),
        key=key,
        member=larisa.member,
        hours=3,
        purpose=HEARING,
        now=later,
    )
    assert opens(larisa, vera.matter, hours=13) and not opens(larisa, vera.matter, hours=15)


def test_the_work_is_taken_on_and_done_and_vera_sees_it() -> None:
    pavel, _larisa, vera, key = reading()

    for state in ("accepted", "done"):
        assert pavel.client.post(at(vera.matter, f"shown/{key}/"), {"state": state}).status_code == 302

    found = sees(pavel, vera.matter).latest(Referral)[key][0]
    assert found.state == "done"
    assert pavel.client.post(at(vera.matter, f"shown/{key}/"), {"state": "accepted"}).status_code == 409


@pytest.mark.parametrize("state", ["consented", "refused", "accepted", "<b>", ""])
def test_pavel_cannot_say_yes_for_a_family_that_can_answer_itself(state: str) -> None:
    pavel, vera = reception(), family("Вера")
    key = asked(pavel, vera.matter)

    assert pavel.client.post(at(vera.matter, f"shown/{key}/"), {"state": state}).status_code == 409
    assert sees(pavel, vera.matter).latest(Referral)[key][0].state == "asked"


def test_for_a_family_without_words_of_return_the_yes_comes_by_telephone() -> None:
    pavel = reception()
    matter = open_by_helper(
        keys=keys(pavel), facts=[Request(name="Вера", came_by="phone")], author=Author(), now=timezone.now()
    )
    key = asked(pavel, matter)
    assert 'value="consented"' in page(pavel, at(matter, "helpers/"))

    assert pavel.client.post(at(matter, f"shown/{key}/"), {"state": "consented"}).status_code == 302


@pytest.mark.parametrize("state", ["accepted", "done", "declined"])
def test_vera_s_page_cannot_note_what_is_the_helpers_to_note(state: str) -> None:
    pavel, vera = reception(), family("Вера")
    key = asked(pavel, vera.matter)
    says(vera, key, "consented")

    assert says(vera, key, state).status_code == 409


def test_who_may_not_be_let_in_is_not() -> None:
    pavel, vera = reception(), family("Вера")
    key = asked(pavel, vera.matter)
    says(vera, key, "consented")
    anna, stranger = enrol("Anna"), enrol("Olga", ("lawyer",), "volga")

    for person in (anna, stranger, pavel):
        with pytest.raises(NotAllowed):
            open_for_hours(
                keys=keys(pavel),
                file=sees(pavel, vera.matter),
                key=key,
                member=person.member,
                hours=3,
                purpose=HEARING,
                now=timezone.now(),
            )
        assert lets_read(pavel, vera.matter, key, person).status_code == 422
        assert not opens(person, vera.matter) or person is pavel


def test_a_reading_has_an_end_that_cannot_be_stretched() -> None:
    pavel, larisa, vera = reception(), enrol("Larisa", ("lawyer",)), family("Вера")
    key = asked(pavel, vera.matter)
    says(vera, key, "consented")

    for hours in ("0", "-1", "9999", "x"):
        assert lets_read(pavel, vera.matter, key, larisa, hours).status_code == 422
    assert not opens(larisa, vera.matter)


def test_another_family_s_key_answers_nothing() -> None:
    pavel, vera, other = reception(), family("Вера"), family("Нина")
    key = asked(pavel, vera.matter)

    assert says(other, key, "consented").status_code == 409
    with pytest.raises(NotAllowed):
        move_referral(
            keys=other.keys,
            file=sees(pavel, other.matter),
            key=key,
            state="consented",
            author=Author("family"),
            now=timezone.now(),
        )


def test_asking_needs_words() -> None:
    pavel, vera = reception(), family("Вера")

    answer = pavel.client.post(at(vera.matter, "shown/"), {"referral-to": "адвокат Лариса"})

    assert answer.status_code == 422 and "адвокат Лариса" in answer.content.decode()
    assert re.search(r"<details[^>]* open", answer.content.decode())


def test_two_questions_stand_side_by_side() -> None:
    pavel, vera = reception(), family("Вера")
    first = asked(pavel, vera.matter)
    file = sees(pavel, vera.matter)
    second = ask_referral(
        keys=keys(pavel), file=file, to="врач", what_for="осмотр", author=Author(), now=timezone.now()
    )
    says(vera, first, "refused")

    latest = sees(pavel, vera.matter).latest(Referral)
    assert (latest[first][0].state, latest[second][0].state) == ("refused", "asked")
