"""The window gave the honey back: it goes to its shelf with one tap, and the complaint begins with what is known."""

import pytest
from django.db.models import Sum
from django.utils import timezone
from tests.rooms.boxes.world import the_window
from tests.rooms.errands.world import Packing, packing, vera_asks_for_food
from tests.rooms.matters.world import FamilyAtDoor, file_of, keys
from tests.rooms.parcels.world import as_seen, petya_walks, today, vera_wants
from tests.rooms.plans.world import answers_all, last_paper, text_of
from tests.rooms.stores.world import lies, the_tea, there

from peredacha.core.language import date_in_words
from peredacha.rooms.goods.services import GoodDraft, add_good
from peredacha.rooms.parcels.models import ContentLine, Contents
from peredacha.rooms.parcels.services import ParcelFile, lay_in, take_back, take_step
from peredacha.rooms.plans.services import read_binder
from peredacha.rooms.stores.models import Lot, Movement
from peredacha.rooms.stores.services import take

pytestmark = pytest.mark.django_db
HONEY = "Мёд 500 г"
ASKED = {
    "official": {"answer": "начальник ФКУ ИК-7"},
    "held_in": {"answer": "ФКУ ИК-7"},
    "applicant": {"surname": "Кузнецова", "given": "Вера", "patronymic": "Павловна", "gender": "f"},
    "applicant_address": {"answer": "170100, г. Соснов, ул. Лесная, д. 1"},
    "phone": {"answer": "+7 900 000-00-00"},
    "relation": {"answer": "мать"},
    "papers": {"skip": "1"},
}


def boxed(house: tuple[Packing, FamilyAtDoor]) -> tuple[ParcelFile, Lot, Lot]:
    """Tea and honey from the store lie in Vera's box; the lots they came from."""
    chapter, vera = house
    honey = add_good(chapter="demo", told=GoodDraft(name_ru=HONEY, grams=620, groups="honey"), codes=[])
    tea, jar = lies(the_tea(), 5), lies(honey, 1)
    parcel = petya_walks(chapter, vera_wants(vera, facility=the_window().public_id), "planned")
    lines = (
        ContentLine("Чай", str(tea.good_id), 2, 470, ("tea",)),
        ContentLine(HONEY, str(jar.good_id), 1, 620, ("honey",)),
    )
    packed = lay_in(parcel=parcel, contents=Contents.of(lines, 400), now=timezone.now())
    take(chapter="demo", lines=[(str(tea.id), 2), (str(jar.id), 1)], errand=parcel.id, today=today())
    return packed, tea, jar


def refused(parcel: ParcelFile) -> ParcelFile:
    """The window gives the honey back."""
    words = {"thing": HONEY, "code": "banned", "text": "не положено"}
    return take_step(parcel=parcel, step="thing", on=today(), now=timezone.now(), **words)


@pytest.fixture
def house() -> tuple[Packing, FamilyAtDoor]:
    return packing(), vera_asks_for_food()


def test_the_honey_goes_back_to_its_shelf_with_one_tap_and_the_question_is_gone(
    house: tuple[Packing, FamilyAtDoor],
) -> None:
    packed, tea, jar = boxed(house)
    petya, address = house[0].petya.client, f"/en/parcels/{packed.id}/"
    assert "Did this come back with you?" not in petya.get(address).text
    refused(packed)
    assert "Did this come back with you?" in petya.get(address).text
    assert "Did this come back with you?" not in house[1].client.get(address).text

    first, second = (petya.post(f"{address}shelf/", {"thing": HONEY}).status_code for _tap in range(2))

    assert (first, second) == (302, 302)
    assert (there(jar.good), there(tea.good)) == (1, 3)
    assert "Did this come back with you?" not in petya.get(address).text
    assert house[1].client.post(f"{address}shelf/", {"thing": HONEY}).status_code == 404
    assert petya.post(f"{address}shelf/").status_code == 404


def test_taken_back_the_honey_leaves_its_shelf_again(house: tuple[Packing, FamilyAtDoor]) -> None:
    packed, _tea, jar = boxed(house)
    refused(packed)
    house[0].petya.client.post(f"/parcels/{packed.id}/shelf/", {"thing": HONEY})
    lighter = as_seen(keys(house[0].petya), packed)

    back = take_back(parcel=lighter, at=lighter.history[-1].at, now=timezone.now())

    assert there(jar.good) == 0 and back.contents == packed.contents


def test_the_honey_that_stayed_at_the_window_has_left_the_house_and_nobody_asks_again(
    house: tuple[Packing, FamilyAtDoor],
) -> None:
    packed, tea, jar = boxed(house)
    petya, address = house[0].petya.client, f"/en/parcels/{packed.id}/"
    refused(packed)
    assert "No, it stayed there" in petya.get(address).text

    taps = [petya.post(f"{address}shelf/", {"thing": HONEY, "stayed": "1"}).status_code for _tap in range(2)]

    assert taps == [302, 302]
    page = petya.get(address).text
    assert "Did this come back with you?" not in page and f"It stayed there: {HONEY}" in page
    assert [one.step for one in as_seen(keys(house[0].petya), packed).steps].count("stayed") == 1
    assert (there(jar.good), there(tea.good)) == (0, 3)
    back = take_step(parcel=as_seen(keys(house[0].petya), packed), step="called_off", now=timezone.now())
    assert back.has_ended and (there(jar.good), there(tea.good)) == (0, 5)
    sums = Movement.objects.filter(lot__in=[tea, jar]).values_list("lot").annotate(n=Sum("pieces"))
    assert dict(sums) == {tea.id: 5, jar.id: 0}


def test_that_it_stayed_there_is_taken_back_and_asked_again(house: tuple[Packing, FamilyAtDoor]) -> None:
    packed, _tea, jar = boxed(house)
    petya, address = house[0].petya.client, f"/en/parcels/{packed.id}/"
    refused(packed)
    petya.post(f"{address}shelf/", {"thing": HONEY, "stayed": "1"})

    asked = petya.get(f"{address}undo/").text
    mistake = as_seen(keys(house[0].petya), packed).history[-1]
    assert petya.post(f"{address}undo/", {"at": mistake.at}).status_code == 302

    assert "It stayed there" in asked and there(jar.good) == 0
    assert "Did this come back with you?" in petya.get(address).text
    petya.post(f"{address}shelf/", {"thing": HONEY})
    assert there(jar.good) == 1


def test_of_two_things_one_stayed_and_one_came_back(house: tuple[Packing, FamilyAtDoor]) -> None:
    packed, tea, jar = boxed(house)
    petya, address = house[0].petya.client, f"/en/parcels/{packed.id}/"
    take_step(parcel=refused(packed), step="thing", on=today(), now=timezone.now(), thing="Чай", code="other")
    assert petya.get(address).text.count("Did this come back with you?") == 2

    petya.post(f"{address}shelf/", {"thing": "Чай"})
    petya.post(f"{address}shelf/", {"thing": HONEY, "stayed": "1"})

    assert (there(jar.good), there(tea.good)) == (0, 5)
    assert "Did this come back with you?" not in petya.get(address).text


def test_the_complaint_holds_the_day_the_thing_and_the_words_and_its_risk_comes_first(
    house: tuple[Packing, FamilyAtDoor],
) -> None:
    packed, _tea, _jar = boxed(house)
    vera = house[1]
    refused(packed)

    once, twice = (vera.client.post(f"/parcels/{packed.id}/complaint/") for _tap in range(2))

    assert once.status_code == 302 and once.headers["Location"] == twice.headers["Location"]
    assert len(read_binder(file_of(vera.keys, vera.matter)).papers) == 1
    paper = once.headers["Location"].removesuffix("about/")
    assert "Отвечать за жалобу приходится тому, кто внутри" in text_of(vera, f"{paper}about/")
    asked = answers_all(vera, paper, ASKED)
    assert not {"done_day", "refused", "reason", "status"} & set(asked)
    vera.client.post(f"{paper}check/")
    version = last_paper(vera).last
    assert version
    words = text_of(vera, f"{paper}versions/1/")
    assert HONEY.replace(" г", "") in words and "не положено" in words
    assert date_in_words(today(), "ru").replace("\xa0", " ").partition(" (")[0] in words


def test_a_packer_who_does_not_read_the_matter_writes_nothing_into_it(
    house: tuple[Packing, FamilyAtDoor],
) -> None:
    packed, _tea, _jar = boxed(house)
    vera, petya = house[1], house[0].petya.client
    refused(packed)

    answer = petya.post(f"/parcels/{packed.id}/complaint/")

    assert answer.status_code == 302 and "/papers/about/" in answer.headers["Location"]
    assert not read_binder(file_of(vera.keys, vera.matter)).papers
