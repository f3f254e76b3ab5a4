"""Large files wait for a place; one that stops coming loses it; nothing comes near a page that expects no file."""

from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadhandler import SkipFile, StopUpload
from django.http.multipartparser import MultiPartParser

from peredacha.rooms.conversations.services.uploading import (
    LIMIT,
    LONGEST,
    PATIENCE,
    STILL_READ,
    MemoryUpload,
    Places,
    RefuseFiles,
)

EDGE = "----edge"


class Clock:
    """Seconds that the play moves."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def body_of(file: bytes, text: str = "слова") -> bytes:
    """A form as a browser sends it: the words first, then the file."""
    words = f'--{EDGE}\r\nContent-Disposition: form-data; name="text"\r\n\r\n{text}\r\n'
    head = f'--{EDGE}\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'
    return words.encode() + head.encode() + file + f"\r\n--{EDGE}--\r\n".encode()


def parsed(stream: Any, length: int, handler: Any) -> tuple[Any, Any]:
    """What the framework gives to the page."""
    told = {"CONTENT_TYPE": f"multipart/form-data; boundary={EDGE}", "CONTENT_LENGTH": str(length)}
    return MultiPartParser(told, stream, [handler], "utf-8").parse()


def test_the_third_large_file_waits_and_gets_the_place_that_was_given_back() -> None:
    places = Places(2, Clock())
    first, second = places.take(), places.take()
    assert first and second
    assert places.take(waits=0.01) is None
    places.give_back(first)
    assert places.take(waits=0.01) is not None


def test_a_file_that_stops_coming_loses_its_place() -> None:
    clock = Clock()
    places = Places(1, clock)
    silent = places.take()
    assert silent is not None
    clock.now = PATIENCE + 1
    assert places.keep(silent)
    clock.now += PATIENCE + 1
    assert places.take(waits=0.01) is not None
    assert not places.keep(silent)


class Slow(BytesIO):
    """A body between whose pieces time passes."""

    def __init__(self, body: bytes, clock: Clock, step: float) -> None:
        super().__init__(body)
        self.clock, self.step = clock, step

    def read(self, size: int | None = -1) -> bytes:
        self.clock.now += self.step
        return super().read(size)


def test_a_body_that_drips_for_half_an_hour_is_given_up_with_a_sentence_and_the_words() -> None:
    clock = Clock()
    handler = MemoryUpload(places=Places(2, clock), clock=clock)
    body = body_of(b"a" * 3_000_000)

    fields, files = parsed(Slow(body, clock, LONGEST / 10), len(body), handler)

    assert fields["text"] == "слова" and not files and handler.said
    assert handler.body is None


def test_a_small_file_needs_no_place_and_a_large_one_is_told_to_come_again() -> None:
    places = Places(1, Clock())
    places.take()
    small = body_of(b"a" * 1000)
    _fields, files = parsed(BytesIO(small), len(small), MemoryUpload(places=places))
    assert files["file"].read() == b"a" * 1000


def test_two_large_files_at_once_the_third_hears_when_to_come_again(monkeypatch: pytest.MonkeyPatch) -> None:
    places = Places(2, Clock())
    monkeypatch.setattr(Places, "take", lambda self: None)
    large = body_of(b"a" * 2_000_000)
    handler = MemoryUpload(places=places)

    fields, files = parsed(BytesIO(large), len(large), handler)

    assert not files and handler.said and fields["text"] == "слова"


def test_above_the_limit_reading_stops_and_nothing_stays_in_memory() -> None:
    handler = MemoryUpload(places=Places(2))
    body = body_of(b"a" * (LIMIT + 1))
    stream = BytesIO(body)

    fields, files = parsed(stream, len(body), handler)

    assert not files and "50" in handler.said and handler.body is None
    assert fields["text"] == "слова"


def test_a_body_that_announces_far_too_much_is_not_read_to_its_end() -> None:
    handler = MemoryUpload(places=Places(2))
    stream = BytesIO(body_of(b"a" * 5_000_000))

    _fields, files = parsed(stream, STILL_READ + 1, handler)

    assert not files and handler.said
    assert stream.tell() < 1_000_000


def test_exactly_the_limit_is_taken_and_the_place_is_free_afterwards() -> None:
    places = Places(1)
    handler = MemoryUpload(places=places)
    body = body_of(b"a" * LIMIT)

    _fields, files = parsed(BytesIO(body), len(body), handler)

    assert files["file"].size == LIMIT and not handler.said
    assert places.take(waits=0.01) is None
    handler.close()
    assert places.take(waits=0.01) is not None


def test_a_page_that_expects_no_file_drops_it() -> None:
    body = body_of(b"a" * 100_000)
    fields, files = parsed(BytesIO(body), len(body), RefuseFiles())

    assert fields["text"] == "слова" and not files
    with pytest.raises(SkipFile):
        RefuseFiles().new_file()


def test_of_two_files_only_the_first_is_read() -> None:
    handler = MemoryUpload(places=Places(2))
    handler.new_file("file", "a", "text/plain", 1)
    with pytest.raises(SkipFile):
        handler.new_file("file", "b", "text/plain", 1)
    with pytest.raises(SkipFile):
        MemoryUpload(places=Places(2)).new_file("other", "b", "text/plain", 1)


def test_a_lost_place_ends_the_file() -> None:
    clock = Clock()
    places = Places(1, clock)
    handler = MemoryUpload(places=places, clock=clock)
    handler.handle_raw_input(None, {}, 2_000_000, b"")
    handler.new_file("file", "a", "text/plain", 2_000_000)
    clock.now = PATIENCE + 1
    assert places.take(waits=0.01) is not None
    with pytest.raises(StopUpload):
        handler.receive_data_chunk(b"a", 0)
