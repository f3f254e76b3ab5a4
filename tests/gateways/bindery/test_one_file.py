"""A stranger's file becomes leaves; whatever it does to the child that opens it, the other pages go on."""

import os
import signal
import time
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from tests.core.cleaning.samples import MARK, court_paper, jpeg_photo, leaves_no_mark, png_of, png_screen
from tests.gateways.bindery.samples import black_photo, look, two_pages

from peredacha.core.cleaning import Unacceptable
from peredacha.gateways.bindery import leaves, sentences
from peredacha.gateways.bindery.apart import apart


def photos_in(pdf: bytes) -> list[bytes]:
    """The coded pictures of every page."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        return [image.read_raw_bytes() for page in opened.pages for image in page.get_images().values()]


def test_a_photo_keeps_no_note_of_its_camera_and_no_place() -> None:
    made = leaves.taken(jpeg_photo(6, (640, 400)), [1])

    assert MARK.encode() in jpeg_photo() and leaves_no_mark(made)
    with Image.open(BytesIO(photos_in(made)[0])) as photo:
        assert photo.size == (400, 640), "upright as the camera noted, then without the note"
        assert not photo.getexif() and not {"exif", "xmp", "icc_profile", "comment"} & set(photo.info)


def test_a_screen_shot_and_a_court_paper_keep_nothing_hidden() -> None:
    assert leaves_no_mark(leaves.taken(png_screen("RGBA"), [1]))
    assert leaves_no_mark(leaves.taken(court_paper(), [2, 1]))


def test_a_large_photo_is_made_as_large_as_a_page_needs() -> None:
    with Image.open(BytesIO(photos_in(leaves.taken(black_photo((3000, 4000)), [1]))[0])) as photo:
        assert max(photo.size) == leaves.LONGEST_SIDE


def test_grey_in_many_steps_does_not_turn_white() -> None:
    deep, out = Image.new("I;16", (40, 40), 30_000), BytesIO()
    deep.save(out, "PNG")

    assert leaves.picture(out.getvalue(), 1, 0, 40).getpixel((20, 20)) == 116


def test_the_leaves_of_a_pdf_are_counted_and_taken_in_any_order() -> None:
    body = two_pages()
    taken = leaves.taken(body, [2, 1, 2])

    assert (leaves.count(body), leaves.count(black_photo())) == (2, 1)
    assert [look(taken, page).size for page in (1, 2, 3)] == [(594, 420), (420, 594), (594, 420)]


def test_a_page_is_turned_to_the_right() -> None:
    upright, turned = leaves.picture(jpeg_photo(), 1, 0, 64), leaves.picture(jpeg_photo(), 1, 90, 64)

    assert (upright.size, turned.size) == ((64, 40), (40, 64))
    dark = [sum(one.convert("RGB").getpixel(at)) for one, at in ((upright, (5, 5)), (turned, (35, 5)))]  # type: ignore[arg-type]
    assert max(dark) < 60, "the dark corner went from the top left to the top right"


@pytest.mark.parametrize(
    ("body", "leaf", "word"),
    [
        (two_pages(), 3, "no such page"),
        (black_photo(), 2, "no such page"),
        ("Просто письмо. Здравствуйте!".encode(), 1, "Only photos and PDF"),
        (black_photo()[:300], 1, "damaged"),
        (two_pages()[:700], 1, "damaged"),
        (png_of(30_000, 30_000), 1, "megapixels"),
        (b"\0\0\0\x18ftypheic", 1, "HEIC"),
        (b"", 1, "empty"),
    ],
    ids=[
        "a page too far",
        "a second photo",
        "a text",
        "half a photo",
        "half a PDF",
        "a giant",
        "HEIC",
        "nothing",
    ],
)
def test_a_file_that_cannot_be_a_page_is_told_in_one_sentence(body: bytes, leaf: int, word: str) -> None:
    for act in (lambda: leaves.taken(body, [leaf]), lambda: leaves.picture(body, leaf, 0, 100)):
        with pytest.raises(Unacceptable, match=word):
            act()


def test_what_is_done_apart_comes_back_and_so_does_a_refusal() -> None:
    def refuses() -> bytes:
        raise Unacceptable(sentences.NO_LEAF)

    assert apart(lambda: b"%PDF-" * 100_000) == b"%PDF-" * 100_000
    with pytest.raises(Unacceptable) as no:
        apart(refuses)
    assert no.value.said == sentences.NO_LEAF


def dies() -> bytes:
    os.kill(os.getpid(), signal.SIGKILL)
    return b""


def hangs() -> bytes:
    time.sleep(60)
    return b""


def fails() -> bytes:
    raise ValueError(MARK)


@pytest.mark.parametrize("work", [dies, hangs, fails])
def test_whatever_happens_apart_there_is_one_sentence_and_no_word_of_it(
    work: object, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(Unacceptable) as no:
        apart(work, seconds=1)  # type: ignore[arg-type]
    assert no.value.said == sentences.DIED
    assert capfd.readouterr() == ("", "")


def test_a_child_cannot_read_what_comes_after_nor_speak_for_the_bindery(tmp_path: Path) -> None:
    def what_is_open() -> bytes:
        return " ".join(str(one) for one in range(3) if Path(f"/proc/self/fd/{one}").exists()).encode()

    assert apart(what_is_open) == b""
