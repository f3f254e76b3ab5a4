"""Looking for words in raw bytes, in every dress in which a disk may hold them."""

import base64
import urllib.parse
from collections.abc import Iterator
from functools import cache

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "cp1251", "utf-32-le")
LEAST = 8
"""A shorter piece of base64 stands by chance in any large file of ciphertext."""


def found_in(body: bytes, markers: list[str]) -> Iterator[str]:
    """The markers that stand in ``body`` in any dress, in small or capital Latin letters."""
    low = body.lower()
    for words in markers:
        if any(dressed in low for dressed in low_dresses(words)):
            yield words


@cache
def low_dresses(words: str) -> frozenset[bytes]:
    """The dresses of a text, their Latin letters small."""
    return frozenset(dressed.lower() for dressed in dresses(words))


def dresses(words: str) -> Iterator[bytes]:
    """A text as it may be written to a disk: plain, wide, in hex, in base64, escaped."""
    for encoding in ENCODINGS:
        plain = words.encode(encoding)
        yield plain
        yield plain.hex().encode()
        for shift in range(3):
            coded = base64.b64encode(b"\0" * shift + plain)
            inner = coded[4 if shift else 0 : len(coded) // 4 * 4 - 4]
            if len(inner) >= LEAST:
                yield inner
                yield inner.translate(bytes.maketrans(b"+/", b"-_"))
    yield urllib.parse.quote(words).encode()
    yield words.encode("unicode_escape")
