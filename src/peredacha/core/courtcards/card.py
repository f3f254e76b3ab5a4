"""What a court's web card says about one case, one frozen value a thing; names are personal: nothing prints itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Literal, TypeAlias

from peredacha.core.language import Phrase, phrase

State: TypeAlias = Literal["ahead", "held", "adjourned", "cancelled"]
"""``ahead`` is a hearing for which the court wrote no result yet; whether its day has passed, the caller knows."""


@dataclass(frozen=True, repr=False, kw_only=True)
class CardHearing:
    """A hearing: its day, its hour where one is written (local time of the court), its room, and what came of it."""

    on: date
    at: time | None = None
    room: str = ""
    event: str = ""
    result: str = ""
    reason: str = ""
    """Why the result is so, as the court writes it: why a hearing was adjourned."""
    note: str = ""
    state: State = "ahead"


@dataclass(frozen=True, repr=False, kw_only=True)
class CardStep:
    """A movement of the case that is no hearing: registered, given to a judge, sent on."""

    on: date | None = None
    at: time | None = None
    what: str = ""
    result: str = ""
    note: str = ""


@dataclass(frozen=True, repr=False, kw_only=True)
class CardPerson:
    """Somebody in the case: role and name as written, articles as “УК 228.1 ч. 4 п. г”; a hidden name is empty."""

    name: str = ""
    role: str = ""
    articles: tuple[str, ...] = ()
    result: str = ""
    decided: date | None = None


@dataclass(frozen=True, repr=False, kw_only=True)
class CardAppeal:
    """A complaint against a decision of this case: whose, to which court, and what came of it."""

    number: str = ""
    kind: str = ""
    by: str = ""
    court: str = ""
    filed: date | None = None
    sent: date | None = None
    heard: date | None = None
    result: str = ""
    returned: date | None = None


@dataclass(frozen=True, repr=False, kw_only=True)
class CardBelow:
    """The same case one instance below."""

    court: str = ""
    number: str = ""
    judge: str = ""
    decided: date | None = None
    result: str = ""


@dataclass(frozen=True, repr=False, kw_only=True)
class CourtCard:
    """One case of one court. What the card does not tell stays empty and is named in ``missing``.

    ``number`` is the first number of the heading, ``other_numbers`` the ones beside it in brackets; ``uid`` is
    the unique case id where its form is right. Every tuple stands in an order of its own, never in that of the
    page. ``unread`` keeps every line that was not understood, its cells parted by “ | ”; ``doubts`` are sentences for
    the person who confirms.
    """

    number: str = ""
    other_numbers: tuple[str, ...] = ()
    uid: str = ""
    court: str = ""
    judge: str = ""
    received: date | None = None
    category: str = ""
    persons: tuple[CardPerson, ...] = ()
    hearings: tuple[CardHearing, ...] = ()
    steps: tuple[CardStep, ...] = ()
    result: str = ""
    decided: date | None = None
    in_force: date | None = None
    stage: str = ""
    """Where the case stands now, as the court writes it."""
    above: str = ""
    """The number of the same case one instance above."""
    below: CardBelow = CardBelow()
    appeals: tuple[CardAppeal, ...] = ()
    missing: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    doubts: tuple[Phrase, ...] = ()

    @property
    def first_court(self) -> str:
        """The code of the court where the case began, e.g. “77RS0001”; empty without a unique id."""
        return self.uid.partition("-")[0]


FIELD_NAMES: Mapping[str, Phrase] = {
    "hearings": phrase("hearing"),
    "result": phrase("result"),
    "decided": phrase("day of the decision"),
    "in_force": phrase("in force since"),
    "stage": phrase("where the case stands"),
    "appeals": phrase("appeal"),
    "number": phrase("case number"),
    "other_numbers": phrase("another number of the case"),
    "uid": phrase("unique case id"),
    "court": phrase("court"),
    "judge": phrase("judge"),
    "received": phrase("day of receipt"),
    "category": phrase("category"),
    "persons": phrase("person and articles"),
    "below": phrase("court below"),
    "above": phrase("number in the court above"),
    "steps": phrase("movement of the case"),
}
"""The name of each field for a page, in the order in which a person wants to hear of changes."""

EXPECTED = (
    *("number", "uid", "court", "judge", "received", "category"),
    *("persons", "hearings", "result", "decided", "in_force"),
)
"""What every card of a criminal case can tell, and what ``missing`` is about."""
