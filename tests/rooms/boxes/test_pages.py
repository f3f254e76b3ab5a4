"""The pages of the packer: the proposal, the list made by hand, the papers, the code, the batch."""

from typing import Any
from unittest import mock

import pytest
from django.http import HttpResponse
from django.utils import timezone, translation
from tests.rooms.boxes.world import Laid, knows, lots_of, page, seen, text_of, the_table
from tests.rooms.matters.world import keys
from tests.rooms.parcels.world import as_seen
from tests.rooms.people.world import enrol
from tests.rooms.stores.world import there

from peredacha.rooms.boxes.selectors import code_of
from peredacha.rooms.boxes.services import NotPrinted, propose
from peredacha.rooms.stores.services import make_kit, set_line, take

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> Laid:
    return the_table()


@pytest.fixture(autouse=True)
def english() -> Any:
    with translation.override("en"):
        yield


def shows(world: Laid, name: str, *places: Any, status: int = 200) -> str:
    """A page as Petya sees it."""
    answer = world.petya.client.get(page(name, *places))
    assert answer.status_code == status, answer.content.decode()
    return text_of(answer)  # type: ignore[arg-type]


def sends(world: Laid, name: str, *places: Any, **typed: Any) -> HttpResponse:
    """A form as Petya's browser sends it."""
    return world.petya.client.post(page(name, *places), typed)  # type: ignore[return-value]


def typed(world: Laid, **pieces: Any) -> dict[str, Any]:
    """Numbers beside the goods, as they are typed."""
    return {f"good_{world.key(name)}": number for name, number in pieces.items()}


def test_one_tap_takes_the_proposal_and_the_page_says_why_there_is_no_honey(world: Laid) -> None:
    shown = shows(world, "box", world.parcel.id)
    assert "Кузнецов" in shown and "Take it from the store" in shown and "refused it 2 times" in shown
    assert "570 g with the box" in shown and "kg with the box" not in shown

    told = propose(seen(world))
    form = {f"good_{one.key}": one.pieces for one in told.lines}
    answer = sends(world, "list", world.parcel.id, act="take", tare=150, **form)

    assert (answer.status_code, answer["Location"]) == (302, page("box", world.parcel.id))
    assert there(world.goods["tea"]) == 8
    packed = shows(world, "box", world.parcel.id)
    assert "Fetch the things" in packed and "refused it 2 times" in packed
    assert code_of(world.parcel.id) in packed


def test_a_banned_thing_is_said_beside_its_line_and_nothing_typed_is_lost(world: Laid) -> None:
    answer = sends(world, "list", world.parcel.id, act="save", tare=200, **typed(world, honey=1, tea=3))

    shown = text_of(answer)
    assert answer.status_code == 422 and "refused it 2 times" in shown
    assert f'id="id_good_{world.key("honey")}_error"' in shown
    assert 'value="3"' in shown and 'value="200"' in shown
    assert there(world.goods["tea"]) == 10


def test_words_instead_of_a_number_are_one_sentence(world: Laid) -> None:
    answer = sends(world, "list", world.parcel.id, act="check", tare="много", **typed(world, tea="две"))

    shown = text_of(answer)
    assert answer.status_code == 422 and "Write a whole number" in shown and "две" in shown


def test_too_much_sugar_is_too_heavy_whatever_is_pressed(world: Laid) -> None:
    for act in ("check", "save", "take"):
        answer = sends(world, "list", world.parcel.id, act=act, tare=150, **typed(world, sugar=25))
        assert answer.status_code == 422 and "too heavy" in text_of(answer)
        assert "25.15 kg (25150 g) with the box" in text_of(answer)
    assert there(world.goods["sugar"]) == 30


def test_checking_takes_nothing(world: Laid) -> None:
    answer = sends(world, "list", world.parcel.id, act="check", tare=150, **typed(world, tea=2))

    assert answer.status_code == 200 and "Nothing is wrong" in text_of(answer)
    assert there(world.goods["tea"]) == 10


def test_only_the_list_may_ask_the_house_while_it_is_typed(world: Laid) -> None:
    told = {name: world.petya.client.get(page(name, world.parcel.id)) for name in ("list", "box")}

    policies = {name: answer.headers["Content-Security-Policy"] for name, answer in told.items()}
    assert "connect-src 'self'" in policies["list"] and "connect-src" not in policies["box"]
    assert 'data-look="check"' in text_of(told["list"])  # type: ignore[arg-type]


def test_a_store_of_three_hundred_kinds_fits_into_one_list(world: Laid) -> None:
    many = {f"good_{number}": "" for number in range(300)}

    answer = sends(world, "list", world.parcel.id, act="check", tare=150, **many, **typed(world, tea=2))

    assert answer.status_code == 200 and "Nothing is wrong" in text_of(answer)


def test_an_illness_is_warned_of_once_and_then_petya_decides(world: Laid) -> None:
    knows(world, avoids=("sugar",))
    sugar = typed(world, sugar=1)

    warned = sends(world, "list", world.parcel.id, act="save", tare=150, **sugar)
    assert warned.status_code == 200 and "Take it all the same" in text_of(warned)
    assert there(world.goods["sugar"]) == 30

    taken = sends(world, "list", world.parcel.id, act="save", tare=150, seen=world.key("sugar"), **sugar)
    assert taken.status_code == 302 and there(world.goods["sugar"]) == 29


def test_a_kit_adds_its_lines_to_what_is_typed(world: Laid) -> None:
    kit = make_kit(chapter="demo", name="Первая")
    set_line(chapter="demo", kit=kit.id, good=world.goods["soap"], pieces=2)

    answer = sends(
        world, "list", world.parcel.id, act="kit", kit=str(kit.id), tare=150, **typed(world, soap=1)
    )

    assert answer.status_code == 200 and 'value="3"' in text_of(answer)


def test_an_empty_list_is_not_taken(world: Laid) -> None:
    answer = sends(world, "list", world.parcel.id, act="save", tare=150)

    assert answer.status_code == 422 and "Nothing is in the box yet" in text_of(answer)


def test_who_comes_second_reads_it_and_gets_a_new_proposal(world: Laid) -> None:
    lots = lots_of(world.goods["tea"])
    take(chapter="demo", lines=lots, errand=world.goods["tea"].id, today=timezone.localdate())

    answer = sends(world, "list", world.parcel.id, act="take", tare=150, **typed(world, soap=2, tea=2))

    assert answer.status_code == 422 and "None is left in the store" in text_of(answer)
    assert as_seen(keys(world.petya), world.parcel).contents is None


def packs(world: Laid) -> None:
    """Petya takes two teas and a soap."""
    answer = sends(world, "list", world.parcel.id, act="save", tare=150, **typed(world, tea=2, soap=1))
    assert answer.status_code == 302


def test_every_stop_is_ticked_before_petya_goes_on(world: Laid) -> None:
    packs(world)
    shown = shows(world, "pick", world.parcel.id)
    assert "Шкаф" in shown and "Мыло × 1" in shown

    half = sends(world, "pick", world.parcel.id, stop=["0"])
    assert half.status_code == 422 and 'id="stop_0" checked' in text_of(half)
    done = sends(world, "pick", world.parcel.id, stop=["0", "1"])
    assert done["Location"] == page("papers", world.parcel.id)


@pytest.mark.parametrize("paper", ["contents", "label", "picks"])
def test_a_paper_is_a_pdf_with_a_name_that_tells_nothing(world: Laid, paper: str) -> None:
    packs(world)

    answer = sends(world, "papers", world.parcel.id, paper=paper, copies="3", sender="Мама\nЗаречье")

    assert answer.status_code == 200 and answer.content.startswith(b"%PDF")
    assert "slips.pdf" in answer["Content-Disposition"]


def test_a_sender_of_five_lines_is_one_sentence(world: Laid) -> None:
    packs(world)

    answer = sends(world, "papers", world.parcel.id, paper="label", sender="1\n2\n3\n4\n5")

    assert answer.status_code == 422 and "four lines" in text_of(answer) and "4\n5" in text_of(answer)


def test_a_printer_that_sleeps_is_one_sentence(world: Laid) -> None:
    packs(world)
    with mock.patch("peredacha.rooms.boxes.services.printing.print_slips", side_effect=NotPrinted):
        answer = sends(world, "papers", world.parcel.id, paper="label")

    assert answer.status_code == 503 and "did not answer" in text_of(answer)


def test_igor_finds_nothing(world: Laid) -> None:
    packs(world)
    igor = enrol("Igor", ("packer",), "elsewhere")

    for name in ("box", "list", "pick", "papers"):
        assert igor.client.get(page(name, world.parcel.id)).status_code == 404


def test_a_list_of_somebody_faster_is_not_thrown_away(world: Laid) -> None:
    packs(world)

    for act, status in (("take", 409), ("save", 422)):
        late = sends(world, "list", world.parcel.id, act=act, tare=150, was=0, **typed(world, sugar=1))
        assert late.status_code == status and "Somebody packed this box meanwhile" in text_of(late)

    contents = as_seen(keys(world.petya), world.parcel).contents
    assert contents and [one.name for one in contents.lines] != ["Сахар"]
    assert there(world.goods["sugar"]) == 30
    changed = sends(world, "list", world.parcel.id, act="save", tare=150, was=1, **typed(world, sugar=1))
    assert changed.status_code == 302 and there(world.goods["tea"]) == 10
