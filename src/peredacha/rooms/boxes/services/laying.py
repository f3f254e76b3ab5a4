"""Things go from their shelves into a box: all or none, and what lies in it is told in the same step."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from peredacha.core.packing import Line, Store
from peredacha.core.packing.lots import Shelves
from peredacha.rooms.boxes.selectors import taken_for
from peredacha.rooms.boxes.services.ordering import Table
from peredacha.rooms.boxes.services.proposing import LeftLine, name_in
from peredacha.rooms.boxes.services.windows import in_russian
from peredacha.rooms.errands.services import NoSlot
from peredacha.rooms.parcels.models import ContentLine, Contents, LeftOutLine
from peredacha.rooms.parcels.services import ChangedMeanwhile, ParcelFile, lay_in
from peredacha.rooms.stores.services import NotThere, put_back, store_of, take


class NotLaid(Exception):
    """Nothing was taken and nothing changed; ``says`` is the sentence for the packer."""

    def __init__(self, says: str) -> None:
        """With the sentence."""
        super().__init__("nothing was taken")
        self.says = says


class Short(NotLaid):
    """The store no longer has it all."""

    def __init__(self, names: list[str]) -> None:
        """With the names in the words of the page."""
        told = _("Somebody was faster: the store no longer has enough of this: %(names)s. Nothing was taken.")
        super().__init__(told % {"names": ", ".join(names) or "?"})


def times_packed(parcel: ParcelFile) -> int:
    """How often it was packed so far: by this a list knows that nobody packed since it was looked at."""
    return sum(one.step == "packed" for one in parcel.history)


@transaction.atomic
def lay(
    *,
    table: Table,
    pieces: Mapping[str, int],
    left_out: tuple[LeftLine, ...],
    now: datetime,
    was: int | None = None,
) -> ParcelFile:
    """Take these pieces from the store into the box; what lay in it before goes back first.

    The same list twice is taken once. ``was``: the :func:`times_packed` when the list was looked at. Raises NotLaid
    where the parcel is no longer packed, the law leaves no place, somebody packed meanwhile; Short.
    """
    parcel, chosen = table.parcel, {key: number for key, number in pieces.items() if number > 0}
    try:
        laid = lay_in(parcel=parcel, contents=contents_of(table, chosen, left_out), now=now)
    except ChangedMeanwhile:
        raise NotLaid(_("This parcel is not packed at this step: look where it stands now.")) from None
    except NoSlot:
        raise NotLaid(_("So heavy a parcel has no place left in this month: take something out.")) from None
    if was is not None and times_packed(laid) > was + 1:
        raise NotLaid(_("Somebody packed this box meanwhile. Look at what is in it before you change it."))
    if held(parcel) != chosen:
        exchange(table, chosen, timezone.localdate(now))
    return laid


def exchange(table: Table, chosen: Mapping[str, int], today: date) -> None:
    """Put back what was taken for the box, and take what is chosen. Raises Short."""
    parcel = table.parcel
    put_back(errand=parcel.id, today=today)
    lines = lines_for(table, chosen, store_of(parcel.row.chapter, on=today))
    wanted = [(one.lot, one.pieces) for one in lines]
    try:
        take(chapter=parcel.row.chapter, lines=wanted, errand=parcel.id, today=today)
    except NotThere as no:
        raise Short([one.name for one in no.short if one.name]) from no


def held(parcel: ParcelFile) -> dict[str, int]:
    """Pieces by good that were taken for this parcel and not put back."""
    found: dict[str, int] = {}
    for one in taken_for([parcel.id]).get(parcel.id, []):
        found[one.good] = found.get(one.good, 0) + one.pieces
    return found


def lines_for(table: Table, pieces: Mapping[str, int], store: Store) -> list[Line]:
    """From which lots: what goes off first goes first, as long as it keeps. Raises Short."""
    shelves, until = Shelves(store), table.order.rules.good_until
    short = [key for key, number in pieces.items() if shelves.there(key, until) < number]
    if short:
        raise Short([name_in(table, key) for key in short])
    return [line for key, number in sorted(pieces.items()) for line in shelves.take(key, number, until)]


def contents_of(table: Table, pieces: Mapping[str, int], left_out: tuple[LeftLine, ...]) -> Contents:
    """What lies in the box, named as the window reads it."""
    lines = tuple(content_line(table, key, pieces[key]) for key in sorted(pieces))
    missing = tuple(LeftOutLine(one.name, one.pieces, one.why) for one in left_out)
    return Contents.of(lines, table.order.rules.tare, missing)


def content_line(table: Table, key: str, pieces: int) -> ContentLine:
    """Pieces of one good."""
    good = table.store.goods[key]
    name = f"{in_russian(good.name)}, {good.size}" if good.size else in_russian(good.name)
    return ContentLine(name, key, pieces, good.grams * pieces, tuple(sorted(good.groups)))
