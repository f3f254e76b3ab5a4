"""Measures the binder: binding.py [--photos N] [--reads N].

Binds phone photos of 12 megapixels and pages of a PDF as the server does it, in a process of its own, and reads a scan
and a photo with a shadow on it through the Tesseract of the distribution. Pages per minute of one process, with its
start; for reading also the share of letters that are right (1 − edits / letters). What is absent is told and left out.
"""

import argparse
import random
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from PIL import Image, ImageChops, ImageFilter  # noqa: E402
from tests.gateways.bindery.samples import (  # noqa: E402
    FRONT,
    LETTER,
    page_of_letters,
    sheet,
    two_pages,
)

from peredacha.gateways.binding import bind  # noqa: E402
from peredacha.gateways.reading import ocr_available, read_page  # noqa: E402

PHOTO = (3000, 4000)
SEED = 4


def photographed(scan: bytes) -> bytes:
    """The page on a dark table under a lamp: askew, shaded, blurred, noisy, as a JPEG of 12 megapixels."""
    with Image.open(BytesIO(scan)) as opened:
        page = opened.convert("L").resize((2700, 3818), Image.Resampling.LANCZOS)
    table = Image.new("L", PHOTO, 110)
    table.paste(page, (150, 90))
    wide, high = PHOTO
    corners = (-40, 30, 60, high - 20, wide + 40, high + 30, wide - 90, -30)
    seen = table.transform(PHOTO, Image.Transform.QUAD, corners, Image.Resampling.BICUBIC, fillcolor=110)
    lamp = Image.linear_gradient("L").rotate(65, fillcolor=128).resize(PHOTO)
    seen = ImageChops.multiply(seen, lamp.point([110 + depth * 145 // 255 for depth in range(256)]))
    seen = seen.filter(ImageFilter.GaussianBlur(1.5))
    seen = ImageChops.add(seen, Image.effect_noise(PHOTO, 18), 1, -128)
    out = BytesIO()
    seen.convert("RGB").save(out, "JPEG", quality=85)
    return out.getvalue()


def right(told: str, read: str) -> float:
    """The share of letters that came back, blanks and lines counted as one blank."""
    wished, found = " ".join(told.split()), " ".join(read.split())
    row = list(range(len(found) + 1))
    for at, letter in enumerate(wished, 1):
        above, row = row, [at]
        for place, other in enumerate(found, 1):
            row.append(min(above[place] + 1, row[-1] + 1, above[place - 1] + (letter != other)))
    return 1 - row[-1] / len(wished)


def seconds(act: Callable[[], object]) -> float:
    """How long it takes [s]."""
    begun = perf_counter()
    act()
    return perf_counter() - begun


def row(name: str, pages: int, took: float, more: str = "") -> str:
    """One line of the table."""
    return f"{name:<46}{took:>9.2f}{60 * pages / took:>12.0f}  {more}"


def main() -> None:
    """Print the table."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--photos", type=int, default=40)
    asked.add_argument("--reads", type=int, default=3)
    given = asked.parse_args()
    random.seed(SEED)
    scan = page_of_letters()
    photo, paper = photographed(scan), two_pages()
    print(f"{'':<46}{'s':>9}{'pages/min':>12}")
    for name, body, leaf in (("photos", photo, 1), ("pages of a PDF", paper, 2)):
        files = {f"{name} {n}": body for n in range(1, given.photos + 1)}
        sheets = [sheet(number, digest, leaf) for number, digest in enumerate(files, 1)]
        bound = bind(FRONT, sheets, files.__getitem__)
        took = seconds(lambda sheets=sheets, files=files: bind(FRONT, sheets, files.__getitem__))
        more = f"{len(bound.pdf) / 1024 / given.photos:.0f} KB a page, {len(bound.damaged)} damaged"
        print(row(f"{given.photos} {name} bound, a file each", given.photos, took, more))
    if not ocr_available():
        print("Tesseract with Russian is not on this machine")
        return
    for name, body in (("a scan", scan), ("a photo with a shadow", photo)):
        read = read_page(body) or ""
        took = sum(seconds(lambda body=body: read_page(body)) for _turn in range(given.reads))
        print(row(f"{name} read", given.reads, took, f"{100 * right(LETTER, read):.1f} % of letters right"))


if __name__ == "__main__":
    main()
