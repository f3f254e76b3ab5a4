"""Vera and Igor stood at the window: what was different there stands on the card, in two taps."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from tests.rooms.facilities.world import TODAY
from tests.rooms.people.world import enrol

from peredacha.core.sealing import KeyPair
from peredacha.rooms.facilities.models import Facility, Outcome, Report
from peredacha.rooms.facilities.selectors import bans_of, wants_of
from peredacha.rooms.facilities.selectors.pages import read_page
from peredacha.rooms.people.services import COOKIE, FAMILY, begin_visit

Keep = Callable[..., None]
pytestmark = pytest.mark.usefixtures("keeping")


@pytest.fixture
def keeping(keep: Keep, today: date) -> None:
    keep()


def sizo() -> str:
    return Facility.objects.get(code="sizo-1").public_id


def page_of(subject: str, thing: str) -> str:
    return reverse("facilities:tell", args=[sizo(), subject, thing])


def refuses_honey(client: Client, **changed: str) -> str:
    """The second tap; gives where it leads."""
    told = {"verdict": "refused", "refused": "banned", "on": TODAY.isoformat(), **changed}
    answer = client.post(page_of("goods", "honey"), told)
    assert answer.status_code == 302, answer.content.decode()
    return str(answer.headers["location"])


def vera() -> Client:
    """A mother with her words in front of a browser."""
    now = datetime.now(tz=timezone.get_current_timezone())
    client = Client()
    keys = KeyPair.fresh().packed()
    client.cookies[COOKIE] = begin_visit(kind=FAMILY, subject=uuid4(), keys=keys, now=now).token
    return client


def test_igor_taps_twice_and_his_word_waits(client: Client) -> None:
    first = client.get(reverse("facilities:different", args=[sizo()])).content.decode()
    assert page_of("goods", "honey") in first and page_of("fact", "queue") in first

    assert refuses_honey(client).endswith("?told=waits")

    assert not Outcome.objects.exists() and "honey" not in {ban.of for ban in bans_of(sizo(), on=TODAY)}
    with translation.override("en"):
        page = read_page(sizo(), today=TODAY)
    assert page is not None
    assert page.waiting == ("Honey: they did not take it; they say that it is banned. (22 November 2026)",)


def test_what_waits_says_on_the_card_that_nobody_confirmed_it(client: Client) -> None:
    refuses_honey(client)
    with translation.override("en"):
        where = reverse("facilities:card", args=[sizo()], query={"told": "waits"})

    card = client.get(where).content.decode()

    assert "Somebody told, not confirmed" in card and "a helper of ours will look at it" in card


def test_a_helper_confirms_it_with_one_tap(client: Client) -> None:
    refuses_honey(client)
    anna = enrol("Анна").client
    assert "22" in anna.get(reverse("facilities:reports")).content.decode()
    (report,) = Report.objects.all()

    anna.post(reverse("facilities:settle", args=[report.pk]), {"is_so": "yes"})

    assert not Report.objects.exists()
    assert "honey" in {ban.of for ban in bans_of(sizo(), on=TODAY)}


def test_what_is_not_so_goes(client: Client) -> None:
    refuses_honey(client)
    anna = enrol("Анна").client

    anna.post(reverse("facilities:settle", args=[Report.objects.get().pk]), {"is_so": "no"})
    again = anna.post(reverse("facilities:settle", args=[uuid4()]), {"is_so": "yes"})

    assert again.status_code == 302
    assert not Report.objects.exists() and not Outcome.objects.exists()


def test_an_answer_that_is_none_leaves_it_waiting(client: Client) -> None:
    refuses_honey(client)

    enrol("Анна").client.post(reverse("facilities:settle", args=[Report.objects.get().pk]), {"is_so": "x"})

    assert Report.objects.count() == 1


def test_vera_counts_at_once_and_nobody_is_written_down() -> None:
    assert refuses_honey(vera()).endswith("?told=counts")

    (row,) = Outcome.objects.values()
    del row["id"], row["facility_id"]
    assert row == {
        "subject": "goods",
        "thing": "honey",
        "verdict": "refused",
        "reason": "banned",
        "on": TODAY,
        "count": 1,
        "origin": "demo",
    }


def test_a_helper_counts_at_once_too() -> None:
    assert refuses_honey(enrol("Анна").client).endswith("?told=counts")
    assert Outcome.objects.get().count == 1


def test_it_is_still_so_makes_a_line_young_again() -> None:
    with translation.override("en"):
        before = read_page(sizo(), today=TODAY)
        vera().post(page_of("fact", "queue"), {"verdict": "same", "on": TODAY.isoformat()})
        after = read_page(sizo(), today=TODAY)

    assert before is not None and after is not None
    assert (before.practice[0].freshness, after.practice[0].freshness) == ("old", "fresh")
    assert after.practice[0].checked == "Last checked on 22 November 2026, by 4 people."


def test_a_line_that_was_different_keeps_its_age_and_says_so() -> None:
    vera().post(page_of("fact", "queue"), {"verdict": "different", "on": TODAY.isoformat()})

    with translation.override("en"):
        page = read_page(sizo(), today=TODAY)
    assert page is not None
    assert page.practice[0].doubt == "On 22 November 2026 it was different: 1 person told so."
    assert page.practice[0].is_old


def test_a_window_that_was_closed_says_so_beside_its_hours(client: Client) -> None:
    vera().post(page_of("window", "parcels"), {"verdict": "closed", "on": TODAY.isoformat()})

    with translation.override("en"):
        page = read_page(sizo(), today=TODAY)
    assert page is not None and page.windows[0].doubt and not page.phones[0].doubt


def test_a_refusal_whose_reason_nobody_told_is_one_all_the_same(client: Client) -> None:
    refuses_honey(vera(), refused="")

    assert Outcome.objects.get().reason == "no_reason"


def test_the_reason_of_another_button_does_not_count() -> None:
    refuses_honey(vera(), verdict="accepted", accepted_so="cut")

    assert Outcome.objects.get().reason == ""


@pytest.mark.parametrize(
    "wrong",
    [
        {"verdict": ""},
        {"verdict": "same"},
        {"on": (TODAY + timedelta(days=1)).isoformat()},
        {"on": (TODAY - timedelta(days=40)).isoformat()},
        {"refused": "у неё паспорт Петровой"},
    ],
)
def test_only_choices_can_be_told_and_a_mistake_loses_nothing(client: Client, wrong: dict[str, str]) -> None:
    told = {"verdict": "refused", "refused": "packing", "on": TODAY.isoformat(), **wrong}

    answer = client.post(page_of("goods", "honey"), told)

    assert answer.status_code == 422
    assert not Report.objects.exists() and not Outcome.objects.exists()
    if "refused" not in wrong:
        assert '<option value="packing" selected>' in answer.content.decode()
    assert "Петровой" not in answer.content.decode()


def test_igor_cannot_bury_a_card(client: Client) -> None:
    days = [(TODAY - timedelta(days=back)).isoformat() for back in range(14)]
    for reason in ("banned", "packing", "weight"):
        told = [refuses_honey(client, refused=reason, on=day) for day in days]
    assert told[-1].endswith("?told=full")
    assert Report.objects.count() == 40


def test_the_same_word_of_the_same_day_waits_once(client: Client) -> None:
    refuses_honey(client)
    refuses_honey(client)

    assert Report.objects.count() == 1


@pytest.mark.parametrize(
    ("subject", "thing"),
    [("goods", "gold"), ("fact", "nothing"), ("window", "visits"), ("phone", "9"), ("person", "igor")],
)
def test_there_is_no_page_for_what_is_not_on_the_card(client: Client, subject: str, thing: str) -> None:
    assert client.get(page_of(subject, thing)).status_code == 404
    assert client.post(page_of(subject, thing), {"verdict": "same"}).status_code == 404


def test_igor_does_not_see_the_queue_and_settles_nothing(client: Client) -> None:
    refuses_honey(client)
    settle = reverse("facilities:settle", args=[Report.objects.get().pk])

    assert client.get(reverse("facilities:reports")).status_code == 302
    assert client.post(settle, {"is_so": "yes"}).status_code == 403
    assert vera().post(settle, {"is_so": "yes"}).status_code == 403
    assert client.get(settle).status_code == 405
    assert Report.objects.count() == 1


def test_a_report_is_called_by_a_random_number(client: Client) -> None:
    refuses_honey(client)

    assert UUID(str(Report.objects.get().pk)).version == 4


def test_no_card_no_page(client: Client) -> None:
    for name, more in (("different", []), ("tell", ["goods", "honey"])):
        assert client.get(reverse(f"facilities:{name}", args=["bbbbbbbbbbbb", *more])).status_code == 404


def wants(client: Client, part: str, verdict: str = "wanted", on: date = TODAY) -> None:
    """Somebody tells of one part of the list that the window wants."""
    answer = client.post(page_of("list", part), {"verdict": verdict, "on": on.isoformat()})
    assert answer.status_code == 302, answer.content.decode()


def told_of_the_list() -> list[str]:
    """What the card says of the list, with its age."""
    with translation.override("en"):
        page = read_page(sizo(), today=TODAY)
        assert page is not None
        return [f"{one.text}: {one.checked}" for one in page.practice if one.subject == "list"]


def test_the_list_that_a_window_wants_is_told_in_two_taps(client: Client) -> None:
    assert (
        page_of("list", "copies-3")
        in client.get(reverse("facilities:different", args=[sizo()])).content.decode()
    ), "the first tap"

    wants(vera(), "copies-3")
    wants(enrol("Анна").client, "copies-3")
    wants(vera(), "line-weights", "unwanted")

    copies, weights = told_of_the_list()
    assert copies == "The list in three copies: 22 November 2026; people: 2."
    assert weights.startswith("They do not want it so: The weight of each thing")
    assert client.get(page_of("list", "copies-9")).status_code == 404


def test_igors_word_of_a_list_waits_until_a_helper_knows(client: Client) -> None:
    wants(client, "heading-request")

    assert told_of_the_list() == [] and wants_of(sizo(), on=TODAY) == ()
    anna = enrol("Анна").client
    anna.post(reverse("facilities:settle", args=[Report.objects.get().pk]), {"is_so": "yes"})
    (want,) = wants_of(sizo(), on=TODAY)
    assert (want.key, want.wanted, want.day) == ("heading-request", True, TODAY)


def test_sixty_things_lie_under_five_words_and_a_thing_beside_its_kind(client: Client) -> None:
    with translation.override("en"):
        page = client.get(reverse("facilities:different", args=[sizo()])).content.decode()

    goods = page[page.index("What they took or did not take") :]
    food = goods[goods.index("<summary>Food</summary>") :].partition("</details>")[0]
    assert goods.count("<summary>") == 5
    assert page_of("goods", "cheese") in food and page_of("goods", "raw_food") in food
    assert page_of("goods", "honey") not in food and page_of("goods", "maps") not in food
