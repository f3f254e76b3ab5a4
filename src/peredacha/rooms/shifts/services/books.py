"""The hand-over of a shift: drafted from what happened, left in the book, taken over line by line."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peredacha.core.facts import Author, Contact, Held, Match, NextStep, Note, Referral, Request, Status
from peredacha.rooms.conversations.services import read_thread
from peredacha.rooms.desk.services import (
    Line,
    author_of,
    clock_in_words,
    day_in_words,
    fact_in_words,
    history_line,
    moment_of,
)
from peredacha.rooms.matters.models import Matter
from peredacha.rooms.matters.selectors import claims_on, due_between
from peredacha.rooms.matters.services import (
    SHIFT,
    MatterFile,
    ShiftLine,
    drawn_card,
    open_file,
    read_book,
    take_line,
    traces_of,
    write_lines,
)
from peredacha.rooms.shifts.selectors import sound_cards, touched_by
from peredacha.rooms.vault.services import Keys

MOST_LINES = 40
LEFT = "left"


@dataclass(frozen=True)
class DraftLine:
    """What the draft says about one matter."""

    matter: UUID
    title: str
    text: str


@dataclass(frozen=True)
class LeftLine:
    """A line that waits to be taken over."""

    id: UUID
    url: str
    title: str
    text: str
    who: str
    when: str


@dataclass(frozen=True)
class ToldLeft:
    """What the last shift left: what waits, what was taken over, and how many rows cannot be read."""

    lines: tuple[LeftLine, ...]
    taken: tuple[Line, ...]
    damaged: int


def draft_of(keys: Keys, *, now: datetime) -> tuple[DraftLine, ...]:
    """The draft: every matter that this helper touched in this shift, then what is promised until tomorrow.

    At most MOST_LINES; what was only opened is no line.
    """
    since = now - SHIFT
    touched = touched_by(keys, since=timezone.localdate(since))
    lines = [line for line in (drafted(keys, one, since, now) for one in touched[: 3 * MOST_LINES]) if line]
    known = {line.matter for line in lines}
    return tuple([*lines, *(one for one in promised(keys, now) if one.matter not in known)][:MOST_LINES])


def drafted(keys: Keys, matter: Matter, since: datetime, now: datetime) -> DraftLine | None:
    """One matter of the draft; None where this helper has done nothing but look."""
    file = open_file(keys, matter, now=now)
    if file is None or keys.member is None:
        return None
    me, start = str(keys.member.id), since.isoformat()
    mine = [one.told for one in file.entries if one.told.by.id == me and one.told.at >= start]
    said = [said for told in mine for said in told_in_shift(told.fact, history_line(told))]
    wrote = sum(1 for one in read_thread(file).messages if one.by.id == me and one.at >= start)
    if wrote:
        said.append(
            ngettext("%(n)s message to the family", "%(n)s messages to the family", wrote) % {"n": wrote}
        )
    acts = {one.act for one in traces_of(file) if one.member == me and one.at >= start}
    claim = claims_on([matter.id], now=now).get(matter.id)
    if claim and claim.member_id == keys.member.id:
        said.append(_("claimed until %(time)s") % {"time": clock_in_words(claim.until)})
    elif not said and "claimed" in acts:
        said.append(_("taken in this shift, nothing written yet"))
    if not said:
        return None
    return DraftLine(matter.id, title_of(file, now), in_sentences([*said, *ahead(file)]))


def told_in_shift(fact: object, line: Line | None) -> list[str]:
    """A fact as the hand-over says it; the first request is no news."""
    if isinstance(fact, Request | NextStep):
        return []
    if isinstance(fact, Contact | Note) and line:
        return [line.what]
    if isinstance(fact, Status):
        return [fact.why] if fact.why else []
    if isinstance(fact, Match):
        return [match_in_words(fact)] if fact.name else []
    if isinstance(fact, Held):
        return [_("looks after the family: %(who)s") % {"who": fact.name}] if fact.name else []
    if isinstance(fact, Referral):
        return [_("shown to: %(who)s") % {"who": fact.to}]
    return fact_in_words(fact)  # type: ignore[arg-type]


def match_in_words(match: Match) -> str:
    """What became of a suggestion, with the name of the veteran."""
    words = {
        "proposed": _("proposed: %(who)s"),
        "standing": _("stands by the family now: %(who)s"),
        "declined_by_veteran": _("said no: %(who)s"),
        "declined_by_family": _("the family said no to: %(who)s"),
        "handing_over": _("hands over: %(who)s"),
        "ended": _("no longer stands by the family: %(who)s"),
    }
    return words[match.state] % {"who": match.name}


def in_sentences(said: list[str]) -> str:
    """Each thing once, with one full stop between two."""
    return ". ".join(dict.fromkeys(one.strip().removesuffix(".") for one in said))


def ahead(file: MatterFile) -> list[str]:
    """What is promised."""
    step = file.next_step
    return (
        [
            _("Promised: %(what)s, by %(day)s")
            % {"what": step.what.removesuffix("."), "day": day_in_words(step.by)}
        ]
        if step
        else []
    )


def title_of(file: MatterFile, now: datetime) -> str:
    """How the family is called."""
    return drawn_card(file, now=now).alias or _("Without a name")


def promised(keys: Keys, now: datetime) -> list[DraftLine]:
    """What is promised in the chapter for today and tomorrow."""
    if keys.member is None:
        return []
    today = timezone.localdate(now)
    rows = due_between(keys.member.chapter, today, today + timedelta(days=1))
    lines = []
    for one in sound_cards(keys, rows[: 5 * MOST_LINES]):
        if one.card and one.card.deadline_on and one.card.next_what:
            told = {"what": one.card.next_what, "day": day_in_words(one.card.deadline_on)}
            title = one.card.alias or _("Without a name")
            lines.append(DraftLine(one.matter.id, title, _("Promised: %(what)s, by %(day)s") % told))
    return lines


@transaction.atomic
def hand_shift_over(*, keys: Keys, texts: dict[UUID, str], now: datetime) -> int:
    """Leave these lines to the next shift; gives how many. A matter whose line still waits gets the new text beside it.

    Raises TooLong.
    """
    lines = {matter: {"text": text} for matter, text in texts.items()}
    return write_lines(keys=keys, kind=LEFT, lines=lines, author=author_of(keys), now=now)


def told_lines(keys: Keys, *, now: datetime) -> ToldLeft:
    """What the last shifts left, the oldest first; rows that do not open are only counted."""
    found, damaged = read_book(keys, LEFT, now=now)
    titles = {
        one.matter.id: one.card.alias for one in sound_cards(keys, [one.matter for one in found]) if one.card
    }
    waiting = tuple(left_line(one, titles) for one in found if not one.is_taken)
    taken = tuple(taken_line(one, titles) for one in reversed(found) if one.is_taken)
    return ToldLeft(waiting, taken, damaged)


def left_line(one: ShiftLine, titles: dict[UUID, str]) -> LeftLine:
    """One line that waits."""
    return LeftLine(
        one.id,
        reverse("desk:matter", kwargs={"matter_id": one.matter.id}),
        titles.get(one.matter.id) or _("Without a name"),
        str(one.content.get("text", "")),
        Author(**one.content["by"]).name,
        moment_of(one.at),
    )


def taken_line(one: ShiftLine, titles: dict[UUID, str]) -> Line:
    """One line that somebody took over: when, who, about whom and what."""
    taken = one.content["taken"]
    title = titles.get(one.matter.id) or _("Without a name")
    return Line(moment_of(taken["at"]), Author(**taken["by"]).name, f"{title}: {one.content.get('text', '')}")


@transaction.atomic
def take_over(*, keys: Keys, line: UUID, now: datetime) -> bool:
    """Take one line of the last shift over; gives whether it was still free."""
    return take_line(keys=keys, line=line, author=author_of(keys), now=now)
