"""Whatever is sent, the answer is a clean file or one sentence."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.core.cleaning.samples import court_paper, gif_animation, jpeg_photo, png_screen, webp_photo
from tests.core.cleaning.sounds import RECORDINGS, mp4

from peredacha.core.cleaning import Limits, Unacceptable
from peredacha.core.cleaning.cleaner import clean_file
from peredacha.core.language import speak

SAMPLES = {
    "photo.jpg": jpeg_photo(),
    "screen.png": png_screen(),
    "photo.webp": webp_photo(),
    "moving.gif": gif_animation(),
    "decision.pdf": court_paper(1),
    **{name: made() for name, (made, _kind) in RECORDINGS.items()},
}


def refused(body: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(Unacceptable) as no:
        clean_file("файл", body, limits=limits or Limits())
    return speak(no.value.said, "en")


def test_the_content_tells_the_kind_and_the_name_is_mended() -> None:
    clean = clean_file("../../Письмо.exe", jpeg_photo())

    assert (clean.name, clean.kind) == ("Письмо.jpg", "image/jpeg")


@pytest.mark.parametrize(
    ("body", "word"),
    [
        (b"", "empty"),
        (b"PK\x03\x04" + bytes(60), "Send a photo, a PDF or a voice message."),
        (b"MZ\x90\0" + bytes(60), "Send a photo, a PDF or a voice message."),
        (b"\xd0\xcf\x11\xe0" + bytes(60), "Send a photo, a PDF or a voice message."),
        (b"RIFF\0\0\0\0AVI " + bytes(60), "Send a photo, a PDF or a voice message."),
        (mp4().replace(b"ftypM4A ", b"ftypheic"), "screenshot"),
        (jpeg_photo()[:3], "damaged"),
        (b"%PDF-1.7\nnothing", "damaged"),
    ],
)
def test_what_cannot_be_cleaned_is_refused_with_the_way_out(body: bytes, word: str) -> None:
    assert word in refused(body)


def test_a_file_over_the_limit_is_refused() -> None:
    assert "larger than 50 MB" in refused(bytes(50 * 1024 * 1024 + 1))


@pytest.mark.parametrize(
    "written",
    ["Здравствуйте.\r\nЯ мама.".encode("utf-8-sig"), "Здравствуйте.\rЯ мама.".encode("utf-16")],
)
def test_a_plain_text_is_taken_in_its_letters(written: bytes) -> None:
    clean = clean_file("письмо", written)

    assert (clean.name, clean.kind) == ("письмо.txt", "text/plain")
    assert clean.body.decode() == "Здравствуйте.\nЯ мама."


def test_a_text_of_the_old_russian_windows_is_taken_and_noise_is_not() -> None:
    assert clean_file("a.txt", "Приговор вынесен".encode("cp1251")).body.decode() == "Приговор вынесен"
    assert "Send a photo" in refused("Приговор".encode("cp1251") + bytes(3))
    assert "Send a photo" in refused(b"\xfe caf\xe9 and some more words in latin letters")
    assert "Send a photo" in refused("слово ".encode() * 10, Limits(text_bytes=99))


@pytest.mark.parametrize("name", SAMPLES)
def test_half_a_file_is_refused_in_one_sentence(name: str) -> None:
    body = SAMPLES[name]

    for part in (1, 2, 4, 16):
        half = body[: len(body) // 2 // part]
        try:
            clean_file(name, half)
        except Unacceptable as no:
            assert no.said.message.endswith(".") and no.__cause__ is None


@pytest.mark.parametrize("name", ["photo.jpg", "screen.png", "photo.webp", "call.m4a", "call.ogg"])
def test_a_file_that_did_not_arrive_whole_is_not_kept(name: str) -> None:
    assert refused(SAMPLES[name][: len(SAMPLES[name]) // 2])


def attacked(name: str) -> Callable[[], None]:
    body = SAMPLES[name]
    places = st.integers(0, len(body) - 1)

    @settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
    @given(
        flips=st.lists(st.tuples(places, st.integers(0, 255)), max_size=8),
        cut=st.one_of(st.just(len(body)), places),
        doubled=st.one_of(st.none(), st.tuples(places, places)),
    )
    def attack(flips: list[tuple[int, int]], cut: int, doubled: tuple[int, int] | None) -> None:
        broken = bytearray(body)
        for place, value in flips:
            broken[place] = value
        if doubled:
            broken[doubled[0] : doubled[0]] = broken[min(doubled) : max(doubled)]
        try:
            clean = clean_file(name, bytes(broken[:cut]))
        except Unacceptable as no:
            assert no.__cause__ is None and speak(no.said, "en")
        else:
            assert clean.body and clean_file(clean.name, clean.body).kind == clean.kind

    return attack


@pytest.mark.parametrize("name", SAMPLES)
def test_broken_bytes_raise_nothing_else(name: str) -> None:
    attacked(name)()
