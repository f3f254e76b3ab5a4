"""The host asks the journal."""

import pytest
from django.core.management import CommandError, call_command
from tests.rooms.journal.world import CHAPTER, TODAY, a_day, by_hand

from peredacha.rooms.journal.selectors import verify_chain
from peredacha.rooms.journal.services import bump

pytestmark = pytest.mark.django_db
Heard = pytest.CaptureFixture[str]


def test_a_whole_journal_gives_its_count_and_its_mark(capsys: Heard) -> None:
    a_day()

    call_command("verify_journal")

    said = capsys.readouterr().out
    assert "7" in said and str(verify_chain().mark) in said
    call_command("verify_journal", seen=str(verify_chain().mark))


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE journal_entry SET act = 'granted' WHERE number = 3",
        "DELETE FROM journal_entry WHERE number = 3",
        "UPDATE journal_entry SET previous = digest WHERE number = 3",
        "DELETE FROM journal_entry WHERE number >= 3",
    ],
)
def test_a_wrong_journal_gives_the_number_and_leaves_with_one(harm: str, capsys: Heard) -> None:
    a_day()
    by_hand(harm)

    with pytest.raises(SystemExit) as left:
        call_command("verify_journal")

    assert left.value.code == 1
    assert " 3 " in capsys.readouterr().err


@pytest.mark.parametrize("mark", ["7", "seven:" + "0" * 64, "7:00", "-1:" + "0" * 64])
def test_a_mark_that_is_none_gets_one_sentence(mark: str) -> None:
    with pytest.raises(CommandError) as refused:
        call_command("verify_journal", seen=mark)

    assert refused.value.returncode == 2


def test_the_month_is_printed_act_by_act(capsys: Heard) -> None:
    a_day()
    bump(chapter=CHAPTER, name="plans", today=TODAY, by=12)

    call_command("month_report", "2026-11", chapter=CHAPTER)

    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "demo 2026-11" and lines[-1] == "plans: 12"
    assert len(lines) == 9 and lines[1].endswith(": 1")


def test_the_public_month_hides_small_numbers(capsys: Heard) -> None:
    a_day()

    call_command("month_report", "2026-11", chapter=CHAPTER, public=True)

    assert ": 1" not in capsys.readouterr().out


def test_an_empty_month_says_so(capsys: Heard) -> None:
    call_command("month_report", "2026-10", chapter=CHAPTER)

    assert len(capsys.readouterr().out.splitlines()) == 2


def test_a_month_that_is_none_gets_one_sentence() -> None:
    with pytest.raises(CommandError) as refused:
        call_command("month_report", "November")

    assert refused.value.returncode == 2


def test_this_month_is_the_default(capsys: Heard, time_machine: object) -> None:
    time_machine.move_to("2026-11-22 12:00:00+03:00")  # type: ignore[attr-defined]

    call_command("month_report", chapter=CHAPTER)

    assert capsys.readouterr().out.startswith("demo 2026-11\n")
