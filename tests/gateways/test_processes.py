"""Work outside the server ends when it must, with all that it started, and takes no key along."""

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from peredacha.gateways.processes import NoWork, environment, worked

ECHO = "import sys; sys.stdout.buffer.write(sys.stdin.buffer.read()); sys.stderr.write('heard')"
STARTS_ANOTHER = """import os, sys, time
child = os.fork()
if child:
    with open(sys.argv[1], "w") as told: told.write(str(child))
time.sleep(60)"""


def program(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_pieces_are_handed_over_one_by_one_and_the_answer_comes_back() -> None:
    assert worked(program(ECHO), (b"a" * 100_000, b"b"), longest=20.0) == (b"a" * 100_000 + b"b", b"heard")


def test_what_it_started_ends_with_it(tmp_path: Path) -> None:
    told, begun = tmp_path / "child", time.perf_counter()
    with pytest.raises(NoWork):
        worked([*program(STARTS_ANOTHER), str(told)], (), longest=1.5)

    assert time.perf_counter() - begun < 20, "it does not wait for the minute that the child would sleep"
    assert is_gone(int(told.read_text()))


def is_gone(pid: int) -> bool:
    """Whether a process ended within two seconds."""
    for _turn in range(40):
        try:
            if Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
                return True
        except FileNotFoundError:
            return True
        time.sleep(0.05)
    return False


def test_a_piece_that_cannot_be_had_ends_the_work_at_once() -> None:
    def pieces() -> Iterator[bytes]:
        yield b"a"
        raise LookupError

    begun = time.perf_counter()
    with pytest.raises(LookupError):
        worked(program("import time; time.sleep(60)"), pieces(), longest=60.0)
    assert time.perf_counter() - begun < 20


def test_no_key_is_taken_along(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PEREDACHA_BOOT_KEY", "secret")
    monkeypatch.setenv("DATABASE_URL", "secret")

    assert set(environment()) <= {"PATH", "PYTHONPATH", "LANG"} and "PATH" in environment()
