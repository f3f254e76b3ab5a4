"""The queue in words: its lines, its health, the ways to narrow it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peredacha.rooms.desk.services import (
    age_in_words,
    alarm_in_words,
    answer_of,
    class_in_words,
    clock_in_words,
    day_in_words,
)
from peredacha.rooms.matters.models import Claim
from peredacha.rooms.matters.services import OpenCard
from peredacha.rooms.people.selectors import display_name
from peredacha.rooms.shifts.selectors import ALONE, KINDS, Queue, class_now, is_overdue


@dataclass(frozen=True)
class QueueLine:
    """One matter of the queue as its line shows it."""

    url: str
    title: str
    kind: str
    kind_class: str
    facts: tuple[str, ...] = ()
    due: str = ""
    age: str = ""
    holder: str = ""
    alarms: tuple[str, ...] = ()
    claimed: str = ""
    news: str = ""
    """How many messages are new for this reader, in words."""
    id: str = ""
    """Random id of the matter; empty where its card does not open."""


@dataclass(frozen=True)
class HealthItem:
    """One lamp of the traffic light."""

    label: str
    value: str
    state: str
    note: str = ""


@dataclass(frozen=True)
class Way:
    """A link that narrows the queue, or turns its page."""

    url: str
    text: str
    current: bool = False


@dataclass(frozen=True)
class ToldQueue:
    """The page of the queue."""

    lines: tuple[QueueLine, ...]
    health: tuple[HealthItem, ...]
    more: str
    kinds: tuple[Way, ...]
    pages: tuple[Way, ...]
    kind: str


def told_queue(queue: Queue, *, news: Mapping[UUID, int], now: datetime) -> ToldQueue:
    """The queue in words; ``news``: by matter, how many messages of its family's talk are new for this reader."""
    lines = tuple(
        told_line(one, queue.claims.get(one.matter.id), now, news=news.get(one.matter.id, 0))
        for one in queue.cards
    )
    hidden = 0 if queue.kind or queue.page > 1 else queue.total - len(lines)
    more = ngettext("and %(n)s more", "and %(n)s more", hidden) % {"n": hidden} if hidden > 0 else ""
    return ToldQueue(
        lines, told_health(queue, now), more, told_kinds(queue.kind), told_pages(queue), queue.kind
    )


def told_kinds(chosen: str) -> tuple[Way, ...]:
    """The ways to narrow the queue."""
    names = [("", _("Everything")), *((kind, class_in_words(kind)) for kind in KINDS)]
    return tuple(
        Way(address(kind), text, kind == chosen) for kind, text in [*names, (ALONE, _("Held by nobody"))]
    )


def told_pages(queue: Queue) -> tuple[Way, ...]:
    """The ways to the page before and after."""
    before = [Way(address(queue.kind, queue.page - 1), _("Previous page"))] if queue.page > 1 else []
    after = [Way(address(queue.kind, queue.page + 1), _("Next page"))] if queue.has_next else []
    return (*before, *after)


def address(kind: str = "", page: int = 1) -> str:
    """The address of a page of the queue."""
    asked = {"kind": kind, "page": str(page) if page > 1 else ""}
    told = urlencode({key: value for key, value in asked.items() if value})
    return reverse("shifts:queue") + (f"?{told}" if told else "")


def told_line(one: OpenCard, claim: Claim | None, now: datetime, *, news: int = 0) -> QueueLine:
    """One line; a card that does not open says so and still leads to its matter."""
    url = reverse("desk:matter", kwargs={"matter_id": one.matter.id})
    if one.card is None:
        return QueueLine(url, _("This card cannot be read"), _("Damaged"), "danger")
    card, today = one.card, timezone.localdate(now)
    kind, holder = class_now(card, today), one.matter.held_by
    rings = [_("Promised, and the day has passed")] if is_overdue(card, today) else []
    return QueueLine(
        url=url,
        title=card.alias or _("Without a name"),
        kind=class_in_words(kind),
        kind_class=kind,
        facts=tuple(
            filter(
                None,
                [answer_of("stage", card.stage), answer_of("region", card.region), ", ".join(card.articles)],
            )
        ),
        due=_("by %(day)s") % {"day": day_in_words(card.deadline_on)} if card.deadline_on else "",
        age=_("last word %(age)s") % {"age": age_in_words(card.touched_at, now)},
        holder=display_name(holder) if holder else "",
        alarms=(*rings, *(alarm_in_words(alarm, card.place_since) for alarm in card.alarms)),
        claimed=claim_in_words(claim) if claim else "",
        news=ngettext("%(n)s new message", "%(n)s new messages", news) % {"n": news} if news else "",
        id=str(one.matter.id),
    )


def claim_in_words(claim: Claim) -> str:
    """Who is at it, and until when."""
    told = {"name": display_name(claim.member), "time": clock_in_words(claim.until)}
    return _("%(name)s is at it until %(time)s") % told


def told_health(queue: Queue, now: datetime) -> tuple[HealthItem, ...]:
    """The traffic light: how many wait, since when, what is due, what nobody holds."""
    health = queue.health
    weeks = (timezone.localdate(now) - health.oldest_week).days // 7 if health.oldest_week else 0
    oldest = _("this week") if not weeks else ngettext("%(n)s week", "%(n)s weeks", weeks) % {"n": weeks}
    return (
        HealthItem(_("Waiting"), str(health.waiting), lamp(health.waiting, 5, 20)),
        HealthItem(_("The oldest waits"), oldest if health.waiting else "–", lamp(weeks, 1, 2)),
        HealthItem(_("Due today or earlier"), str(health.due_today), lamp(health.due_today, 5, 20)),
        HealthItem(_("Held by nobody"), str(health.without_holder), lamp(health.without_holder, 5, 20)),
    )


def lamp(value: int, warn: int, alarm: int) -> str:
    """The colour of a lamp: calm below ``warn``, alarm from ``alarm``."""
    return "alarm" if value >= alarm else "warn" if value >= warn else "calm"
