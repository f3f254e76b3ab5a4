"""Somebody owns the database: rows of parcels, letters, visits and errands moved, swapped, copied, re-keyed."""

from typing import Any
from uuid import UUID

import pytest
from django.db.models import F
from django.utils import timezone
from tests.attacks.carried import PENNAME
from tests.attacks.watching import body_of, visit
from tests.attacks.world import MARK, House
from tests.rooms.errands.world import errands_for, seen_by
from tests.rooms.matters.world import keys
from tests.rooms.parcels.world import as_seen, vera_wants
from tests.rooms.people.world import enrol
from tests.rooms.vault.world import circle_of

from peredacha.core.sealing import KeyPair
from peredacha.rooms.errands.models import ErrandCard, ErrandFile, ErrandRow
from peredacha.rooms.errands.selectors import packers_of
from peredacha.rooms.errands.services import served_cards
from peredacha.rooms.letters.models import Letter, LetterRow
from peredacha.rooms.letters.services import open_letter
from peredacha.rooms.parcels.models import Parcel, ParcelCard, ParcelRow
from peredacha.rooms.parcels.services import open_cards
from peredacha.rooms.vault.models import CircleName, Grant, Holder
from peredacha.rooms.vault.services import seat_member
from peredacha.rooms.visits.models import Visit, VisitRow

pytestmark = pytest.mark.django_db


def pages_of_nina(house: House) -> str:
    """Everything that Nina sees of what is carried; every page opens."""
    nina, seen = house.nina, []
    for room in ("errands", "parcels", "letters", "visits"):
        answer = visit(nina.client, "get", f"/{room}/matters/{nina.matter.id}/")
        assert answer.status_code == 200, room
        seen.append(body_of(answer))
    seen.append(body_of(visit(nina.client, "get", f"/errands/matters/{nina.matter.id}/person/")))
    return "\n".join(seen)


def safe_of(table: Any, house: House) -> UUID:
    """A safe of Vera's in which such rows lie."""
    owner = {ErrandRow: ErrandFile, ParcelRow: Parcel, VisitRow: Visit, LetterRow: Letter}[table]
    return owner.objects.filter(matter=house.vera.matter).first().safe_id


@pytest.mark.parametrize("table", [ErrandRow, ParcelRow, VisitRow, LetterRow])
def test_rows_moved_to_another_familys_safes_open_there_no_more(house: House, table: Any) -> None:
    hers = errands_for(house.nina.keys, house.nina, held="colony").safe.id
    parcel = vera_wants(house.nina, held="colony")
    to = parcel.safe.id if table is ParcelRow else hers
    moved = table.objects.filter(safe=safe_of(table, house)).update(safe=to, sequence=F("sequence") + 1000)

    seen = pages_of_nina(house)

    assert moved and MARK not in seen and PENNAME not in seen


@pytest.mark.parametrize("table", [ErrandFile, Parcel, Visit, Letter])
def test_a_safe_hung_on_another_familys_matter_opens_for_nobody_there(house: House, table: Any) -> None:
    moved = table.objects.filter(matter=house.vera.matter).update(matter=house.nina.matter)

    seen = pages_of_nina(house)
    one = visit(house.nina.client, "get", f"/parcels/{house.carried.ids['parcels']['parcel'][0]}/")

    assert moved and MARK not in seen and PENNAME not in seen
    assert one.status_code == 404


def test_cards_swapped_between_two_parcels_are_taken_for_neither(house: House) -> None:
    one, other = ParcelCard.objects.all()[:2]
    for row, card in ((one, other), (other, one)):
        ParcelCard.objects.filter(pk=row.pk).update(sealed=card.sealed, form=card.form)

    opened = open_cards(keys(house.carried.petya), Parcel.objects.all())
    board = visit(house.carried.petya.client, "get", "/parcels/board/")

    assert [card.card for card in opened] == [None, None]
    assert board.status_code == 200 and f"{MARK}ов" not in body_of(board)


def who_waits(house: House) -> str:
    """Whom the list of the least served names to Petya, who reads no matter."""
    answer = visit(house.carried.petya.client, "get", "/turns/", {"kind": "place"})
    assert answer.status_code == 200
    return body_of(answer)


def lists(house: House) -> list[int]:
    """What every list and button answers that orders people by their cards."""
    petya, polina, ride = house.carried.petya, house.carried.polina, house.carried.ids["visits"]["ride"][0]
    urls = ("/turns/", "/turns/pack/", "/boxes/batches/", "/visits/alone/", f"/visits/rides/{ride}/")
    seen = [visit(petya.client, "get", url) for url in (*urls, "/parcels/board/", "/parcels/places/")]
    return [one.status_code for one in (*seen, visit(polina.client, "get", "/letters/write/"))]


def test_a_card_of_another_person_shows_no_foreign_alias(house: House) -> None:
    errands_for(house.nina.keys, house.nina, held="colony", alias="Дрозд77")
    one, other = ErrandCard.objects.order_by("pk")
    assert PENNAME in who_waits(house) and "Дрозд77" in who_waits(house)
    before = lists(house)

    for row, card in ((one, other), (other, one)):
        ErrandCard.objects.filter(pk=row.pk).update(sealed=card.sealed, form=card.form, circle=card.circle)

    assert PENNAME not in who_waits(house) and "Дрозд77" not in who_waits(house)
    assert lists(house) == before and set(before) <= {200, 302}
    other.delete()
    ErrandCard.objects.filter(pk=one.pk).update(
        errands=other.errands, sealed=one.sealed, form=one.form, circle=one.circle
    )
    assert PENNAME not in who_waits(house)


@pytest.mark.parametrize("damage", [b"", b"\0", b"\xff" * 4000])
def test_beside_a_damaged_card_the_others_are_named_and_every_list_answers(
    house: House, damage: bytes
) -> None:
    errands_for(house.nina.keys, house.nina, held="colony", alias="Дрозд77")
    ErrandCard.objects.filter(errands__matter=house.vera.matter).update(sealed=damage)

    page = who_waits(house)

    assert "Дрозд77" in page and PENNAME not in page
    assert set(lists(house)) <= {200, 302}


def test_the_card_given_to_another_circle_opens_for_nobody_there(house: House) -> None:
    writers = circle_of(CircleName.WRITERS)
    ErrandCard.objects.update(circle=writers)

    assert PENNAME not in who_waits(house)
    assert served_cards(keys(house.carried.polina), ErrandFile.objects.all()) == {}


def test_a_letters_grant_copied_for_another_writer_opens_nothing(house: House) -> None:
    igor = enrol("Igor", ("writer",))
    seat_member(keys=keys(house.pavel), circle=circle_of(CircleName.WRITERS), member=igor.member)
    igor.client.get("/letters/mine/")
    letter = Letter.objects.filter(state="waiting")[0]
    for one in Grant.objects.filter(safe=letter.safe_id, holder=house.carried.polina.member.id):
        one.pk, one._state.adding = None, True
        one.holder_id = igor.member.id
        one.save()

    assert open_letter(keys(igor), letter, now=timezone.now()) is None
    assert visit(igor.client, "get", f"/letters/mine/{letter.id}/").status_code == 404
    assert PENNAME in body_of(visit(house.carried.polina.client, "get", f"/letters/mine/{letter.id}/"))


def asks_again(house: House) -> Any:
    """Vera asks for one more parcel."""
    told = {"page": 3, "kind": "parcel", "things": ["tea"], "words": "Рост 190", "way": "window", "once": "m"}
    return visit(house.vera.client, "post", f"/parcels/matters/{house.vera.matter.id}/ask/", told)


def test_the_packers_key_replaced_gets_no_parcel_and_vera_a_sentence(house: House) -> None:
    packers = packers_of("demo")
    assert packers is not None
    before = set(Grant.objects.filter(holder=packers.id).values_list("pk", flat=True))
    Holder.objects.filter(pk=packers.id).update(public=KeyPair.fresh().public.packed())

    answer = asks_again(house)

    assert answer.status_code in (302, 409, 503) and (answer.status_code == 302 or "<h1" in body_of(answer))
    assert set(Grant.objects.filter(holder=packers.id).values_list("pk", flat=True)) == before


def test_the_seat_of_a_matter_replaced_gets_nothing_that_comes(house: House) -> None:
    """Igor puts his own public key in the place of the pair by which the matter's readers open parcels."""
    seat = Parcel.objects.filter(matter=house.vera.matter)[0].seat_id
    before = set(Grant.objects.filter(holder=seat).values_list("pk", flat=True))
    Holder.objects.filter(pk=seat).update(public=KeyPair.fresh().public.packed())

    answer = asks_again(house)

    assert answer.status_code in (302, 409, 503)
    assert set(Grant.objects.filter(holder=seat).values_list("pk", flat=True)) <= before
    assert seen_by(house.vera.keys, house.vera) is not None


def test_a_parcel_set_to_ended_by_hand_is_told_as_it_stands_by_its_sealed_steps(house: House) -> None:
    box = house.carried.ids["parcels"]["parcel"][0]
    Parcel.objects.filter(id=box).update(state="ended")
    mine = visit(house.carried.petya.client, "get", f"/parcels/{box}/")

    assert mine.status_code == 200
    assert as_seen(keys(house.carried.petya), house_parcel(house)).state == "planned"


def house_parcel(house: House) -> Any:
    """The parcel that waits, by its name alone."""
    return Parcel.objects.get(id=house.carried.ids["parcels"]["parcel"][0])
