"""One parcel as the packing sees it: by which rules, what is wished, what this person must not have."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from django.utils import timezone

from peredacha.core.law.quotas import QuotaAnswer
from peredacha.core.packing import Good, Lot, Need, Order, Rules, Store, Wish, shut_out
from peredacha.core.packing.rules import there
from peredacha.rooms.boxes.selectors import taken_for
from peredacha.rooms.boxes.services.windows import Window, window_of
from peredacha.rooms.errands.models import Recipient
from peredacha.rooms.parcels.services import ParcelFile
from peredacha.rooms.stores.selectors import store_of

MOST = {"parcel": 20_000, "packet": 5_000, "medicine": 20_000}
"""The heaviest of each kind [g] where the law of the place says nothing else."""
TARE = {"window": 150, "post": 400}
"""What a bag for a window and a box for the post weigh [g], until somebody weighs them."""
TARE_OF_PACKET = 100
KEEPS = 14
"""So long [days] after it arrives everything must be good."""
ON_THE_WAY = {"window": timedelta(0), "post": timedelta(days=14)}
SOON = timedelta(days=7)
"""A parcel without a day arrives so much later."""
LONGEST_WAIT = 180
"""Who never got anything has waited so long [days], as the packing counts."""
WINTER, SUMMER = (11, 12, 1, 2, 3), (6, 7, 8)
NEEDS = {one.value: one for one in Need}


@dataclass(frozen=True, repr=False)
class Table:
    """Everything that lies before a packer: one parcel, the store, the window."""

    parcel: ParcelFile
    store: Store
    window: Window
    order: Order
    other_sizes: frozenset[str]
    """Goods of another size than the person's."""
    today: date
    shares: bool = False
    """Whether others are packed out of the same store at the same time."""

    @property
    def recipient(self) -> Recipient:
        """For whom it is."""
        return self.parcel.errands.recipient

    @property
    def wished(self) -> dict[str, int]:
        """Pieces by good of everything that is wished."""
        found: dict[str, int] = {}
        for wish in self.order.wishes:
            found[wish.good] = found.get(wish.good, 0) + wish.pieces
        return found

    def with_tare(self, grams: int) -> "Table":
        """The same with a box that weighs so much [g]."""
        return replace(self, order=replace(self.order, rules=replace(self.order.rules, tare=grams)))


def table_for(
    parcel: ParcelFile,
    *,
    now: datetime,
    store: Store | None = None,
    window: Window | None = None,
    kit: Mapping[str, int] | None = None,
    shares: bool = False,
) -> Table:
    """The parcel on the table. ``kit``: pieces by good that would give joy beside what is wished.

    What is in the box already is counted as if it lay in the store: it can be put back. ``store`` and ``window``: where
    they are known already.
    """
    today = timezone.localdate(now)
    arrives = arrives_on(parcel, today)
    recipient = parcel.errands.recipient
    there_is = with_box(store or store_of(parcel.row.chapter, on=today), parcel)
    seen = (window or window_of(recipient, on=arrives)).knowing(there_is.goods)
    other = other_sizes(recipient, there_is.goods)
    rules = Rules(
        arrives_on=arrives,
        most_grams=most_grams(parcel, arrives, today),
        tare=tare_of(parcel),
        keeps_days=KEEPS,
        bans=seen.bans,
    )
    order = Order(
        key=str(parcel.id),
        rules=rules,
        wishes=(),
        avoids=frozenset(recipient.avoids) | other,
        season=season_of(arrives),
        waits=waits_of(parcel, today),
    )
    wishes = (
        *wishes_in(parcel, order, there_is),
        *(Wish(key, n, Need.KIND) for key, n in (kit or {}).items()),
    )
    return Table(parcel, there_is, seen, replace(order, wishes=wishes), other, today, shares)


def with_box(store: Store, parcel: ParcelFile) -> Store:
    """The store with what lies in the box of this parcel put back into it."""
    if parcel.contents is None:
        return store
    held = taken_for([parcel.id]).get(parcel.id, [])
    back = (
        Lot(f"box {n}", one.good, one.pieces, one.best_before, one.shelf)
        for n, one in enumerate(held)
        if one.good in store.goods
    )
    return replace(store, lots=(*store.lots, *back))


def arrives_on(parcel: ParcelFile, today: date) -> date:
    """The day on which it is at the window: as planned, as wished, or soon; never in the past."""
    wished = parcel.request.deliver_by
    day = parcel.planned_on or (date.fromisoformat(wished) if wished else today + SOON)
    return max(day, today) + ON_THE_WAY[parcel.request.way]


def most_grams(parcel: ParcelFile, arrives: date, today: date) -> int:
    """The heaviest that it may be [g]: what the law says of one, and what is left of the month where months count."""
    kind, errands = parcel.request.kind, parcel.errands
    if kind == "medicine":
        return MOST[kind]
    on = parcel.planned_on or max(arrives - ON_THE_WAY[parcel.request.way], today)
    answer: QuotaAnswer = errands.counter(on, today=today)
    allowance = answer.packets if kind == "packet" else answer.parcels
    most = allowance.each or MOST[kind]
    month = answer.weight_month
    if month is None or month.allowed is None:
        return most
    own = errands.find(parcel.slot_key)
    mine = own.slot.grams if own and own.slot.stands(today) and same_month(own.slot.on, on) else 0
    return max(0, min(most, month.allowed - month.used + mine))


def same_month(one: date, other: date) -> bool:
    """Whether two days lie in one month."""
    return (one.year, one.month) == (other.year, other.month)


def tare_of(parcel: ParcelFile) -> int:
    """What the box weighs [g]: as it was weighed, or as such boxes usually do."""
    if parcel.contents:
        return parcel.contents.tare
    return TARE_OF_PACKET if parcel.request.kind == "packet" else TARE[parcel.request.way]


def season_of(day: date) -> str:
    """``winter``, ``summer``, or empty in the months between."""
    return "winter" if day.month in WINTER else "summer" if day.month in SUMMER else ""


def waits_of(parcel: ParcelFile, today: date) -> int:
    """For how long [days] nothing came to this person; as long as it counts where nothing ever did."""
    came = [one.on for one in parcel.errands.slots if one.state == "used" and one.on <= today]
    return min((today - max(came)).days, LONGEST_WAIT) if came else LONGEST_WAIT


def other_sizes(recipient: Recipient, goods: Mapping[str, Good]) -> frozenset[str]:
    """Clothes and shoes that do not fit; nothing where the size is not known."""
    return frozenset(key for key, good in goods.items() if good.size and not fits(recipient, good))


def fits(recipient: Recipient, good: Good) -> bool:
    """Whether a thing with a size may fit."""
    size = recipient.shoes if "shoes" in good.groups else recipient.clothes
    return not size.strip() or size.strip().casefold() == good.size.strip().casefold()


def wishes_in(parcel: ParcelFile, order: Order, store: Store) -> Iterable[Wish]:
    """The wishes as goods of the store; a class that nothing in the store belongs to stays under its own key."""
    for line in parcel.request.wishes:
        need = NEEDS.get(line.need, Need.ASKED)
        if line.good in store.goods:
            yield Wish(line.good, line.pieces, need)
        else:
            yield from of_class(line.thing or line.good, line.pieces, need, order, store)


def of_class(key: str, pieces: int, need: Need, order: Order, store: Store) -> Iterable[Wish]:
    """So many pieces of a class out of its goods: first what fits and goes off first, the rest of the first one."""
    names = [name for name, good in store.goods.items() if key in good.groups]
    if not names:
        yield Wish(key, pieces, need)
        return
    until = order.rules.good_until
    last = {lot.good: lot.best_before for lot in reversed(store.lots)}
    names.sort(
        key=lambda name: (
            shut_out(order, store.goods[name]) is not None,
            not there(store, name, until),
            last.get(name) or date.max,
            name,
        )
    )
    for name in names[1:]:
        found = min(there(store, name, until), max(0, pieces - there(store, names[0], until)))
        if found and shut_out(order, store.goods[name]) is None:
            yield Wish(name, found, need)
            pieces -= found
    yield Wish(names[0], pieces, need)
