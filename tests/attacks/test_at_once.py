"""Two come in the same moment, truly at once: on the file of a real house, or on PostgreSQL where tests run on it."""

import json
import subprocess
import sys
from typing import Any

import pytest
from tests.config.backups.conftest import NewHouse, new_house
from tests.config.backups.world import House

__all__ = ["new_house"]
pytestmark = pytest.mark.slow
SEEN, DONE, NOT_THERE, TAKEN, GONE, WRONG = 200, 302, 404, 409, 410, 422
PROCESSES = 3


def runs(house: House, play: str) -> "subprocess.Popen[str]":
    """A play of :mod:`tests.attacks.at_once` in a process of its own."""
    code = f"from tests.attacks.at_once import {play}; {play}()"
    return subprocess.Popen(
        [sys.executable, "-c", code],
        env=house.environment,
        cwd=house.folder,
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.fixture(scope="module")
def lived(new_house: NewHouse) -> tuple[House, dict[str, Any]]:
    """A house in which every play was given, and what came out."""
    house = new_house()
    process = runs(house, "plays")
    said = process.communicate(timeout=500)[0]
    assert process.returncode == 0
    return house, json.loads(said)


@pytest.fixture(scope="module")
def came_out(lived: tuple[House, dict[str, Any]]) -> dict[str, Any]:
    """What came out of the plays."""
    return lived[1]


def test_one_of_two_helpers_gets_the_matter_and_the_other_is_told(came_out: dict[str, Any]) -> None:
    assert came_out["claim"] == {"statuses": [DONE, TAKEN], "claims": 1}


def test_four_taps_are_one_request_with_one_set_of_words(came_out: dict[str, Any]) -> None:
    assert came_out["request"] == {"words": 1, "errors": [], "matters": 1}


def test_the_last_parcel_of_the_year_is_planned_once_whoever_reaches_for_it(came_out: dict[str, Any]) -> None:
    assert came_out["slot"] == {"taken": 1, "refused": 5, "left": 0, "used": 4}


def test_every_paper_letter_gets_a_number_of_its_own_and_none_is_left_out(came_out: dict[str, Any]) -> None:
    assert came_out["book"] == {"statuses": [DONE], "letters": 8, "without_gaps": True}


def test_the_last_tea_lies_in_one_box_and_the_box_is_handed_in_once(came_out: dict[str, Any]) -> None:
    told = came_out["tea"]

    assert told["laid"] in ([DONE, TAKEN], [DONE, WRONG]) and told["left"] == 0
    assert told["handed"] == [DONE, TAKEN] and told["steps"] == 1


def test_one_form_that_arrives_four_times_is_one_message(came_out: dict[str, Any]) -> None:
    assert came_out["message"] == {"ids": 1, "errors": [], "messages": 1}


def test_three_people_write_into_one_matter_and_nothing_is_lost_or_doubled(came_out: dict[str, Any]) -> None:
    assert came_out["talk"] == {"statuses": [DONE], "written": 9, "gaps": [], "unread": 0}


def test_everything_that_is_done_in_one_matter_at_once_is_done(came_out: dict[str, Any]) -> None:
    assert came_out["work"] == {"statuses": [DONE], "unread": 0}


def test_two_change_one_binder_one_pdf_and_one_hearing_and_nothing_is_lost_or_doubled(
    came_out: dict[str, Any],
) -> None:
    told = came_out["case"]

    assert told["statuses"] == [DONE]
    assert (told["pages"], told["events"], told["wrong"], told["hearings"]) == (1, 2, 0, 1)
    assert told["pdf"] == [SEEN, 2] and told["feeds"] == [4, 5] and told["boxes"] == 5


def test_calendars_are_ordered_while_families_write_and_nobody_waits_for_ever(
    came_out: dict[str, Any],
) -> None:
    assert came_out["calendars"] == {"statuses": [DONE], "feeds": 5}


def test_a_code_counts_once_however_fast_it_comes(came_out: dict[str, Any]) -> None:
    assert came_out["codes"] == {"printed": 1, "app": 1}


def test_an_invitation_makes_one_member(came_out: dict[str, Any]) -> None:
    assert came_out["link"] == {"statuses": [DONE, WRONG], "members": 1}


def test_an_agreement_of_two_is_used_once(came_out: dict[str, Any]) -> None:
    assert came_out["agreement"] == {"used": 1}


def test_forty_guesses_at_once_are_not_forty_tries(came_out: dict[str, Any]) -> None:
    assert came_out["guesses"] == {"stretched": 5}


def test_who_is_taken_out_while_she_writes_leaves_nothing_half_done(came_out: dict[str, Any]) -> None:
    told = came_out["leaving"]

    assert set(told["statuses"]) <= {DONE, NOT_THERE, TAKEN} and told["after"] == NOT_THERE
    assert told["grants"] == told["unread"] == 0


def test_what_is_erased_while_others_write_leaves_no_row(came_out: dict[str, Any]) -> None:
    told = came_out["erasing"]

    assert told["erased"] == DONE and told["matters"] == told["left"] == 0
    assert set(told["statuses"]) <= {DONE, NOT_THERE, TAKEN, GONE}


def test_the_house_is_closed_once_and_every_box_comes_back(came_out: dict[str, Any]) -> None:
    assert came_out["closing"] == {"sealed": 1, "errors": [], "moved": 1, "back": True}


def test_several_server_processes_count_wrong_tries_together_and_a_restart_forgets_none(
    lived: tuple[House, dict[str, Any]],
) -> None:
    house, _came_out = lived
    guessing = [runs(house, "guess_beside") for _ in range(PROCESSES)]
    tried = [int(one.communicate(timeout=200)[0]) for one in guessing]
    again = runs(house, "guess_beside")

    assert 5 <= sum(tried) <= 8, "five free tries, and those whose wait of some seconds was over meanwhile"
    assert int(again.communicate(timeout=200)[0]) <= 1
