"""What a letter says, as facts of a matter."""

from dataclasses import asdict
from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from peredacha.core.facts import Fact, NextStep, Note, Person, Place, Proceeding, Request, Status
from peredacha.design.wording import words
from peredacha.rooms.mailroom.selectors import current_land
from peredacha.rooms.mailroom.services.choosing import named_in
from peredacha.rooms.mailroom.services.opening import OpenPaper
from peredacha.rooms.mailroom.services.screening import last_day
from peredacha.rooms.matters.services import MatterFile

PAPER = "paper_received"
"""The stage under which a proceeding tells on which day the person inside received a paper."""
SOON = timedelta(days=1)


def facts_of(paper: OpenPaper, *, now: datetime) -> list[Fact]:
    """The first facts of a matter."""
    person, place, received = person_in(paper), place_in(paper), received_in(paper)
    found: list[Fact | None] = [
        request_in(paper, now),
        person if person != Person() else None,
        place,
        received,
        step_in(paper, now=now),
    ]
    return [one for one in found if one]


def facts_beside(paper: OpenPaper, file: MatterFile, *, now: datetime) -> list[Fact]:
    """What a letter adds to a matter: blanks of the person are filled, danger raises the urgency.

    A promise that stands is not lost: the nearer of the two days stands, and both are named.
    """
    found: list[Fact] = []
    for fact in facts_of(paper, now=now):
        if isinstance(fact, Person):
            known = asdict(file.person)
            filled = Person(**{key: value or getattr(fact, key) for key, value in known.items()})
            found += [filled] if filled != file.person else []
        elif isinstance(fact, NextStep):
            found.append(with_promise(fact, file.next_step))
        else:
            found.append(fact)
    if paper.danger:
        found.append(Status(urgency=3, why=_("Paper letter %(number)s") % {"number": paper.row.name}))
    return found


def with_promise(step: NextStep, before: NextStep | None) -> NextStep:
    """A step beside the one that was promised: both in words, by the nearer day."""
    if before is None:
        return step
    days = sorted(filter(None, (step.by, before.by)))
    return NextStep(what=f"{step.what}; {before.what}", by=days[0] if days else "")


def request_in(paper: OpenPaper, now: datetime) -> Request:
    """What the letter asks for."""
    who, came = paper.said("who"), str(paper.said("came").get("on", ""))
    name = str(who.get("name", ""))
    return Request(
        asks=tuple(paper.asks) or ("other",),  # type: ignore[arg-type]
        words=str(who.get("words", "")),
        danger=paper.danger,
        name=name,
        came_by="paper",
        received_on=came,
        opened_on=timezone.localdate(now).isoformat(),
    )


def person_in(paper: OpenPaper) -> Person:
    """Whom the letter is about."""
    named = named_in(paper.said("who"))
    return Person(
        surname=named.surname, given=named.given, patronymic=named.patronymic, birth_year=named.birth_year
    )


def place_in(paper: OpenPaper) -> Place | None:
    """Where he is, where the letter says it; a letter from there is likely, and only of its own day."""
    who = paper.said("who")
    if not who.get("place"):
        return None
    inside = who.get("writer") == "inside"
    return Place(words=str(who["place"]), certainty="likely", source=_("a letter") if inside else "")


def received_in(paper: OpenPaper) -> Fact | None:
    """On which day he received which paper."""
    told = paper.said("paper")
    if told.get("value") != "yes":
        return None
    if not told.get("on"):
        return Note(
            text=_("A paper came, but its day is not known: %(what)s") % {"what": told.get("what", "")}
        )
    return Proceeding(stage=PAPER, body=str(told["on"]), note=str(told.get("what", "")))


def step_in(paper: OpenPaper, *, now: datetime) -> NextStep | None:
    """The term that the paper began; where nobody knows which, it is to be found out at once."""
    told = paper.said("paper")
    if told.get("value") != "yes":
        return None
    day, rule = last_day(told), current_land().rules.get(str(told.get("rule", "")))
    if day and rule:
        return NextStep(what=_("A term runs: %(what)s") % {"what": words(rule.title)}, by=day.isoformat())
    by = timezone.localdate(now + SOON).isoformat()
    return NextStep(what=_("We find out which term began with the paper from the letter"), by=by)
