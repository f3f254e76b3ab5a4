"""What a land says of parcels: kinds of goods and bans, every mistake told with its line."""

from datetime import date
from pathlib import Path

import pytest

from peredacha.core.law.parcels import ParcelLaw
from peredacha.jurisdictions.load import pack
from peredacha.jurisdictions.parcels import parcel_law, read_parcel_law
from peredacha.jurisdictions.reading import PackErrors

TODAY = date(2026, 6, 1)
KINDS = """tea coffee sugar sweets honey jam canned meat cheese dairy grain instant bread fruit vegetables nuts oil
spices cigarettes hygiene soap razor clothes underwear shoes bedding stationery books medicine vitamins dishes
electric glass home_made"""
WHOLE = """
classes:
  - {id: tea, name: {ru: "Чай", en: "Tea"}}
things:
  - {id: loose_tea, class: tea, name: {ru: "Россыпь", en: "Loose tea"}}
bans:
  - id: no_loose_tea
    places: [remand]
    of: loose_tea
    why: {ru: "Сыпется.", en: "It spills."}
    basis: {row: T-1, norms: ["Код 1"], standing: unverified, from: 2024-01-01}
notes:
  - id: list
    places: [remand]
    says: {ru: "Список.", en: "A list."}
    basis: {row: T-2, norms: ["Код 2"], standing: unverified}
"""


def read(folder: Path, text: str) -> ParcelLaw:
    """What a file with this text says in a land of two languages with one act."""
    (folder / "parcels.yaml").write_text(text, "utf-8")
    return read_parcel_law(folder, ("ru", "en"), {"Код"})


def test_russia_names_every_kind_of_goods() -> None:
    assert list(parcel_law("ru").classes) == KINDS.split()


def test_what_must_be_cooked_goes_to_no_cell() -> None:
    law = parcel_law("ru")

    for place in ("temporary", "remand", "colony"):
        assert "grain" in {ban.of for ban in law.bans_at(place, on=TODAY)}
        assert law.notes_at(place, on=TODAY)
    assert law.bans_at("court", on=TODAY) == () == law.bans_at("centre", on=TODAY)


def test_a_list_that_nobody_read_says_so() -> None:
    bans = [ban for ban in parcel_law("ru").stated.bans if "ПВР" in " ".join(ban.basis.norms)]

    assert bans and all(ban.basis.standing != "verified" and ban.basis.note for ban in bans)


def test_lukomorye_forbids_the_goldfish() -> None:
    law = parcel_law("example")

    (ban,) = law.bans_at("colony", on=TODAY)
    assert law.name(ban.of) == {"ru": "Золотая рыбка", "en": "A goldfish"}
    assert law.name("firebird") is None
    assert set(law.things) <= set(pack("example").acts) | {"goldfish"}


def test_a_ban_holds_from_its_first_day(tmp_path: Path) -> None:
    law = read(tmp_path, WHOLE)

    assert law.bans_at("remand", on=date(2023, 12, 31)) == ()
    assert [ban.id for ban in law.bans_at("remand", on=date(2024, 1, 1))] == ["no_loose_tea"]


def test_a_land_need_not_say_anything(tmp_path: Path) -> None:
    assert read_parcel_law(tmp_path, ("ru",), ()) == ParcelLaw()


@pytest.mark.parametrize(
    ("right", "wrong", "line", "says"),
    [
        ("of: loose_tea", "of: lose_tea", 9, "there is no class or thing `lose_tea`"),
        ("class: tea", "class: tee", 5, "there is no class `tee`"),
        ("id: loose_tea", "id: tea", 5, "`tea` stands twice"),
        ("Код 1", "Указ 1", 11, "`Указ` is not among the `acts`"),
        ("    places: [remand]\n    of", "    places: []\n    of", 8, "`places` is empty"),
        ("    places: [remand]\n    of", "    places: [cellar]\n    of", 8, "`places: cellar` is not known"),
        (', en: "It spills."', "", 10, "the text has no `en`"),
        ("why:", "reason:", 7, "`why` is missing"),
    ],
)
def test_a_mistake_is_told_with_its_line(
    tmp_path: Path, right: str, wrong: str, line: int, says: str
) -> None:
    with pytest.raises(PackErrors) as found:
        read(tmp_path, WHOLE.replace(right, wrong))

    assert any(error.line == line and says in error.says for error in found.value.errors), found.value
