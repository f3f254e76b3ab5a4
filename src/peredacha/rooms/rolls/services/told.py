"""A roll in the words of the page."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peredacha.core.linkage import RollReading
from peredacha.design.wording import said
from peredacha.rooms.arrivals.services import matter_url
from peredacha.rooms.rolls.services.files import RollEntry, RollFile

SHOWN = ("found", "released", "charged", "unknown")


@dataclass(frozen=True, repr=False)
class ToldRow:
    """One person of the grid."""

    id: UUID
    number: int
    version: int
    name: str
    age: str
    station: str
    state: str
    state_words: str
    lawyer: str
    missing: str
    note: str
    by: str
    matter_url: str

    @property
    def tap(self) -> str:
        """What a tap button says beside the state: which version was seen."""
        return f"{self.id}:{self.version}"


@dataclass(frozen=True, repr=False)
class ToldStation:
    """A station of the grid: how many, how many are known to be where, what is missing."""

    key: str
    name: str
    people: str
    states: str
    missing: str


def state_in_words(state: str) -> str:
    """What is known of a person."""
    return {
        "found": _("Found there"),
        "released": _("Released"),
        "charged": _("Charged"),
    }.get(state, _("Not confirmed"))


def missing_in_words(key: str) -> str:
    """What is missing, as a short word."""
    return {
        "surname": _("surname"),
        "age": _("age"),
        "station": _("police station"),
        "lawyer": _("lawyer"),
        "outcome": _("what became of them"),
    }[key]


def told_row(entry: RollEntry) -> ToldRow:
    """One row in words."""
    person = entry.person
    return ToldRow(
        id=entry.id,
        number=entry.number,
        version=person.version,
        name=person.name or person.typed or _("Without a name"),
        age=", ".join(
            filter(
                None, [str(person.birth_year or ""), _("age %(n)s") % {"n": person.age} if person.age else ""]
            )
        ),
        station=person.station or _("Station not known"),
        state=person.state,
        state_words=state_in_words(person.state),
        lawyer={"yes": _("has a lawyer"), "no": _("no lawyer")}.get(person.lawyer, ""),
        missing=", ".join(map(missing_in_words, person.missing)),
        note=person.note,
        by=person.by,
        matter_url=matter_url(UUID(person.matter)) if person.matter else "",
    )


def people_in_words(count: int) -> str:
    """How many people."""
    return ngettext("%(n)s person", "%(n)s people", count) % {"n": count}


def told_stations(file: RollFile) -> list[ToldStation]:
    """The stations with their sums."""
    told = []
    for station in file.stations:
        people = [entry.person for entry in station.entries]
        states = {state: sum(1 for one in people if one.state == state) for state in SHOWN}
        lacking = {
            key: sum(1 for one in people if key in one.missing) for key in ("surname", "age", "lawyer")
        }
        told.append(
            ToldStation(
                key=station.key,
                name=station.name or _("Station not known"),
                people=people_in_words(len(people)),
                states=", ".join(f"{state_in_words(key)}: {n}" for key, n in states.items() if n),
                missing=", ".join(f"{missing_in_words(key)}: {n}" for key, n in lacking.items() if n),
            )
        )
    return told


def said_of(reading: RollReading) -> list[str]:
    """What somebody should look at in a pasted list."""
    return [said(problem) for problem in reading.problems]
