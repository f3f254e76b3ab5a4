"""The pages: Vera asks one question a page, Petya carries with two taps, Igor finds nothing."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone
from tests.rooms.errands.world import packing, vera_asks_for_food
from tests.rooms.matters.world import FamilyAtDoor, keys
from tests.rooms.parcels.world import BOX, HONEY, TEA, as_seen, petya_walks, today, vera_wants
from tests.rooms.people.world import enrol

from peredacha.core.law.quotas import Slot
from peredacha.design.wording import one_in_words
from peredacha.rooms.errands.services import note_slot
from peredacha.rooms.parcels.models import Contents, Parcel
from peredacha.rooms.parcels.services import ParcelFile, erase_due, lay_in, weight_words

pytestmark = pytest.mark.django_db
NBSP = "\N{NO-BREAK SPACE}"


def day(of: object) -> dict[str, object]:
    """A day as the three boxes send it."""
    return {"on_0": of.day, "on_1": of.month, "on_2": of.year}  # type: ignore[attr-defined]


def ask_url(vera: FamilyAtDoor) -> str:
    """Where Vera asks."""
    return f"/parcels/matters/{vera.matter.id}/ask/"


LAST = {"page": 3, "kind": "parcel", "things": ["tea", "underwear"], "words": "Рост 190", "way": "window"}


def test_vera_asks_one_question_a_page_and_finds_her_parcel() -> None:
    packing()
    vera = vera_asks_for_food()
    first = vera.client.get(ask_url(vera))
    things = vera.client.post(ask_url(vera), {"page": 0, "kind": "parcel"})
    back = vera.client.post(ask_url(vera), {"page": 1, "kind": "parcel", "things": ["tea"], "back": "1"})

    done = vera.client.post(ask_url(vera), LAST | {"once": "m1"})

    assert first.status_code == things.status_code == back.status_code == 200
    assert 'name="things"' in things.text and 'name="kind" value="parcel"' in things.text
    assert 'value="parcel" id="id_kind_0" checked' in back.text.replace(" required", "")
    page = vera.client.get(done.headers["Location"])
    assert "Рост 190" in page.text and "Кузнецов" in page.text


def test_two_taps_on_the_last_button_ask_for_one_parcel() -> None:
    packing()
    vera = vera_asks_for_food()

    once = vera.client.post(ask_url(vera), LAST | {"once": "m1"}).headers["Location"]
    again = vera.client.post(ask_url(vera), LAST | {"once": "m1"}).headers["Location"]

    assert once == again and Parcel.objects.count() == 1


def test_a_day_that_is_over_is_one_sentence_and_nothing_typed_is_lost() -> None:
    packing()
    vera = vera_asks_for_food()
    over = {"deliver_by_0": 1, "deliver_by_1": 2, "deliver_by_2": 2020}

    wrong = vera.client.post(ask_url(vera), LAST | over)

    assert wrong.status_code == 422 and not Parcel.objects.exists()
    assert 'value="2020"' in wrong.text and 'name="words" value="Рост 190"' in wrong.text


def walked(client: Client, parcel: ParcelFile, step: str, **told: object) -> int:
    """One step through its page; the status of the answer."""
    on = told.pop("on", today())
    return client.post(f"/parcels/{parcel.id}/steps/{step}/", {**day(on), **told}).status_code


def test_petya_carries_it_through_the_pages() -> None:
    chapter, vera = packing(), vera_asks_for_food()
    parcel, petya = vera_wants(vera), chapter.petya.client
    assert "Кузнецов" in petya.get("/parcels/board/").text
    petya.post(f"/parcels/{parcel.id}/hold/", {"take": "1"})

    assert walked(petya, parcel, "agreed", code="prisoner", text="звонил") == 302
    assert walked(petya, parcel, "placed", code="call") == 302
    counter = petya.get(f"/en/parcels/{parcel.id}/steps/planned/").text
    assert walked(petya, parcel, "planned", on=today() + timedelta(days=3)) == 302

    assert "Parcels that are left: 4." in counter
    page = petya.get(f"/parcels/{parcel.id}/").text
    assert "Petya" in page and "звонил" in page
    assert as_seen(keys(chapter.petya), parcel).row.held_by == chapter.petya.member


def test_a_day_of_tomorrow_is_refused_for_what_happened() -> None:
    chapter, vera = packing(), vera_asks_for_food()
    parcel = petya_walks(chapter, vera_wants(vera), "packed")

    wrong = chapter.petya.client.post(
        f"/parcels/{parcel.id}/steps/handed/", {**day(today() + timedelta(days=2)), "text": "К-17"}
    )

    assert wrong.status_code == 422 and "К-17" in wrong.text
    assert as_seen(vera.keys, parcel).state == "packed"


def test_no_place_is_one_sentence_on_the_page_of_the_day() -> None:
    chapter, vera = packing(), vera_asks_for_food()
    parcel = petya_walks(chapter, vera_wants(vera), "placed")
    opened = parcel.errands
    for key in "abcd":
        slot = Slot(key, "parcels", today(), 9_000, "family")
        opened = note_slot(opened=opened, slot=slot, now=timezone.now())

    refused = chapter.petya.client.post(
        f"/en/parcels/{parcel.id}/steps/planned/", day(today() + timedelta(days=3))
    )

    assert refused.status_code == 422 and "A small packet may still be possible" in refused.text
    assert as_seen(vera.keys, parcel).state == "placed"


def test_the_window_refuses_the_honey_and_vera_is_told_what_now() -> None:
    chapter, vera = packing(), vera_asks_for_food()
    parcel = petya_walks(chapter, vera_wants(vera), "packed")
    told = {"thing": HONEY.name, "code": "banned", "text": "не положено"}

    assert walked(chapter.petya.client, parcel, "thing", **told) == 302

    page = vera.client.get(f"/parcels/{parcel.id}/").text
    assert f"/boxes/parcels/{parcel.id}/" not in page
    assert f"/parcels/{parcel.id}/complaint/" in page and "не положено" in page
    seen = as_seen(vera.keys, parcel)
    assert seen.contents and [one.name for one in seen.contents.lines] == [BOX.lines[0].name]


def test_a_step_that_somebody_else_took_is_told_and_nothing_happens_twice() -> None:
    chapter, vera = packing(), vera_asks_for_food()
    parcel = petya_walks(chapter, vera_wants(vera), "handed")

    late = chapter.petya.client.post(f"/parcels/{parcel.id}/steps/planned/", day(today()))

    assert late.status_code == 409
    assert as_seen(vera.keys, parcel).state == "handed"


def test_igor_and_nobody_find_nothing() -> None:
    chapter, vera = packing(), vera_asks_for_food()
    parcel = vera_wants(vera)
    igor = enrol("Igor", ("veteran",)).client

    for path in ("", "steps/agreed/"):
        assert igor.get(f"/parcels/{parcel.id}/{path}").status_code == 404
        assert Client().get(f"/parcels/{parcel.id}/{path}").status_code == 302
        assert chapter.petya.client.get(f"/parcels/{uuid4()}/{path}").status_code == 404
    assert igor.post(f"/parcels/{parcel.id}/hold/", {"take": "1"}).status_code == 404
    assert vera.client.post(f"/parcels/{parcel.id}/hold/", {"take": "1"}).status_code == 404


def test_one_refused_thing_is_two_taps_the_thing_and_the_reason() -> None:
    chapter, vera = packing(), vera_asks_for_food()
    parcel, petya = petya_walks(chapter, vera_wants(vera), "packed"), chapter.petya.client
    address = f"/en/parcels/{parcel.id}/steps/thing/"

    page = petya.get(address).text
    buttons = re.findall(r'<button[^>]* name="code" value="(\w+)"', page)
    first = re.search(r'<main.*?<button[^>]* type="submit"( name="code" value="no_reason")?', page, re.DOTALL)
    taken = petya.post(address, {**day(today()), "thing": HONEY.name, "code": "banned"})

    assert {"banned", "packing", "no_reason"} <= set(buttons) and len(buttons) == len(set(buttons))
    assert first and first[1], "the key Enter writes no reason that nobody chose"
    assert taken.status_code == 302
    told = as_seen(keys(chapter.petya), parcel).last("thing")
    assert told and (told.thing, told.code) == (HONEY.name, "banned")
    alone = petya.get(address).text
    assert re.search(r'name="thing" value="Чай[^>]* checked', alone)


def test_a_reason_without_a_thing_is_one_sentence_and_stands_out_when_asked_again() -> None:
    chapter, vera = packing(), vera_asks_for_food()
    parcel, petya = petya_walks(chapter, vera_wants(vera), "packed"), chapter.petya.client
    told = {**day(today()), "code": "packing", "text": "не та упаковка"}

    wrong = petya.post(f"/en/parcels/{parcel.id}/steps/thing/", told)

    assert wrong.status_code == 422 and "не та упаковка" in wrong.text
    assert re.search(r'button-primary"[^>]* value="packing"', wrong.text)
    assert not re.search(r'button-primary"[^>]* value="banned"', wrong.text)


def test_a_parcel_that_reached_him_stays_a_link_with_its_day_until_it_is_erased() -> None:
    chapter, vera = packing(), vera_asks_for_food()
    parcel = petya_walks(chapter, vera_wants(vera), "delivered")
    listed = f"/en/parcels/matters/{vera.matter.id}/"

    page = vera.client.get(listed).text.replace("\xa0", " ")

    day = one_in_words(today())
    assert f'href="/en/parcels/{parcel.id}/">Parcel. It reached him: {day.replace(NBSP, " ")}</a>' in page
    Parcel.objects.update(erase_on=today())
    erase_due(today())
    assert str(parcel.id) not in vera.client.get(listed).text


def test_a_day_stands_once_and_a_family_reads_one_weight() -> None:
    chapter, vera = packing(), vera_asks_for_food()
    parcel = petya_walks(chapter, vera_wants(vera), "planned")
    day = (today() + timedelta(days=3)).day
    listed = vera.client.get(f"/en/parcels/matters/{vera.matter.id}/").text
    assert "The day is set." in listed and f"The day is set: {day}" not in listed

    light = Contents.of((TEA,), 301)
    packed = lay_in(parcel=as_seen(keys(chapter.petya), parcel), contents=light, now=timezone.now())
    told = {
        one: client.get(f"/en/parcels/{packed.id}/").text.replace("\xa0", " ")
        for one, client in (("vera", vera.client), ("petya", chapter.petya.client))
    }
    assert "Packed: 0.5 kg" in told["vera"] and "531" not in told["vera"]
    assert "Packed: 531 g" in told["petya"] and weight_words(1250) == "1.25 kg (1250 g)"
    assert "Who has the parcel: nobody yet" in told["petya"]
