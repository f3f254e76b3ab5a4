"""The matches of a matter, read from its facts: who is proposed, who stands, who was declined.

States stand in the family's safe, without a name until somebody stands; the name of who is proposed, and notes for
helpers, stand in the helpers' safe beside them under the same key.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from peredacha.core.facts import Held, Match
from peredacha.rooms.matters.services import Entry, MatterFile

CROSS = "cross:"
"""Keys of offers between two families begin so."""
STANDING = ("standing", "handing_over")
DECLINED = ("declined_by_veteran", "declined_by_family")


@dataclass(frozen=True)
class Matched:
    """A match as it stands now."""

    match: Match
    """The name is empty for who may not know it yet."""
    since: str
    """When it came to its state; ISO moment."""
    agreed: bool
    """Whether the family has said yes, which is told by proposing once more; only a successor needs it."""


def entries_of(file: MatterFile) -> list[tuple[Match, Entry]]:
    """Every word on every match, oldest first."""
    return [(one.told.fact, one) for one in file.entries if isinstance(one.told.fact, Match)]


def gathered(pairs: Iterable[tuple[Match, Entry]]) -> dict[str, Matched]:
    """The last word on each match, by its key: the state from the family's safe, the name wherever it stands."""
    found: dict[str, Matched] = {}
    asked: set[str] = set()
    for fact, entry in pairs:
        before = found.get(fact.key, Matched(replace(fact, name="", note=""), entry.told.at, False))
        merged = replace(
            before.match,
            member=fact.member or before.match.member,
            name=fact.name or before.match.name,
            reasons=fact.reasons or before.match.reasons,
            note=fact.note or before.match.note,
            state=before.match.state if entry.inner else fact.state,
        )
        since = before.since if merged.state == before.match.state else entry.told.at
        proposed = fact.state == "proposed" and not entry.inner
        found[fact.key] = Matched(merged, since, before.agreed or (proposed and fact.key in asked))
        asked |= {fact.key} if proposed else set()
    return found


def matches_of(file: MatterFile) -> dict[str, Matched]:
    """Matches with veterans, by key."""
    return {key: one for key, one in gathered(entries_of(file)).items() if not key.startswith(CROSS)}


def offers_of(file: MatterFile) -> dict[str, Match]:
    """Offers of another family, by key; ``member`` is the other matter, ``note`` what this family wrote.

    What the other family wrote comes as a word of the house and is read by ``introduced``.
    """
    own = [(fact, entry) for fact, entry in entries_of(file) if fact.key.startswith(CROSS) and not fact.name]
    return {key: one.match for key, one in gathered(own).items()}


def introduced(file: MatterFile, key: str) -> Match | None:
    """The other family's name and words, once both have said yes and a helper has brought them together."""
    found = [fact for fact, _entry in entries_of(file) if fact.key == key and fact.name]
    return found[-1] if found else None


def current(file: MatterFile) -> Matched | None:
    """Who stands by the family or is about to; None when nobody is."""
    found = list(matches_of(file).values())
    standing = [one for one in found if one.match.state in STANDING]
    proposed = [one for one in found if one.match.state == "proposed"]
    return next(reversed(standing or proposed), None)


def successor(file: MatterFile) -> Matched | None:
    """Who is named to come next, while another still stands."""
    found = list(matches_of(file).values())
    if not any(one.match.state in STANDING for one in found):
        return None
    return next((one for one in reversed(found) if one.match.state == "proposed"), None)


def match_with(file: MatterFile, member: str) -> Matched | None:
    """The match with this member that is not over."""
    living = ("proposed", *STANDING)
    found = [
        one for one in matches_of(file).values() if one.match.member == member and one.match.state in living
    ]
    return next(reversed(found), None)


def declined_members(file: MatterFile) -> frozenset[str]:
    """Whom the family declined, and who declined it."""
    return frozenset(one.match.member for one in matches_of(file).values() if one.match.state in DECLINED)


def standing_members(file: MatterFile) -> frozenset[str]:
    """Who stands or is proposed already."""
    living = ("proposed", *STANDING)
    return frozenset(one.match.member for one in matches_of(file).values() if one.match.state in living)


def served(file: MatterFile) -> int:
    """How many veterans stood by this family and went again."""
    stood = {fact.key for fact, _entry in entries_of(file) if fact.state == "standing"}
    return sum(1 for key, one in matches_of(file).items() if key in stood and one.match.state not in STANDING)


def named_to_family(file: MatterFile) -> frozenset[str]:
    """Members whom the family knows by name: who holds or held, who told it something. Nobody else may be named."""
    outer = [one.told for one in file.entries if not one.inner]
    held = {told.fact.member for told in outer if isinstance(told.fact, Held)}
    return frozenset(held | {told.by.id for told in outer if told.by.who == "member"}) - {""}
