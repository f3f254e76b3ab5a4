"""What a window refused, put together for a complaint: the day, the things, and the words that were said there."""

from collections.abc import Iterable
from dataclasses import dataclass

from peredacha.core.carried.values import ParcelStep

REFUSED = ("thing", "refused")


@dataclass(frozen=True, repr=False)
class Refusal:
    """What was refused on one day [ISO]: names of things, or none where all of it was; codes and words of reasons."""

    on: str
    things: tuple[str, ...]
    codes: tuple[str, ...]
    words: tuple[str, ...]


def refusal_of(steps: Iterable[ParcelStep]) -> Refusal | None:
    """What was refused on the last day on which something was; None where nothing ever was."""
    told = [one for one in steps if one.step in REFUSED]
    if not told:
        return None
    same = [one for one in told if one.on == told[-1].on]
    whole = any(one.step == "refused" for one in same)
    return Refusal(
        on=told[-1].on,
        things=() if whole else tuple(dict.fromkeys(one.thing for one in same if one.thing)),
        codes=tuple(dict.fromkeys(one.code for one in same if one.code)),
        words=tuple(dict.fromkeys(one.text for one in same if one.text)),
    )
