"""Plain text: the letters, and nothing else."""

import re

from peredacha.core.cleaning.sentences import FOREIGN
from peredacha.core.cleaning.values import Limits, Unacceptable

NOT_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
RUSSIAN = re.compile(r"[А-яЁё]")
ENOUGH_RUSSIAN = 0.5


def clean_text(body: bytes, limits: Limits) -> bytes:
    """The text in UTF-8 with simple line ends; anything that is no text is refused as an unknown file."""
    text = _read(body) if len(body) <= limits.text_bytes else None
    if text is None or NOT_TEXT.search(text) or not text.strip():
        raise Unacceptable(FOREIGN)
    return text.replace("\r\n", "\n").replace("\r", "\n").encode()


def _read(body: bytes) -> str | None:
    """The letters of UTF-8, of UTF-16 with its mark, or of the old Russian Windows; None when it is no text."""
    marked = body.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "cp1251"):
        try:
            text = body.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding != "cp1251" or len(RUSSIAN.findall(text)) >= ENOUGH_RUSSIAN * len(text):
            return text
    return None
