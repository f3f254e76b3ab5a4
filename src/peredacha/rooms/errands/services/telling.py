"""The counter in the words of the page: what is left, every slot, the law and how it was counted."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peredacha.core.language import speak
from peredacha.core.law.calendar import DAY
from peredacha.core.law.quotas import NoneLeft, QuotaAnswer, counted
from peredacha.core.law.quotas.wording import NAMES
from peredacha.core.law.telling import step_lines, told_confirmation
from peredacha.design.grounds import told_norms
from peredacha.design.quotas import (
    Cells,
    about_the_rest,
    allowed_used_left,
    biggest,
    kilograms,
    measures,
    number_left,
    weight,
)
from peredacha.design.wording import language, one_in_words, said
from peredacha.rooms.errands.selectors import current_land, current_quotas
from peredacha.rooms.errands.services.acting import is_own_plan
from peredacha.rooms.errands.services.files import Entry, OpenErrands, errands_of, known_of
from peredacha.rooms.errands.services.person import place_age
from peredacha.rooms.matters.services import MatterFile
from peredacha.rooms.vault.services import Keys

ONE = {
    "parcels": gettext_lazy("A parcel"),
    "packets": gettext_lazy("A small packet"),
    "short_visits": gettext_lazy("A short visit"),
    "long_visits": gettext_lazy("A long visit"),
}
SOURCES = {
    "family": gettext_lazy("By the family:"),
    "movement": gettext_lazy("By the movement:"),
    "other": gettext_lazy("By somebody else:"),
}


@dataclass(frozen=True)
class ToldSlot:
    """One slot: what and when, how it stands, and its key where the family can end it here."""

    title: str
    state: str
    more: str
    key: str


@dataclass(frozen=True)
class ToldCounter:
    """Everything that the page of the counter shows."""

    label: str
    big: str
    says: tuple[str, ...]
    rows: tuple[dict[str, str], ...]
    table: tuple[Cells, ...]
    slots: tuple[ToldSlot, ...]
    steps: tuple[str, ...]
    warnings: tuple[str, ...]
    norms: tuple[str, ...]
    confirmed: dict[str, str] | None
    damaged: int


def told_counter(keys: Keys, file: MatterFile, *, now: datetime) -> ToldCounter:
    """The counter of a matter on the day of ``now``; before anything was told, by what the matter knows."""
    opened = errands_of(keys, file, now=now)
    today = timezone.localdate(now)
    recipient = opened.recipient if opened else known_of(file)
    slots = opened.slots if opened else ()
    answer = counted(current_quotas(), recipient.case(today), slots, today=today)
    (label, big), acts = biggest(answer), current_land().acts
    return ToldCounter(
        label=label,
        big=big,
        says=(*about_the_rest(answer), *anew(answer)),
        rows=tuple({"key": key, "value": value} for key, value in measures(answer)),
        table=allowed_used_left(answer),
        slots=tuple(told_slot(one, today) for one in reversed(opened.entries)) if opened else (),
        steps=tuple(step_lines(answer.steps, acts, language())),
        warnings=tuple(dict.fromkeys(speak(one, language()) for one in answer.warnings)),
        norms=told_norms(answer.bases, acts),
        confirmed=told_confirmation(answer.confirmed),
        damaged=opened.damaged if opened else 0,
    )


def anew(answer: QuotaAnswer) -> Iterator[str]:
    """From which day the count begins again, where that is known."""
    until = answer.weight_month.until if answer.weight_month else answer.parcels.until
    if until:
        yield _("The count begins anew on %(day)s.") % {"day": one_in_words(until + DAY)}


def told_slot(entry: Entry, today: date) -> ToldSlot:
    """A slot in words."""
    slot = entry.slot
    heavy = f"{weight(slot.grams)}." if slot.grams else ""
    return ToldSlot(
        title=_("%(what)s, %(day)s") % {"what": ONE[slot.kind], "day": one_in_words(slot.on)},
        state=f"{SOURCES[slot.source]} {state_in_words(entry, today)}",
        more=" ".join(filter(None, (heavy, entry.note))),
        key=slot.key if is_own_plan(slot) else "",
    )


def state_in_words(entry: Entry, today: date) -> str:
    """Planned, used or given back; until when a plan keeps its place."""
    slot = entry.slot
    if slot.state == "used":
        return _("used.")
    if slot.state == "released":
        return _("given back, it does not count.")
    day = {"day": one_in_words(slot.until or slot.on)}
    if slot.stands(today):
        return _("planned, the place is kept until %(day)s.") % day
    return _("planned, but nobody said what became of it: since %(day)s it does not count.") % day


def none_left_said(why: NoneLeft) -> str:
    """Why there is no place, and what to do, in one sentence or two."""
    what, left = said(NAMES[why.kind]), why.allowance
    if why.by_weight:
        return _("Only %(kg)s are left this month. Make it lighter, or choose a day in the next month.") % {
            "kg": kilograms(left)
        }
    if left.allowed == 0:
        return _(
            "%(what)s: the law allows none now. Check the regime and the conditions that stand here."
        ) % {"what": what}
    if left.until:
        return _("%(what)s: none is left until %(day)s. Choose a later day, or give a planned one back.") % {
            "what": what,
            "day": one_in_words(left.until),
        }
    return _("%(what)s: none is left. Give a planned one back, or ask the institution when one is free.") % {
        "what": what
    }


@dataclass(frozen=True)
class ErrandSummary:
    """What the page of a matter shows of its errands."""

    left: str
    """The first number with its label, as a sentence; before it, what who packs heard of where he is."""


def summary_for(keys: Keys, file: MatterFile, *, now: datetime) -> ErrandSummary:
    """What is left, and whether somebody must say where he is."""
    opened, today = errands_of(keys, file, now=now), timezone.localdate(now)
    recipient = opened.recipient if opened else known_of(file)
    label, big = biggest(
        counted(current_quotas(), recipient.case(today), opened.slots if opened else (), today=today)
    )
    left = _("%(what)s: %(number)s.") % {"what": label, "number": big}
    return ErrandSummary(f"{place_age(recipient, today=today).said} {left}" if recipient.heard else left)


def short_counter(opened: OpenErrands, *, today: date) -> str:
    """What is left, in one sentence, for who packs."""
    answer = opened.counter(today, today=today)
    label, big = biggest(answer)
    packets = number_left(answer.packets) if answer.packets.known else ""
    more = _("%(what)s: %(number)s.") % {"what": said(NAMES["packets"]), "number": packets} if packets else ""
    return " ".join(filter(None, (_("%(what)s: %(number)s.") % {"what": label, "number": big}, more)))
