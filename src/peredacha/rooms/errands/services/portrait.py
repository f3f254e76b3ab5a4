"""The person page by page, in words: what is known, what is not."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from peredacha.design.wording import one_in_words
from peredacha.rooms.errands.models import (
    CELLS,
    CONDITIONS,
    HOW_KNOWN,
    LANGUAGES,
    REGIMES,
    SEXES,
    TRAITS,
    Recipient,
)
from peredacha.rooms.errands.services.person import avoided, place_age

Named = tuple[tuple[str, str], ...]
"""Parts with their names; an empty one says nothing."""


def told_pages(recipient: Recipient, *, today: date) -> list[tuple[str, str]]:
    """What each page about the person says, in the order of the pages: name and value."""
    nothing = _("Not told yet")
    return [(name, value or nothing) for name, value in pages_of(recipient, today)]


def pages_of(recipient: Recipient, today: date) -> Iterator[tuple[str, str]]:
    """The six pages; an empty value is not known."""
    yield _("Name and year of birth"), joined(recipient.name, born(recipient))
    place = place_age(recipient, today=today)
    yield _("Where he is"), ". ".join(filter(None, (place.name, place.said if place.name else "")))
    admitted = one_in_words(date.fromisoformat(recipient.admitted_on)) if recipient.admitted_on else ""
    yield (
        _("Regime and conditions"),
        joined(
            word(REGIMES, recipient.regime),
            word(CONDITIONS, recipient.conditions),
            _("arrived on %(day)s") % {"day": admitted} if admitted else "",
            word(CELLS, recipient.cell),
        ),
    )
    flags = [name for name in ("pregnant", "small_child") if getattr(recipient, name)]
    yield (
        _("For whom the law allows more"),
        joined(word(SEXES, recipient.sex), *(word(TRAITS, one) for one in (*flags, *recipient.health))),
    )
    yield _("Must not have, sizes"), in_lines(needs_of(recipient))
    letters = (
        (_("Name for letters"), recipient.alias),
        (_("Reads"), word(LANGUAGES, recipient.language)),
        (_("What to write about"), recipient.interests),
        (_("What never to write about"), recipient.silent_on),
    )
    yield _("Letters"), in_lines(letters)


def needs_of(recipient: Recipient) -> Named:
    """What must not be packed, and what fits; the parts under their names."""
    return (
        (_("He must not have"), avoided(recipient)),
        (_("What matters besides"), recipient.needs),
        (_("Size of clothes"), recipient.clothes),
        (_("Size of shoes"), recipient.shoes),
        (_("Smokes"), _("yes") if recipient.smokes else ""),
    )


def told_label(recipient: Recipient, *, today: date) -> list[tuple[str, str]]:
    """What who packs must know of the person; nothing that is not known."""
    place = place_age(recipient, today=today)
    told = (
        (_("Name"), recipient.name),
        (_("Year of birth"), born(recipient)),
        (_("Where he is"), place.name),
        (_("How old this is"), place.said),
        (_("How it was known"), word(HOW_KNOWN, recipient.confirmed_by)),
        *needs_of(recipient),
    )
    return [(name, value) for name, value in told if value]


def born(recipient: Recipient) -> str:
    """The year; empty where nobody knows it."""
    return str(recipient.birth_year or "") or recipient.born_on[:4]


def word(choices: list[tuple[str, Any]], key: str | None) -> str:
    """The words of an answer; the answer itself where it is none of the lines, nothing for nothing."""
    return str(dict(choices).get(key, key)) if key else ""


def joined(*told: str) -> str:
    """The parts that say something."""
    return ", ".join(one.rstrip(". ") for one in told if one)


def in_lines(told: Named) -> str:
    """The parts that say something, each behind its name on a line of its own."""
    return "\n".join(f"{name}: {value.rstrip('. ')}." for name, value in told if value)
