"""Pages put in order, turned, looked at, read, taken away and put back."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from tests.gateways.bindery.samples import black_photo
from tests.rooms.binders.world import at, held_by, lies_in, names, page_at, text_of
from tests.rooms.matters.world import FamilyAtDoor

from peredacha.rooms.binders.models import BinderFile, BinderPreview, BinderRow
from peredacha.rooms.binders.services import looking

pytestmark = pytest.mark.django_db
THREE = (b"one", b"two", b"three")


def arranges(vera: FamilyAtDoor, act: str = "", **places: str) -> int:
    """Numbers typed beside pages, and a button; gives the status."""
    typed = {
        f"place-{page}": places.get(f"p{number}", str(number)) for number, page in enumerate(names(vera), 1)
    }
    return int(vera.client.post(at(vera, "arrange/"), {**typed, "act": act}).status_code)


def test_vera_types_the_places_and_no_page_is_lost(vera: FamilyAtDoor) -> None:
    lies_in(vera, *THREE)
    one, two, three = names(vera)
    assert arranges(vera, p3="1") == 302
    assert names(vera) == [three, one, two]
    assert arranges(vera, f"down:{three}") == 302
    assert names(vera) == [one, three, two]
    assert arranges(vera, f"up:{two}", p1="3") == 302
    assert names(vera) == [two, three, one]
    assert held_by(vera).missing == 0 == held_by(vera).damaged


def test_a_place_that_is_no_number_is_asked_again_with_what_was_typed(vera: FamilyAtDoor) -> None:
    lies_in(vera, *THREE)
    before = names(vera)
    typed = {f"place-{before[0]}": "два", f"place-{before[1]}": "1"}
    answer = vera.client.post(at(vera, "arrange/"), typed)

    assert answer.status_code == 422 and 'value="два"' in answer.content.decode()
    assert names(vera) == before


def test_a_page_that_came_later_stands_at_the_end(vera: FamilyAtDoor) -> None:
    lies_in(vera, *THREE)
    arranges(vera, p3="1")
    before = names(vera)
    lies_in(vera, b"four")
    assert names(vera)[:3] == before and len(names(vera)) == 4


def test_an_order_longer_than_a_row_is_kept_in_several(
    vera: FamilyAtDoor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("peredacha.rooms.binders.services.changing.IN_ONE_ROW", 2)
    lies_in(vera, *THREE, b"four", b"five")
    arranges(vera, p5="1")
    arranges(vera, p5="1")
    last = names(vera)
    assert len(last) == 5 and len(set(last)) == 5
    monkeypatch.setattr("peredacha.rooms.binders.services.changing.IN_ONE_ROW", 9)
    arranges(vera, p1="5")
    assert names(vera) == [*last[1:], last[0]]


def test_a_turned_page_is_looked_at_anew(vera: FamilyAtDoor) -> None:
    lies_in(vera, black_photo((90, 60)))
    first = vera.client.get(page_at(vera, 1, "small/"))
    again = vera.client.get(page_at(vera, 1, "small/"))
    assert first.content == again.content and BinderPreview.objects.count() == 1
    assert Image.open(BytesIO(first.content)).size[0] > Image.open(BytesIO(first.content)).size[1]
    assert first["Cache-Control"] == "no-store" and "sandbox" in first["Content-Security-Policy"]

    arranges(vera, f"turn:{names(vera)[0]}")
    turned = Image.open(BytesIO(vera.client.get(page_at(vera, 1, "small/")).content))
    assert turned.size[0] < turned.size[1] and BinderPreview.objects.count() == 1
    assert held_by(vera).pages[0].page.rotation == 90
    large = vera.client.get(page_at(vera, 1, "large/"))
    assert large["Content-Type"] == "image/jpeg"


def test_a_page_whose_file_is_gone_is_told_and_breaks_nothing(vera: FamilyAtDoor, blobs: Path) -> None:
    lies_in(vera, black_photo((30, 30)), black_photo((40, 40)))
    gone = page_at(vera, 1)
    (blobs / BinderFile.objects.order_by("sequence")[0].blob).write_bytes(b"nothing")

    assert vera.client.get(f"{gone}small/").status_code == 410
    assert vera.client.get(f"{gone}large/").status_code == 410
    assert vera.client.get(gone).status_code == 200
    assert vera.client.get(page_at(vera, 2, "small/")).status_code == 200
    assert vera.client.post(f"{gone}read/").status_code == 422

    BinderFile.objects.filter(sequence=1).delete()
    assert "damaged" in text_of(vera, gone)
    assert held_by(vera).damaged == 1 and "Tell the person who runs the server" in text_of(vera, at(vera))


def test_the_words_of_a_page_are_typed_and_found_on_one_page(vera: FamilyAtDoor) -> None:
    lies_in(vera, *THREE)
    typed = {"text": "Обыск начат в 7:40", "source": "с обыска", "on_0": "3", "on_1": "11", "on_2": "2026"}
    assert vera.client.post(page_at(vera, 2), typed).status_code == 302

    assert "Обыск начат в 7:40" in text_of(vera, at(vera, "words/"))
    assert "с обыска, 3 November 2026" in text_of(vera, at(vera))
    assert vera.client.post(page_at(vera, 2), {**typed, "on_1": "13"}).status_code == 422


def test_words_that_do_not_fit_are_told_and_not_lost(vera: FamilyAtDoor) -> None:
    lies_in(vera, b"one")
    typed = {"text": "\N{WAVING WHITE FLAG}" * 11_000, "on_0": "3", "on_1": "11", "on_2": "2026"}
    answer = vera.client.post(page_at(vera, 1), typed)
    assert answer.status_code == 422 and typed["text"] in answer.content.decode()


def test_where_no_machine_reads_there_is_a_sentence_and_no_button(
    vera: FamilyAtDoor, monkeypatch: pytest.MonkeyPatch
) -> None:
    lies_in(vera, black_photo((30, 30)))
    monkeypatch.setattr(looking, "ocr_available", lambda: False)
    monkeypatch.setattr(looking, "read_page", lambda *_args: None)

    page = text_of(vera, page_at(vera, 1))
    assert "This server cannot read pages" in page and "read/" not in page
    answer = vera.client.post(page_at(vera, 1, "read/"))
    assert answer.status_code == 422 and held_by(vera).pages[0].page.text is None


def test_a_page_is_taken_away_put_back_and_erased_for_good(vera: FamilyAtDoor, blobs: Path) -> None:
    lies_in(vera, *THREE)
    middle = names(vera)[1]
    place = at(vera, f"pages/{middle}/")
    assert vera.client.post(f"{place}erase/").status_code == 302
    assert middle in names(vera), "only what was taken away is erased"
    vera.client.post(f"{place}take-away/")
    assert middle not in names(vera) and str(middle) in text_of(vera, at(vera, "away/"))
    vera.client.post(f"{place}put-back/")
    assert names(vera)[1] == middle
    vera.client.post(f"{place}take-away/")
    vera.client.get(f"{place}small/")
    vera.client.post(f"{place}erase/")

    assert vera.client.get(place).status_code == 404
    held = held_by(vera)
    assert len(held.pages) == 2 and held.missing == 0 == held.damaged and not held.away
    assert BinderFile.objects.count() == 2 and BinderRow.objects.count() == 2


def test_a_long_binder_is_shown_in_parts(vera: FamilyAtDoor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("peredacha.rooms.binders.services.telling.ON_ONE_SCREEN", 2)
    lies_in(vera, *THREE)
    first, last = text_of(vera, at(vera)), text_of(vera, at(vera, "?screen=2"))
    assert first.count('class="leaf"') == 2 and "?screen=2" in first
    assert last.count('class="leaf"') == 1 and "?screen=1" in last
    assert text_of(vera, at(vera, "?screen=99")).count('class="leaf"') == 1
    assert text_of(vera, at(vera, "?screen=-1x")).count('class="leaf"') == 2
