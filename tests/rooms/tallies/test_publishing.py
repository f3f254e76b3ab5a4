"""A small number points at somebody, also when a total gives it back. Igor the stranger has pencil and paper."""

from collections import defaultdict
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peredacha.rooms.tallies.selectors import LEAST_PUBLIC, Published, publishable

NAMES = ("a", "b", "c", "d")
Told = tuple[tuple[int | None, ...], int | None]
TABLES = st.dictionaries(st.text(max_size=3), st.integers(0, 60), max_size=12)


def told(found: Published[str]) -> Told:
    return tuple(found.cells.values()), found.total


def possible(least: int, most: int, width: int) -> dict[Told, list[tuple[int, ...]]]:
    """By what was published, every table that would be published so: Igor knows how we hide."""
    found: dict[Told, list[tuple[int, ...]]] = defaultdict(list)
    for values in product(range(most + 1), repeat=width):
        found[told(publishable(dict(zip(NAMES, values)), least=least))].append(values)
    return found


@pytest.mark.parametrize(("width", "most"), [(1, 12), (2, 14), (3, 12), (4, 8)])
def test_igor_who_knows_how_we_hide_never_finds_a_small_number(width: int, most: int) -> None:
    for (cells, total), tables in possible(LEAST_PUBLIC, most, width).items():
        for place in (one for one, cell in enumerate(cells) if cell is None):
            left = (total or 0) - sum(cell or 0 for cell in cells)
            all_tables_were_tried = left - cells.count(None) < most
            if all_tables_were_tried:
                assert len({table[place] for table in tables}) > 1, (cells, total, tables)


@given(TABLES)
def test_what_is_told_is_true_and_nothing_small_is_told(cells: dict[str, int]) -> None:
    found = publishable(cells)

    assert set(found.cells) == set(cells)
    assert found.total in (None, sum(cells.values()))
    for key, value in found.cells.items():
        assert value is None or (value == cells[key] and not 0 < value < LEAST_PUBLIC)


@given(TABLES)
def test_the_total_does_not_give_a_hidden_number_back(cells: dict[str, int]) -> None:
    found = publishable(cells)
    hidden = [key for key, value in found.cells.items() if value is None]
    if found.total is None or not hidden:
        return
    left = found.total - sum(value or 0 for value in found.cells.values())

    assert len(hidden) >= 2
    assert left - (len(hidden) - 1) >= LEAST_PUBLIC, "each of the hidden ones may still be large"


@given(TABLES)
def test_no_more_is_hidden_than_must_be(cells: dict[str, int]) -> None:
    found = publishable(cells)
    large = {value for key, value in cells.items() if value >= LEAST_PUBLIC and found.cells[key] is None}

    assert len(large) <= 1, "only the smallest of the others goes with the small ones"
    assert found.hides == any(0 < value < LEAST_PUBLIC for value in cells.values())


def test_a_small_number_takes_the_smallest_other_with_it() -> None:
    found = publishable({"a": 2, "b": 40, "c": 9})

    assert found == Published({"a": None, "b": 40, "c": None}, 51)
    assert publishable({"a": 3, "b": 0}) == Published({"a": None, "b": 0}, None)
    assert publishable({"a": 5, "b": 5, "c": 1}) == Published(dict.fromkeys("abc"), 11)
    assert publishable({}) == Published({}, 0)
