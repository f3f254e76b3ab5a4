"""Families that ask for a person: everything is answered before, so that only the sending is measured."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from html import unescape
from http.client import HTTPException
from time import perf_counter

from family import TOKEN, Browser, Unserved, walked
from load import Tally, together

SEND, WORDS, RETURN, HOME = "/ask/send/", "/ask/words/", "/return/", "/mine/"
TICKET = re.compile(r'name="ticket" value="([^"]+)"')
CARD = re.compile(r'<ol class="words-list".*?</ol>', re.DOTALL)
WORD = re.compile(r"<li>([^<]+)</li>")
TOLD = (
    "Сына вчера забрали из дома, сказали «на опрос». Телефон выключен, в отделе отвечают, что такого нет. "
    * 3
)

STEPS = (
    ("/ask/", "person"), ("/ask/danger/", "no"), ("/ask/reach/", "none"), ("/ask/story/", TOLD),
)  # fmt: skip
NAMED = "/ask/name/"


@dataclass(frozen=True)
class Waiting:
    """A family in front of the last page: its browser, what the button sends, and the name it gave."""

    browser: Browser
    form: dict[str, str]
    name: str


@dataclass
class Sent:
    """What became of requests: times, the browsers of those that were acknowledged, and how long all took [s]."""

    tally: Tally = field(default_factory=Tally)
    kept: list[tuple[Browser, str]] = field(default_factory=list)
    """Each browser that got its words, and the name it gave."""
    took_s: float = 0


def ready(host: str, port: int) -> Browser:
    """A browser that has its plan, and has answered every question of the request but the name."""
    browser, _ = walked(host, port)
    for path, said in STEPS:
        answers(browser, path, said)
    return browser


def answers(browser: Browser, path: str, said: str) -> None:
    """One question answered; raises Unserved where the answer is not taken."""
    _, page = browser.ask(path)
    response, _ = browser.ask(path, {"csrfmiddlewaretoken": found(TOKEN, page, path), "answer": said})
    if response.status != 302:
        raise Unserved(f"the answer at {path} was not taken: status {response.status}")


def forms(browser: Browser, count: int) -> list[Waiting]:
    """``count`` families with the same answers, each with a name of its own and the last page open."""
    return [waits(browser, f"Вера {number}") for number in range(count)]


def waits(browser: Browser, name: str) -> Waiting:
    """One family in front of its last page."""
    family = replace(browser, cookies=dict(browser.cookies))
    answers(family, NAMED, name)
    _, page = family.ask(SEND)
    form = {"csrfmiddlewaretoken": found(TOKEN, page, SEND), "ticket": found(TICKET, page, SEND)}
    return Waiting(family, form, name)


def found(pattern: re.Pattern[str], page: bytes, path: str) -> str:
    """What the page holds in this place; raises Unserved where it holds nothing."""
    seen = pattern.search(page.decode())
    if seen is None:
        raise Unserved(f"{path} does not hold {pattern.pattern}")
    return unescape(seen[1])


def sent(waiting: Sequence[Waiting], senders: int, until: float = float("inf")) -> Sent:
    """Every form sent once, by several senders at a time, each as soon as it was answered; none after ``until``."""
    done, rest, begun = Sent(), iter(waiting), perf_counter()

    def send() -> None:
        for one in rest:
            before = perf_counter()
            if before > until:
                return
            family = acknowledged(one)
            done.tally.note(family is not None, (perf_counter() - before) * 1000)
            if family:
                done.kept.append((family, one.name))

    together(send, senders)
    done.took_s = perf_counter() - begun
    return done


def acknowledged(one: Waiting) -> Browser | None:
    """Send one form; the family's browser when it was told that the request is kept, else None."""
    try:
        response, _ = one.browser.ask(SEND, one.form)
    except (OSError, HTTPException):
        return None
    return one.browser if response.status == 302 and response.headers["Location"] == WORDS else None


def comes_back(family: Browser, name: str) -> bool:
    """Whether the words are still shown, and open the family's own page in a browser that knows nothing else."""
    card = CARD.search(family.ask(WORDS)[1].decode())
    words = WORD.findall(card[0]) if card else []
    other = Browser(family.host, family.port)
    token = found(TOKEN, other.ask(RETURN)[1], RETURN)
    response, _ = other.ask(RETURN, {"csrfmiddlewaretoken": token, "code": " ".join(map(unescape, words))})
    if response.status != 302:
        return False
    response, page = other.ask(HOME)
    return response.status == 200 and name in page.decode()
