"""What is sealed opens only with its key, in its place, whole, and tells little by its length."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peredacha.core.sealing import NotSealedHere, open_envelope, seal
from peredacha.core.sealing.envelope import SIZES

KEY = bytes(range(32))
OTHER_KEY = bytes(reversed(range(32)))
CONTEXT = b"intake.answers"
LETTER = "мама, я жив".encode()
LONGEST = SIZES[-1] - 4
OVERHEAD = 1 + 24 + 16
"""Version, nonce and tag [bytes]."""

NONCE = bytes(range(100, 124))
KNOWN_ANSWER = bytes.fromhex(
    """
    016465666768696a6b6c6d6e6f707172737475767778797a7b7c73f9a32f925932578c4d8f8a4f6c467b6be4a15cfc78
    b08c5564a72b5e7810ab06437e2cb6f7c7ea06651c545608516ee5d01f9fb234a6cf0f0b48fb88be6c56d3c4e5d06ea4
    2dee0dbc94cdfa8e4bf3ed81258ee3c3fb915da991e690fcb54c7d9d77f121d813008c023f91355992b8602b7291a0aa
    5cae3f13e4550120ca8971bdc369c8d86c4ce0606be42bcf183b4889c75b38944b161be8eaddbf39fa4f1ee95d8c91ff
    debf4bc8b220ea2822812c7689c750a7bf774db9a5e127c4adaa4e8a50c34f080b8023bd2b29ca6708da4e949ea1dc06
    048068d276de2fd40923978bb6da2324f05606412ac622f869fd6bca00d530090e494e81d8aecc5f92ece1052e6eaeae
    243912062e04c806536f22b1b8d5409060e188d992ca7003accded8e08135c616a41acea14e786a4b4f7b17d32f8cd5a
    511b0266ad3e1c48d6b79518c86a78e41a0b412dac5d4ef4158de56075c5410df5169b9ead8c805406d4cd86655ce326
    6915d8b5c728ee0cad44b7c8c6ae8662c793663320aa785c9e6b4eb2c803ce9ddb602b34bf651dfbfa581f354038da39
    e85943f84f741c8742ca6078f4901a6a5dc30b63e6ca6ef9faf849472338e0777dca8db64d59b7a2030bc425bcb9f8c1
    8b8d36b193d3d4274f1e1fbf8328c8528f268b619ca0efd31cfdcc6836a8741531b6971a889d9752d9fdc2fb13705a9f
    acc1b8b2649731f0cf4c9f4641efcc7e782f8253c4665b420e
    """
)
"""Version 1 as it was on the first day: ``LETTER`` under ``KEY``, bound to ``CONTEXT``, with ``NONCE``."""


@given(text=st.binary(max_size=3000), context=st.binary(max_size=40))
def test_every_text_comes_back_as_it_was(text: bytes, context: bytes) -> None:
    assert open_envelope(KEY, seal(KEY, text, context), context) == text


@pytest.mark.parametrize("size", [0, 1, 508, 509, 2044, 2045, 8188, 8189, LONGEST])
def test_texts_at_the_edge_of_a_size_come_back_whole(size: int) -> None:
    text = b"\0" * size

    assert open_envelope(KEY, seal(KEY, text, CONTEXT), CONTEXT) == text


def test_the_first_version_stays_what_it_was() -> None:
    assert seal(KEY, LETTER, CONTEXT, nonce=NONCE) == KNOWN_ANSWER
    assert open_envelope(KEY, KNOWN_ANSWER, CONTEXT) == LETTER


def test_the_same_letter_never_looks_the_same_twice() -> None:
    envelopes = {seal(KEY, LETTER, CONTEXT) for _ in range(50)}

    assert len(envelopes) == 50


@pytest.mark.parametrize(
    "key", [OTHER_KEY, b"", b"short", KEY + b"\0"], ids=["other", "none", "short", "long"]
)
def test_another_key_does_not_open_it(key: bytes) -> None:
    with pytest.raises(NotSealedHere):
        open_envelope(key, KNOWN_ANSWER, CONTEXT)


@pytest.mark.parametrize("context", [b"", b"intake.answer", b"intake.answers ", b"matters.letter"])
def test_an_envelope_moved_elsewhere_does_not_open(context: bytes) -> None:
    with pytest.raises(NotSealedHere):
        open_envelope(KEY, KNOWN_ANSWER, context)


def test_one_flipped_bit_anywhere_and_it_does_not_open() -> None:
    for position in range(len(KNOWN_ANSWER) * 8):
        damaged = bytearray(KNOWN_ANSWER)
        damaged[position // 8] ^= 1 << position % 8
        with pytest.raises(NotSealedHere):
            open_envelope(KEY, bytes(damaged), CONTEXT)


def test_an_envelope_cut_short_or_made_longer_does_not_open() -> None:
    for length in range(len(KNOWN_ANSWER)):
        with pytest.raises(NotSealedHere):
            open_envelope(KEY, KNOWN_ANSWER[:length], CONTEXT)
    with pytest.raises(NotSealedHere):
        open_envelope(KEY, KNOWN_ANSWER + b"\0", CONTEXT)


@pytest.mark.parametrize("version", [0, 2, 49, 255])
def test_an_envelope_of_an_unknown_version_does_not_open(version: int) -> None:
    with pytest.raises(NotSealedHere):
        open_envelope(KEY, bytes([version]) + KNOWN_ANSWER[1:], CONTEXT)


def test_what_was_never_sealed_does_not_open() -> None:
    with pytest.raises(NotSealedHere):
        open_envelope(KEY, b"\x01" + os.urandom(600), CONTEXT)


@given(text=st.binary(max_size=9000))
def test_its_length_is_one_of_a_few(text: bytes) -> None:
    size = len(seal(KEY, text, CONTEXT)) - OVERHEAD

    assert size == min(one for one in SIZES if len(text) + 4 <= one)


def test_yes_and_no_are_equally_long() -> None:
    assert len(seal(KEY, "да".encode(), CONTEXT)) == len(seal(KEY, "нет, он не подписал".encode(), CONTEXT))


def test_a_text_that_is_too_long_is_refused_in_a_sentence() -> None:
    assert seal(KEY, b"a" * LONGEST, CONTEXT)
    with pytest.raises(ValueError, match="too long"):
        seal(KEY, b"a" * (LONGEST + 1), CONTEXT)


def test_a_refusal_tells_nothing_of_the_letter() -> None:
    with pytest.raises(NotSealedHere) as refusal:
        open_envelope(OTHER_KEY, KNOWN_ANSWER, CONTEXT)

    assert str(refusal.value) == ""
