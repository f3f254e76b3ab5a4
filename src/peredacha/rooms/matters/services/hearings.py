"""Hearings as they stand: what was told one after another becomes one line for each."""

from collections.abc import Iterable
from dataclasses import dataclass

from peredacha.core.facts import Hearing


@dataclass(frozen=True)
class StandingHearing:
    """One hearing by the last word on it.

    ``key`` is the moment at which it was first told of [ISO text]: it stays however often the hearing is moved.
    """

    key: str
    fact: Hearing


def standing_hearings(told: Iterable[Hearing]) -> tuple[StandingHearing, ...]:
    """Hearings as they stand, by their moment; ``told`` oldest first. An entry without a moment says nothing."""
    standing: list[StandingHearing] = []
    for fact in told:
        if not fact.at:
            continue
        place = next((n for n, one in enumerate(standing) if is_the_same(one.fact, fact)), None)
        if place is None:
            standing.append(StandingHearing(fact.at, fact))
        else:
            standing[place] = StandingHearing(standing[place].key, fact)
    return tuple(sorted(standing, key=lambda one: one.fact.at))


def is_the_same(before: Hearing, fact: Hearing) -> bool:
    """Whether a fact speaks of a hearing that stands: moved from its moment, or told anew for its day and court."""
    if fact.moved_from:
        return before.at == fact.moved_from
    other_court = before.court and fact.court and before.court != fact.court
    return before.at[:10] == fact.at[:10] and not other_court
