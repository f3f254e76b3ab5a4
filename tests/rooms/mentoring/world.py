"""A family, and how a veteran is found for it."""

from typing import Any

from tests.rooms.matters.world import FamilyAtDoor, file_of, keys
from tests.rooms.people.world import Enrolled
from tests.rooms.veterans.world import at

from peredacha.rooms.matters.models import Matter
from peredacha.rooms.matters.services import MatterFile, open_file
from peredacha.rooms.mentoring.services import accept, choose, confirm


def proposed(pavel: Enrolled, anna: Enrolled, vera: FamilyAtDoor, *reasons: str) -> MatterFile:
    """Pavel proposes Anna to Vera."""
    file = file_of(keys(pavel), vera.matter)
    return confirm(keys=keys(pavel), file=file, member=anna.member, reasons=reasons, now=at())


def stands(pavel: Enrolled, anna: Enrolled, vera: FamilyAtDoor) -> MatterFile:
    """Anna was proposed and has said yes; the file as she opens it."""
    proposed(pavel, anna, vera)
    return accept(keys=keys(anna), file=file_of(keys(anna), vera.matter), now=at())


def named(pavel: Enrolled, maria: Enrolled, vera: FamilyAtDoor) -> MatterFile:
    """Pavel takes Maria from the suggestions."""
    return choose(keys=keys(pavel), file=file_of(keys(pavel), vera.matter), member=maria.member.id, now=at())


def reads(helper: Enrolled, matter: Matter) -> bool:
    """Whether a helper's keys open the family's safe with its newest data key."""
    matter.refresh_from_db()
    file = open_file(keys(helper), matter, now=at())
    return file is not None and file.safe.epoch in file.safe.data_keys


def texts(file: MatterFile) -> str:
    """Everything that stands in a file, as one text."""
    return " ".join(str(one.told.packed()) for one in file.entries)


def fresh(vera: FamilyAtDoor) -> Any:
    """The clear row as it stands."""
    vera.matter.refresh_from_db()
    return vera.matter
