"""A file comes back whole and in order, or not at all; its length on the disk tells little."""

import os
from collections.abc import Iterator
from hashlib import sha256
from itertools import islice, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nacl.bindings import (
    crypto_secretstream_xchacha20poly1305_init_pull,
    crypto_secretstream_xchacha20poly1305_push,
    crypto_secretstream_xchacha20poly1305_state,
)

from peredacha.core.sealing import NotSealedHere, open_stream, seal_stream

KEY = bytes(range(32))
OTHER_KEY = bytes(reversed(range(32)))
CONTEXT = b"files"
PICTURE = bytes(range(256)) * 700
"""179,200 bytes: three pieces."""

TEXT = 65532
PIECE = 65553
BEGINNING = 25
EDGES = [0, 1, TEXT - 1, TEXT, TEXT + 1, 2 * TEXT, 3 * TEXT + 5]
KNOWN_HEADER = bytes(range(24))
KNOWN_DIGEST = "85056591a8761ca0f99c4ec5ec95592233038519f79ec42a685c5da7e8567858"
"""SHA-256 of version 1 as it was on the first day: ``PICTURE`` under ``KEY`` in ``CONTEXT``."""


def sealed(content: bytes = PICTURE, key: bytes = KEY, context: bytes = CONTEXT) -> bytes:
    """The whole stream at once."""
    return b"".join(seal_stream(key, [content], context))


def opened(stream: bytes, key: bytes = KEY, context: bytes = CONTEXT) -> bytes:
    """The whole content at once."""
    return b"".join(open_stream(key, [stream], context))


def pieces_of(stream: bytes) -> list[bytes]:
    """The beginning and the pieces of a stream."""
    cuts = range(BEGINNING, len(stream), PIECE)
    return [stream[:BEGINNING], *(stream[cut : cut + PIECE] for cut in cuts)]


SEALED = sealed()


def known_answer() -> bytes:
    """The stream of the first day, made again with the cipher alone; nothing of the house takes part."""
    state = crypto_secretstream_xchacha20poly1305_state()
    crypto_secretstream_xchacha20poly1305_init_pull(state, KNOWN_HEADER, KEY)
    stream = b"\x01" + KNOWN_HEADER
    for start, kind in ((0, 0), (TEXT, 0), (2 * TEXT, 3)):
        text = PICTURE[start : start + TEXT]
        frame = (len(text).to_bytes(4, "big") + text).ljust(65536, b"\0")
        stream += crypto_secretstream_xchacha20poly1305_push(state, frame, b"\x01files", kind)
    return stream


def test_the_first_version_stays_what_it_was() -> None:
    stream = known_answer()

    assert sha256(stream).hexdigest() == KNOWN_DIGEST
    assert opened(stream) == PICTURE


@pytest.mark.parametrize("size", EDGES)
def test_a_file_of_any_length_comes_back_whole(size: int) -> None:
    content = os.urandom(size)

    assert opened(sealed(content)) == content


@given(cuts=st.lists(st.integers(0, len(PICTURE)), max_size=6), step=st.integers(1, 200_000))
@settings(max_examples=30)
def test_how_the_chunks_arrive_does_not_matter(cuts: list[int], step: int) -> None:
    bounds = [0, *sorted(cuts), len(PICTURE)]
    parts = [PICTURE[start:end] for start, end in pairwise(bounds)]
    stream = b"".join(seal_stream(KEY, parts, CONTEXT))
    arriving = [stream[start : start + step] for start in range(0, len(stream), step)]

    assert b"".join(open_stream(KEY, arriving, CONTEXT)) == PICTURE


def test_chunks_go_through_one_by_one_and_not_the_whole_file() -> None:
    read = 0

    def long_film() -> Iterator[bytes]:
        nonlocal read
        while True:
            read += 1
            yield bytes(TEXT)

    stream = seal_stream(KEY, long_film(), CONTEXT)
    first = list(islice(stream, 4))

    assert read <= 5
    assert b"".join(islice(open_stream(KEY, iter(first), CONTEXT), 2)) == bytes(2 * TEXT)


def test_the_same_file_never_looks_the_same_twice() -> None:
    assert len({sealed(b"a") for _ in range(20)}) == 20


@pytest.mark.parametrize("key", [OTHER_KEY, b"", b"short", KEY + b"\0"])
def test_another_key_does_not_open_it(key: bytes) -> None:
    with pytest.raises(NotSealedHere):
        opened(SEALED, key=key)


@pytest.mark.parametrize("context", [b"", b"file", b"files ", b"matters"])
def test_a_stream_moved_elsewhere_does_not_open(context: bytes) -> None:
    with pytest.raises(NotSealedHere):
        opened(SEALED, context=context)


@given(place=st.integers(0, len(SEALED) - 1), bit=st.integers(0, 7))
def test_one_flipped_bit_anywhere_and_it_does_not_open(place: int, bit: int) -> None:
    damaged = bytearray(SEALED)
    damaged[place] ^= 1 << bit
    with pytest.raises(NotSealedHere):
        opened(bytes(damaged))


@given(length=st.integers(0, len(SEALED) - 1))
def test_a_stream_cut_short_does_not_open(length: int) -> None:
    with pytest.raises(NotSealedHere):
        opened(SEALED[:length])


@pytest.mark.parametrize("length", [0, 1, BEGINNING - 1, BEGINNING, *(BEGINNING + n * PIECE for n in (1, 2))])
def test_a_stream_cut_at_a_seam_does_not_open(length: int) -> None:
    with pytest.raises(NotSealedHere):
        opened(SEALED[:length])


@pytest.mark.parametrize("more", [b"\0", bytes(PIECE), SEALED])
def test_a_stream_made_longer_does_not_open(more: bytes) -> None:
    with pytest.raises(NotSealedHere):
        opened(SEALED + more)


@pytest.mark.parametrize(
    "order",
    [[0, 2, 1, 3], [0, 1, 3, 2], [0, 1, 3], [0, 2, 3], [0, 3], [0, 1, 1, 2, 3], [0, 1, 2, 3, 3], [1, 2, 3]],
)
def test_pieces_moved_dropped_or_doubled_are_noticed(order: list[int]) -> None:
    pieces = pieces_of(SEALED)

    assert len(pieces) == 4
    with pytest.raises(NotSealedHere):
        opened(b"".join(pieces[place] for place in order))


def test_a_piece_of_another_file_is_noticed() -> None:
    mine, other = pieces_of(SEALED), pieces_of(sealed())
    with pytest.raises(NotSealedHere):
        opened(b"".join([mine[0], mine[1], other[2], mine[3]]))


@given(garbage=st.binary(max_size=300))
def test_what_was_never_sealed_does_not_open(garbage: bytes) -> None:
    with pytest.raises(NotSealedHere):
        opened(garbage)
    with pytest.raises(NotSealedHere):
        opened(b"\x01" + garbage + bytes(PIECE))


def test_what_comes_out_before_the_damage_is_genuine() -> None:
    damaged = SEALED[:-1] + bytes([SEALED[-1] ^ 1])
    chunks = open_stream(KEY, [damaged], CONTEXT)

    assert next(chunks) + next(chunks) == PICTURE[: 2 * TEXT]
    with pytest.raises(NotSealedHere):
        next(chunks)


def test_a_frame_that_lies_about_its_length_is_refused() -> None:
    state = crypto_secretstream_xchacha20poly1305_state()
    crypto_secretstream_xchacha20poly1305_init_pull(state, KNOWN_HEADER, KEY)
    frame = (TEXT + 1).to_bytes(4, "big") + bytes(TEXT)
    piece = crypto_secretstream_xchacha20poly1305_push(state, frame, b"\x01files", 3)
    with pytest.raises(NotSealedHere):
        opened(b"\x01" + KNOWN_HEADER + piece)


@pytest.mark.parametrize(
    ("size", "pieces"),
    [
        (0, 1),
        (1, 1),
        (TEXT, 1),
        (TEXT + 1, 2),
        (9 * TEXT, 10),
        (33 * TEXT, 36),
        (34 * TEXT, 36),
        (50 * TEXT, 52),
    ],
)
def test_its_length_is_one_of_a_few(size: int, pieces: int) -> None:
    stream = sealed(bytes(size))

    assert len(stream) == BEGINNING + pieces * PIECE
    assert opened(stream) == bytes(size)


@pytest.mark.parametrize("length", [0, 16, 31, 33])
def test_a_key_of_another_length_seals_nothing(length: int) -> None:
    with pytest.raises(ValueError, match="does not seal"):
        list(seal_stream(bytes(length), [b"a"], CONTEXT))
