"""The shared vocabulary: what a family or a helper told, one frozen value a fact.

Every fact is sealed as one row. ``kind`` names it inside the seal; outside nothing tells a place from a charge.
Days are ISO text ("2026-11-22"), moments ISO text with zone; an empty text means "not told".
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter, ValidationError

Asks = Literal["person", "lawyer", "parcel", "letter", "whereabouts", "visit", "other"]
Certainty = Literal["sure", "likely", "rumour"]


@dataclass(frozen=True)
class Author:
    """Who says it: the family, a member by random id and the name shown then, or the house itself."""

    who: Literal["family", "member", "house"] = "house"
    id: str = ""
    name: str = ""


@dataclass(frozen=True)
class Request:
    """What a family asks for, with the answers it had given to the plan already."""

    kind: Literal["request"] = "request"
    asks: tuple[Asks, ...] = ()
    words: str = ""
    danger: bool = False
    """Danger to life or health, in the family's own view."""
    answers: dict[str, Any] = field(default_factory=dict)
    language: str = "ru"
    name: str = ""
    """How the family wants to be called."""
    wishes: tuple[str, ...] = ()
    excluded: str = ""
    """Whom the family does not want to read this, in its own words."""
    came_by: Literal["web", "phone", "paper", "mail", "roll"] = "web"
    received_on: str = ""
    opened_on: str = ""


@dataclass(frozen=True)
class Reach:
    """How the family can be reached, and when it is safe."""

    kind: Literal["reach"] = "reach"
    way: Literal["phone", "mail", "messenger", "post", "none"] = "none"
    value: str = ""
    when_safe: str = ""
    notices: bool = False
    """Whether a notice without content may be sent there."""


@dataclass(frozen=True)
class Person:
    """The person inside."""

    kind: Literal["person"] = "person"
    surname: str = ""
    given: str = ""
    patronymic: str = ""
    birth_year: int | None = None
    born_on: str = ""
    sex: Literal["", "f", "m"] = ""
    health: str = ""


@dataclass(frozen=True)
class Place:
    """Where the person is or was, since when, how sure, and who says so."""

    kind: Literal["place"] = "place"
    state: Literal["there", "convoy", "unknown", "free"] = "there"
    facility: str = ""
    """The public id of a facility card; empty when only words are known."""
    words: str = ""
    since: str = ""
    certainty: Certainty = "likely"
    source: str = ""


@dataclass(frozen=True)
class Kin:
    """Somebody near: a relative, a friend, who else helps."""

    kind: Literal["kin"] = "kin"
    name: str = ""
    relation: str = ""
    reach: str = ""
    note: str = ""


@dataclass(frozen=True)
class Proceeding:
    """A case: its number, who conducts it, at which stage it stands."""

    kind: Literal["proceeding"] = "proceeding"
    number: str = ""
    stage: str = ""
    body: str = ""
    official: str = ""
    note: str = ""


@dataclass(frozen=True)
class Charge:
    """An article with the edition of the code in which it is charged."""

    kind: Literal["charge"] = "charge"
    article: str = ""
    edition_on: str = ""
    note: str = ""


@dataclass(frozen=True)
class Hearing:
    """A hearing with its hour; the latest entry for a day and a court holds."""

    kind: Literal["hearing"] = "hearing"
    at: str = ""
    court: str = ""
    what: str = ""
    moved_from: str = ""
    """The moment at which it stood before, when it was moved to another day."""
    called_off: bool = False
    """Whether it falls away."""


@dataclass(frozen=True)
class Contact:
    """Somebody tried to reach the family: what came of it, and when next."""

    kind: Literal["contact"] = "contact"
    outcome: Literal["reached", "no_answer", "message"] = "reached"
    next_on: str = ""
    note: str = ""


@dataclass(frozen=True)
class NextStep:
    """What happens next, who does it, by when. The family sees it."""

    kind: Literal["next"] = "next"
    what: str = ""
    by: str = ""
    done: bool = False


@dataclass(frozen=True)
class Held:
    """Who holds the matter from now on; empty when nobody does."""

    kind: Literal["held"] = "held"
    member: str = ""
    name: str = ""
    why: str = ""


@dataclass(frozen=True)
class Note:
    """A remark of the helpers; where it stands in the helpers' safe the family does not read it."""

    kind: Literal["note"] = "note"
    text: str = ""


@dataclass(frozen=True)
class Referral:
    """The matter is shown to somebody outside, with the family's yes; each change is a new entry."""

    kind: Literal["referral"] = "referral"
    key: str = ""
    to: str = ""
    what_for: str = ""
    state: Literal["asked", "consented", "refused", "accepted", "declined", "done", "taken_back"] = "asked"


@dataclass(frozen=True)
class Match:
    """A veteran proposed, accepted, declined or leaving; each change is a new entry."""

    kind: Literal["match"] = "match"
    key: str = ""
    member: str = ""
    name: str = ""
    reasons: tuple[str, ...] = ()
    state: Literal[
        "proposed", "standing", "declined_by_veteran", "declined_by_family", "handing_over", "ended"
    ] = "proposed"
    note: str = ""


@dataclass(frozen=True)
class Status:
    """The matter changed its state or its urgency, and why."""

    kind: Literal["status"] = "status"
    state: str = ""
    urgency: int | None = None
    why: str = ""


@dataclass(frozen=True)
class Decision:
    """Before a complaint or a publication: what it may bring the person inside, who sees them, whether they agree.

    Each answer and the decision itself is a new entry that repeats what was told before; the last word on a ``key``
    holds. "?" stands for "I don't know".
    """

    kind: Literal["decision"] = "decision"
    key: str = ""
    """A random name, by which the pages find it."""
    about: str = ""
    """The random name of a paper, or "publicity"."""
    filing: str = ""
    """The key of the filing of the land; empty for publicity."""
    back: str = ""
    """The page from which it began: a path of this site, with ``{matter}`` instead of the name of the matter."""
    harms: tuple[str, ...] = ()
    """What they may do: keys of the land."""
    harm_words: str = ""
    seen_by: Literal["", "lawyer", "visit", "monitors", "nobody", "?"] = ""
    seen_on: str = ""
    agrees: Literal["", "yes", "no", "not_asked", "cannot_ask"] = ""
    agreed_on: str = ""
    agreed_how: str = ""
    """How the yes or the no is known; or the reason for which nobody can ask."""
    place: str = ""
    """Where the person was when it began, in a form that is only compared."""
    state: Literal["open", "go", "no", "later", "urgent"] = "open"
    look_on: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Undertaking:
    """Somebody signed to keep the material of an investigation secret; the last word on a ``key`` holds."""

    kind: Literal["undertaking"] = "undertaking"
    key: str = ""
    signer: Literal["lawyer", "witness", "defender", "other"] = "other"
    """In which part it was signed; the last three are the family's own people."""
    who: str = ""
    signed_on: str = ""
    covers: Literal["all", "named", "days"] = "all"
    named: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    """First and last day of the material; empty: without that end."""
    filings_free_on: str = ""
    """Since when a lawyer says that papers to the court and the prosecutor may leave; empty: nobody has said it."""
    filings_free_by: str = ""
    lifted_on: str = ""
    lifted_reason: str = ""


Fact = (
    Request | Reach | Person | Place | Kin | Proceeding | Charge | Hearing | Contact | NextStep | Held | Note
    | Referral | Match | Status | Decision | Undertaking
)  # fmt: skip
READER: TypeAdapter[Fact] = TypeAdapter(Annotated[Fact, Field(discriminator="kind")])


class UnknownFact(Exception):
    """The content of a row is no fact of this vocabulary."""


@dataclass(frozen=True)
class Told:
    """A fact, who told it and when."""

    fact: Fact
    by: Author
    at: str

    def packed(self) -> dict[str, Any]:
        """As the content of a sealed row."""
        return {"fact": dict(vars(self.fact)), "by": dict(vars(self.by)), "at": self.at}

    @classmethod
    def unpacked(cls, content: Mapping[str, Any]) -> "Told":
        """From the content of a sealed row; raises UnknownFact."""
        try:
            return cls(READER.validate_python(content["fact"]), Author(**content["by"]), str(content["at"]))
        except (ValidationError, KeyError, TypeError) as error:
            raise UnknownFact from error
