"""A box came: Petya scans it, counts, and puts it on the shelf."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from tests.rooms.people.world import Enrolled
from tests.rooms.stores.world import (
    SOAP_CODE,
    TEA_CODE,
    day_typed,
    lies,
    opens,
    said,
    sends,
    text_of,
    the_cupboard,
    the_tea,
    there,
)

from peredacha.rooms.goods.models import Barcode
from peredacha.rooms.goods.selectors import in_pieces
from peredacha.rooms.stores.models import Drive, Good, Lot, Movement, MovementKind, Place
from peredacha.rooms.stores.services import Delivery, add_drive, receive
from peredacha.rooms.tallies.selectors import tallies_in


def test_a_known_code_leads_straight_to_how_many(petya: Enrolled, tea: Good) -> None:
    the_cupboard()

    page = petya.client.get(reverse("stores:receive"), {"q": f"{TEA_CODE[:1]} {TEA_CODE[1:]}"})

    assert page["Location"] == reverse("stores:receive_good", args=[tea.id])


def test_what_came_lies_on_the_shelf_and_the_page_says_so(petya: Enrolled, tea: Good) -> None:
    place, until = the_cupboard(), timezone.localdate() + timedelta(days=400)

    answer = sends(
        petya, "receive_good", tea.id, pieces="12", place=str(place.id), source="donated", **day_typed(until)
    )

    lot = Lot.objects.get()
    assert (lot.good, lot.pieces, lot.best_before, lot.place) == (tea, 12, until, place)
    assert Movement.objects.get().kind == "donated"
    page = text_of(petya.client.get(answer["Location"]))
    assert in_pieces(tea, 12) in page and "Чай чёрный" in page and "2,8 " in page


def test_the_same_form_sent_twice_puts_it_there_once(petya: Enrolled, tea: Good) -> None:
    place = the_cupboard()
    typed = {"once": "x" * 22, "pieces": "12", "place": str(place.id), "source": "received"}

    for _click in range(2):
        assert petya.client.post(reverse("stores:receive_good", args=[tea.id]), typed).status_code == 302

    assert there(tea) == 12 and Movement.objects.count() == 1


def test_the_place_of_the_last_time_is_chosen_already(petya: Enrolled, tea: Good) -> None:
    the_cupboard(name="Кладовая")
    lies(tea, 3, place=the_cupboard())

    page = opens(petya, "receive_good", tea.id)

    chosen = page.partition(f'value="{the_cupboard().id}"')[2].partition(">")[0]
    assert "checked" in chosen


def test_a_code_that_nobody_has_met_becomes_a_new_thing_with_the_code_filled_in(petya: Enrolled) -> None:
    the_cupboard()
    page = opens(petya, "receive", q=SOAP_CODE)
    assert f"{reverse('goods:new')}?code={SOAP_CODE}" in page
    form = opens(petya, "new", code=SOAP_CODE)
    assert f'value="{SOAP_CODE}"' in form

    typed = {"name_ru": "Мыло", "grams": "96", "unit": "piece", "kind": "soap", "barcode": SOAP_CODE}
    answer = sends(petya, "new", **typed)

    soap = Good.objects.get()
    assert answer["Location"] == reverse("stores:receive_good", args=[soap.id])
    assert soap.groups == "soap" and soap.barcodes.get().code == SOAP_CODE


def test_the_same_thing_of_another_maker_gets_the_new_code_too(petya: Enrolled, tea: Good) -> None:
    the_cupboard()
    page = opens(petya, "receive", q="чай", code=SOAP_CODE)
    assert f"{reverse('goods:code', args=[tea.id])}?code={SOAP_CODE}" in page.replace("&amp;", "&")

    address = f"{reverse('goods:code', args=[tea.id])}?code={SOAP_CODE}"
    answer = petya.client.post(address, {"barcode": SOAP_CODE})

    assert answer["Location"] == reverse("stores:receive_good", args=[tea.id])
    assert set(tea.barcodes.values_list("code", flat=True)) == {TEA_CODE, SOAP_CODE}


def test_a_code_of_another_thing_is_not_taken(petya: Enrolled, tea: Good) -> None:
    soap = the_soap()

    answer = petya.client.post(reverse("goods:code", args=[soap.id]), {"barcode": TEA_CODE})

    assert answer.status_code == 422 and "Чай чёрный" in text_of(answer)
    assert Barcode.objects.get(code=TEA_CODE).good == tea


def test_a_wrong_figure_of_a_code_is_said_in_one_sentence(petya: Enrolled, tea: Good) -> None:
    wrong = TEA_CODE[:-1] + "2"

    page = petya.client.get(reverse("stores:receive"), {"q": wrong})

    assert page.status_code == 422
    text = text_of(page)
    assert said("One figure of this code is wrong: scan it once more, or write what it is.") in text
    assert f'value="{wrong}"' in text


def test_a_wrong_figure_does_not_spread_the_whole_store(petya: Enrolled, tea: Good) -> None:
    lies(tea, 3)

    page = petya.client.get(reverse("stores:index"), {"q": f"{TEA_CODE[:-1]}2"})

    assert page.status_code == 422
    assert f"<summary>{said('On the shelves')}</summary>" in text_of(page)


def test_without_a_place_the_first_one_is_named_and_then_the_box_goes_on(petya: Enrolled, tea: Good) -> None:
    asked = petya.client.get(reverse("stores:receive_good", args=[tea.id]))["Location"]
    assert asked.startswith(reverse("stores:places"))

    answer = petya.client.post(asked, {"name": "Большой шкаф"})

    assert answer["Location"] == reverse("stores:receive_good", args=[tea.id])
    assert Place.objects.get().name == "Большой шкаф"


def test_what_was_typed_wrong_stands_there_still(petya: Enrolled, tea: Good) -> None:
    the_cupboard()
    yesterday = timezone.localdate() - timedelta(days=1)

    answer = sends(petya, "receive_good", tea.id, pieces="много", shelf="верхняя", **day_typed(yesterday))

    text = text_of(answer)
    assert answer.status_code == 422
    assert 'value="много"' in text and 'value="верхняя"' in text and f'value="{yesterday.year}"' in text
    assert said("Write a whole number.") in text
    assert Movement.objects.count() == 0


def test_a_box_of_a_collection_is_counted_to_it(petya: Enrolled, tea: Good) -> None:
    place, today = the_cupboard(), timezone.localdate()
    fair = add_drive(chapter="demo", name="Ярмарка", what="чай", day=today, grams=40_000)

    sends(petya, "receive_good", tea.id, pieces="4", place=str(place.id), source=str(fair.id))

    moved = Movement.objects.get()
    assert (moved.drive, moved.kind) == (Drive.objects.get(), "donated")
    assert "940 " in opens(petya, "drives")


def the_soap() -> Good:
    """Soap, that has no code yet."""
    soap = the_tea(chapter="other", name_ru="Мыло")
    soap.barcodes.all().delete()
    Good.objects.filter(id=soap.id).update(chapter="demo")
    return Good.objects.get(id=soap.id)


def test_a_gift_counts_in_the_month_by_its_kind_and_weight_and_what_was_bought_does_not(tea: Good) -> None:
    today, place = timezone.localdate(), the_cupboard()
    for kind in (MovementKind.DONATED, MovementKind.RECEIVED):
        receive(good=tea, told=Delivery(pieces=4, place=place, kind=kind), today=today)

    gifts = [one for one in tallies_in("demo", today, today) if one.kind == "gift_received"]
    assert [(one.goods, one.number, one.grams) for one in gifts] == [("tea", 1, 940)]
