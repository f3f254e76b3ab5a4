"""A cleaned file taken apart into leaves: pages of a PDF, or one picture; and a leaf made a picture to look at."""

import json
from collections.abc import Sequence
from io import BytesIO

import typst
from pikepdf import ObjectStreamMode, Page, Pdf
from PIL import Image

from peredacha.core.cleaning import Unacceptable
from peredacha.core.cleaning.cleaner import clean_file
from peredacha.gateways.bindery import sentences
from peredacha.gateways.bindery.stitching import try_out

LONGEST_SIDE = 2000
"""A bound photo [pixels]: 185 to the inch on A4, and half of what most phones take, which decodes at once."""
QUALITY = 80
DRAWN = b"""#set page(width: auto, height: auto, margin: 0pt, fill: white)
#image(bytes(json(bytes(sys.inputs.pdf))), format: "pdf", page: int(sys.inputs.leaf))"""
QUARTERS = {90: Image.Transpose.ROTATE_270, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_90}
"""Pillow turns to the left."""
CLEAR = ("RGBA", "LA", "PA")
DEPTH = 257
"""Of grey in 65,536 steps, to one in 256."""
POINTS = 72.0
"""Of a PDF, to the inch."""


def count(body: bytes) -> int:
    """How many pages the file has; 1 for a photo. Raises Unacceptable."""
    kind, clean = _opened(body)
    if kind != "application/pdf":
        return 1
    with Pdf.open(BytesIO(clean)) as pdf:
        return len(pdf.pages)


def taken(body: bytes, leaves: Sequence[int]) -> bytes:
    """A PDF of these leaves of the file, in this order. Raises Unacceptable; the file is told, never one leaf."""
    kind, clean = _opened(body)
    if kind != "application/pdf":
        return _pdf_of_photo(clean, leaves)
    with Pdf.open(BytesIO(clean)) as pdf, Pdf.new() as out:
        for leaf in leaves:
            out.pages.append(_leaf(pdf, leaf))
        held = BytesIO()
        out.save(held, object_stream_mode=ObjectStreamMode.generate, deterministic_id=True)
    _prove(held.getvalue())
    return held.getvalue()


def picture(body: bytes, leaf: int, rotation: int, longest_side: int) -> Image.Image:
    """One leaf in grey or colours, turned to the right, at most so large [pixels]. Raises Unacceptable."""
    kind, clean = _opened(body)
    if kind == "application/pdf":
        with Pdf.open(BytesIO(clean)) as pdf:
            drawn = _drawn(_leaf(pdf, leaf), longest_side)
    elif leaf == 1:
        drawn = _on_white(Image.open(BytesIO(clean)), longest_side)
    else:
        raise Unacceptable(sentences.NO_LEAF)
    quarter = QUARTERS.get(rotation)
    return drawn if quarter is None else drawn.transpose(quarter)


def _opened(body: bytes) -> tuple[str, bytes]:
    """Kind and clean bytes of a photo or a PDF; every other file is refused."""
    clean = clean_file("", body)
    if clean.kind not in ("application/pdf", "image/jpeg", "image/png"):
        raise Unacceptable(sentences.FOREIGN)
    return clean.kind, clean.body


def _leaf(pdf: Pdf, leaf: int) -> Page:
    if not 1 <= leaf <= len(pdf.pages):
        raise Unacceptable(sentences.NO_LEAF)
    return pdf.pages[leaf - 1]


def _prove(made: bytes) -> None:
    """Refuse here, where it costs no other, a page that cannot be bound."""
    try:
        with Pdf.open(BytesIO(made)) as pdf:
            for page in pdf.pages:
                try_out(page)
    except Exception:  # the reader and the writer raise many kinds, some with words of the page in them
        raise Unacceptable(sentences.LEAF_DAMAGED) from None


def _pdf_of_photo(clean: bytes, leaves: Sequence[int]) -> bytes:
    if set(leaves) != {1}:
        raise Unacceptable(sentences.NO_LEAF)
    held = BytesIO()
    photo = _on_white(Image.open(BytesIO(clean)), LONGEST_SIDE)
    photo.save(held, "PDF", quality=QUALITY, save_all=True, append_images=[photo] * (len(leaves) - 1))
    return held.getvalue()


def _on_white(opened: Image.Image, longest_side: int) -> Image.Image:
    """Grey or colours without anything to see through, at most so large [pixels], without notes.

    A JPEG is unpacked at once in half of its size where that is enough.
    """
    plain = opened
    if opened.mode in CLEAR:
        plain = Image.new("RGB", opened.size, "white")
        plain.paste(opened, mask=opened.convert("RGBA").getchannel("A"))
    elif opened.mode == "I;16":
        plain = opened.convert("I").point(lambda depth: depth / DEPTH).convert("L")
    elif opened.mode not in ("L", "RGB"):
        plain = opened.convert("L" if opened.mode == "1" else "RGB")
    plain.thumbnail((longest_side, longest_side), Image.Resampling.LANCZOS, reducing_gap=1.0)
    bare = plain.copy()
    bare.info = {}
    return bare


def _drawn(page: Page, longest_side: int) -> Image.Image:
    """A page of a PDF as a picture."""
    held = BytesIO()
    with Pdf.new() as alone:
        alone.pages.append(page)
        left, low, right, high = (float(one) for one in alone.pages[0].cropbox)
        alone.save(held)
    inputs = {"pdf": json.dumps(list(held.getvalue()), separators=(",", ":")), "leaf": "1"}
    sharp = min(longest_side / max(right - left, high - low, 1.0) * POINTS, 300.0)
    shot = typst.compile(DRAWN, format="png", ppi=sharp, sys_inputs=inputs, ignore_system_fonts=True)
    return Image.open(BytesIO(shot)).convert("RGB")
