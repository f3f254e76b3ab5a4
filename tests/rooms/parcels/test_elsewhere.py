"""Petya hears at the window that Ilya is not there: nothing is carried before his family or its helper says where."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from tests.rooms.errands.test_person_pages import colony
from tests.rooms.errands.world import Packing, packing, vera_asks_for_food
from tests.rooms.matters.world import FamilyAtDoor, keys
from tests.rooms.parcels.test_pages import day
from tests.rooms.parcels.world import BOX, as_seen, petya_walks, today, vera_wants

from peredacha.rooms.errands.services import served_cards
from peredacha.rooms.parcels.services import ChangedMeanwhile, ParcelFile, lay_in, take_step

pytestmark = pytest.mark.django_db
HEARD = "Who packs was told that he is now here"


@pytest.fixture
def house() -> tuple[Packing, FamilyAtDoor]:
    return packing(), vera_asks_for_food()


def hears(chapter: Packing, parcel: ParcelFile, code: str = "", text: str = "") -> None:
    """Petya writes down what they told at the window."""
    told = {**day(today()), "code": code, "text": text}
    answer = chapter.petya.client.post(f"/parcels/{parcel.id}/steps/elsewhere/", told)
    assert answer.status_code == 302, answer.content.decode()


def settles(vera: FamilyAtDoor, **typed: str) -> None:
    """Vera answers with one tap."""
    assert vera.client.post(f"/errands/matters/{vera.matter.id}/person/still/", typed).status_code == 302


def test_nothing_is_carried_until_vera_says_that_it_is_so(house: tuple[Packing, FamilyAtDoor]) -> None:
    chapter, vera = house
    parcel = petya_walks(chapter, vera_wants(vera, place="ИК-9"), "packed")
    other = petya_walks(chapter, vera_wants(vera), "planned")
    hears(chapter, parcel, text="ИК-3, Лесной")

    for held in (as_seen(keys(chapter.petya), parcel), as_seen(vera.keys, parcel)):
        assert "handed" not in held.may_follow and held.state == "packed"
    with pytest.raises(ChangedMeanwhile):
        take_step(parcel=parcel, step="handed", on=today(), now=timezone.now())
    with pytest.raises(ChangedMeanwhile):
        lay_in(parcel=other, contents=BOX, now=timezone.now())
    page = chapter.petya.client.get(f"/en/parcels/{parcel.id}/").text
    assert f"{HEARD}: ИК-3, Лесной" in page and "It is handed in" not in page
    person = vera.client.get(f"/en/errands/matters/{vera.matter.id}/person/").text
    assert f"{HEARD}: ИК-3, Лесной" in person and "Yes, he is there now" in person

    settles(vera, moved="1")

    known = as_seen(keys(chapter.petya), parcel).errands.recipient
    assert (known.place, known.heard, known.confirmed_on) == ("ИК-3, Лесной", "", today().isoformat())
    page = chapter.petya.client.get(f"/en/parcels/{parcel.id}/").text
    assert "He was moved since it was packed" in page
    gone = take_step(parcel=parcel, step="handed", on=today(), now=timezone.now())
    assert gone.state == "handed"
    settles(vera, moved="1")
    assert as_seen(vera.keys, parcel).errands.recipient.place == "ИК-3, Лесной"


def test_while_it_is_not_settled_the_list_of_turns_counts_his_place_as_unknown(
    house: tuple[Packing, FamilyAtDoor],
) -> None:
    chapter, vera = house
    parcel = petya_walks(chapter, vera_wants(vera, place="ИК-9"), "packed")

    assert known_on(chapter, parcel) == today()
    hears(chapter, parcel, text="ИК-3, Лесной")
    assert known_on(chapter, parcel) is None
    settles(vera, moved="1")
    assert known_on(chapter, parcel) == today()


def known_on(chapter: Packing, parcel: ParcelFile) -> date | None:
    """When somebody last knew where he is, by the card that the list opens."""
    row = parcel.errands.row
    return served_cards(keys(chapter.petya), [row])[row.matter_id].confirmed_on


def test_a_place_with_a_card_is_chosen_and_taken_with_its_card(house: tuple[Packing, FamilyAtDoor]) -> None:
    chapter, vera = house
    here, there = colony("colony"), colony("remand")
    parcel = petya_walks(chapter, vera_wants(vera, facility=here.public_id), "planned")
    page = chapter.petya.client.get(f"/en/parcels/{parcel.id}/steps/elsewhere/").text
    assert f'value="{there.public_id}"' in page and f'value="{here.public_id}"' not in page

    hears(chapter, parcel, code=there.public_id)
    settles(vera, moved="1")

    known = as_seen(vera.keys, parcel).errands.recipient
    assert (known.facility, known.place, known.held) == (there.public_id, "", "remand")
    wrong = chapter.petya.client.post(
        f"/en/parcels/{parcel.id}/steps/elsewhere/", {**day(today()), "code": "nowhere"}
    )
    assert wrong.status_code == 422 and "Choose one of the lines shown." in wrong.text


def test_only_not_there_any_more_asks_vera_where_and_her_own_word_ends_it(
    house: tuple[Packing, FamilyAtDoor],
) -> None:
    chapter, vera = house
    parcel = petya_walks(chapter, vera_wants(vera, place="ИК-9"), "placed")
    hears(chapter, parcel)
    person = f"/en/errands/matters/{vera.matter.id}/person/"

    page = vera.client.get(person).text
    assert "not there any more" in page and "Yes, he is there now" not in page
    assert vera.client.post(f"{person}2/", {"place": "ИК-5", "held": "colony"}).status_code == 302

    known = as_seen(vera.keys, parcel).errands.recipient
    assert (known.place, known.heard) == ("ИК-5", "")


def test_petya_cannot_settle_it_alone_but_takes_back_a_slip_of_the_finger(
    house: tuple[Packing, FamilyAtDoor],
) -> None:
    chapter, vera = house
    parcel, petya = petya_walks(chapter, vera_wants(vera, place="ИК-9"), "packed"), chapter.petya.client
    errands = f"/en/errands/{parcel.errands.row.id}/"
    hears(chapter, parcel, text="ИК-3")

    assert petya.post(f"{errands}still/").status_code == 302
    page = petya.get(errands).text
    assert HEARD in page and "He is still there: known today" not in page
    assert "The family, or who reads its matter, says where he is." in page
    mistake = as_seen(keys(chapter.petya), parcel).history[-1]
    assert petya.post(f"/en/parcels/{parcel.id}/undo/", {"at": mistake.at}).status_code == 302

    after = as_seen(keys(chapter.petya), parcel)
    assert after.errands.recipient.heard == "" and after.state == "packed"
    assert after.errands.recipient.confirmed_on == today().isoformat() and "handed" in after.may_follow


def test_pavel_who_packs_and_reads_the_matter_is_led_to_the_question(
    house: tuple[Packing, FamilyAtDoor],
) -> None:
    chapter, vera = house
    parcel = petya_walks(chapter, vera_wants(vera, place="ИК-9"), "planned")
    person = f"/en/errands/matters/{vera.matter.id}/person/"
    assert person not in chapter.pavel.client.get(f"/en/parcels/{parcel.id}/").text
    hears(chapter, parcel, text="ИК-3")

    assert person in chapter.pavel.client.get(f"/en/parcels/{parcel.id}/").text
    assert person not in chapter.petya.client.get(f"/en/parcels/{parcel.id}/").text
    assert chapter.pavel.client.post(f"{person}still/").status_code == 302
    assert as_seen(keys(chapter.petya), parcel).errands.recipient.place == "ИК-9"


def test_from_for_whom_it_is_petya_comes_back_to_the_parcel_and_else_to_the_board(
    house: tuple[Packing, FamilyAtDoor],
) -> None:
    chapter, vera = house
    parcel, petya = petya_walks(chapter, vera_wants(vera, place="ИК-9"), "placed"), chapter.petya.client
    errands = f"/en/errands/{parcel.errands.row.id}/"
    asked = f"{errands}?parcel={parcel.id}"

    assert f'href="{asked}"' in petya.get(f"/en/parcels/{parcel.id}/").text
    page = petya.get(asked).text
    assert f'href="/en/parcels/{parcel.id}/"' in page
    assert f'href="/en/parcels/{parcel.id}/steps/elsewhere/"' in page
    home = petya.post(f"{errands}still/?parcel={parcel.id}")
    assert home.headers["Location"] == f"/en/parcels/{parcel.id}/"
    for odd in ("", "?parcel=//evil.example", "?parcel=1"):
        page = petya.get(f"{errands}{odd}").text
        assert 'href="/en/parcels/board/"' in page and "evil" not in page
    assert petya.post(f"{errands}still/").headers["Location"] == errands


def test_a_day_ahead_is_one_sentence_and_nothing_typed_is_lost(house: tuple[Packing, FamilyAtDoor]) -> None:
    chapter, vera = house
    parcel = petya_walks(chapter, vera_wants(vera, place="ИК-9"), "placed")
    told = {**day(today() + timedelta(days=2)), "text": "ИК-3"}

    wrong = chapter.petya.client.post(f"/en/parcels/{parcel.id}/steps/elsewhere/", told)

    assert wrong.status_code == 422 and 'value="ИК-3"' in wrong.text
    assert as_seen(vera.keys, parcel).errands.recipient.heard == ""
