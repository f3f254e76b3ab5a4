"""Vera calls; Pavel types while she speaks, and reads eight words to her."""

import re

import pytest
from django.utils import timezone
from tests.rooms.arrivals.world import CALL, matter_of, page, reception, sends, ticket, whole
from tests.rooms.people.world import enrol

from peredacha.core.facts import Note, Status
from peredacha.core.sealing import ReturnCode, read_code
from peredacha.rooms.matters.models import Matter
from peredacha.rooms.matters.services import open_file
from peredacha.rooms.vault.services import open_code

pytestmark = pytest.mark.django_db
URL = "/arrivals/calls/"


def test_pavel_writes_a_call_down_and_the_queue_knows_it() -> None:
    pavel = reception()

    answer = sends(pavel.client, URL, CALL, danger=["yes"])

    matter = matter_of(answer)
    file = whole(pavel, matter)
    assert (file.person.surname, file.person.given, file.person.patronymic) == ("Смирнов", "Пётр", "Ильич")
    assert file.person.birth_year == 1987
    assert file.request.came_by == "phone" and file.request.danger
    assert file.request.answers["stage"] == "detention" and file.request.answers["region"] == "RU-ZRC"
    assert file.place and file.place.words == "ОВД Тверской"
    assert file.reach.value == "+7 900 000-00-00"
    assert matter.urgency == 3
    assert file.entries[0].told.by.name == "Pavel"


def test_the_note_for_helpers_stands_in_their_own_safe() -> None:
    pavel = reception()

    file = whole(pavel, matter_of(sends(pavel.client, URL, CALL)))

    notes = [entry for entry in file.entries if isinstance(entry.told.fact, Note)]
    assert [note.inner for note in notes] == [True]
    assert notes[0].told.fact == Note(text="Говорит шёпотом.")


def test_danger_is_asked_first_and_no_script_is_needed() -> None:
    text = page(reception().client.get(URL))

    fields = re.findall(r'name="(danger|who|stage|words|value|note)"', text)
    assert fields == ["danger", "who", "stage", "words", "value", "note"]
    assert "accesskey" not in text and "tabindex=" not in text.split("<form", 1)[1].split("</form>", 1)[0]


def test_a_double_click_saves_once() -> None:
    pavel = reception()
    typed = {**CALL, "ticket": ticket(page(pavel.client.get(URL)))}

    answers = [pavel.client.post(URL, typed) for _click in range(2)]

    assert answers[0]["Location"] == answers[1]["Location"]
    assert Matter.objects.count() == 1


def test_an_empty_call_says_what_is_needed_and_a_wrong_line_loses_nothing() -> None:
    pavel = reception()

    empty = sends(pavel.client, URL, {})
    wrong = sends(pavel.client, URL, CALL, birth_year="87", value="")

    assert (empty.status_code, wrong.status_code) == (422, 422)
    assert 'href="#id_who"' in page(empty)
    assert "Забрали вечером с площади." in page(wrong) and "Говорит шёпотом." in page(wrong)
    assert 'href="#id_birth_year"' in page(wrong) and 'href="#id_value"' in page(wrong)
    assert not Matter.objects.exists()


def words_on(text: str) -> tuple[str, ...]:
    card = text.split('class="words-list"', 1)[1].split("</ol>", 1)[0]
    return tuple(re.findall(r"<li>([^<]+)</li>", card))


def test_the_caller_gets_eight_words_and_reads_what_is_meant_for_her() -> None:
    pavel = reception()
    matter = matter_of(sends(pavel.client, URL, CALL))
    saved = f"/arrivals/saved/{matter.id}/"
    form = {"ticket": ticket(page(pavel.client.get(saved)))}

    first = words_on(page(pavel.client.post(f"{saved}words/", form)))
    again = words_on(page(pavel.client.post(f"{saved}words/", form)))
    wrong = pavel.client.post(f"{saved}words/", {**form, "word_2": first[0], "word_7": first[6]})
    right = pavel.client.post(f"{saved}words/", {**form, "word_2": first[1].upper(), "word_7": first[6]})

    assert len(first) == 8 and first == again
    assert wrong.status_code == 422 and words_on(page(wrong)) == first
    assert right.status_code == 302
    family = open_code(read_code(" ".join(first)))
    assert family is not None
    matter.refresh_from_db()
    file = open_file(family, matter, now=timezone.now())
    assert file and file.request.words == CALL["words"]
    assert file.inner is None and not any(isinstance(one.told.fact, Note) for one in file.entries)
    assert pavel.client.post(f"{saved}words/", form).status_code == 409


def test_words_that_nobody_wrote_down_are_replaced_and_open_nothing_more() -> None:
    pavel = reception()
    saved = f"/arrivals/saved/{matter_of(sends(pavel.client, URL, CALL)).id}/"
    lost = words_on(
        page(pavel.client.post(f"{saved}words/", {"ticket": ticket(page(pavel.client.get(saved)))}))
    )

    fresh = words_on(
        page(pavel.client.post(f"{saved}words/", {"ticket": ticket(page(pavel.client.get(saved)))}))
    )

    assert lost != fresh
    assert open_code(ReturnCode(lost, "ru")) is None
    assert open_code(ReturnCode(fresh, "ru")) is not None


def test_a_ticket_of_another_matter_or_of_igor_makes_no_words() -> None:
    pavel = reception()
    one = f"/arrivals/saved/{matter_of(sends(pavel.client, URL, CALL)).id}/"
    other = f"/arrivals/saved/{matter_of(sends(pavel.client, URL, CALL, who='Ким Ольга')).id}/"
    foreign = ticket(page(pavel.client.get(other)))

    assert pavel.client.post(f"{one}words/", {"ticket": foreign}).status_code == 409
    assert pavel.client.post(f"{one}words/", {"ticket": "жжж"}).status_code == 409
    assert not Matter.objects.exclude(family=None).exists()


def test_who_has_no_seat_or_another_chapter_finds_no_such_page() -> None:
    pavel = reception()
    matter = matter_of(sends(pavel.client, URL, CALL))
    anna, seatless = enrol("Anna"), enrol("Oleg", ("coordinator",))
    far = reception("Zoya", "far")

    assert anna.client.get(URL).status_code == 404
    assert seatless.client.get(URL).status_code == 404
    assert far.client.get(f"/arrivals/saved/{matter.id}/").status_code == 404
    assert sends(far.client, URL, CALL, same=str(matter.id)).status_code == 422
    assert Matter.objects.count() == 1


def test_a_second_call_fills_blanks_and_raises_the_urgency() -> None:
    pavel = reception()
    matter = matter_of(sends(pavel.client, URL, CALL, who="Смирнов Пётр", birth_year=""))

    answer = sends(pavel.client, URL, CALL, same=str(matter.id), danger=["yes"], words="Его бьют.")

    assert matter_of(answer) == matter
    file = whole(pavel, matter)
    assert file.person.patronymic == "Ильич" and file.person.birth_year == 1987
    assert file.matter.urgency == 3
    assert [fact.why for fact, _told in file.all(Status)] == ["Его бьют."]
    assert file.request.words == CALL["words"]


def test_no_sign_of_the_name_line_is_lost() -> None:
    pavel = reception()

    file = whole(pavel, matter_of(sends(pavel.client, URL, CALL, who="Смирнов, камера 14", note="")))

    assert file.person.surname == "Смирнов"
    assert [fact.text for fact, _told in file.all(Note)] == ["Смирнов, камера 14"]
