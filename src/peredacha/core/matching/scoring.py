"""How well two fit: reasons with points, and what is not known and should be asked."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from peredacha.core.language import Phrase, phrase, plural_phrase
from peredacha.core.matching.limits import Refusal, is_met, refusals
from peredacha.core.matching.values import Family, Reason, Veteran
from peredacha.core.matching.weights import POINTS, SPACES, WEEKS
from peredacha.core.matching.words import GRANTED, KIN, SAME_KIN, SHARED, UNKNOWN, WHO


@dataclass(frozen=True)
class Fit:
    """One family beside one veteran; ``points`` is the sum of the reasons and nothing else."""

    family: str
    veteran: str
    reasons: tuple[Reason, ...]
    asks: tuple[Phrase, ...] = ()
    refusals: tuple[Refusal, ...] = ()

    @property
    def points(self) -> int:
        """The score, 0 or more."""
        return sum(one.points for one in self.reasons)

    @property
    def is_possible(self) -> bool:
        """Whether no limit forbids it."""
        return not self.refusals


def score(family: Family, veteran: Veteran) -> Fit:
    """The fit of two, the strongest reason first; the refusals stand beside the points and do not change them."""
    reasons = sorted(found(family, veteran), key=lambda one: -one.points)
    asks = tuple(open_questions(family, veteran))
    return Fit(family.key, veteran.key, tuple(reasons), asks, refusals(family, veteran))


def found(family: Family, veteran: Veteran) -> Iterator[Reason]:
    """Every reason, in the order of the table."""
    if places := family.facilities & veteran.facilities:
        yield reason("place", places, same_place(veteran))
    yield from same_charge(family, veteran)
    for wish in family.wished:
        if is_met(wish, family, veteran):
            yield Reason("wish", POINTS["wish"], GRANTED[wish], (wish.value,))
    for row, keys in (
        ("stage", family.stages & veteran.stages),
        ("topic", family.topics & veteran.topics),
        ("regime", family.regimes & veteran.regimes),
        ("region", {family.region} & {veteran.region} - {""}),
        ("language", family.languages & veteran.languages),
    ):
        if keys:
            yield reason(row, keys, SHARED[row])
    if kin := family.kin & veteran.kin:
        yield reason("kin", kin, KIN.get(min(kin), SAME_KIN))
    yield from strength(veteran)


def reason(row: str, shared: AbstractSet[str], says: Phrase) -> Reason:
    """One reason for whatever is shared; several shared keys count once."""
    return Reason(row, POINTS[row], says, tuple(sorted(shared)))


def same_charge(family: Family, veteran: Veteran) -> Iterator[Reason]:
    """The same article and, on top, the same part; else the same group of articles."""
    if articles := family.whole_articles & veteran.whole_articles:
        yield reason("article", articles, same_article(veteran))
    elif groups := family.groups & veteran.groups:
        yield reason("group", groups, SHARED["group"])
    if parts := family.parts & veteran.parts:
        yield reason("part", parts, SHARED["part"])


def same_place(veteran: Veteran) -> Phrase:
    """Who of them was in the same place, as far as it is told."""
    who = close_one(veteran)
    if veteran.inside:
        return phrase("Knows the same place from inside.")
    if who:
        return phrase("Somebody close was in the same place: {who}.", who=who)
    return phrase("Knows the same place.")


def same_article(veteran: Veteran) -> Phrase:
    """Whose case it was, as far as it is told."""
    who = close_one(veteran)
    if veteran.inside:
        return phrase("Was charged under the same article.")
    if who:
        return phrase("Somebody close was charged under the same article: {who}.", who=who)
    return phrase("Knows the same article.")


def close_one(veteran: Veteran) -> Phrase | None:
    """Who was taken, when that is told of one person only."""
    return WHO.get(min(veteran.kin)) if len(veteran.kin) == 1 else None


def strength(veteran: Veteran) -> Iterator[Reason]:
    """What speaks for the veteran whoever the family is: free places, and rest since the last asking."""
    places = min(veteran.free, SPACES) if veteran.capacity is not None else 0
    if places:
        says = plural_phrase("Takes {count} more family.", "Takes {count} more families.", veteran.free)
        yield Reason("space", POINTS["space"] * places, says)
    days = veteran.last_asked_days
    weeks = WEEKS if days is None else min(days // 7, WEEKS)
    if days is None:
        yield Reason("rested", POINTS["rested"] * weeks, phrase("Has not been asked yet."))
    elif weeks > 0:
        says = plural_phrase("Was last asked {count} day ago.", "Was last asked {count} days ago.", days)
        yield Reason("rested", POINTS["rested"] * weeks, says)


def open_questions(family: Family, veteran: Veteran) -> Iterator[Phrase]:
    """What is not known and could still forbid or spoil the match."""
    if family.languages and not veteran.languages:
        yield phrase("The helper's languages are not known: ask.")
    for wish in family.wished:
        if is_met(wish, family, veteran) is None:
            yield UNKNOWN[wish]
    if veteran.capacity is None:
        yield phrase("The helper has not said how many families: ask.")
