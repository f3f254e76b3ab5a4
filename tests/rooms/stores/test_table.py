"""The goods of a chapter come out of a spreadsheet; a wrong cell stops everything and says why."""

from datetime import date
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from tests.house.tree import ROOT
from tests.rooms.stores.world import there

from peredacha.rooms.stores.models import Good, Lot, Movement
from peredacha.rooms.stores.selectors import running_short
from peredacha.rooms.stores.services import load_goods

TABLE = ROOT / "chapters" / "demo" / "goods.csv"
TODAY = date(2026, 11, 23)


def loads(text: str | bytes, chapter: str = "demo") -> tuple[int, list[str]]:
    """Load a table; gives how many goods, and what is wrong by column."""
    data = text if isinstance(text, bytes) else text.encode()
    loaded = load_goods(chapter=chapter, data=data, today=TODAY)
    return len(loaded.goods), [one.column for one in loaded.problems]


def test_the_goods_of_the_demo_chapter_are_loaded_twice_as_once(db: None) -> None:
    first = loads(TABLE.read_bytes())
    shelves = dict(Lot.objects.values_list("id", "pieces"))
    tea = Good.objects.get(code="tea-bags")

    assert first[0] >= 40 and not first[1]
    assert loads(TABLE.read_bytes()) == first
    assert dict(Lot.objects.values_list("id", "pieces")) == shelves and there(tea) == 34
    assert Movement.objects.count() == len(shelves)
    assert {"thermal", "socks-women"} <= {one.good.code for one in running_short("demo", TODAY)}


def test_a_row_that_changed_changes_its_good_and_not_its_shelf(db: None) -> None:
    loads("code,name_ru,grams,pieces\ntea,Чай,200,5\n")

    loads("code,name_ru,grams,pieces\ntea,Чай чёрный,210,9\n")

    good = Good.objects.get()
    assert (good.name_ru, good.grams, there(good)) == ("Чай чёрный", 210, 5)
    Good.objects.update(least=7, unit="box")
    loads("code,name_ru,grams,unit\ntea,Чай,210,\n")
    good.refresh_from_db()
    assert (good.name_ru, good.least, good.unit) == ("Чай", 7, "piece")


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("tea,Чай,0,tea,", "grams"),
        ("tea,Чай,20001,tea,", "grams"),
        ("tea,Чай,200,gold,", "kinds"),
        ("tea,Чай,200,tea,4006381333932", "barcode"),
        ("Чай,Чай,200,tea,", "code"),
    ],
)
def test_a_wrong_cell_is_named_and_nothing_is_written(db: None, row: str, column: str) -> None:
    heading = "code,name_ru,grams,kinds,barcode\n"

    assert loads(f"{heading}soap,Мыло,96,soap,\n{row}\n") == (0, [column])
    assert not Good.objects.exists()


def test_the_command_counts_and_refuses(db: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("load_goods", TABLE, chapter="demo")
    assert str(Good.objects.count()) in capsys.readouterr().out

    (tmp_path / "wrong.csv").write_text("code,name_ru,grams\ntea,Чай,много\n", "utf-8")
    with pytest.raises(SystemExit):
        call_command("load_goods", tmp_path / "wrong.csv", chapter="demo")
    assert "grams" in capsys.readouterr().err
    with pytest.raises(CommandError):
        call_command("load_goods", tmp_path / "nowhere.csv", chapter="demo")
