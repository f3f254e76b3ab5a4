"""Known answers about what goes in: a parcel, a visit, a letter.

Questions: ``parcel: {place, of, on}``, ``visit: {place, kind, on}`` and ``letter: {text, language?}``.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, get_args

from peredacha.core.law.parcels import ParcelPlace
from peredacha.core.law.visits import VisitKind, VisitTopic
from peredacha.core.letters import checked, pages_of, tidy
from peredacha.jurisdictions.letters import letter_law
from peredacha.jurisdictions.parcels import parcel_law
from peredacha.jurisdictions.visits import visit_law


class CannotAsk(Exception):
    """A case asks something that the engine cannot be asked; the message says what to mend."""


def ask_parcel(question: Mapping[str, Any], land: str) -> Mapping[str, Any]:
    """Whether the rule lets a class or a thing into a place, and which things of the class it shuts out.

    ``taken`` true means that no rule forbids it; a window may still refuse. ``rows`` are those of the bans.
    """
    law, place = parcel_law(land), one_of(question, "place", get_args(ParcelPlace))
    of = one_of(question, "of", (*law.classes, *law.things))
    thing = law.things.get(of)
    bans = law.bans_at(place, on=day_of(question))
    met = [ban for ban in bans if ban.of == of or (thing and ban.of == thing.class_)]
    shut = {ban.of for ban in bans}
    return {
        "taken": not met,
        "rows": sorted({ban.basis.row for ban in met}),
        "never": [key for key, one in law.things.items() if one.class_ == of and key in shut],
    }


def ask_visit(question: Mapping[str, Any], land: str) -> Mapping[str, Any]:
    """The ids of what is said before a visit, by topic, and the ``rows`` on which it stands."""
    place = one_of(question, "place", get_args(ParcelPlace))
    kind = one_of(question, "kind", get_args(VisitKind))
    notes = visit_law(land).notes_for(place, kind, on=day_of(question))
    told = {topic: [one.id for one in notes if one.topic == topic] for topic in get_args(VisitTopic)}
    return {**told, "rows": sorted({one.basis.row for one in notes})}


def ask_letter(question: Mapping[str, Any], land: str) -> Mapping[str, Any]:
    """Whether a letter ``goes``, what stops it (``hard``), what the writer is asked about (``soft``), its ``pages``."""
    law = letter_law(land)
    if law is None:
        raise CannotAsk(f"the land `{land}` says nothing of letters: write letters.yaml")
    text = tidy(str(question.get("text") or ""))
    if not text:
        raise CannotAsk("`text` is empty: write the letter")
    found = checked(text, law.rules, language=str(question.get("language") or "ru"))
    told = {hard: list(dict.fromkeys(one.ban for one in found if one.hard == hard)) for hard in (True, False)}
    return {
        "goes": not told[True],
        "hard": told[True],
        "soft": told[False],
        "pages": pages_of(text, law.rules),
    }


def one_of(question: Mapping[str, Any], name: str, known: tuple[str, ...]) -> str:
    """The value of that name; raises CannotAsk where it is not among the known ones."""
    value = str(question.get(name))
    if value not in known:
        raise CannotAsk(f"`{name}: {value}` is not known: write one of {', '.join(known)}")
    return value


def day_of(question: Mapping[str, Any]) -> date:
    """The day ``on`` of the question; raises CannotAsk."""
    day = question.get("on")
    if not isinstance(day, date):
        raise CannotAsk("`on` must be a date such as 2026-11-23")
    return day
