"""Letters in the words of the page."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peredacha.design.wording import one_in_words, words
from peredacha.rooms.mailroom.models import ASKS, REASONS, WRITERS, PaperLetter, PaperState
from peredacha.rooms.mailroom.selectors import current_land, on_the_shelf, put_aside
from peredacha.rooms.mailroom.services.choosing import chosen_name
from peredacha.rooms.mailroom.services.opening import OpenPaper, open_papers
from peredacha.rooms.mailroom.services.screening import last_day, next_question
from peredacha.rooms.vault.services import Keys

MOST = 200
"""So many letters are opened for the shelf; those behind them come up when these are done."""


@dataclass(frozen=True)
class ShelfLine:
    """One letter on the shelf."""

    url: str
    title: str
    facts: tuple[str, ...]
    alarms: tuple[str, ...]


@dataclass(frozen=True)
class ToldAnswer:
    """An answer of the first look, and where it is changed."""

    key: str
    value: str
    url: str


@dataclass(frozen=True)
class ToldPaper:
    """Everything that the page of a letter shows."""

    id: str
    number: str
    came: str
    state: str
    late: str
    danger: bool
    term: str
    rows: tuple[ToldAnswer, ...]
    pages: tuple[int, ...]
    next_url: str
    next_words: str
    to: str
    reason: str
    damaged: int
    left_out: tuple[str, ...]


def late_words(row: PaperLetter, today: date) -> str:
    """That nobody has looked since the day it came; empty where it is in time."""
    days = (today - row.next_on).days if row.next_on and row.state == PaperState.WAITING else 0
    if days < 1:
        return ""
    said = ngettext("Nobody has looked at it for %(n)s day.", "Nobody has looked at it for %(n)s days.", days)
    return said % {"n": days}


def came_words(paper: OpenPaper) -> str:
    """When it came."""
    day = str(paper.said("came").get("on", ""))
    return _("came on %(day)s") % {"day": one_in_words(date.fromisoformat(day))} if day else ""


def shelf(keys: Keys, *, now: datetime) -> list[ShelfLine]:
    """The shelf of a chapter: late ones, danger, terms, then the rest by their day."""
    today, chapter = timezone.localdate(now), keys.member.chapter if keys.member else ""
    papers = open_papers(keys, on_the_shelf(chapter)[:MOST], now=now)
    papers.sort(key=lambda one: (not late_words(one.row, today), not one.danger, not term_of(one)))
    return [line(one, today) for one in papers]


def line(paper: OpenPaper, today: date) -> ShelfLine:
    """One letter on the shelf; its name only once it was looked at."""
    who = str(paper.said("who").get("who", ""))
    term = term_of(paper)
    alarms = (_("Danger to life or health") if paper.danger else "", late_words(paper.row, today), term)
    state = "" if paper.is_seen else _("Not looked at yet")
    facts = (came_words(paper), state, who, asked(paper))
    return ShelfLine(
        reverse("mailroom:letter", args=[paper.row.id]),
        paper.row.name,
        tuple(filter(None, facts)),
        tuple(filter(None, alarms)),
    )


def asked(paper: OpenPaper) -> str:
    """What it asks for, in words."""
    names = dict(ASKS)
    return ", ".join(str(names.get(one, one)) for one in paper.asks)


def term_of(paper: OpenPaper) -> str:
    """The last day of the term that its paper began; empty where there is none."""
    told = paper.said("paper")
    if told.get("value") != "yes":
        return ""
    day = last_day(told)
    if day is None:
        return _("A term may run, but nobody knows which.")
    return _("A term ends on %(day)s.") % {"day": one_in_words(day)}


def told_away(keys: Keys, *, now: datetime) -> list[ShelfLine]:
    """Letters that were put away, each with its reason and its last day."""
    chapter = keys.member.chapter if keys.member else ""
    return [
        ShelfLine(
            reverse("mailroom:letter", args=[one.row.id]),
            one.row.name,
            (reason_of(one), erased_words(one.row)),
            (),
        )
        for one in open_papers(keys, put_aside(chapter)[:MOST], now=now)
    ]


def reason_of(paper: OpenPaper) -> str:
    """Why it was put away."""
    told = paper.said("away")
    reason = str(dict(REASONS).get(str(told.get("reason", "")), ""))
    return ". ".join(filter(None, (reason, str(told.get("words", "")))))


def erased_words(row: PaperLetter) -> str:
    """When its clock erases it."""
    return _("It is erased on %(day)s.") % {"day": one_in_words(row.erase_on)} if row.erase_on else ""


def told_paper(paper: OpenPaper, *, now: datetime) -> ToldPaper:
    """The page of a letter."""
    row, today = paper.row, timezone.localdate(now)
    away = row.state == PaperState.AWAY
    step, said = ("", "") if away else next_step(paper)
    left_out = dict.fromkeys(text for one in paper.files for text in one.left_out)
    return ToldPaper(
        id=str(row.id),
        number=row.name,
        came=came_words(paper).capitalize(),
        state=row.state,
        late=late_words(row, today),
        danger=paper.danger,
        term=term_of(paper),
        rows=tuple(answers(paper)),
        pages=tuple(one.number for one in paper.pages),
        next_url=step,
        next_words=said,
        to=chosen_name(paper),
        reason=" ".join(filter(None, (reason_of(paper) + ".", erased_words(row)))) if away else "",
        damaged=paper.damaged,
        left_out=tuple(left_out),
    )


def next_step(paper: OpenPaper) -> tuple[str, str]:
    """The one thing that is next: its address, and the words on its button."""
    question = next_question(paper)
    at = {"letter": paper.row.id}
    if question:
        words_on = _("Look at it") if question == "danger" else _("Go on looking")
        return reverse("mailroom:look", kwargs={**at, "question": question}), words_on
    if not paper.said("to"):
        return reverse("mailroom:where", kwargs=at), _("Bring it where it belongs")
    if "parcel" in paper.asks and not paper.said("things"):
        return reverse("mailroom:what", kwargs=at), _("Say what the parcel should hold")
    return reverse("mailroom:into", kwargs=at), _("Put its pages in")


def answers(paper: OpenPaper) -> Iterator[ToldAnswer]:
    """What was answered, in the order of the questions."""
    told, who, away = paper.told, paper.said("who"), paper.row.state == PaperState.AWAY
    names = {"danger": _("Danger"), "paper": _("Paper with a term"), "asks": _("Asks for"), "who": _("Who")}
    writer = str(dict(WRITERS).get(str(who.get("writer", "")), ""))
    name = ", ".join(filter(None, (str(who.get("who", "")), str(who.get("birth_year") or ""))))
    said = {
        "danger": _("yes") if paper.danger else _("no"),
        "paper": paper_words(paper),
        "asks": asked(paper) or str(dict(ASKS)["nothing"]),
        "who": ". ".join(filter(None, (name, writer, str(who.get("place", ""))))),
    }
    for key, called in names.items():
        if key in told:
            url = reverse("mailroom:look", kwargs={"letter": paper.row.id, "question": key})
            yield ToldAnswer(called, said[key] or _("not known"), "" if away else url)
    if paper.said("to"):
        matter = chosen_name(paper) or _("it is not there any more")
        url = reverse("mailroom:where", kwargs={"letter": paper.row.id})
        yield ToldAnswer(_("Goes to"), matter, "" if away else url)


def paper_words(paper: OpenPaper) -> str:
    """The paper and the day on which he received it."""
    told = paper.said("paper")
    if told.get("value") != "yes":
        return _("none")
    rule = current_land().rules.get(str(told.get("rule", "")))
    day = str(told.get("on", ""))
    got = (
        _("received on %(day)s") % {"day": one_in_words(date.fromisoformat(day))}
        if day
        else _("day not known")
    )
    return ", ".join(filter(None, (str(told.get("what", "")), words(rule.title) if rule else "", got)))
