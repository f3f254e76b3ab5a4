"""What lies on the shelves, what goes off, what is short; in the words of the page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from peredacha.core.language import date_in_words
from peredacha.design.wording import language
from peredacha.rooms.goods.selectors import goods_of, in_pieces, name_of
from peredacha.rooms.stores.models import Good, Lot

SOON = timedelta(days=30)
"""What goes off within so long should be packed first."""


@dataclass(frozen=True)
class LotLine:
    """One lot as the page shows it."""

    id: UUID
    good: UUID
    name: str
    pieces: str
    where: str
    until: str
    """"Good until 3 March 2027", or that it keeps."""
    is_off: bool


@dataclass(frozen=True)
class GoodLine:
    """One good with everything that lies of it."""

    good: Good
    name: str
    count: int
    pieces: str
    where: str
    missing: int
    """How many more there should be."""


def where_of(lot: Lot) -> str:
    """The place and the shelf."""
    return f"{lot.place.name}, {lot.shelf}" if lot.shelf else lot.place.name


def lot_line(lot: Lot, today: date) -> LotLine:
    """One lot with its good and place."""
    off = lot.best_before is not None and lot.best_before < today
    if lot.best_before is None:
        until = _("Keeps")
    else:
        said = _("Good until %(day)s") if not off else _("Went off: good until %(day)s")
        until = said % {"day": date_in_words(lot.best_before, language())}
    where, pieces = where_of(lot), in_pieces(lot.good, lot.pieces)
    return LotLine(lot.id, lot.good_id, name_of(lot.good), pieces, where, until, off)


def lots_of(good: Good, today: date) -> list[LotLine]:
    """What lies of a good, what goes off first first; what keeps, last."""
    rows = Lot.objects.filter(good=good, pieces__gt=0).select_related("good", "place")
    return [lot_line(lot, today) for lot in sorted(rows, key=first_off)]


def first_off(lot: Lot) -> tuple[date, str]:
    """In which order lots are taken."""
    return lot.best_before or date.max, str(lot.id)


def going_off(chapter: str, today: date) -> list[LotLine]:
    """What went off or goes off within a month, the first first."""
    rows = Lot.objects.filter(good__chapter=chapter, pieces__gt=0, best_before__lte=today + SOON)
    return [lot_line(lot, today) for lot in sorted(rows.select_related("good", "place"), key=first_off)]


def shelves(chapter: str, today: date, text: str = "") -> list[GoodLine]:
    """Every good with what lies of it and is still good, by name; with ``text``, those whose words hold it."""
    rows = (
        Lot.objects.filter(good__chapter=chapter, pieces__gt=0)
        .select_related("place")
        .order_by("place__name")
    )
    lots: dict[UUID, list[Lot]] = {}
    for lot in rows:
        lots.setdefault(lot.good_id, []).append(lot)
    goods = goods_of(chapter, text, beside=lots)
    return [good_line(good, lots.get(good.id, []), today) for good in goods]


def good_line(good: Good, lots: Iterable[Lot], today: date) -> GoodLine:
    """One good; what went off does not count."""
    fine = [lot for lot in lots if lot.best_before is None or lot.best_before >= today]
    count = sum(lot.pieces for lot in fine)
    where = "; ".join(dict.fromkeys(where_of(lot) for lot in fine))
    pieces = in_pieces(good, count) if count else _("None is there")
    return GoodLine(good, name_of(good), count, pieces, where, 0 if good.gone else max(0, good.least - count))


def running_short(chapter: str, today: date) -> list[GoodLine]:
    """The goods of which fewer lie there than always should, the barest first."""
    lines = [line for line in shelves(chapter, today) if line.missing]
    return sorted(lines, key=lambda line: line.count / line.good.least)
