"""A picture goes on as its pixels and nothing else."""

import struct
from io import BytesIO
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageStat
from tests.core.cleaning.samples import (
    exif,
    gif_animation,
    jpeg_photo,
    leaves_no_mark,
    picture,
    png_of,
    png_screen,
    webp_photo,
)

from peredacha.core.cleaning import Limits, Unacceptable
from peredacha.core.cleaning.cleaner import clean_file
from peredacha.core.language import speak


def seen(body: bytes) -> Image.Image:
    with Image.open(BytesIO(body)) as opened:
        opened.load()
        return opened.copy()


def difference(one: Image.Image, other: Image.Image) -> float:
    """The mean difference of two pictures [0-255]."""
    apart = ImageChops.difference(one.convert("RGB"), other.convert("RGB"))
    return max(ImageStat.Stat(apart).mean)


@pytest.mark.parametrize(
    ("name", "body", "kind"),
    [
        ("photo.jpg", jpeg_photo(), "image/jpeg"),
        ("gray.jpg", jpeg_photo(mode="L"), "image/jpeg"),
        ("print.jpg", jpeg_photo(mode="CMYK"), "image/jpeg"),
        ("screen.png", png_screen(), "image/png"),
        ("clear.png", png_screen("RGBA"), "image/png"),
        ("few.png", png_screen("P"), "image/png"),
        ("fax.png", png_screen("1"), "image/png"),
        ("photo.webp", webp_photo(), "image/jpeg"),
        ("moving.gif", gif_animation(), "image/png"),
    ],
)
def test_a_picture_keeps_its_pixels_and_loses_its_traces(name: str, body: bytes, kind: str) -> None:
    assert not leaves_no_mark(body)

    clean = clean_file(name, body)

    assert clean.kind == kind
    assert leaves_no_mark(clean.body)
    assert difference(seen(clean.body), seen(body)) < 4
    left: dict[Any, Any] = seen(clean.body).info
    assert (
        set(left) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"} and not seen(clean.body).getexif()
    )


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_stands_upright_without_its_note(orientation: int) -> None:
    turned = jpeg_photo(orientation)

    clean = clean_file("photo.jpg", turned)

    shown = picture()
    for turn in {
        2: (Image.Transpose.FLIP_LEFT_RIGHT,),
        3: (Image.Transpose.ROTATE_180,),
        4: (Image.Transpose.FLIP_TOP_BOTTOM,),
        5: (Image.Transpose.ROTATE_90, Image.Transpose.FLIP_TOP_BOTTOM),
        6: (Image.Transpose.ROTATE_270,),
        7: (Image.Transpose.ROTATE_270, Image.Transpose.FLIP_TOP_BOTTOM),
        8: (Image.Transpose.ROTATE_90,),
    }.get(orientation, ()):
        shown = shown.transpose(turn)
    assert seen(clean.body).size == shown.size
    assert difference(seen(clean.body), shown) < 4


def test_a_note_of_the_camera_that_cannot_be_read_costs_nothing() -> None:
    body = jpeg_photo().replace(exif().tobytes()[:14], b"Exif\0\0MM\0*\xff\xff\xff\xff", 1)
    assert body != jpeg_photo()

    assert leaves_no_mark(clean_file("photo.jpg", body).body)


def test_of_an_animation_the_first_picture_stays_and_vera_is_told() -> None:
    clean = clean_file("moving.gif", gif_animation())

    assert [speak(one, "en") for one in clean.warnings] == [
        "Only the first picture of the animation was kept."
    ]
    assert not clean_file("still.png", png_screen()).warnings


def test_deep_gray_of_a_scanner_stays() -> None:
    out = BytesIO()
    Image.frombytes("I;16", (4, 1), struct.pack("<4H", 0, 300, 30000, 65535)).save(out, "PNG")

    assert list(seen(clean_file("scan.png", out.getvalue()).body).tobytes()) == list(
        struct.pack("<4H", 0, 300, 30000, 65535)
    )


@pytest.mark.parametrize(
    "bomb",
    [
        png_of(30_000, 30_000),
        b"GIF89a" + struct.pack("<HH", 60_000, 60_000) + bytes(20),
        b"RIFF\x40\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0" + b"\xff\x3f\0" * 2 + bytes(30),
        b"RIFF\x40\0\0\0WEBPVP8L\x20\0\0\0\x2f\xff\xff\xff\x0f" + bytes(40),
        jpeg_photo().replace(b"\xff\xc0\0\x11\x08\0\x28\0\x40", b"\xff\xc0\0\x11\x08\xff\xff\xff\xff"),
    ],
    ids=["png", "gif", "webp", "lossless webp", "jpeg"],
)
def test_a_giant_is_refused_by_its_header(bomb: bytes) -> None:
    with pytest.raises(Unacceptable) as refused:
        clean_file("giant", bomb)

    assert "40 megapixels" in speak(refused.value.said, "en")


def test_a_photo_of_a_thousand_passes_is_refused() -> None:
    out = BytesIO()
    picture().save(out, "JPEG", progressive=True)
    begin, end = out.getvalue().rfind(b"\xff\xda"), out.getvalue().rfind(b"\xff\xd9")
    endless = out.getvalue()[:begin] + out.getvalue()[begin:end] * 1000 + b"\xff\xd9"

    assert clean_file("photo.jpg", out.getvalue()).kind == "image/jpeg"
    with pytest.raises(Unacceptable):
        clean_file("photo.jpg", endless)


def test_a_limit_is_a_limit_and_not_one_pixel_less() -> None:
    assert clean_file("photo.jpg", jpeg_photo(), limits=Limits(pixels=64 * 40)).kind == "image/jpeg"

    with pytest.raises(Unacceptable):
        clean_file("photo.jpg", jpeg_photo(), limits=Limits(pixels=64 * 40 - 1))
