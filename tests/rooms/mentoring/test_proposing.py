"""Pavel asks for a proposal for everybody who waits, and confirms it line by line."""

import sys
from dataclasses import replace
from datetime import timedelta

import pytest
from tests.rooms.matters.world import asks, file_of, keys, reception
from tests.rooms.mentoring.world import fresh, named, proposed, reads
from tests.rooms.veterans.world import KNOWS, at, veteran

from peredacha.rooms.matters.models import MatterState
from peredacha.rooms.mentoring.services import confirm_lines, propose_chapter, summary_for

pytestmark = pytest.mark.django_db


def test_everybody_who_can_be_helped_is_and_the_solver_stays_out_of_this_process() -> None:
    pavel = reception()
    anna = veteran(content=replace(KNOWS, capacity=1))
    first, second = asks(now=at() - timedelta(days=9)), asks()
    loaded = [name for name in sys.modules if name.startswith("ortools")]

    found = propose_chapter(keys(pavel), now=at())

    assert [(line.matter, line.veteran.member) for line in found.lines] == [(first.matter.id, anna.member.id)]
    assert [one.matter for one in found.without] == [second.matter.id] and found.without[0].why != ()
    assert [name for name in sys.modules if name.startswith("ortools")] == loaded


def test_confirmed_lines_become_proposals_and_a_late_one_is_counted() -> None:
    pavel, anna, maria = reception(), veteran(), veteran("Maria")
    first, second = asks(), asks()
    proposed(pavel, maria, second)

    lines = [(first.matter.id, anna.member.id), (second.matter.id, anna.member.id)]
    assert confirm_lines(keys=keys(pavel), lines=lines, now=at()) == (1, 1)

    assert reads(anna, first.matter) and not reads(anna, second.matter)
    assert summary_for(file_of(keys(pavel), first.matter)).name == "Anna"


def test_a_line_confirmed_twice_is_one_proposal() -> None:
    pavel, anna, vera = reception(), veteran(), asks()
    line = (vera.matter.id, anna.member.id)

    assert confirm_lines(keys=keys(pavel), lines=[line], now=at()) == (1, 0)
    entries = len(file_of(keys(pavel), vera.matter).entries)
    assert confirm_lines(keys=keys(pavel), lines=[line], now=at()) == (1, 0)

    assert len(file_of(keys(pavel), vera.matter).entries) == entries


def test_nothing_is_set_aside_in_a_whole_proposal() -> None:
    pavel = reception()
    anna = veteran(content=replace(KNOWS, capacity=1))
    held, vera = asks(), asks()
    named(pavel, anna, held)

    lines = [(vera.matter.id, anna.member.id)]
    assert confirm_lines(keys=keys(pavel), lines=lines, now=at()) == (0, 1)
    assert fresh(vera).state == MatterState.WAITING


def test_families_of_another_chapter_are_neither_proposed_nor_confirmed() -> None:
    pavel, _oleg = reception(), reception("Oleg", "volga")
    anna = veteran()
    strange = asks(chapter="volga")

    assert propose_chapter(keys(pavel), now=at()).lines == ()
    lines = [(strange.matter.id, anna.member.id)]
    assert confirm_lines(keys=keys(pavel), lines=lines, now=at()) == (0, 1)
    assert not reads(anna, strange.matter)
