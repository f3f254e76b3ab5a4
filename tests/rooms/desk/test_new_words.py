"""What is new for whom: in the queue, the own list, the matter, on Vera's page; and when it is old."""

from typing import Any

import pytest
from django.utils.translation import ngettext, override
from tests.rooms.desk.world import at, beside, family, home, lets_in, page
from tests.rooms.matters.world import FamilyAtDoor, reception
from tests.rooms.people.world import Enrolled, enrol

from peredacha.rooms.conversations.models import Message, ReadMark

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_cards")]
NEW = '<span class="badge badge-yes">'
COUNT = '<span class="count">'


def new(number: int) -> str:
    with override("ru"):
        return ngettext("%(n)s new message", "%(n)s new messages", number) % {"n": number}


def says(
    who: Enrolled | FamilyAtDoor, vera: FamilyAtDoor, text: str = "Есть новости?", form: str = "talk/"
) -> None:
    place = at(vera.matter, form) if isinstance(who, Enrolled) else "/mine/talk/"
    name = "inner-text" if form == "inner/" else "text"
    assert who.client.post(place, {name: text}).status_code == 302


def test_a_word_of_vera_is_new_for_pavel_until_he_has_opened_the_talk() -> None:
    pavel, vera = reception(), family("Вера")
    says(vera, vera)
    assert new(1) in page(pavel, "/desk/")

    first = page(pavel, at(vera.matter))
    again = page(pavel, at(vera.matter))

    assert first.count(NEW) == 1 and COUNT in first
    assert NEW not in again and COUNT not in again
    assert new(1) not in page(pavel, "/desk/")


def test_what_one_helper_has_read_is_still_new_for_the_other() -> None:
    pavel = reception()
    oleg, vera = beside(pavel), family("Вера")
    says(vera, vera)

    page(pavel, at(vera.matter))

    assert new(1) not in page(pavel, "/desk/")
    assert new(1) in page(oleg, "/desk/")


def test_the_other_parts_of_the_page_count_it_and_do_not_mark_it() -> None:
    pavel, vera = reception(), family("Вера")
    says(vera, vera)

    for part in ("plan/", "people/", "helpers/", "history/"):
        assert COUNT in page(pavel, at(vera.matter, part))

    assert not ReadMark.objects.exists()


def test_the_talk_of_the_helpers_is_read_apart_from_the_talk_with_the_family() -> None:
    pavel = reception()
    oleg, vera = beside(pavel), family("Вера")
    says(oleg, vera, "Она боится звонков.", "inner/")
    assert page(pavel, at(vera.matter)).count(COUNT) == 1

    assert page(pavel, at(vera.matter, "helpers/")).count(NEW) == 1

    assert NEW not in page(pavel, at(vera.matter, "helpers/"))
    assert COUNT not in page(pavel, at(vera.matter))


def test_anna_sees_on_her_list_what_is_new_with_her_families() -> None:
    pavel, vera, anna = reception(), family("Вера"), enrol("Anna")
    lets_in(pavel, anna, vera.matter)
    says(vera, vera)
    says(pavel, vera, "Мама в отчаянии.", "inner/")

    assert new(2) in page(anna, "/desk/mine/")
    page(anna, at(vera.matter))
    assert new(1) in page(anna, "/desk/mine/")
    page(anna, at(vera.matter, "helpers/"))
    assert new(1) not in page(anna, "/desk/mine/")


def test_vera_finds_the_answer_marked_as_new_once_and_her_own_words_never() -> None:
    pavel, vera = reception(), family("Вера")
    says(vera, vera)
    assert NEW not in home(vera)
    says(pavel, vera, "Мы рядом.")

    first, again = home(vera), home(vera)

    assert first.count(NEW) == 1 and new(1) in first
    assert NEW not in again


@pytest.mark.parametrize(
    "ahead",
    [{"HTTP_SEC_PURPOSE": "prefetch;prerender"}, {"HTTP_PURPOSE": "prefetch"}, {"HTTP_X_MOZ": "prefetch"}],
)
def test_a_browser_that_fetches_ahead_has_read_nothing(ahead: dict[str, Any]) -> None:
    pavel, vera = reception(), family("Вера")
    says(vera, vera)
    says(pavel, vera, "Мы рядом.")

    pavel.client.get(at(vera.matter), **ahead)
    pavel.client.head(at(vera.matter))
    vera.client.get("/mine/", **ahead)
    vera.client.head("/mine/")

    assert not ReadMark.objects.exists()
    assert page(pavel, at(vera.matter)).count(NEW) == home(vera).count(NEW) == 1


def test_a_refused_message_marks_nothing_and_shows_what_is_new() -> None:
    pavel, vera = reception(), family("Вера")
    says(vera, vera)

    refused = pavel.client.post(at(vera.matter, "talk/"), {"text": ""})

    assert refused.status_code == 422 and NEW in refused.content.decode()
    assert not ReadMark.objects.exists()


def test_who_reads_how_far_does_not_stand_in_clear() -> None:
    pavel, vera = reception(), family("Вера")
    says(vera, vera)
    page(pavel, at(vera.matter))

    row = ReadMark.objects.values().get()

    clear = {key: value for key, value in row.items() if key != "sealed"}
    assert clear.keys() == {"id", "safe_id", "epoch", "sequence"}
    assert str(pavel.member.id) not in str(row) and str(Message.objects.get().id) not in str(row)
