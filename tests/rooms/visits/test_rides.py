"""Seats in a car: no seat twice, nobody in two cars on a day, and what the families read of it."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from tests.rooms.matters.world import keys
from tests.rooms.people.world import enrol
from tests.rooms.visits.world import (
    boxes,
    card,
    drives,
    driving,
    fixes,
    gives,
    soon,
    text,
    today,
    vera_of,
    visit_at,
    wants,
)

from peredacha.rooms.tallies.models import Tally
from peredacha.rooms.visits.models import Ride, RideTold
from peredacha.rooms.visits.services import (
    NoSeats,
    Offer,
    RidesAlready,
    Wish,
    give_back,
    give_seats,
    matches,
    travellers,
)
from peredacha.rooms.visits.services.matching import fits

FIRST = date(2026, 12, 1)
DAYS = st.integers(0, 6).map(lambda n: FIRST + timedelta(days=n))
PLACES = st.sampled_from(["a", "b", ""])
OFFERS = st.lists(st.tuples(PLACES, DAYS, st.integers(0, 5)), max_size=6)
WISHES = st.lists(
    st.tuples(st.sampled_from("uvw"), PLACES, DAYS, st.integers(0, 4), st.booleans()), max_size=8
)


@given(OFFERS, WISHES)
def test_no_seat_is_sold_twice_and_nobody_sits_in_two_cars_on_a_day(offered: list, wished: list) -> None:  # type: ignore[type-arg]
    offers = {str(n): Offer(str(n), place, on, free) for n, (place, on, free) in enumerate(offered)}
    wishes = {
        str(n): Wish(str(n), family, place, on, seats, firm)
        for n, (family, place, on, seats, firm) in enumerate(wished)
    }

    found = matches(offers.values(), wishes.values())

    for name, ride in offers.items():
        assert sum(one.seats for one in found if one.ride == name) <= ride.free
    days = [(wishes[one.visit].family, offers[one.ride].on) for one in found]
    assert len(days) == len(set(days))
    assert len({one.visit for one in found}) == len(found)
    assert all(fits(offers[one.ride], wishes[one.visit]) for one in found)


@given(DAYS, st.integers(1, 4))
def test_who_can_go_alone_is_always_proposed(on: date, seats: int) -> None:
    assert matches([Offer("r", "a", on, seats)], [Wish("v", "f", "a", on, seats, firm=True)])
    assert not matches([Offer("r", "a", on, seats - 1)], [Wish("v", "f", "a", on, seats)])


@pytest.mark.django_db
def test_boris_takes_zoya_along_and_she_reads_when_and_where() -> None:
    chapter = driving()
    vera = vera_of(chapter.colony)
    page = wants(vera, soon(), seats=2)
    fixes(vera, page, soon())
    ride = drives(chapter.boris, chapter.colony, soon())
    address = f"/en/visits/rides/{ride.id}/"

    assert "Зоя Кузнецова, бабушка" in text(chapter.petya.client.get(address))
    assert gives(chapter.petya, ride, visit_at(vera, page)).status_code == 302
    gives(chapter.petya, ride, visit_at(vera, page))

    assert Ride.objects.get().taken == 2
    told = text(vera.client.get(page))
    assert "07:00" in told and "Соснов, вокзал" in told and "Boris drives" in told and "Жигули" in told
    assert "1 seat is free" in text(chapter.boris.client.get(address))


@pytest.mark.django_db
def test_the_last_seats_go_to_one_family_alone() -> None:
    chapter = driving()
    vera, rita = vera_of(chapter.colony), vera_of(chapter.colony)
    first, second = wants(vera, soon(), seats=2), wants(rita, soon(), seats=2)
    ride = drives(chapter.boris, chapter.colony, soon(), seats=3)
    now = timezone.now()
    petya = {one.id: one for one in travellers(keys(chapter.petya), "demo", now=now)}
    boris = {one.id: one for one in travellers(keys(chapter.boris), "demo", now=now)}

    give_seats(opened=petya[visit_at(vera, first).id], ride=ride, card=RideTold(), now=now)
    with pytest.raises(NoSeats):
        give_seats(opened=boris[visit_at(rita, second).id], ride=ride, card=RideTold(), now=now)

    assert Ride.objects.get().taken == 2
    assert visit_at(rita, second).told.ride == ""


@pytest.mark.django_db
def test_one_family_does_not_go_with_two_cars_on_a_day() -> None:
    chapter = driving()
    vera = vera_of(chapter.colony)
    first, second = wants(vera, soon(), seats=1), wants(vera, soon(), seats=1)
    one, other = (drives(chapter.boris, chapter.colony, soon()) for _car in range(2))
    gives(chapter.petya, one, visit_at(vera, first))

    with pytest.raises(RidesAlready):
        give_seats(opened=visit_at(vera, second), ride=other, card=RideTold(), now=timezone.now())
    refused = gives(chapter.petya, other, visit_at(vera, second))

    assert refused.status_code == 422 and "another car already" in text(refused)
    assert Ride.objects.get(id=other.id).taken == 0


@pytest.mark.django_db
def test_seats_come_back_when_the_visit_ends_or_moves_or_vera_gives_them_back() -> None:
    chapter = driving()
    vera = vera_of(chapter.colony)
    ride = drives(chapter.boris, chapter.colony, soon())
    pages = [wants(vera, soon(), seats=2)]

    gives(chapter.petya, ride, visit_at(vera, pages[0]))
    assert vera.client.post(f"{pages[0]}seats/back/").status_code == 302
    assert Ride.objects.get().taken == 0
    gives(chapter.petya, ride, visit_at(vera, pages[0]))
    fixes(vera, pages[0], soon() + timedelta(days=1))
    assert Ride.objects.get().taken == 0
    fixes(vera, pages[0], soon())
    gives(chapter.petya, ride, visit_at(vera, pages[0]))
    for _tap in range(2):
        vera.client.post(f"{pages[0]}step/", {"step": "dropped"})

    assert Ride.objects.get().taken == 0
    assert give_back(opened=visit_at(vera, pages[0]), now=timezone.now()).told.ride == ""


@pytest.mark.django_db
def test_the_car_does_not_go_and_zoya_reads_it() -> None:
    chapter = driving()
    vera = vera_of(chapter.colony)
    page = wants(vera, soon(), seats=2)
    ride = drives(chapter.boris, chapter.colony, soon())
    gives(chapter.petya, ride, visit_at(vera, page))

    assert chapter.boris.client.post(f"/en/visits/rides/{ride.id}/off/").status_code == 302

    told = text(vera.client.get(page))
    assert "The ride was called off" in told and "2 seats are looked for" in told
    assert "Your car does not go. We look for other seats." in told
    with pytest.raises(NoSeats):
        give_seats(opened=visit_at(vera, page), ride=ride, card=RideTold(), now=timezone.now())
    gives(chapter.petya, drives(chapter.boris, chapter.colony, soon()), visit_at(vera, page))
    assert "Your car does not go" not in text(vera.client.get(page))


@pytest.mark.django_db
def test_a_ride_that_went_counts_its_seats_once() -> None:
    chapter = driving()
    vera = vera_of(chapter.colony)
    page = wants(vera, today(), seats=2)
    ride = drives(chapter.boris, chapter.colony, today())
    gives(chapter.petya, ride, visit_at(vera, page))

    for _tap in range(2):
        chapter.boris.client.post(f"/en/visits/rides/{ride.id}/done/")

    tally = Tally.objects.get()
    assert (tally.kind, tally.number) == ("ride_given", 2)


@pytest.mark.django_db
def test_a_car_to_another_place_or_far_from_the_day_is_not_proposed() -> None:
    chapter = driving()
    vera = vera_of(chapter.colony)
    wants(vera, soon(), seats=1)
    elsewhere = drives(chapter.boris, card("ik5", name="ИК-5"), soon())
    later = drives(chapter.boris, chapter.colony, soon() + timedelta(days=4))

    for ride in (elsewhere, later):
        assert "Nobody else looks for seats" in text(chapter.petya.client.get(f"/en/visits/rides/{ride.id}/"))
    assert "1 seat, Соснов, вокзал" in text(chapter.petya.client.get("/en/visits/rides/"))


@pytest.mark.django_db
def test_who_finds_no_seats_reads_no_rides_and_a_wrong_number_is_said() -> None:
    chapter = driving()
    ride = drives(chapter.boris, chapter.colony, soon())
    igor, vera = enrol("Igor", ("veteran",)), vera_of(chapter.colony)
    stranger = enrol("Kolya", ("packer",), "other")

    for client in (igor.client, vera.client, stranger.client):
        assert client.get(f"/en/visits/rides/{ride.id}/").status_code in (302, 403, 404)
    unseated = enrol("Fedya", ("packer",))
    assert unseated.client.get(f"/en/visits/rides/{ride.id}/").status_code == 404
    wrong = chapter.boris.client.post(
        "/en/visits/rides/new/", {"facility": chapter.colony.public_id, "seats": "много", **boxes(soon())}
    )
    assert wrong.status_code == 422 and "number from 1 to 50" in text(wrong)
    assert Ride.objects.count() == 1


@pytest.mark.django_db
def test_where_nobody_packs_a_driver_is_told_so() -> None:
    boris, colony = enrol("Boris", ("packer",)), card()
    typed = {"facility": colony.public_id, "from_where": "Соснов", "seats": "2", **boxes(soon())}

    answer = boris.client.post(
        "/en/visits/rides/new/", {**typed, "once": "8f14e45f-ceea-467f-a0e6-000000000001"}
    )

    assert answer.status_code == 422 and "Nobody packs in this chapter yet" in text(answer)
