"""What was typed, as facts of a matter."""

import re
from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from peredacha.core.facts import Fact, Person, Place, Proceeding, Reach, Request, Status
from peredacha.core.linkage import Named, read_name
from peredacha.rooms.matters.services import MatterFile

WORDS = re.compile(r"\w+")
PAPER = "paper_received"
"""The stage under which a proceeding tells on which day the person inside received a paper."""


def named_in(data: Mapping[str, Any]) -> Named:
    """The name in the line, with the year that was typed beside it."""
    named = read_name(data["who"])
    year = data.get("birth_year")
    return replace(named, birth_year=year) if year else named


def unread_of(data: Mapping[str, Any]) -> str:
    """The line of the name as it was typed, where a word or number of it stands in no part of the name."""
    named = named_in(data)
    parts = f"{named.surname} {named.given} {named.patronymic} {named.birth_year or ''}"
    left = set(WORDS.findall(named.raw.casefold())) - set(WORDS.findall(parts.casefold()))
    return named.raw.strip() if left else ""


def iso(day: date | None) -> str:
    """A day as text; empty for none."""
    return day.isoformat() if day else ""


def facts_of(data: Mapping[str, Any], *, came_by: str, today: date) -> list[Fact]:
    """The first facts of a matter: the request, the person, and what else was told."""
    facts: list[Fact] = [request_of(data, came_by, today)]
    named = named_in(data)
    person = Person(
        surname=named.surname, given=named.given, patronymic=named.patronymic, birth_year=named.birth_year
    )
    place = place_of(data)
    reach = Reach(way=data["way"], value=data["value"].strip(), when_safe=data["when_safe"].strip())
    paper = Proceeding(stage=PAPER, body=iso(data.get("paper_on")), note=data.get("paper_what", "").strip())
    if person != Person():
        facts.append(person)
    if place:
        facts.append(place)
    if reach.way != "none":
        facts.append(reach)
    if paper.body:
        facts.append(paper)
    return facts


def request_of(data: Mapping[str, Any], came_by: str, today: date) -> Request:
    """What is asked for, with the answers that a plan can be drawn from."""
    told = {
        "stage": data["stage"],
        "region": data["region"],
        "kin": data["kin"],
        "whereabouts": "unknown" if data["whereabouts"] in ("unknown", "convoy") else "",
    }
    return Request(
        asks=tuple(data["asks"]) or ("other",),
        words=data["words"].strip(),
        danger=data["danger"],
        answers={key: value for key, value in told.items() if value},
        language=data["language"],
        name=data["name"].strip(),
        came_by=came_by,  # type: ignore[arg-type]
        received_on=iso(data.get("received_on") or today),
        opened_on=iso(data.get("opened_on")),
    )


def place_of(data: Mapping[str, Any]) -> Place | None:
    """Where the person is, as far as it was told."""
    state, words = data["whereabouts"], data["place"].strip()
    if not (state or words or data["since"]):
        return None
    return Place(state=state or "there", words=words, since=iso(data["since"]), source=data["name"].strip())


def facts_beside(file: MatterFile, facts: list[Fact]) -> list[Fact]:
    """What a second call adds to a matter: blanks of the person are filled, danger raises the urgency."""
    added: list[Fact] = []
    for fact in facts:
        if isinstance(fact, Person):
            known = asdict(file.person)
            filled = Person(**{key: value or getattr(fact, key) for key, value in known.items()})
            added += [filled] if filled != file.person else []
        else:
            added.append(fact)
        if isinstance(fact, Request) and fact.danger:
            added.append(Status(urgency=3, why=fact.words))
    return added
