"""Many parcels at once: begun by a packer, packed beside the request, looked at, and only then taken from the store."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import islice
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peredacha.core.packing import NotPacked, Proposal, Store, by_hand
from peredacha.core.packing.packed import SHARED
from peredacha.core.packing.rules import GOES_OFF, NONE_LEFT
from peredacha.design.wording import language
from peredacha.gateways.packing import packed
from peredacha.rooms.batches.models import Batch, BatchRow, BatchState
from peredacha.rooms.batches.selectors import waiting_parcels
from peredacha.rooms.batches.services.later import later
from peredacha.rooms.batches.services.rows import BoxLine, OpenBatch, mark_box, mark_work, open_batch, say
from peredacha.rooms.batches.services.turns import in_turn, waiting_in_turn
from peredacha.rooms.boxes.services import (
    NotLaid,
    Short,
    Table,
    Window,
    lay,
    table_for,
    told_left,
    verdicts,
    window_of,
)
from peredacha.rooms.errands.selectors import packers_of
from peredacha.rooms.parcels.services import OpenCard, ParcelFile, open_cards, open_parcel
from peredacha.rooms.stores.selectors import find_kit, store_of
from peredacha.rooms.vault.models import Holder
from peredacha.rooms.vault.selectors import recoveries_of
from peredacha.rooms.vault.services import (
    Keys,
    OpenSafe,
    new_safes,
    renewed_if_stale,
    write_rows,
)

KEPT = timedelta(days=14)
"""So long a batch is kept; then it is erased with everything that it says of parcels."""
SCARCE = {one.message for one in (SHARED, NONE_LEFT, GOES_OFF)}
"""Why a box holds less than it could: the store is short."""
LONGEST = 20.0
"""The solver looks so long for something better [s]."""


class NobodyWaits(Exception):
    """No parcel waits to be packed."""


class NoPackers(Exception):
    """Nobody founded the circle to which a batch would be sealed, or these keys do not open it."""


@dataclass(frozen=True)
class Wanted:
    """Whom a batch is for: so many of those who wait longest (None: all), of one facility, with a kit for everybody."""

    most: int | None = None
    facility: str = ""
    kit: UUID | None = None
    only: tuple[UUID, ...] = ()
    """Only these parcels, where there are any."""


def sealed_for(keys: Keys) -> Holder:
    """The packers of the own chapter. Raises NoPackers unless these keys open their circle."""
    holder = packers_of(keys.member.chapter) if keys.member else None
    if holder is None or keys.pair_of(holder.id) is None:
        raise NoPackers
    return holder


def waiting(keys: Keys) -> list[OpenCard]:
    """The cards of the parcels of the own chapter that wait to be packed."""
    return open_cards(keys, waiting_parcels(keys.member.chapter)) if keys.member else []


def tables_for(parcels: Sequence[ParcelFile], kit: Mapping[str, int], *, now: datetime) -> list[Table]:
    """Each parcel on the table, out of one store; windows are looked up once each."""
    today = timezone.localdate(now)
    stores: dict[str, Store] = {}
    windows: dict[tuple[str, str], Window] = {}
    tables = []
    for parcel in parcels:
        chapter, person = parcel.row.chapter, parcel.errands.recipient
        if chapter not in stores:
            stores[chapter] = store_of(chapter, on=today)
        key = (person.facility, person.held)
        if key not in windows:
            windows[key] = window_of(person, on=today)
        tables.append(
            table_for(parcel, now=now, store=stores[chapter], window=windows[key], kit=kit, shares=True)
        )
    return tables


@transaction.atomic
def begin_batch(*, keys: Keys, wanted: Wanted, now: datetime) -> Batch:
    """A batch that is packed beside this request. Raises NobodyWaits, NoPackers."""
    holder, chapter = sealed_for(keys), chapter_of(keys)
    if not any(is_wanted(one, wanted) for one in waiting(keys)):
        raise NobodyWaits
    today = timezone.localdate(now)
    readers = [holder, *recoveries_of([chapter])]
    safe = new_safes(giver=keys.holder, pair=keys.pair, readers=[readers])[0]
    row = Batch(id=uuid4(), chapter=chapter, safe_id=safe.id, day=today, erase_on=today + KEPT)
    row.save(force_insert=True)
    mark_work(safe, row, BatchState.PACKING, now)
    later(lambda: finish(keys, row, safe, wanted, now))
    return row


def chapter_of(keys: Keys) -> str:
    """The chapter of who has these keys. Raises NoPackers for somebody without one."""
    if keys.member is None:
        raise NoPackers
    return keys.member.chapter


def is_wanted(one: OpenCard, wanted: Wanted) -> bool:
    """Whether a parcel belongs into the batch, as its card says."""
    there = not wanted.facility or (one.card is not None and one.card.facility == wanted.facility)
    return there and (not wanted.only or one.parcel.id in wanted.only)


def finish(keys: Keys, row: Batch, safe: OpenSafe, wanted: Wanted, now: datetime) -> None:
    """Open what is wanted, pack, write what was found; a batch that was erased meanwhile stays erased."""
    try:
        chosen = longest_first(keys, row.chapter, wanted, now)
        kit = find_kit(row.chapter, wanted.kit, on=row.day) if wanted.kit else None
        tables = tables_for([one for one, _days in chosen], kit.pieces if kit else {}, now=now)
        tables = waiting_in_turn(tables, [days for _parcel, days in chosen])
        if not tables:
            say(safe, row, _("Nobody waits any more."))
            return
        proposal, hand = best([one.order for one in tables], tables[0].store)
        write_boxes(row, safe, tables, proposal, hand=hand)
    except Exception:  # whatever it is, the page says that it was not packed
        Batch.objects.filter(id=row.id).update(state=BatchState.FAILED)


def longest_first(keys: Keys, chapter: str, wanted: Wanted, now: datetime) -> list[tuple[ParcelFile, int]]:
    """The parcels that are wanted, opened, of whoever waits longest first, and for how long each waits [days]."""
    cards = [one for one in waiting(keys) if is_wanted(one, wanted)]
    ordered = in_turn(keys, chapter, cards, today=timezone.localdate(now))
    opened = ((open_parcel(keys, one.parcel.id, now=now), turn) for one, turn in ordered)
    found = ((parcel, turn.days["parcel"] if turn else 0) for parcel, turn in opened if parcel)
    return list(islice(found, wanted.most))


def best(orders: Sequence[Any], store: Store) -> tuple[Proposal, bool]:
    """The best packing, or the careful hand's where the solver gave none in time; then the second value is True."""
    try:
        return packed(orders, store, longest=LONGEST), False
    except NotPacked:
        return by_hand(orders, store), True


@transaction.atomic
def write_boxes(
    row: Batch, safe: OpenSafe, tables: Sequence[Table], proposal: Proposal, *, hand: bool
) -> None:
    """The boxes of a batch, each in a sealed row of its own, and how good they are."""
    contents = []
    for number, (table, box) in enumerate(zip(tables, proposal.parcels, strict=True), 1):
        left = [told_left(table, one) for one in box.left_out]
        contents.append(
            {
                "kind": "box",
                "parcel": str(table.parcel.id),
                "number": number,
                "pieces": dict(box.pieces),
                "left_out": [[one.name, one.pieces, one.why, list(one.norms)] for one in left],
                "grams": box.grams,
                "tare": table.order.rules.tare,
                "short": any(one.why.message in SCARCE for one in box.left_out),
                "state": "open" if box.lines else "empty",
            }
        )
    write_rows(BatchRow, safe, [*contents, {"kind": "packed", "gap": proposal.gap, "by_hand": hand}])
    Batch.objects.filter(id=row.id).update(state=BatchState.READY)


def take_boxes(*, keys: Keys, batch: OpenBatch, only: tuple[UUID, ...] = (), now: datetime) -> None:
    """Take open boxes from the store: one at once, all of them beside this request."""
    with transaction.atomic():
        batch = replace(batch, safe=renewed_if_stale(keys, batch.safe))
    chosen = [one for one in batch.open_boxes if not only or one.parcel in only]
    if len(chosen) == 1:
        take_all(keys, batch, chosen, now)
    elif chosen:
        mark_work(batch.safe, batch.row, BatchState.TAKING, now)
        later(lambda: take_all(keys, batch, chosen, now))


def take_all(keys: Keys, batch: OpenBatch, boxes: Sequence[BoxLine], now: datetime) -> None:
    """Take each box in a step of its own; where the store or the window changed meanwhile, pack those anew."""
    states = [taken(keys, batch, box, now) for box in boxes]
    again = tuple(box.parcel for box, state in zip(boxes, states, strict=True) if state == "again")
    told = []
    done = states.count("taken")
    if done:
        told.append(ngettext("%(n)d box is taken.", "%(n)d boxes are taken.", done) % {"n": done})
    gone = states.count("gone")
    if gone:
        told.append(
            ngettext(
                "%(n)d parcel is no longer waiting: it was packed or called off meanwhile.",
                "%(n)d parcels are no longer waiting: they were packed or called off meanwhile.",
                gone,
            )
            % {"n": gone}
        )
    if again:
        told.append(packed_anew(keys, again, now))
    say(batch.safe, batch.row, " ".join(told))


def packed_anew(keys: Keys, parcels: tuple[UUID, ...], now: datetime) -> str:
    """Begin another batch for what did not fit any more; gives the sentence about it."""
    try:
        begin_batch(keys=keys, wanted=Wanted(only=parcels), now=now)
    except (NobodyWaits, NoPackers):
        return _("The store changed meanwhile. What was left is no longer waiting.")
    told = ngettext(
        "The store changed meanwhile: %(n)d box is packed anew, look at the newest batch.",
        "The store changed meanwhile: %(n)d boxes are packed anew, look at the newest batch.",
        len(parcels),
    )
    return told % {"n": len(parcels)}


def taken(keys: Keys, batch: OpenBatch, box: BoxLine, now: datetime) -> str:
    """What became of one box: taken, gone, or again where it cannot be taken as it was proposed."""
    parcel = open_parcel(keys, box.parcel, now=now)
    if parcel is None or "packed" not in parcel.may_follow or parcel.contents is not None:
        state = "gone"
    else:
        state = laid(table_for(parcel, now=now).with_tare(box.tare), box, now)
    mark_box(batch, box, "gone" if state == "again" else state)
    return state


def laid(table: Table, box: BoxLine, now: datetime) -> str:
    """Lay one box in: taken, gone or again."""
    if any(not one.mild for one in verdicts(table, box.pieces)):
        return "again"
    try:
        lay(table=table, pieces=box.pieces, left_out=box.left_out, now=now)
    except Short:
        return "again"
    except NotLaid:
        return "gone"
    return "taken"


def gap_said(batch: OpenBatch) -> str:
    """How far from the best a packing is at most, in a sentence."""
    if batch.gap is None:
        return ""
    if batch.by_hand:
        return _(
            "Packed as a careful packer would by hand: the solver gave nothing in time. A better packing may exist."
        )
    if not batch.gap:
        return _("No better packing exists.")
    share = f"{max(batch.gap * 100, 0.1):.1f}"
    shown = share if language() == "en" else share.replace(".", ",")
    return _("At most %(n)s%% from the best possible.") % {"n": shown}


def find_opened(keys: Keys, row: Batch | None, *, now: datetime) -> OpenBatch | None:
    """A batch that these keys open; None where there is none for them."""
    return open_batch(keys, row, now=now) if row else None
