"""Whose turn it is: Vera's son, whom nobody wrote to, and Lena's, who has everything but a visit."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone
from tests.rooms.errands.world import ILYA, errands_for, packing
from tests.rooms.matters.world import FamilyAtDoor, asks, file_of, keys
from tests.rooms.people.world import enrol

from peredacha.core.facts import Person, Reach, Request
from peredacha.core.law.quotas import Slot
from peredacha.rooms.errands.services import note_slot, reserve
from peredacha.rooms.parcels.models import ParcelRequest
from peredacha.rooms.parcels.services import ask_parcel
from peredacha.rooms.people.services import COOKIE, HELPER, begin_visit

pytestmark = pytest.mark.django_db
URL = "/en/turns/"
OLEG = Person(surname="Смирнов", given="Олег", sex="m", born_on="1990-01-01")


@pytest.fixture(autouse=True)
def september(time_machine) -> None:
    """Families ask in September 2026."""
    time_machine.move_to("2026-09-07T12:00:00+03:00")


def family(person: Person) -> FamilyAtDoor:
    """Somebody asks for a parcel."""
    return asks(Request(asks=("parcel",), answers={"stage": "colony"}, name="Семья"), Reach(), person)


def later(time_machine) -> None:
    """It is November; visits are begun anew."""
    time_machine.move_to("2026-11-22T12:00:00+03:00")


def page(client, kind: str = "", status: int = 200) -> str:
    answer = client.get(URL, {"kind": kind} if kind else {})
    assert answer.status_code == status, answer.status_code
    return str(answer.content.decode()).replace("\xa0", " ")


def anew(helper):
    """The helper signs in again, weeks later."""
    visit = begin_visit(kind=HELPER, subject=helper.member.id, keys=helper.pair.packed(), now=timezone.now())
    helper.client.cookies[COOKIE] = visit.token
    return helper


def test_who_had_no_parcel_for_longest_stands_first_with_the_reason(time_machine) -> None:
    chapter, vera, lena = packing(), family(ILYA), family(OLEG)
    errands_for(vera.keys, vera)
    opened = errands_for(lena.keys, lena)
    time_machine.move_to("2026-09-21T12:00:00+03:00")
    note_slot(
        opened=opened,
        slot=Slot(str(uuid4()), "parcels", timezone.localdate(), 5000, "family"),
        now=timezone.now(),
    )
    time_machine.move_to("2026-10-20T12:00:00+03:00")
    third = family(Person(surname="Яковлев", given="Яков"))
    errands_for(third.keys, third)
    later(time_machine)

    text = page(anew(chapter.pavel).client, "parcel")

    assert text.index("Кузнецов Илья") < text.index("Смирнов Олег") < text.index("Яковлев Яков")
    assert "No parcel for 8 weeks." in text and "No parcel yet." in text
    assert f"/parcels/matters/{vera.matter.id}/ask/" in text


def test_serving_him_moves_him_down_and_a_parcel_under_way_takes_him_out(time_machine) -> None:
    chapter, vera, lena = packing(), family(ILYA), family(OLEG)
    opened, _other = errands_for(vera.keys, vera), errands_for(lena.keys, lena)
    later(time_machine)
    pavel = anew(chapter.pavel)
    note_slot(
        opened=opened,
        slot=Slot(str(uuid4()), "parcels", timezone.localdate(), 900, "movement"),
        now=timezone.now(),
    )

    text = page(pavel.client, "parcel")
    assert text.index("Смирнов Олег") < text.index("Кузнецов Илья")
    assert "A parcel within these seven days." in text

    ask_parcel(
        keys=keys(pavel), file=file_of(keys(pavel), lena.matter), request=ParcelRequest(), now=timezone.now()
    )
    assert "Смирнов" not in page(pavel.client, "parcel")


def test_a_visit_that_is_planned_takes_him_out_until_its_day_is_over(time_machine) -> None:
    chapter, vera = packing(), family(ILYA)
    opened = errands_for(vera.keys, vera, regime="general")
    later(time_machine)
    day = timezone.localdate() + timedelta(days=3)
    slot = Slot(str(uuid4()), "short_visits", day, 0, "family", "reserved", day + timedelta(days=7))
    reserve(opened=opened, slot=slot, now=timezone.now())

    assert "Кузнецов" not in page(anew(chapter.pavel).client, "visit")
    assert "Кузнецов" in page(chapter.pavel.client, "letter")


def test_who_packs_sees_an_alias_and_no_name_and_only_what_he_can_do(time_machine) -> None:
    chapter, vera, lena = packing(), family(ILYA), family(OLEG)
    opened = errands_for(vera.keys, vera, alias="Синица")
    errands_for(lena.keys, lena)
    later(time_machine)

    text = page(anew(chapter.petya).client)

    assert "Синица" in text and "Somebody without an alias yet" in text
    assert "Кузнецов" not in text and "Смирнов" not in text and str(vera.matter.id) not in text
    assert f"/errands/{opened.row.id}/" in text
    assert "kind=contact" not in text and "kind=parcel" in text


def test_a_place_that_was_confirmed_goes_down(time_machine) -> None:
    chapter, vera, lena = packing(), family(ILYA), family(OLEG)
    errands_for(vera.keys, vera)
    errands_for(lena.keys, lena, confirmed_on="2026-11-20", place="ИК-7")
    later(time_machine)

    text = page(anew(chapter.pavel).client, "place")

    assert text.index("Кузнецов") < text.index("Смирнов")
    assert "Nobody has ever confirmed where he is." in text
    assert "The place was confirmed within these seven days." in text


def test_strangers_other_chapters_and_families_see_nobody(time_machine) -> None:
    chapter, north = packing(), packing("north", "Olga", "Nina")
    vera = family(ILYA)
    errands_for(vera.keys, vera)
    igor = enrol("Igor", ("veteran",))

    assert "Nobody waits for this now." in page(north.pavel.client)
    assert "Кузнецов" in page(chapter.pavel.client)
    assert igor.client.get(URL).status_code in (302, 403, 404)
    assert vera.client.get(URL).status_code in (302, 403, 404)


def test_a_matter_to_which_nothing_is_carried_is_not_on_the_list() -> None:
    chapter, _vera = packing(), family(ILYA)

    assert "Nobody waits for this now." in page(chapter.pavel.client)


def test_where_nobody_waits_the_page_leads_on(time_machine) -> None:
    chapter = packing()

    for kind, way in (("visit", URL), ("", "/en/parcels/board/")):
        shown = page(chapter.pavel.client, kind)
        empty = shown[shown.index("Nobody waits for this now.") :].partition("</div>")[0]
        assert f'href="{way}"' in empty
        assert "/turns/pack/" not in shown
