"""The facts on which the custody clock depends."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from peredacha.core.language import Phrase, phrase
from peredacha.core.law.calendar import DAY
from peredacha.core.law.custody.law import Stage
from peredacha.core.law.months import same_number
from peredacha.core.law.served.case import Category

MOST_YEARS = 20
"""How far the days of one case may lie apart [years]; more is a mistyped year."""


@dataclass(frozen=True)
class CustodyCase:
    """Since when he is held and by which order; asked for the day ``on``.

    ``ordered_until`` is the day that stands in the newest order. ``in_court_since``: the day on which the case
    reached the court, None while it is investigated. ``category`` None is not known.
    """

    detained_on: date
    on: date
    ordered_until: date | None = None
    category: Category | None = None
    in_court_since: date | None = None
    jurisdiction: str = ""

    def __post_init__(self) -> None:
        """Refuse days that cannot follow one another."""
        wrong = wrong_days(self.detained_on, self.on, self.ordered_until, self.in_court_since)
        for field, said in wrong:
            raise ValueError(f"`{field}`: {said.message.format(**said.values)}")

    @property
    def stage(self) -> Stage:
        """Where the case lies."""
        return "court" if self.in_court_since else "investigation"

    @property
    def stage_from(self) -> date:
        """The day from which the limits of the stage run."""
        return self.in_court_since or self.detained_on

    @property
    def ordered_last(self) -> date | None:
        """The last day that the order surely covers: orders often say “until” the day after it."""
        return self.ordered_until - DAY if self.ordered_until else None

    @property
    def reaching(self) -> date:
        """The day that a limit must cover to be the one that runs."""
        return max(self.ordered_last or self.on, self.on)


def wrong_days(
    detained_on: date, on: date | None, ordered_until: date | None, in_court_since: date | None
) -> Iterator[tuple[str, Phrase]]:
    """Each day that cannot be right beside the others, with a sentence."""
    far = same_number(detained_on, MOST_YEARS * 12).day
    named = {"on": on, "ordered_until": ordered_until, "in_court_since": in_court_since}
    for field, day in named.items():
        if day is None:
            continue
        if day < detained_on or (field == "ordered_until" and day == detained_on):
            yield field, phrase("This day is not after the detention: check both days.")
        elif day > far:
            said = phrase("More than {years} years after the detention: check the year.", years=MOST_YEARS)
            yield field, said
        elif field == "in_court_since" and on and day > on:
            yield field, phrase("This day is after the day asked for: check both days.")
