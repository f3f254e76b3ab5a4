"""A recording keeps every frame of its sound; who made it, where, when and with what is gone."""

import struct
from collections.abc import Callable

import pytest
from tests.core.cleaning import sounds
from tests.core.cleaning.samples import leaves_no_mark
from tests.core.cleaning.sounds import RECORDINGS, slow_checksum

from peredacha.core.cleaning import Unacceptable
from peredacha.core.cleaning.cleaner import clean_file
from peredacha.core.language import speak


@pytest.mark.parametrize(("name", "made", "kind"), [(name, *rest) for name, rest in RECORDINGS.items()])
def test_a_recording_loses_its_tags_and_is_clean_the_second_time(
    name: str, made: Callable[[], bytes], kind: str
) -> None:
    assert not leaves_no_mark(made())

    clean = clean_file(name, made())

    assert (clean.name, clean.kind) == (name, kind)
    assert leaves_no_mark(clean.body)
    assert clean_file(name, clean.body) == clean


def test_every_frame_of_mp3_stays_and_its_seek_table_too() -> None:
    clean = clean_file("call.mp3", sounds.mp3()).body

    first, *frames = sounds.mp3_frames()
    assert clean[417:] == b"".join(frames)
    assert clean[: 36 + 16 + 100] == first[: 36 + 16 + 100]
    assert not any(clean[36 + 16 + 100 : 417])


def test_every_frame_of_aac_stays() -> None:
    assert clean_file("call.aac", sounds.aac()).body == b"".join(sounds.aac_frames())


def test_a_tag_between_two_halves_of_the_sound_is_a_damage() -> None:
    frames = sounds.mp3_frames(8)

    with pytest.raises(Unacceptable):
        clean_file("call.mp3", b"".join(frames[:4]) + b"some words" + b"".join(frames[4:]))


@pytest.mark.parametrize("codec", [sounds.OPUS, sounds.VORBIS])
@pytest.mark.parametrize("cover", [0, 200_000])
def test_ogg_is_paged_anew_with_true_checksums(codec: bytes, cover: int) -> None:
    clean = clean_file("call.ogg", sounds.ogg(codec, cover=cover)).body

    pages = [b"OggS" + page for page in clean.split(b"OggS")[1:]]
    for number, page in enumerate(pages):
        assert struct.unpack("<I", page[18:22]) == (number,)
        assert page[14:18] == b"\x01\0\0\0"
        assert struct.unpack("<I", page[22:26]) == (slow_checksum(page[:22] + bytes(4) + page[26:]),)
    assert [len(pages), pages[0][5], pages[-1][5]] == [4, 2, 4]
    assert pages[-2].endswith(b"a" * 170) and pages[-1].endswith(b"b" * 70)
    assert leaves_no_mark(clean)


def test_a_wrong_checksum_and_two_streams_in_one_file_are_refused() -> None:
    voice = bytearray(sounds.ogg())
    voice[-1] ^= 1

    for body in (bytes(voice), sounds.ogg(number_of_streams=2)):
        with pytest.raises(Unacceptable):
            clean_file("call.ogg", body)


def test_wav_keeps_its_shape_and_its_samples() -> None:
    clean = clean_file("call.wav", sounds.wav()).body

    assert clean[8:16] == b"WAVEfmt " and clean.endswith(b"data\x64\0\0\0" + bytes(range(100)))
    assert len(clean) == struct.unpack("<I", clean[4:8])[0] + 8 == 12 + 24 + 108


def test_no_offset_of_mp4_moves_and_its_times_are_blank() -> None:
    body = sounds.mp4()

    clean = clean_file("call.m4a", body).body

    assert len(clean) == len(body)
    assert clean[36:336] == body[36:336] == b"s" * 300
    assert struct.pack(">I", 3_900_000_000) not in clean and b"\x55\xc4" in clean
    assert b"udta" not in clean and b"uuid" not in clean and clean.count(b"free") == 6
    assert b"stco" in clean and b"esds" in clean


@pytest.mark.parametrize("live", [True, False])
def test_no_offset_of_webm_moves_and_its_sound_stays(live: bool) -> None:
    body = sounds.webm(live=live)

    clean = clean_file("call.webm", body).body

    assert len(clean) == len(body)
    assert clean.count(b"s" * 99) == 3 and b"A_OPUS" in clean
    assert b"\x12\x54\xc3\x67" not in clean and b"\x44\x61\x10" not in clean


@pytest.mark.parametrize(
    ("body", "word"),
    [
        (sounds.mp4(handles=b"vide"), "Video"),
        (sounds.webm(track_type=1), "Video"),
        (sounds.mp4(handles=b"text"), "MP3, M4A"),
        (sounds.mp4(codec=b"abcd"), "MP3, M4A"),
        (sounds.webm(codec=b"A_VORBIS"), "MP3, M4A"),
        (sounds.ogg(b"Speex   "), "MP3, M4A"),
    ],
)
def test_a_film_and_an_unknown_codec_are_refused_with_the_way_out(body: bytes, word: str) -> None:
    with pytest.raises(Unacceptable) as refused:
        clean_file("film", body)

    assert word in speak(refused.value.said, "en")
