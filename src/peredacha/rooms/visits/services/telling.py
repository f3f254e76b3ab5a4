"""A visit in the words of the page: where it stands, what is next, what to bring."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from peredacha.core.facts import Author
from peredacha.design.grounds import told_norms
from peredacha.design.wording import one_in_words, words
from peredacha.rooms.calendars.services import Dated
from peredacha.rooms.errands.selectors import card_of, current_land
from peredacha.rooms.errands.services import recipient_of
from peredacha.rooms.matters.services import MatterFile
from peredacha.rooms.plans.selectors import current_filings
from peredacha.rooms.vault.services import Keys
from peredacha.rooms.visits.models import REFUSALS, VisitState, VisitTold
from peredacha.rooms.visits.selectors import WAITING, current_visit_law
from peredacha.rooms.visits.services.files import OpenVisit, visits_of

STATES = {
    "wanted": gettext_lazy("A visit is wanted"),
    "asked": gettext_lazy("Permission is asked for"),
    "permitted": gettext_lazy("It is permitted"),
    "planned": gettext_lazy("The day is fixed"),
    "made": gettext_lazy("He was visited"),
    "refused": gettext_lazy("It was refused"),
    "missed": gettext_lazy("Nobody came"),
    "dropped": gettext_lazy("It was called off"),
}
OTHER_LINES = {
    "told": gettext_lazy("Something was added or changed"),
    "seats": gettext_lazy("Seats in a car were found"),
    "seats_back": gettext_lazy("The seats in the car were given back"),
    "ride_off": gettext_lazy("The ride was called off"),
}
PERMISSION, REFUSED = "visit_permission", "refusal_reason"
"""Filings that belong to a visit, where the land has them."""
DEFAULT_PLACE = {"remand": "remand", "colony": "colony"}


@dataclass(frozen=True)
class ToldVisit:
    """One line of the list."""

    id: str
    title: str
    state: str
    waits: bool


@dataclass(frozen=True)
class ToldNote:
    """A thing to know, with its law."""

    text: str
    norms: tuple[str, ...]
    note: str


@dataclass(frozen=True)
class Advice:
    """What a land says before a visit: how and who, what to bring, what never to carry."""

    how: tuple[ToldNote, ...]
    bring: tuple[ToldNote, ...]
    never: tuple[ToldNote, ...]


@dataclass(frozen=True)
class VisitPage:
    """Everything that the page of a visit shows."""

    title: str
    state: str
    next_said: str
    rows: tuple[tuple[str, str], ...]
    history: tuple[dict[str, str], ...]
    advice: Advice
    filing: str
    """The key of the filing that fits now; empty where there is none."""
    window: tuple[str, ...]
    """What the visiting office of the place wants, from its card."""
    here: bool
    """Whether its day is here or over, so that it can be told how it went."""
    damaged: int
    no_car: bool
    """Whether their car was called off and no other is found yet."""


def told_visits(visits: list[OpenVisit]) -> list[ToldVisit]:
    """The list of a matter's visits."""
    return [
        ToldVisit(str(one.id), title_of(one.told), str(STATES[one.row.state]), one.row.state in WAITING)
        for one in visits
    ]


def title_of(told: VisitTold) -> str:
    """Which visit, and when."""
    kind = _("A long visit") if told.kind == "long" else _("A short visit")
    return _("%(what)s, %(day)s") % {"what": kind, "day": one_in_words(told.day)} if told.day else kind


def told_page(opened: OpenVisit, file: MatterFile, *, now: datetime) -> VisitPage:
    """The page of a visit."""
    today = timezone.localdate(now)
    card = card_of(opened.told.facility, today=today)
    held = recipient_of(opened.keys, file, now=now).held
    windows = [one for one in card.windows if one.key == "visits"] if card else []
    return VisitPage(
        title=title_of(opened.told),
        state=str(STATES[opened.row.state]),
        next_said=next_said(opened, held, today),
        rows=tuple(rows_of(opened, today)),
        history=tuple(history_of(opened)),
        advice=advice_for(card.kind if card else DEFAULT_PLACE[held], opened.told.kind, today=today),
        filing=filing_for(opened.row.state, held),
        window=tuple(line for one in windows for line in (*one.wants, one.note) if line),
        here=opened.told.day is not None and opened.told.day <= today,
        damaged=opened.damaged,
        no_car=bool(seats_said(opened.told, opened.row.state))
        and not opened.told.ride
        and any(one.what == "ride_off" for one in opened.lines),
    )


def next_said(opened: OpenVisit, held: str, today: date) -> str:
    """What is next, in a sentence."""
    day = opened.told.day
    if opened.row.state == VisitState.PLANNED and day:
        if day <= today:
            return _("The day is here or over: say how it went.")
        left = (day - today).days
        return ngettext(
            "In %(days)s day. Look below what to bring.", "In %(days)s days. Look below what to bring.", left
        ) % {"days": left}
    if opened.row.state == VisitState.WANTED and held == "remand":
        return _(
            "Now ask whoever has the case for a written permission: the investigator; in court, the judge."
        )
    return str(NEXT_SAID[opened.row.state])


NEXT_SAID = {
    "wanted": gettext_lazy("Now call the visiting office, or apply in writing, and ask for a day."),
    "asked": gettext_lazy("Now wait for the answer. If none comes, ask again by telephone and in writing."),
    "permitted": gettext_lazy("Now agree on a day with the visiting office and write it down here."),
    "planned": gettext_lazy("Now write down the day, so that its place is kept."),
    "made": gettext_lazy("He was seen. Tell what he needs: a parcel, a letter, a doctor."),
    "refused": gettext_lazy("A refusal may be complained about. Ask for the reason in writing first."),
    "missed": gettext_lazy("Its place in the counter is free again. Plan another one when somebody can go."),
    "dropped": gettext_lazy("Its place in the counter is free again."),
}


def rows_of(opened: OpenVisit, today: date) -> Iterator[tuple[str, str]]:
    """What is known, name and value."""
    told, card = opened.told, card_of(opened.told.facility, today=today)
    place = card.title if card else told.place
    told_rows = (
        (_("Where"), place),
        (_("Who goes"), told.who),
        (
            _("Permitted until"),
            one_in_words(date.fromisoformat(told.permitted_until)) if told.permitted_until else "",
        ),
        (_("Why it was refused"), why_said(told.refused)),
        (_("What was said"), told.words),
        (_("Seats in a car"), ride_said(told) or seats_said(told, opened.row.state)),
    )
    yield from ((name, str(value)) for name, value in told_rows if value)


def ride_said(told: VisitTold) -> str:
    """Day, hour and start of the ride, and who drives; empty where there is none."""
    card = told.ride_card
    if card is None:
        return ""
    start = _("from %(where)s") % {"where": card.from_where} if card.from_where else ""
    driver = _("%(who)s drives") % {"who": card.driver_name} if card.driver_name else ""
    day = one_in_words(date.fromisoformat(told.ride_on)) if told.ride_on else ""
    return ", ".join(filter(None, (day, card.hour, start, driver, card.words)))


def why_said(refused: str) -> str:
    """Why it was refused, in words; empty where it was not."""
    return next((str(name) for key, name in REFUSALS if key == refused), "")


def seats_said(told: VisitTold, state: str) -> str:
    """That seats are looked for; nothing where none are wanted."""
    if not told.wants_seats or state not in WAITING:
        return ""
    return ngettext("%(n)s seat is looked for", "%(n)s seats are looked for", told.wants_seats) % {
        "n": told.wants_seats
    }


def history_of(opened: OpenVisit) -> Iterator[dict[str, str]]:
    """Who said what, and when."""
    for one in opened.lines:
        when = one_in_words(timezone.localdate(datetime.fromisoformat(one.at)))
        what = STATES[one.what] if one.what in STATES else OTHER_LINES[one.what]
        yield {"when": when, "who": who_said(one.by), "what": str(what)}


def who_said(by: Author) -> str:
    """Who it was."""
    return by.name or (_("The family") if by.who == "family" else "")


def advice_for(place: str, kind: str, *, today: date) -> Advice:
    """What the land says of such a visit in such a place."""
    acts, found = current_land().acts, current_visit_law().notes_for(place, kind, on=today)
    told = [
        (one.topic, ToldNote(words(one.says), told_norms([one.basis], acts), words(one.basis.note)))
        for one in found
    ]

    def of(*topics: str) -> tuple[ToldNote, ...]:
        return tuple(note for topic, note in told if topic in topics)

    return Advice(how=of("how", "who"), bring=of("bring"), never=of("never"))


def filing_for(state: str, held: str) -> str:
    """The filing that helps now: for a permission before the verdict, or against a refusal."""
    wanted = PERMISSION if state == VisitState.WANTED and held == "remand" else ""
    wanted = REFUSED if state == VisitState.REFUSED else wanted
    return wanted if wanted in current_filings() else ""


def days_of_visits(keys: Keys, file: MatterFile, *, now: datetime) -> list[Dated]:
    """The days of all visits of a matter, for its calendars; what will not be stands as called off."""
    return [
        Dated(str(one.id), one.told.day, cancelled=one.row.state in ("refused", "missed", "dropped"))
        for one in visits_of(keys, file, now=now)
        if one.told.day
    ]


@dataclass(frozen=True)
class VisitSummary:
    """What the page of a matter shows of its visits."""

    said: str
    """The nearest visit to come, in a sentence; empty where there is none."""
    url_of: str
    """Its random name; empty where there is none."""
    waiting: int


def summary_for(keys: Keys, file: MatterFile, *, now: datetime) -> VisitSummary:
    """The nearest visit to come, and how many there are."""
    waiting = [one for one in visits_of(keys, file, now=now) if one.row.state in WAITING]
    nearest = min(waiting, key=lambda one: one.told.on or "9", default=None)
    if nearest is None:
        return VisitSummary("", "", 0)
    said = _("%(what)s: %(state)s.") % {"what": title_of(nearest.told), "state": STATES[nearest.row.state]}
    return VisitSummary(said, str(nearest.id), len(waiting))
