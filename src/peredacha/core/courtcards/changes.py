"""What is new on a card since the last one: every change once, a hearing that moved as one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, TypeAlias, TypeVar

from peredacha.core.courtcards.card import (
    FIELD_NAMES,
    CardAppeal,
    CardBelow,
    CardHearing,
    CardPerson,
    CardStep,
    CourtCard,
)

Item: TypeAlias = str | date | CardHearing | CardStep | CardPerson | CardAppeal | CardBelow
"""What a change is about: a value of a field, or one of several of a kind."""

Kind: TypeAlias = Literal["moved", "new", "changed", "gone"]
KINDS: Sequence[Kind] = ("moved", "new", "changed", "gone")

T = TypeVar("T", CardHearing, CardStep, CardPerson, CardAppeal)


@dataclass(frozen=True, repr=False)
class Change:
    """One change of the card.

    ``field`` is a key of ``FIELD_NAMES``; ``before`` is None for something new, ``after`` for something gone;
    ``reason`` is why a hearing moved, as the court writes it.
    """

    kind: Kind
    field: str
    before: Item | None
    after: Item | None
    reason: str = ""


def difference(before: CourtCard, after: CourtCard) -> tuple[Change, ...]:
    """What changed, hearings first, then what follows from them, then the rest; empty for two readings of one card."""
    several = [
        *_hearings(before.hearings, after.hearings),
        *_items(
            "persons",
            before.persons,
            after.persons,
            lambda one: (one.name.lower(), "" if one.name else one.role),
        ),
        *_items("appeals", before.appeals, after.appeals, lambda one: (one.kind.lower(), one.by.lower())),
        *_items("steps", before.steps, after.steps, lambda one: (str(one.on), one.what.lower())),
        *_items_of_words("other_numbers", before.other_numbers, after.other_numbers),
    ]
    single = (
        "result",
        "decided",
        "in_force",
        "stage",
        "number",
        "uid",
        "court",
        "judge",
        "received",
        "category",
    )
    plain = [
        change for name in single for change in _plain(name, getattr(before, name), getattr(after, name))
    ]
    nothing = CardBelow()
    below = _plain("below", _told(before.below, nothing), _told(after.below, nothing))
    return tuple(sorted((*several, *plain, *below), key=_order))


def is_same_case(before: CourtCard, after: CourtCard) -> bool:
    """Whether two cards can be of one case: the unique id where both tell it, else a common number, court aside."""
    if before.uid and after.uid:
        return before.uid == after.uid
    numbers = {before.number, *before.other_numbers} - {""}
    return bool(numbers & {after.number, *after.other_numbers})


def _told(below: CardBelow, nothing: CardBelow) -> CardBelow | None:
    return None if below == nothing else below


def _plain(field: str, before: Item | None, after: Item | None) -> Sequence[Change]:
    """The change of a field that holds one value; an empty text is no value."""
    was, now = before or None, after or None
    if was == now:
        return ()
    kind: Kind = "new" if was is None else "gone" if now is None else "changed"
    return (Change(kind, field, was, now),)


def _items_of_words(field: str, before: Sequence[str], after: Sequence[str]) -> Sequence[Change]:
    gone = [Change("gone", field, one, None) for one in before if one not in after]
    return [*gone, *(Change("new", field, None, one) for one in after if one not in before)]


def _items(
    field: str, before: Sequence[T], after: Sequence[T], known_by: Callable[[T], object]
) -> list[Change]:
    """Several things of a kind: equal ones are nothing, those known by the same are changed, the rest new or gone."""
    was: list[T] = [one for one in before if one not in after]
    now: list[T] = [one for one in after if one not in before]
    changes: list[Change] = []
    for old in was:
        new = next((one for one in now if known_by(one) == known_by(old)), None)
        if new is None:
            changes.append(Change("gone", field, old, None))
        else:
            now.remove(new)
            changes.append(Change("changed", field, old, new))
    return [*changes, *(Change("new", field, None, one) for one in now)]


def _hearings(before: Sequence[CardHearing], after: Sequence[CardHearing]) -> list[Change]:
    """Hearings: first those of the same day, then those that went to another day, then the rest."""
    same_day = _items("hearings", before, after, lambda one: (one.on, one.at, one.event.lower()))
    later_that_day = _paired(same_day, lambda old, new: old.on == new.on and _alike(old, new))
    return _paired(_adjourned(later_that_day), lambda old, new: _alike(old, new) and old.state == "ahead")


def _alike(old: CardHearing, new: CardHearing) -> bool:
    return old.event.lower() == new.event.lower()


def _paired(changes: Sequence[Change], is_move: Callable[[CardHearing, CardHearing], bool]) -> list[Change]:
    """A hearing gone and a hearing new that belong together, as one move; earlier days are paired first."""
    left = sorted(changes, key=_order)
    for gone in [one for one in left if one.kind == "gone"]:
        new = next(
            (one for one in left if one.kind == "new" and is_move(_hearing(gone), _hearing(one))), None
        )
        if new is not None:
            left = [one for one in left if one is not gone and one is not new]
            left.append(Change("moved", "hearings", gone.before, new.after, _hearing(new).reason))
    return left


def _adjourned(changes: Sequence[Change]) -> list[Change]:
    """The usual way of the sites: the old row is marked as adjourned and a new row tells the next day."""
    left = sorted(changes, key=_order)
    for put_off in [one for one in left if one.kind == "changed"]:
        old, marked = put_off.before, put_off.after
        if not (isinstance(old, CardHearing) and isinstance(marked, CardHearing)):
            continue
        if old.state != "ahead" or marked.state not in ("adjourned", "cancelled"):
            continue
        new = next((one for one in left if one.kind == "new" and _hearing(one).on >= marked.on), None)
        if new is not None:
            left = [one for one in left if one is not put_off and one is not new]
            why = "; ".join(part for part in (marked.result, marked.reason) if part)
            left.append(replace(new, kind="moved", before=old, reason=why))
    return left


def _hearing(change: Change) -> CardHearing:
    """The hearing of a change that is new or gone."""
    one = change.after or change.before
    if not isinstance(one, CardHearing):
        raise TypeError("a change of a hearing holds a hearing")
    return one


def _order(change: Change) -> tuple[object, ...]:
    """Fields as a person wants to hear of them; within one what moved, what is new, what changed, what is gone."""
    item = change.after if change.after is not None else change.before
    told = (
        tuple(str(value or "") for value in vars(item).values())
        if hasattr(item, "__dict__")
        else (str(item),)
    )
    return (list(FIELD_NAMES).index(change.field), KINDS.index(change.kind), told)
