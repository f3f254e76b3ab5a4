"""The sample cards as bytes and as text, and sentences about them."""

from pathlib import Path

from peredacha.core.courtcards import Change, CourtCard, change_in_words, read_card, read_card_file
from peredacha.core.language import speak

SAMPLES = Path(__file__).parent / "samples"
NAMES = sorted(path.name for path in SAMPLES.iterdir())
TWINS = sorted({name.partition(".")[0] for name in NAMES if (SAMPLES / name).with_suffix(".txt").exists()})
TWINS = [name for name in TWINS if f"{name}.html" in NAMES]


def source(name: str) -> str:
    return (SAMPLES / name).read_text("utf-8")


def card(name: str) -> CourtCard:
    """A sample read as a saved file."""
    return sure(read_card_file((SAMPLES / name).read_bytes()))


def pasted(text: str) -> CourtCard:
    return sure(read_card(text))


def sure(read: object) -> CourtCard:
    assert isinstance(read, CourtCard), read
    return read


def refused(read: object) -> str:
    """The one sentence with which something was refused."""
    assert isinstance(read, tuple) and len(read) == 1
    return speak(read[0], "en")


def told(change: Change) -> str:
    return speak(change_in_words(change), "en").replace("\u00a0", " ")
