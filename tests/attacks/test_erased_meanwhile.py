"""Vera erases everything in the very moment in which somebody writes: one sentence, and no row is left."""

from collections.abc import Callable
from typing import Any
from unittest import mock
from uuid import uuid4

import pytest
from django.utils import timezone
from tests.attacks.test_damaged_carried import one_tea
from tests.attacks.watching import body_of, visit
from tests.attacks.world import House
from tests.rooms.errands.world import today
from tests.rooms.visits.world import boxes

from peredacha.rooms.errands.models import ErrandFile, ErrandRow
from peredacha.rooms.home.services import erase
from peredacha.rooms.matters.models import Matter
from peredacha.rooms.matters.services import further_safes
from peredacha.rooms.parcels.models import ParcelRow

pytestmark = pytest.mark.django_db
SENTENCES = {302, 404, 409, 410}
Told = tuple[str, str, dict[str, Any]]


def by_vera(house: House) -> list[Told]:
    """The service that acts, the address, and what Vera types there."""
    matter, day = house.vera.matter.id, boxes(today())
    plan = {**boxes(today()), "kind": "short_visits", "note": "слово", "key": str(uuid4())}
    ask = {"page": 3, "kind": "parcel", "things": ["tea"], "words": "слово", "way": "window", "once": "m"}
    meets = f"/visits/matters/{matter}/{house.carried.ids['visits']['visit'][0]}/"
    errands = f"/errands/matters/{matter}/"
    return [
        ("errands.views.counter.plan_own", f"{errands}plan/", plan),
        ("errands.views.counter.note_own", f"{errands}used/", {**plan, "kind": "parcels"}),
        ("errands.views.counter.mend_seat", f"{errands}mend/", {}),
        ("errands.views.counter.mend_seat", f"{errands}mend/", {"anew": "1"}),
        ("errands.views.person.tell_person", f"{errands}person/1/", {"surname": "Иной", "given": "Илья"}),
        ("errands.views.person.begin_errands", f"{errands}person/still/", {}),
        ("parcels.views.asking.ask_parcel", f"/parcels/matters/{matter}/ask/", ask),
        (
            "visits.views.visits.want_visit",
            f"/visits/matters/{matter}/new/",
            {"kind": "short", "once": str(uuid4())},
        ),
        ("visits.views.visits.note_made", f"{meets}made/", day),
        ("visits.views.visits.plan_day", f"{meets}day/", day),
    ]


def by_petya(house: House) -> list[Told]:
    """The same for Petya, who sees the parcel and not the matter."""
    parcel, errands = house.carried.ids["parcels"]["parcel"][0], house.carried.ids["errands"]["errands"][0]
    lays = {"act": "take", "tare": "100", **one_tea(house)}
    step = f"/parcels/{parcel}/steps/planned/"
    return [
        ("parcels.views.parcels.take_step", step, boxes(today())),
        (
            "parcels.views.parcels.take_step",
            f"/parcels/{parcel}/steps/elsewhere/",
            {**boxes(today()), "text": "ИК-3"},
        ),
        ("parcels.views.parcels.take_up", f"/parcels/{parcel}/hold/", {"take": "1"}),
        ("boxes.views.boxes.lay", f"/boxes/parcels/{parcel}/list/", lays),
        ("errands.views.carried.confirm_place", f"/errands/{errands}/still/", {"how": "call"}),
    ]


def sent(house: House, client: Any, told: Told) -> Any:
    """The form arrives; between the look at the matter and the act everything is erased."""
    name, url, typed = told
    module, _dot, act = f"peredacha.rooms.{name}".rpartition(".")
    real: Callable[..., Any] = getattr(__import__(module, fromlist=[act]), act)
    erased = []

    def first_erases(*given: Any, **more: Any) -> Any:
        erased.append(erase(Matter.objects.get(pk=house.vera.matter.pk), today=timezone.localdate()))
        return real(*given, **more)

    with mock.patch(f"{module}.{act}", first_erases):
        answer = visit(client, "post", url, typed)
    assert erased, url
    return answer


@pytest.mark.parametrize("number", range(15))
def test_what_is_written_into_a_matter_that_is_just_erased_is_a_sentence(house: House, number: int) -> None:
    acts = [(house.vera.client, one) for one in by_vera(house)]
    acts += [(house.carried.petya.client, one) for one in by_petya(house)]
    client, told = acts[number]

    answer = sent(house, client, told)

    assert answer.status_code in SENTENCES, told[1]
    assert answer.status_code == 302 or "<h1" in body_of(answer)
    assert not Matter.objects.filter(pk=house.vera.matter.pk).exists()
    assert (
        not ErrandFile.objects.exists() and not ErrandRow.objects.exists() and not ParcelRow.objects.exists()
    )
    assert not further_safes(house.vera.matter)
