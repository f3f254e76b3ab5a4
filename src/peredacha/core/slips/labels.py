"""Labels for parcels, packets and boxes: on a label printer, a roll, or a sheet of labels."""

from dataclasses import dataclass
from enum import StrEnum

from peredacha.core.slips.values import LINE, NAME, SENDER, Code, TooLong, What


class Size(StrEnum):
    """On what labels are printed."""

    A4 = "a4"
    """A whole sheet for one."""
    PRINTER = "102x152"
    """A label of 102 × 152 mm."""
    ROLL = "62"
    """A roll 62 mm wide, cut where the label ends."""
    SHEET_8 = "a4-8"
    """A sheet of eight, 105 × 74 mm."""
    SHEET_12 = "a4-12"
    """A sheet of twelve, 105 × 48 mm."""
    SHEET_24 = "a4-24"
    """A sheet of twenty-four, 70 × 37 mm."""


@dataclass(frozen=True, repr=False)
class Label:
    """One label: to whom (with the year of birth at a window), where, from whom, and which of how many.

    ``sender`` are only lines that the family or the movement chose, or none. ``grams`` with the box, 0 if not told.
    """

    what: What
    to: str
    place: str
    index: str = ""
    sender: tuple[str, ...] = ()
    grams: int = 0
    part: int = 1
    parts: int = 1
    code: Code | None = None

    def __post_init__(self) -> None:
        """Raises TooLong for words that would not fit, ValueError for a part that is none."""
        sender = sum(map(len, self.sender))
        if len(self.to) > NAME or len(self.place) > LINE or sender > SENDER or len(self.sender) > 4:
            raise TooLong("a label holds less: shorten the name, the address or the sender")
        if not 1 <= self.part <= self.parts:
            raise ValueError("a part is one of the parts")


@dataclass(frozen=True, repr=False)
class Labels:
    """Labels on one kind of paper; ``used`` places of the first sheet stay empty, ``cut`` draws lines for scissors."""

    labels: tuple[Label, ...]
    size: Size = Size.PRINTER
    used: int = 0
    cut: bool = False
