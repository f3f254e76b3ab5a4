"""The board shows what is next, and names to packers alone."""

from uuid import UUID

import pytest
from tests.rooms.boxes.world import the_window
from tests.rooms.errands.world import packing, vera_asks_for_food
from tests.rooms.matters.world import keys
from tests.rooms.parcels.world import petya_walks, today, vera_wants
from tests.rooms.people.world import enrol

from peredacha.rooms.board.services import BoardFilters, board, places_on_board
from peredacha.rooms.parcels.models import ParcelCard, ParcelRequest, WishLine

pytestmark = pytest.mark.django_db


def test_the_board_shows_names_to_packers_alone() -> None:
    chapter, vera = packing(), vera_asks_for_food()
    vera_wants(vera)
    igor = enrol("Igor", ("packer",))

    seen = board(keys(chapter.petya), "demo", filters=BoardFilters())
    igors = board(keys(igor), "demo", filters=BoardFilters())

    assert [one.card and one.card.name for one in seen.cards] == ["Кузнецов Илья Олегович"]
    assert (igors.sits, igors.cards, igors.total) == (False, (), 0)


def test_the_board_is_narrowed_by_day_state_kind_and_place() -> None:
    chapter, vera, window = packing(), vera_asks_for_food(), the_window()
    petya = keys(chapter.petya)
    first = petya_walks(chapter, vera_wants(vera, facility=window.public_id), "packed")
    packet = vera_wants(vera, ParcelRequest(kind="packet", wishes=(WishLine("tea"),)))

    def found(**asked: object) -> set[UUID]:
        return {one.parcel.id for one in board(petya, "demo", filters=BoardFilters(**asked)).cards}  # type: ignore[arg-type]

    assert found() == {first.id, packet.id}
    assert found(until=today()) == set()
    assert found(state="packed") == {first.id}
    assert found(kind="packet") == {packet.id}
    assert found(facility=window.public_id, kind="parcel") == {first.id}
    assert places_on_board(petya, "demo") == [(window.public_id, 2)]


def test_a_board_with_nothing_on_it_says_when_something_will_be() -> None:
    petya = packing().petya

    page = petya.client.get("/en/parcels/board/").content.decode()

    assert "A parcel appears as soon as a family, a letter or a helper asks for one." in page
    assert 'href="/en/stores/short/"' in page and "0 parcels" not in page
    narrowed = petya.client.get("/en/parcels/board/?show=sent").content.decode()
    assert "No such parcel now." in narrowed and 'href="/en/parcels/board/"' in narrowed


def test_a_card_moved_to_another_parcel_does_not_open() -> None:
    chapter, vera = packing(), vera_asks_for_food()
    one, two = vera_wants(vera), petya_walks(chapter, vera_wants(vera), "agreed")
    swapped = ParcelCard.objects.get(parcel=two.id)
    ParcelCard.objects.filter(parcel=one.id).update(form=swapped.form, sealed=bytes(swapped.sealed))

    seen = board(keys(chapter.petya), "demo", filters=BoardFilters())

    assert {card.parcel.id: card.card is None for card in seen.cards} == {one.id: True, two.id: False}
