"""A stranger's file is opened in a process of its own: no key there, no file written, one sentence when it fails."""

import sys
from pathlib import Path

import pytest
from tests.core.cleaning.samples import MARK, court_paper, jpeg_photo, leaves_no_mark

from peredacha.core.cleaning import LIMITS, Unacceptable, sentences
from peredacha.core.cleaning.cleaner import clean_file as clean_here
from peredacha.gateways.cleaning import clean_file

HOSTILE = {
    "it dies": "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)",
    "it hangs": "import time; time.sleep(60)",
    "it says nothing": "",
    "it says what is no JSON": "import sys; sys.stderr.write('all well')",
    "it says bytes that are no text": "import sys; sys.stderr.buffer.write(bytes([255, 254]))",
    "it invents a kind": """import sys; sys.stderr.write('{"kind": "text/html", "warnings": []}')""",
    "it invents a value": """import sys; sys.stderr.write('{"no": {"message": "a", "values": {"b": {}}}}')""",
    "it ends with an error": """import sys; sys.stderr.write('{"kind": "image/png", "warnings": []}'); sys.exit(3)""",
}


def cleaner(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def bounded(code: str) -> list[str]:
    """A taken over cleaner: its limits hold, and then it does what it likes."""
    limits = "from runpy import run_module; import sys, io"
    begin = "m = run_module('peredacha.core.cleaning', run_name='bound')"
    return cleaner(f"{limits}\n{begin}\nm['bound']()\n{code}")


def test_the_same_comes_back_as_from_the_cleaner_itself() -> None:
    for name, body in (("Письмо.PDF", court_paper()), ("фото.jpg", jpeg_photo())):
        assert clean_file(name, body) == clean_here(name, body)


def test_no_mark_is_left_and_the_name_is_safe() -> None:
    clean = clean_file("../../фото сына.PNG.exe", jpeg_photo())

    assert MARK.encode() in jpeg_photo() and leaves_no_mark(clean.body)
    assert clean.name == "фото сына.jpg"


def test_a_refusal_is_said_in_the_cleaners_words() -> None:
    for body, said in ((b"", sentences.EMPTY), (b"\x00\x01\x02MZ", None), (court_paper()[:200], None)):
        with pytest.raises(Unacceptable) as here:
            clean_here("a", body)
        with pytest.raises(Unacceptable) as there:
            clean_file("a", body)
        assert there.value.said == here.value.said and (said is None or here.value.said == said)


def test_what_is_too_large_starts_no_process() -> None:
    with pytest.raises(Unacceptable) as no:
        clean_file("a", bytes(LIMITS.file_bytes + 1), cleaner=("/no/such/program",))
    assert no.value.said == sentences.too_large(LIMITS)


@pytest.mark.parametrize("code", HOSTILE.values(), ids=HOSTILE)
def test_whatever_a_taken_over_cleaner_does_the_sender_gets_one_sentence(code: str) -> None:
    with pytest.raises(Unacceptable) as no:
        clean_file("a.png", b"\x89PNG", cleaner=cleaner(code), longest=2.0)
    assert no.value.said == sentences.NOT_CLEANED


def test_the_cleaner_knows_no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PEREDACHA_BOOT_KEY", "secret")
    tells = """import os, sys
sys.stdout.write(" ".join(os.environ))
sys.stderr.write('{"kind": "text/plain", "warnings": []}')"""

    names = clean_file("a.txt", b"a", cleaner=cleaner(tells)).body.decode().split()

    assert "PATH" in names and not [name for name in names if name.startswith(("PEREDACHA", "DATABASE"))]


@pytest.mark.parametrize(
    "attempt",
    ["open({path!r}, 'wb', 0).write(b'plain')", "bytearray(3 * 1024 ** 3)"],
    ids=["write a file", "take all memory"],
)
def test_the_cleaners_limits_hold(attempt: str, tmp_path: Path) -> None:
    path = tmp_path / "left"
    done = """sys.stderr.write('{"kind": "text/plain", "warnings": []}')"""
    assert clean_file("a.txt", b"a", cleaner=bounded(done)).kind == "text/plain", (
        "without the attempt it answers"
    )

    with pytest.raises(Unacceptable):
        clean_file("a.txt", b"a", cleaner=bounded(f"{attempt.format(path=str(path))}\n{done}"))
    assert not path.exists() or not path.read_bytes()
