"""A plan put into the words of the page: what templates and files show, and nothing they have to reckon."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from django.conf import settings
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peredacha.core.language import bound, speak
from peredacha.core.law.basis import Basis
from peredacha.core.law.land import Land
from peredacha.core.law.plan import PlannedStep, StepRule
from peredacha.core.law.telling import norm_lines, step_lines, told_confirmation
from peredacha.design.wording import language, when, words
from peredacha.rooms.intake.selectors import current_land
from peredacha.rooms.plans.selectors import current_filings


@dataclass(frozen=True)
class Link:
    """A page of ours beside a step."""

    text: str
    url: str


@dataclass(frozen=True)
class NormLine:
    """A norm as it is cited, and our page about it."""

    text: str
    url: str


@dataclass(frozen=True)
class ToldStep:
    """A step as the page shows it; every text is in the language of the page."""

    id: str
    what: str
    why: str
    who: str
    by: str
    left: str
    bring: tuple[str, ...]
    say: tuple[str, ...]
    never: tuple[str, ...]
    missed: str
    norms: tuple[NormLine, ...]
    derivation: tuple[str, ...]
    warnings: tuple[str, ...]
    unconfirmed: bool
    confirmed: dict[str, str] | None
    links: tuple[Link, ...]
    papers: tuple[Link, ...]
    """What the words of the step promise to hand in: each leads to its paper."""

    @property
    def first_norm(self) -> str:
        """The norm on which the date stands, for a sheet that has no room for all of them."""
        return self.norms[0].text if self.norms else ""

    @property
    def leads_to_search(self) -> bool:
        """Whether the step itself sends to the page that searches for him."""
        return any(link.url == address("intake:where", "", language()) for link in self.links)


def due_in_words(planned: PlannedStep) -> str:
    """By when: the exact local date and hour, the range, or the length while its clock has not started."""
    if planned.deadline and planned.deadline.due:
        due = planned.deadline.due
        timed = isinstance(due.earliest, datetime)
        template = _("By %(when)s, local time") if timed else _("By %(when)s, until midnight")
        if not due.is_settled:
            template = _("The last moment lies %(when)s: reckon with the earlier one")
        return template % {"when": when(due)}
    if planned.rule:
        edition = planned.rule.editions[-1]
        return _("%(length)s from the start: %(starts)s") % {
            "length": speak(edition.limit.said, language()),
            "starts": words(planned.rule.starts),
        }
    return ""


def told_step(planned: PlannedStep, land: Land, papers_at: str = "") -> ToldStep:
    """One step in words, its derivation included; ``papers_at``: see :func:`papers_of`."""
    step, deadline = planned.step, planned.deadline
    return ToldStep(
        id=step.id.replace("_", "-"),
        what=words(step.what),
        why=words(step.why),
        who=words(step.who),
        by=due_in_words(planned),
        left=speak(planned.left, language()) if planned.left else "",
        bring=tuple(words(one) for one in step.bring),
        say=tuple(words(one) for one in step.say),
        never=tuple(words(one) for one in step.never),
        missed=words(step.missed) if planned.state == "past" else "",
        norms=norms_of(planned, land),
        derivation=tuple(step_lines(deadline.steps, land.acts, language())) if deadline else (),
        warnings=tuple(speak(one, language()) for one in deadline.warnings) if deadline else (),
        unconfirmed=bool(planned.bases) and not all(basis.is_confirmed for basis in planned.bases),
        confirmed=told_confirmation(deadline.confirmed) if deadline else None,
        links=links_of(step),
        papers=papers_of((one.filing for one in step.papers), papers_at),
    )


def norms_of(planned: PlannedStep, land: Land) -> tuple[NormLine, ...]:
    """Every norm on which the step stands."""
    return cited(planned.bases, land)


def cited(bases: Iterable[Basis], land: Land) -> tuple[NormLine, ...]:
    """Each norm once, with our page about it; those that were not checked say so."""
    lines: dict[str, NormLine] = {}
    for basis in bases:
        for norm in norm_lines([basis], land.acts, language()):
            unchecked = basis.standing == "unverified"
            text = _("%(norm)s (not checked)") % {"norm": norm} if unchecked else norm
            lines[norm] = NormLine(bound(text), rule_url(basis.row))
    return tuple(lines.values())


LINKS: dict[str, tuple[Promise, str, str]] = {
    "where": (gettext_lazy("Where is he: whom to ask, in which order"), "intake:where", ""),
    "letter": (gettext_lazy("Letters to print"), "intake:letters", ""),
    "contract": (gettext_lazy("A contract with the army"), "intake:page", "contract"),
    "shield": (gettext_lazy("How to recognise fixers and fraud"), "intake:page", "shield"),
    "public": (gettext_lazy("May we go public?"), "intake:page", "public"),
    "facilities": (
        gettext_lazy("Addresses and windows of police, remand prisons and colonies"),
        "facilities:index",
        "",
    ),
    "calculator:deadline": (gettext_lazy("Count a date or a term"), "calculator:deadline", ""),
    "calculator:served": (gettext_lazy("Count the time served and the release"), "calculator:served", ""),
    "calculator:parole": (gettext_lazy("Count the day for parole"), "calculator:parole", ""),
    "calculator:custody": (gettext_lazy("Count the terms of custody"), "calculator:custody", ""),
    "calculator:quota": (gettext_lazy("Count parcels and visits"), "calculator:quota", ""),
}
"""The pages that a step may name: words, name of the address, its argument. Calculators stand beside this room,
so their addresses come from the settings (``LINKS_BESIDE``)."""


def links_of(step: StepRule) -> tuple[Link, ...]:
    """The pages that the step names."""
    known = ((name, *LINKS[name]) for name in step.links if name in LINKS)
    return tuple(
        Link(str(text), address(target, argument, language())) for _name, text, target, argument in known
    )


def papers_of(keys: Iterable[str], papers_at: str = "") -> tuple[Link, ...]:
    """The filings of these keys, each once.

    They lead to the page that tells about each, or to their place on the page ``papers_at``, where one chooses.
    """
    held = current_filings()
    return tuple(
        Link(
            words(held[key].card.title),
            f"{papers_at}#{key}" if papers_at else address("plans:wanted", key, language()),
        )
        for key in dict.fromkeys(keys)
        if key in held
    )


@lru_cache(2000)
def address(name: str, argument: str, language: str) -> str:
    """The address of a page in a language, looked up once: a plan names some two hundred."""
    name = settings.LINKS_BESIDE.get(name, name)
    return reverse(name, args=[argument] if argument else [])


def page_url(page_id: str) -> str:
    """The address of an advice page."""
    return address("intake:page", page_id, language())


def rule_url(row: str) -> str:
    """The address of our page about one rule."""
    return address("intake:rule", row, language())


def norms_of_rows(rows: tuple[str, ...]) -> tuple[NormLine, ...]:
    """The norms of some rows."""
    land = current_land()
    return cited((land.grounds[row] for row in rows if row in land.grounds), land)
