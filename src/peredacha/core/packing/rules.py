"""What may lie in a parcel: the same rules for the solver, for the greedy way and for a list made by hand."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from peredacha.core.language import Phrase, Text, phrase, plural_phrase
from peredacha.core.packing.values import Good, Lot, Order, Rules, Store

UNKNOWN = phrase("The store does not know this thing.")
BANNED = phrase("This window does not take it.")
AVOIDED = phrase("Not for this person: an illness, a diet or a faith.")
WRONG_SIZE = phrase("Another size.")
WRONG_SEASON = phrase("For another season.")
NONE_LEFT = phrase("None is left in the store.")
GOES_OFF = phrase("What is left goes off before it would be eaten.")


def too_heavy(grams: int) -> Phrase:
    """So many grams too many in the whole parcel."""
    return phrase("The parcel is {grams} g too heavy: take something out.", grams=grams)


def too_many(pieces: int) -> Phrase:
    """More things than the window takes."""
    return plural_phrase(
        "This window takes {count} thing in one parcel: take something out.",
        "This window takes {count} things in one parcel: take something out.",
        pieces,
    )


def group_heavy(grams: int) -> Phrase:
    """Too much of one kind by weight."""
    return phrase("Of this kind the window takes {grams} g in one parcel.", grams=grams)


def group_many(pieces: int) -> Phrase:
    """Too many of one kind."""
    return phrase("Of this kind the window takes in one parcel only: {pieces}.", pieces=pieces)


def short(pieces: int) -> Phrase:
    """The store has fewer that keep for long enough."""
    return phrase("In the store are only so many that keep for long enough: {pieces}.", pieces=pieces)


@dataclass(frozen=True)
class Fault:
    """What is wrong with a list: of which good, empty for the whole parcel; the window's own words for a ban."""

    good: str
    says: Phrase
    ban: Text | None = None


def shut_out(order: Order, good: Good | None) -> Fault | None:
    """Why a good cannot lie in this parcel at all; None where it can."""
    if good is None:
        return Fault("", UNKNOWN)
    names = good.groups | {good.key}
    ban = next((one for one in order.rules.bans if one.of in names), None)
    if ban:
        return Fault(good.key, BANNED, ban.why)
    if names & order.avoids:
        return Fault(good.key, AVOIDED)
    if good.size and order.size and good.size != order.size:
        return Fault(good.key, WRONG_SIZE)
    if good.season and order.season and good.season != order.season:
        return Fault(good.key, WRONG_SEASON)
    return None


def keeps(lot: Lot, until: date) -> bool:
    """Whether a lot is good until that day."""
    return lot.best_before is None or lot.best_before >= until


def there(store: Store, good: str, until: date) -> int:
    """How many pieces of a good are there that keep until that day."""
    return sum(lot.pieces for lot in store.lots if lot.good == good and keeps(lot, until))


def weight(pieces: Mapping[str, int], goods: Mapping[str, Good]) -> int:
    """What the things weigh together [g], without the tare."""
    return sum(goods[good].grams * number for good, number in pieces.items())


def faults(order: Order, pieces: Mapping[str, int], store: Store) -> tuple[Fault, ...]:
    """Everything that is wrong with a list made by hand, in its order; nothing when it can be packed as it stands."""
    return (*_single(order, pieces, store), *_together(order.rules, known(pieces, store), store.goods))


def known(pieces: Mapping[str, int], store: Store) -> dict[str, int]:
    """The lines of a list whose goods the store knows, and of which there are any."""
    return {good: number for good, number in pieces.items() if number > 0 and good in store.goods}


def _single(order: Order, pieces: Mapping[str, int], store: Store) -> Iterable[Fault]:
    for name, number in pieces.items():
        if number <= 0:
            continue
        shut = shut_out(order, store.goods.get(name))
        if shut:
            yield Fault(name, shut.says, shut.ban)
            continue
        found = there(store, name, order.rules.good_until)
        if found < number:
            yield Fault(name, short(found) if found else missing(store, name))


def missing(store: Store, good: str) -> Phrase:
    """Why there is no piece of a good: none at all, or none that keeps."""
    return GOES_OFF if any(lot.good == good and lot.pieces for lot in store.lots) else NONE_LEFT


def _together(rules: Rules, pieces: Mapping[str, int], goods: Mapping[str, Good]) -> Iterable[Fault]:
    over = weight(pieces, goods) - rules.room
    if over > 0:
        yield Fault("", too_heavy(over))
    if rules.most_pieces is not None and sum(pieces.values()) > rules.most_pieces:
        yield Fault("", too_many(rules.most_pieces))
    for ceiling in rules.ceilings:
        of_it = {good: number for good, number in pieces.items() if belongs(goods[good], ceiling.group)}
        first = next(iter(of_it), "")
        if ceiling.grams is not None and weight(of_it, goods) > ceiling.grams:
            yield Fault(first, group_heavy(ceiling.grams))
        if ceiling.pieces is not None and sum(of_it.values()) > ceiling.pieces:
            yield Fault(first, group_many(ceiling.pieces))


def belongs(good: Good, group: str) -> bool:
    """Whether a rule that names a group, or the good itself, speaks of this good."""
    return group in good.groups or group == good.key
