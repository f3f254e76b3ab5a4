"""The page of the counter: Vera tells what she brought, plans what she will bring, and nobody spends it twice."""

import re
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from django.utils.translation import override
from tests.rooms.errands.world import errands_for, packing, seen_by, today, vera_asks_for_food
from tests.rooms.matters.world import FamilyAtDoor, asks, file_of, keys
from tests.rooms.people.world import enrol

from peredacha.core.law.quotas import Slot
from peredacha.rooms.errands.models import ErrandFile
from peredacha.rooms.errands.services import reserve, summary_for

pytestmark = pytest.mark.django_db


def at(vera: FamilyAtDoor, page: str = "") -> str:
    """The address of a page of Vera's errands."""
    return f"/en/errands/matters/{vera.matter.id}/{page}"


def day(moment: date) -> dict[str, str]:
    """A day in three boxes."""
    return {"on_0": str(moment.day), "on_1": str(moment.month), "on_2": str(moment.year)}


def plans(vera: FamilyAtDoor, client: Client | None = None, **typed: str) -> HttpResponse:
    """Vera plans something for next week."""
    told = {
        "kind": "parcels",
        "key": str(uuid4()),
        "grams": "10",
        **day(today() + timedelta(days=7)),
        **typed,
    }
    return (client or vera.client).post(at(vera, "plan/"), told)  # type: ignore[return-value]


def text(response: HttpResponse) -> str:
    """What stands on the page, on one line."""
    plain = re.sub(r"<[^>]+>", " ", response.content.decode())
    return " ".join(plain.replace("\xa0", " ").split())


def test_vera_sees_what_is_left_before_anything_was_told_and_looking_writes_nothing() -> None:
    packing()
    vera = vera_asks_for_food()

    page = vera.client.get(at(vera))

    assert page.status_code == 200 and "Parcels that are left" in text(page)
    assert not ErrandFile.objects.exists()


def test_vera_tells_of_her_parcel_and_pavel_sees_one_less() -> None:
    chapter, vera = packing(), vera_asks_for_food()
    errands_for(vera.keys, vera)
    typed = {"kind": "parcels", "key": str(uuid4()), "grams": "9,5", **day(today() - timedelta(days=2))}

    for _tap in range(2):
        assert vera.client.post(at(vera, "used/"), typed).status_code == 302

    told = text(chapter.pavel.client.get(at(vera)))
    assert "Parcels that are left 3" in told
    assert "9.5 kg." in told and "By the family: used." in told


def test_the_fifth_plan_has_no_place_and_one_sentence_says_what_to_do() -> None:
    packing()
    vera = vera_asks_for_food()
    errands_for(vera.keys, vera)
    for _one in range(4):
        assert plans(vera).status_code == 302

    refused = plans(vera, note="Тётя Зоя")

    assert refused.status_code == 422
    assert "none is left until" in text(refused)
    assert "Тётя Зоя" in refused.content.decode()
    assert len(seen_by(vera.keys, vera).slots) == 4  # type: ignore[union-attr]


def test_a_plan_of_vera_s_is_given_back_and_its_place_is_free_again() -> None:
    packing()
    vera = vera_asks_for_food()
    errands_for(vera.keys, vera)
    for _one in range(4):
        plans(vera)
    slot = seen_by(vera.keys, vera).slots[0]  # type: ignore[union-attr]

    assert vera.client.post(at(vera, f"slots/{slot.key}/"), {"state": "released"}).status_code == 302

    assert plans(vera).status_code == 302
    assert vera.client.get(at(vera, f"slots/{slot.key}/")).status_code == 404


def test_what_was_handed_in_counts_with_its_day_and_weight() -> None:
    packing()
    vera = vera_asks_for_food()
    errands_for(vera.keys, vera)
    plans(vera)
    slot = seen_by(vera.keys, vera).slots[0]  # type: ignore[union-attr]

    vera.client.post(at(vera, f"slots/{slot.key}/"), {"state": "used", "grams": "12.25", **day(today())})

    used = seen_by(vera.keys, vera).slots[0]  # type: ignore[union-attr]
    assert (used.state, used.grams, used.on) == ("used", 12_250, today())


def test_in_a_remand_prison_the_weight_is_asked_and_thirty_kilograms_are_the_end() -> None:
    packing()
    vera = vera_asks_for_food()
    errands_for(vera.keys, vera, held="remand", regime=None, admitted_on="")

    light = plans(vera, grams="", **day(today()))
    assert light.status_code == 422 and "every kilogram counts" in text(light)
    assert plans(vera, grams="20", **day(today())).status_code == 302
    heavy = plans(vera, grams="10,5", **day(today()))

    assert heavy.status_code == 422 and "Only 10 kg are left this month" in text(heavy)


def test_a_day_that_cannot_be_meant_is_said_and_nothing_typed_is_lost() -> None:
    packing()
    vera = vera_asks_for_food()

    ahead = vera.client.post(
        at(vera, "used/"), {"kind": "packets", "key": str(uuid4()), **day(today() + timedelta(days=3))}
    )
    behind = plans(vera, **day(today() - timedelta(days=3)))
    wrong = plans(vera, grams="много")

    assert ahead.status_code == behind.status_code == wrong.status_code == 422
    assert "still ahead" in text(ahead) and "over" in text(behind) and "number" in text(wrong)
    assert 'value="много"' in wrong.content.decode()
    assert not ErrandFile.objects.exists()


def test_nobody_ends_a_slot_here_that_another_room_keeps() -> None:
    chapter, vera = packing(), vera_asks_for_food()
    opened = errands_for(keys(chapter.pavel), vera)
    key = str(uuid4())
    slot = Slot(key, "parcels", today(), 9_000, "movement", "reserved", today() + timedelta(days=5))
    reserve(opened=opened, slot=slot, now=timezone.now())

    assert vera.client.post(at(vera, f"slots/{key}/"), {"state": "released"}).status_code == 404
    assert "the place is kept until" in text(vera.client.get(at(vera)))


def test_strangers_and_other_families_find_nothing() -> None:
    packing()
    vera, other, igor = vera_asks_for_food(), asks(), enrol("Igor", ("veteran",))
    errands_for(vera.keys, vera)

    for client in (other.client, igor.client):
        for page in ("", "used/", "plan/", "person/", "person/1/", f"slots/{uuid4()}/"):
            assert client.get(at(vera, page)).status_code == 404
    assert Client().get(at(vera)).status_code == 302


def test_the_family_comes_to_its_own_counter_from_an_address_that_names_nothing() -> None:
    packing()
    vera = vera_asks_for_food()

    assert vera.client.get("/en/errands/")["Location"] == at(vera)


def test_the_summary_says_what_is_left_and_what_somebody_heard_of_the_place() -> None:
    chapter, vera = packing(), vera_asks_for_food()
    errands_for(vera.keys, vera, place="ИК-9", heard="ИК-3")
    plans(vera)

    with override("en"):
        told = summary_for(keys(chapter.pavel), file_of(keys(chapter.pavel), vera.matter), now=timezone.now())

    assert "here: ИК-3" in told.left and "left: 3." in told.left
