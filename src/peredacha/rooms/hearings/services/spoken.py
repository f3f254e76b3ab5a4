"""What somebody typed in a corridor, understood; with every reason to ask back."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from peredacha.core.language import Phrase
from peredacha.core.spoken import DOUBTS, read_moment, written
from peredacha.design.wording import language, said
from peredacha.rooms.hearings.selectors import is_day_off
from peredacha.rooms.hearings.services.standing import clock_of
from peredacha.rooms.matters.services import MatterFile


@dataclass(frozen=True, repr=False)
class Heard:
    """A moment on the clock of the court; ``doubts``: sentences why to ask back; ``rest``: words left over."""

    at: datetime
    doubts: tuple[str, ...]
    rest: str

    @property
    def words(self) -> str:
        """The moment in full words, with its weekday."""
        return in_full(self.at)

    @property
    def mark(self) -> str:
        """What the button "Yes" sends back: exactly this moment."""
        return self.at.isoformat()


def understand(file: MatterFile, line: str, *, court: str, now: datetime) -> Heard | str:
    """What the line means on the clock of that court; or one sentence that says how to write it."""
    zone = clock_of(file, court)
    found = read_moment(line, now.astimezone(zone).replace(tzinfo=None))
    if isinstance(found, Phrase):
        return said(found)
    doubts = [said(DOUBTS[one]) for one in found.doubts]
    if is_day_off(found.moment.date()):
        doubts.append(_("This is a day off: courts rarely sit then."))
    return Heard(found.moment.replace(tzinfo=zone), tuple(doubts), found.rest)


def in_full(at: datetime, *, hour: bool = True) -> str:
    """A moment with its weekday in full words: “Thursday, 10 December 2026, 10:30”."""
    return date_format(timezone.make_naive(at, at.tzinfo), "l, j E Y, H:i" if hour else "l, j E Y")


def as_typed(at: datetime) -> str:
    """A moment as people type it in the language of the page; it is read back."""
    return written(at, language())
