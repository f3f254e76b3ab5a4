"""The letters of a picture, by the Tesseract of the distribution; nothing of them touches a disk."""

import subprocess
from io import BytesIO

from PIL import Image

from peredacha.core.cleaning import Unacceptable
from peredacha.gateways.bindery import sentences
from peredacha.gateways.bindery.jobs import LANGUAGE, PROGRAM
from peredacha.gateways.processes import environment

SHARPEST = 3300
"""Long side of the picture that is read [pixels]: about 280 to the inch on A4."""
LONGEST = 100.0
"""How long one page may take [s]."""
OPTIONS = ("-l", LANGUAGE, "--psm", "3", "--dpi", "280", "-c", "thresholding_method=2")
"""Whole pages; each part of a photo is parted into black and white by its own light."""


def letters(picture: Image.Image) -> str:
    """What stands on the picture, a line each, paragraphs apart; empty where nothing does. Raises Unacceptable."""
    held = BytesIO()
    picture.convert("L").save(held, "PPM")
    try:
        done = subprocess.run(  # noqa: S603
            (PROGRAM, "stdin", "stdout", *OPTIONS),
            input=held.getvalue(),
            env={**environment(), "OMP_THREAD_LIMIT": "1"},
            capture_output=True,
            timeout=LONGEST,
            check=True,
        )
        text = done.stdout.decode()
    except (subprocess.SubprocessError, OSError, UnicodeDecodeError):
        raise Unacceptable(sentences.NOT_READ) from None
    return "\n".join(line.rstrip() for line in text.replace("\f", "").strip().splitlines())
