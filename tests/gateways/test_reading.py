"""Larisa searches in photographed pages: Tesseract reads them outside the server, and is switched off where absent."""

import sys
from difflib import SequenceMatcher

import pytest
from tests.gateways.bindery.samples import LETTER, black_photo, page_of_letters

from peredacha.core.cleaning import Unacceptable
from peredacha.gateways import reading
from peredacha.gateways.reading import ocr_available, read_page

needs_tesseract = pytest.mark.skipif(
    not ocr_available(), reason="no tesseract with Russian: apt-get install tesseract-ocr tesseract-ocr-rus"
)


def alike(text: str | None) -> float:
    """How much of the letter came back, from 0 to 1."""
    return SequenceMatcher(None, LETTER.split(), (text or "").split(), autojunk=False).ratio()


@needs_tesseract
def test_a_scanned_page_of_russian_is_read() -> None:
    assert alike(read_page(page_of_letters())) > 0.95


@needs_tesseract
def test_a_page_without_letters_is_empty_and_a_broken_one_is_told() -> None:
    assert read_page(black_photo()) == ""
    with pytest.raises(Unacceptable, match="damaged"):
        read_page(black_photo()[:300])


def test_where_the_program_is_absent_nothing_is_read_and_nothing_breaks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reading, "PROGRAM", "no-such-tesseract")
    ocr_available.cache_clear()
    try:
        assert not ocr_available() and read_page(black_photo()) is None
    finally:
        ocr_available.cache_clear()


def test_russian_must_be_there_and_not_english_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for program in (sys.executable, "false"):
        monkeypatch.setattr(reading, "PROGRAM", program)
        ocr_available.cache_clear()
        assert not ocr_available()
    ocr_available.cache_clear()


def test_what_is_no_text_is_not_taken_for_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "ocr_available", lambda: True)
    says = """import sys; sys.stdout.buffer.write(bytes([255, 254])); sys.stderr.write('{"damaged": []}')"""

    with pytest.raises(Unacceptable, match="could not be read"):
        read_page(b"a", bindery=[sys.executable, "-c", says])
