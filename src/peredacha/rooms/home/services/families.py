"""The family's own page: who stands by it, what happens next by when, the talk, who has read."""

from dataclasses import dataclass
from datetime import datetime

from peredacha.rooms.desk.services import (
    Line,
    Reader,
    ToldClock,
    ToldReading,
    ToldReferral,
    ToldTalk,
    day_in_words,
    readers_of,
    told_clock,
    told_readings,
    told_referrals,
    told_talk,
    told_traces,
)
from peredacha.rooms.home.services.carrying import Carried, told_carried
from peredacha.rooms.home.services.standing import Stands, told_stands
from peredacha.rooms.matters.selectors import matter_of_family
from peredacha.rooms.matters.services import MatterFile, open_file
from peredacha.rooms.mentoring.services import summary_for
from peredacha.rooms.vault.services import Keys


@dataclass(frozen=True)
class ToldFamily:
    """The family's page in words."""

    name: str
    stands: Stands
    clock: ToldClock
    referrals: tuple[ToldReferral, ...]
    readings: tuple[ToldReading, ...]
    talk: ToldTalk
    readers: tuple[Reader, ...]
    traces: tuple[Line, ...]
    erase_on: str
    carried: Carried


def file_of_family(keys: Keys, *, now: datetime) -> MatterFile | None:
    """The matter of the family with these keys; None when it was erased."""
    matter = matter_of_family(keys.holder)
    return open_file(keys, matter, now=now) if matter else None


def told_family(keys: Keys, file: MatterFile, *, now: datetime) -> ToldFamily:
    """The family's page. A helper who has not spoken to the family and does not stand by it is not named."""
    named = summary_for(file).named
    return ToldFamily(
        name=file.request.name,
        stands=told_stands(file, now=now),
        clock=told_clock(file, now=now),
        referrals=told_referrals(file, for_family=True),
        readings=told_readings(file, now=now),
        talk=told_talk(keys, file),
        readers=readers_of(file, now=now, named=named),
        traces=told_traces(file, named),
        erase_on=day_in_words(file.matter.erase_on.isoformat()),
        carried=told_carried(keys, file, now=now),
    )
