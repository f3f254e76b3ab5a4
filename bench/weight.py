"""What the first page weighs over the wire: page, styles, script, icon, and the fonts its letters ask for."""

import gzip
import re
from dataclasses import dataclass
from http.client import HTTPConnection
from urllib.parse import urljoin

from family import HEADERS
from figures import Figures

KILOBYTE = 1024
LINKED = re.compile(r'<(?:link|script)[^>]*?(?:href|src)="([^"]+\.(?:css|js|svg|woff2))"')
FACE = re.compile(r"@font-face\s*{([^}]*)}")
SOURCE = re.compile(r'url\(["\']?([^"\')]+)')
RANGE = re.compile(r"unicode-range:([^;}]*)")
TAGS = re.compile(r"<(?:script|style|head)\b.*?</(?:script|style|head)>|<[^>]*>", re.DOTALL)
PRINT = re.compile(r'<link[^>]*media="print"[^>]*>')


@dataclass(frozen=True)
class Fetched:
    """One answer: its body in clear, and its bytes over the wire with the headers."""

    text: bytes
    wire: int


def page_weight(host: str, port: int, path: str = "/") -> Figures:
    """The page and everything a browser fetches for it [KB of 1,024 bytes].

    Counted from above: every face whose letters stand on the page, in each thickness, and the sheet for print.
    """
    page = fetched(host, port, path)
    html = page.text.decode()
    seen = {urljoin(path, address) for address in LINKED.findall(html)}
    assets = {address: fetched(host, port, address) for address in sorted(seen)}
    letters = {ord(letter) for letter in TAGS.sub(" ", html)}
    for address, asset in list(assets.items()):
        if address.endswith(".css"):
            wanted = faces(asset.text.decode(), letters)
            for font in (urljoin(address, one) for one in wanted):
                assets.setdefault(font, fetched(host, port, font))
    fonts = sum(asset.wire for address, asset in assets.items() if address.endswith(".woff2"))
    rest = page.wire + sum(one.wire for name, one in assets.items() if not name.endswith(".woff2"))
    return {
        "start_page_kb": page.wire / KILOBYTE,
        "start_without_fonts_kb": rest / KILOBYTE,
        "start_with_fonts_kb": (rest + fonts) / KILOBYTE,
        "start_requests": 1 + len(assets),
    }


def fetched(host: str, port: int, path: str) -> Fetched:
    """One answer, packed as the server packs it for an old browser."""
    connection = HTTPConnection(host, port, timeout=10)
    connection.request("GET", path, headers=HEADERS)
    response = connection.getresponse()
    body = response.read()
    connection.close()
    head = (
        17 + len(response.reason) + sum(len(name) + len(value) + 4 for name, value in response.getheaders())
    )
    packed = response.headers.get("Content-Encoding") == "gzip"
    return Fetched(gzip.decompress(body) if packed else body, head + len(body))


def faces(style: str, letters: set[int]) -> set[str]:
    """The font files of a stylesheet of which the page has a letter."""
    found = set()
    for face in FACE.findall(style):
        source, ranges = SOURCE.search(face), RANGE.search(face)
        if source and (ranges is None or any(letter in within(ranges[1]) for letter in letters)):
            found.add(source[1])
    return found


def within(written: str) -> set[int]:
    """The letters of a ``unicode-range``."""
    found: set[int] = set()
    for part in written.split(","):
        first, _, last = part.strip().removeprefix("U+").partition("-")
        found.update(range(int(first, 16), int(last or first, 16) + 1))
    return found
