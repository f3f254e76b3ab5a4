"""Petya moves, counts and throws away; what goes off and what is short is seen first."""

from django.urls import reverse
from tests.rooms.people.world import Enrolled
from tests.rooms.stores.world import lies, opens, said, sends, text_of, the_cupboard, the_tea, there

from peredacha.rooms.stores.models import Good, Lot, Movement


def test_some_pieces_move_to_the_cellar(petya: Enrolled, tea: Good) -> None:
    lot, cellar = lies(tea, 10, days=90), the_cupboard(name="Подвал")

    sends(petya, "move", lot.id, pieces="4", place=str(cellar.id), shelf="3")

    lot.refresh_from_db()
    moved = Lot.objects.get(good=tea, place=cellar)
    assert (lot.pieces, moved.pieces, moved.shelf) == (6, 4, "3")
    assert moved.best_before == lot.best_before
    assert there(tea) == 10


def test_moving_to_where_it_lies_is_no_move(petya: Enrolled, tea: Good) -> None:
    lot = lies(tea, 10)

    answer = sends(petya, "move", lot.id, pieces="4", place=str(lot.place_id), shelf="")

    assert answer.status_code == 422
    assert said("They lie there already: choose another place or shelf.") in text_of(answer)
    assert Movement.objects.count() == 1


def test_counting_writes_the_difference_and_nothing_where_it_is_right(petya: Enrolled, tea: Good) -> None:
    lot = lies(tea, 10)

    sends(petya, "count", lot.id, pieces="7")
    sends(petya, "count", lot.id, pieces="7")

    assert there(tea) == 7
    assert list(Movement.objects.filter(kind="counted").values_list("pieces", flat=True)) == [-3]


def test_an_empty_shelf_may_be_counted_too(petya: Enrolled, tea: Good) -> None:
    lot = lies(tea, 10)

    sends(petya, "count", lot.id, pieces="0")

    assert there(tea) == 0


def test_more_than_lies_there_cannot_be_thrown_away(petya: Enrolled, tea: Good) -> None:
    lot = lies(tea, 10)

    answer = sends(petya, "write_off", lot.id, pieces="11")

    assert answer.status_code == 422 and 'value="11"' in text_of(answer)
    assert there(tea) == 10


def test_spoiled_pieces_go(petya: Enrolled, tea: Good) -> None:
    lot = lies(tea, 10)

    assert sends(petya, "write_off", lot.id, pieces="2").status_code == 302

    assert there(tea) == 8 and "−2" in opens(petya, "good", tea.id)


def test_what_goes_off_stands_on_top_and_what_keeps_does_not(petya: Enrolled, tea: Good) -> None:
    soon, late, off = (lies(tea, 3, days=days) for days in (5, 300, -1))

    page = opens(petya, "index")

    first = page.partition(said("Pack this first"))[2].partition("</ul>")[0]
    assert str(soon.id) in first and str(late.id) not in first and str(off.id) not in first
    assert str(off.id) in page.partition(said("Went off: look at it"))[2].partition("</ul>")[0]


def test_words_and_codes_find_what_lies_there(petya: Enrolled, tea: Good) -> None:
    soap = the_tea(chapter="other", name_ru="Мыло")
    lies(tea, 3)

    assert str(tea.id) in opens(petya, "index", q="черный ча")
    assert str(tea.id) not in opens(petya, "index", q="мыло") and soap.chapter == "other"
    assert petya.client.get(reverse("stores:index"), {"q": "4006381333931"})["Location"].endswith(
        f"{tea.id}/"
    )


def test_what_runs_short_is_counted_without_what_went_off(petya: Enrolled) -> None:
    tea = the_tea(least=10)
    lies(tea, 6, days=30)
    lies(tea, 20, days=-1)

    assert said("Missing: %(n)s") % {"n": 4} in opens(petya, "short")


def test_a_good_gets_its_weight_anew_and_keeps_its_third_kind(petya: Enrolled) -> None:
    tea = the_tea(groups="tea sweets lighter")

    sends(petya, "change", tea.id, name_ru="Чай", grams="240", unit="box", kind="tea", also="spices")

    tea.refresh_from_db()
    assert (tea.grams, tea.groups, tea.unit) == (240, "tea spices lighter", "box")


def test_a_place_gets_another_name_but_not_one_that_is_taken(petya: Enrolled) -> None:
    cupboard, cellar = the_cupboard(), the_cupboard(name="Подвал")

    answer = sends(petya, "place", cupboard.id, name="Подвал")
    assert answer.status_code == 422
    assert sends(petya, "place", cupboard.id, name="Буфет").status_code == 302

    cupboard.refresh_from_db()
    assert (cupboard.name, cellar.name) == ("Буфет", "Подвал")


def test_a_ready_set_says_how_many_of_it_lie_there(petya: Enrolled, tea: Good) -> None:
    lies(tea, 7)
    kit = sends(petya, "kits", name="Первая передача")["Location"]

    petya.client.post(kit, {"good": str(tea.id), "pieces": "3"})
    page = text_of(petya.client.get(kit))
    assert "705 " in page and "2 " in page and str(tea.id) in page
    petya.client.post(kit, {"good": str(tea.id), "pieces": "0"})
    assert said("The set is still empty. Put the first thing in.") in text_of(petya.client.get(kit))
    petya.client.post(f"{kit}drop/")
    assert petya.client.get(kit).status_code == 404
