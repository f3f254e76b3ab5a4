"""Igor, the stranger, takes the disk and the log. He finds nobody in them."""

import base64
import re
import socket
from contextlib import closing
from datetime import timedelta

from tests.databases import Row, rows_of, tables_of
from tests.journeys.conftest import Meet
from tests.journeys.markers import found_in
from tests.journeys.server import Site
from tests.journeys.vera import UPPER_FORD, ZARECHYE, Vera, day_in_words, now_there

MARKED_ARTICLE = "158 ч. 2 МетаВеры7f3a91"
PUBLIC = "Дежурная часть полиции"
"""A word of the cards that everybody reads."""
MARKED_WORD = "МетаВеры7f3a91"
OUTSIDE_ADDRESS = "203.0.113.77"
ADDRESS = re.compile(rb"\b\d{1,3}(?:\.\d{1,3}){3}\b|::1\b|\blocalhost:\d+/\S")
MALFORMED = [
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    b"GET / HTTP/9.9\r\n\r\n",
    b"GARBAGE\r\n\r\n",
    b"GET /%ZZ/\xff\xfe HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: stranger.example\r\nX-Forwarded-For: 203.0.113.77\r\n\r\n",
    b"GET /../../etc/passwd HTTP/1.1\r\nHost: localhost\r\nForwarded: for=203.0.113.77\r\n\r\n",
    b"POST /forget/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: nonsense\r\n\r\n",
    b"POST /doors/detained/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 900000000\r\n\r\nanswer=1",
    b"POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n",
    b"GET /" + b"a" * 9000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: " + b"a" * 20000 + b"\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: localhost\r\n" + b"X-Many: 1\r\n" * 300 + b"\r\n",
    b"GET / HTTP/1.1\r\nHost: localhost\r\nCookie: __Host-answers=\xd0\xb0\xff; language=../..\r\n\r\n",
]


def test_igor_finds_nothing_of_a_whole_trip_on_the_disk_or_in_the_log(meet: Meet, site: Site) -> None:
    before = everything_stored(site)
    vera = meet(javascript=False)
    vera.goes_through("detained")
    taken = (now_there() - timedelta(days=3)).replace(hour=4, minute=41, second=0, microsecond=0)
    vera.answers(
        {
            "stage": "detention",
            "region": ZARECHYE,
            "place": UPPER_FORD,
            "moment": taken,
            "article": MARKED_ARTICLE,
        }
    )
    assert MARKED_WORD in vera.text()
    for path in ("/plan/", "/plan/sheet/", "/plan/file/", "/plan/calendar/", "/where/", "/letters/"):
        vera.page.request.get(f"{site.address}{path}")
    mistypes_an_article(vera)
    markers = [MARKED_WORD, f"{taken:%Y-%m-%dT%H:%M}", f"{day_in_words(taken, 'ru')} (", cookie(vera)]

    written = dict(site.written())
    found = [
        f"{words!r} in {path.name}" for path, body in written.items() for words in found_in(body, markers)
    ]

    assert site.log in written
    assert any(PUBLIC.encode() in body for body in written.values()), "the search looks into the database"
    assert found == []
    assert everything_stored(site) == before


def everything_stored(site: Site) -> dict[str, list[Row]]:
    """Every row of the database."""
    return {table: rows_of(site.database, table) for table in tables_of(site.database)}


def mistypes_an_article(vera: Vera) -> None:
    """A wrong answer with the marked word: errors must not keep it either."""
    vera.opens("/questions/article/")
    vera.says(MARKED_WORD * 30)
    assert MARKED_WORD in vera.page.locator("main input[name=answer]").input_value()


def cookie(vera: Vera) -> str:
    """The sealed answers as the browser sends them."""
    kept = {str(one.get("name")): str(one.get("value")) for one in vera.page.context.cookies()}
    return kept["__Host-answers"][:60]


def test_the_search_would_find_what_is_there() -> None:
    text = f"before {MARKED_ARTICLE} after"

    for body in (
        text.encode(),
        text.encode("utf-16-le"),
        text.encode().hex().encode(),
        base64.b64encode(text.encode()),
    ):
        assert list(found_in(body, [MARKED_WORD])) == [MARKED_WORD]


def test_no_address_is_written_whatever_igor_sends(meet: Meet, site: Site) -> None:
    answers = [speak_raw(site, words) for words in MALFORMED]
    vera = meet()
    for path in ("/no-such-page/", "/law/NO-999/", "/questions/none/", "/facilities/?text=" + "%00"):
        vera.page.request.get(f"{site.address}{path}", headers={"X-Forwarded-For": OUTSIDE_ADDRESS})

    said = site.log.read_bytes().replace(f"http://localhost:{site.port}/ ".encode(), b"")

    assert ADDRESS.findall(said) == []
    assert OUTSIDE_ADDRESS.encode() not in said
    assert b"no-such-page" not in said
    assert b"passwd" not in said
    assert b"Traceback" not in said
    assert [answer for answer in answers if b" 500 " in answer.split(b"\r\n", 1)[0]] == []
    vera.opens("/")


def speak_raw(site: Site, words: bytes) -> bytes:
    """Send bytes as they are; gives the first bytes of what comes back, or nothing."""
    with closing(socket.create_connection(("127.0.0.1", site.port), timeout=5)) as line:
        try:
            line.sendall(words)
            line.shutdown(socket.SHUT_WR)
            return line.recv(200)
        except (TimeoutError, ConnectionError):
            return b""


def test_no_page_may_be_kept_by_anyone_on_the_way(meet: Meet, site: Site) -> None:
    vera = meet(javascript=False)

    for path in (
        "/",
        "/doors/detained/",
        "/advice/shield/",
        "/facilities/",
        "/design/",
        "/no-such-page/",
        "/law/PRE-4/",
    ):
        headers = vera.page.request.get(f"{site.address}{path}").headers
        assert headers["cache-control"] == "no-store", path
        assert "default-src 'none'" in headers["content-security-policy"], path
        assert headers["x-frame-options"] == "DENY", path
        assert headers["x-content-type-options"] == "nosniff", path
        assert "server" not in headers or "/" not in headers["server"], path
