"""Advice and law put into words: the pages that need no answers."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from peredacha.core.language import speak
from peredacha.core.law.basis import Basis
from peredacha.core.law.land import Page
from peredacha.core.law.telling import norm_lines, told_confirmation
from peredacha.design.wording import language, one_in_words, words
from peredacha.rooms.intake.selectors import current_land
from peredacha.rooms.intake.services.told import Link, NormLine, norms_of_rows, papers_of


@dataclass(frozen=True)
class ToldSection:
    """A part of an advice page."""

    title: str
    text: tuple[str, ...]
    points: tuple[str, ...]
    norms: tuple[NormLine, ...]
    papers: tuple[Link, ...]


@dataclass(frozen=True)
class ToldPage:
    """An advice page in words."""

    title: str
    lead: str
    sections: tuple[ToldSection, ...]
    norms: tuple[NormLine, ...]


@dataclass(frozen=True)
class ToldEdition:
    """One edition of a rule with everything on which it stands."""

    row: str
    says: str
    from_: str
    to: str
    norms: tuple[str, ...]
    sources: tuple[str, ...]
    standing: str
    confirmed: dict[str, str] | None
    note: str


@dataclass(frozen=True)
class ToldRule:
    """A rule as its page shows it."""

    title: str
    starts: str
    who: str
    editions: tuple[ToldEdition, ...]


def told_page(page: Page) -> ToldPage:
    """An advice page in the language of the page."""
    sections = tuple(
        ToldSection(
            title=words(one.title),
            text=tuple(map(words, one.text)),
            points=tuple(map(words, one.points)),
            norms=norms_of_rows(one.norms),
            papers=papers_of(one.papers),
        )
        for one in page.sections
    )
    return ToldPage(words(page.title), words(page.lead), sections, norms_of_rows(page.norms))


def told_rule(row: str) -> ToldRule | None:
    """The rule with this row or id: every edition of a deadline, or one statement."""
    land = current_land()
    if row in land.rules:
        rule = land.rules[row]
        editions = tuple(told_edition(one.basis, speak(one.limit.said, language())) for one in rule.editions)
        return ToldRule(words(rule.title), words(rule.starts), words(rule.who), editions)
    statement = next((one for one in land.statements if row in (one.id, one.basis.row)), None)
    if statement:
        return ToldRule(
            words(statement.title), "", "", (told_edition(statement.basis, words(statement.text)),)
        )
    basis = land.grounds.get(row)
    return ToldRule(row, "", "", (told_edition(basis, ""),)) if basis else None


def told_edition(basis: Basis, says: str) -> ToldEdition:
    """One edition in words."""
    standings = {
        "verified": _("A page that states this rule was read."),
        "partly": _("A page that states a part of this rule was read."),
        "unverified": _("Not checked against the text of the law: ask a lawyer."),
    }
    return ToldEdition(
        row=basis.row,
        says=says,
        from_=one_in_words(basis.from_) if basis.from_ else "",
        to=one_in_words(basis.to) if basis.to else "",
        norms=tuple(norm_lines([basis], current_land().acts, language())),
        sources=basis.sources,
        standing=standings[basis.standing],
        confirmed=told_confirmation(basis.confirmed) if not isinstance(basis.confirmed, str) else None,
        note=words(basis.note),
    )
