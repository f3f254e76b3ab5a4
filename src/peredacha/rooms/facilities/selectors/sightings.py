"""When a line of a card was last seen to be so, and whether it was different since."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from peredacha.rooms.facilities.models import Outcome, Verdict
from peredacha.rooms.facilities.selectors.ages import age_in_words, doubt_in_words


@dataclass(frozen=True)
class Sighting:
    """The last day on which so many people in all have seen a line to be so; the day of a doubt, if there is one."""

    day: date | None
    people: int
    doubted_on: date | None = None
    doubters: int = 0

    def in_words(self, today: date) -> str:
        """Its age, as whole sentences; nothing where no day is known."""
        return age_in_words(self.day, self.people, today) if self.day else ""

    @property
    def doubt(self) -> str:
        """That it was different, as a sentence; nothing where it was not."""
        return doubt_in_words(self.doubted_on, self.doubters) if self.doubted_on else ""


def sighting_of(
    subject: str, thing: str, day: date | None, people: int, outcomes: Iterable[Outcome]
) -> Sighting:
    """What outcomes add to the day and the number that stand on the card."""
    mine = [one for one in outcomes if (one.subject, one.thing) == (subject, thing)]
    same = [one for one in mine if one.verdict == Verdict.SAME]
    last = max((one.on for one in same), default=day)
    latest = max(last, day) if last and day else last
    doubts = [one for one in mine if one.verdict != Verdict.SAME and (latest is None or one.on >= latest)]
    return Sighting(
        day=latest,
        people=people + sum(one.count for one in same),
        doubted_on=max((one.on for one in doubts), default=None),
        doubters=sum(one.count for one in doubts),
    )
