"""Facts about the person inside: shown as a history, added one by one, never overwritten."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from peredacha.core.facts import Charge, Fact, Hearing, Kin, Person, Place, Proceeding
from peredacha.design.wording import words
from peredacha.rooms.desk.services.acting import author_of
from peredacha.rooms.desk.services.matters import Line
from peredacha.rooms.desk.services.words import (
    answer_of,
    author_in_words,
    facility_name,
    fact_in_words,
    moment_of,
)
from peredacha.rooms.facilities.models import HOLDING_KINDS
from peredacha.rooms.facilities.selectors import list_by_kinds
from peredacha.rooms.intake.selectors import current_land, surroundings
from peredacha.rooms.matters.services import MatterFile, leave_trace, tell
from peredacha.rooms.vault.services import Keys

KINDS: dict[str, type[Any]] = {
    "person": Person,
    "place": Place,
    "hearing": Hearing,
    "proceeding": Proceeding,
    "charge": Charge,
    "kin": Kin,
}


@dataclass(frozen=True)
class FactPart:
    """Everything told about one matter of one kind, the newest first."""

    kind: str
    title: str
    lines: tuple[Line, ...]


def told_facts(file: MatterFile) -> tuple[FactPart, ...]:
    """The page of the person and the place."""
    titles = {
        "place": _("Where the person is"),
        "person": _("The person inside"),
        "hearing": _("Hearings"),
        "proceeding": _("Cases"),
        "charge": _("Articles of the charge"),
        "kin": _("People near"),
    }
    return tuple(FactPart(kind, titles[kind], fact_lines(file, cls)) for kind, cls in KINDS.items())


def fact_lines(file: MatterFile, cls: type[Any]) -> tuple[Line, ...]:
    """The entries of one kind, the newest first, each with who told it and when."""
    return tuple(
        Line(moment_of(told.at), author_in_words(told.by), ", ".join([*fact_in_words(fact), *details(fact)]))
        for fact, told in reversed(list(file.all(cls)))
    )


def details(fact: Fact) -> list[str]:
    """What the short line of a fact leaves out: the source of a place, the health of a person."""
    if isinstance(fact, Place) and fact.source:
        return [_("source: %(who)s") % {"who": fact.source}]
    if isinstance(fact, Person) and fact.health:
        return [_("health: %(what)s") % {"what": fact.health}]
    if isinstance(fact, Proceeding) and fact.stage:
        return [answer_of("stage", fact.stage)]
    return []


def form_settings(file: MatterFile, kind: str) -> dict[str, Any]:
    """What the form of a kind needs: cards of the region, names of the stages, the zone of the court."""
    answers = file.request.answers
    if kind == "place":
        region = str(answers.get("region", ""))
        cards = list_by_kinds(region, HOLDING_KINDS) if region else ()
        offered = {card.public_id: card.title for card in cards}
        places = [place.facility for place, _told in file.all(Place) if place.facility]
        before = {card: facility_name(card) for card in places if card not in offered}
        return {"facilities": [*offered.items(), *((card, name) for card, name in before.items() if name)]}
    if kind == "proceeding":
        question = current_land().guide.question("stage")
        options = question.options if question else ()
        return {"stages": [(one.key, words(one.text)) for one in options]}
    if kind == "hearing":
        return {"zone": surroundings(answers).zone}
    if kind == "person":
        person = file.person
        told = ("surname", "given", "patronymic", "birth_year", "health")
        return {"initial": {name: getattr(person, name) for name in told}}
    return {}


@transaction.atomic
def add_fact(*, keys: Keys, file: MatterFile, kind: str, told: Mapping[str, Any], now: datetime) -> None:
    """Add one entry; what was told of the person before and is not on the form stays. Raises TooLong."""
    before = file.person if kind == "person" else KINDS[kind]()
    fact = replace(before, **told)
    tell(keys=keys, file=file, fact=fact, author=author_of(keys), now=now)
    leave_trace(keys=keys, file=file, act="matter_changed", now=now)
