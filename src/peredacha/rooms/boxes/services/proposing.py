"""What is proposed for one parcel, and a list made by hand: both in the words of their pages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _

from peredacha.core.carried.refusals import REFUSED
from peredacha.core.packing import Fault, LeftOut, NotPacked, Parcel, by_hand, faults
from peredacha.core.packing.lots import Shelves
from peredacha.core.packing.packed import SHARED, WORTH_LESS, left_out
from peredacha.core.packing.rules import AVOIDED, BANNED, NONE_LEFT, UNKNOWN, WRONG_SEASON, WRONG_SIZE
from peredacha.design.wording import language, one_in_words, said, words
from peredacha.gateways.packing import packed
from peredacha.rooms.boxes.services.ordering import Table
from peredacha.rooms.boxes.services.windows import class_name, told_ban
from peredacha.rooms.parcels.services import weight_words

LONGEST = 5.0
"""One parcel is packed at once; longer nobody waits for a page [s]."""
MILD = {AVOIDED.message, WRONG_SIZE.message, WRONG_SEASON.message}
"""Faults that a packer may answer for: the person's wishes and needs, not the law, the window or the store."""


@dataclass(frozen=True)
class ThingLine:
    """So many pieces of a thing, in words."""

    key: str
    name: str
    pieces: int
    grams: int
    weight: str


@dataclass(frozen=True)
class LeftLine:
    """A wish that is not met: why, and the norms where a norm is the reason."""

    name: str
    pieces: int
    why: str
    norms: tuple[str, ...] = ()

    @property
    def told(self) -> str:
        """In one line."""
        return f"{self.name} × {self.pieces}"


@dataclass(frozen=True, repr=False)
class Told:
    """A box in words: what is in it, what it weighs, what is not in it and why."""

    lines: tuple[ThingLine, ...]
    left_out: tuple[LeftLine, ...]
    grams: int
    tare: int
    most: int
    hints: tuple[str, ...] = ()
    by_hand: bool = False

    @property
    def pieces(self) -> dict[str, int]:
        """Pieces by good."""
        return {one.key: one.pieces for one in self.lines}

    @property
    def weight(self) -> str:
        """Of everything with the box, as on the scales and in grams."""
        return _("%(weight)s with the box") % {"weight": weight_words(self.grams)}

    @property
    def tare_said(self) -> str:
        """What the box itself weighs."""
        return in_grams(self.tare)

    @property
    def most_said(self) -> str:
        """What it may weigh at most."""
        return in_kilos(self.most)


@dataclass(frozen=True)
class Verdict:
    """What is wrong with one line, or with the whole list where ``good`` is empty."""

    good: str
    says: str
    mild: bool


def in_grams(grams: int) -> str:
    """A weight in grams."""
    return _("%(n)s g") % {"n": grams}


def in_kilos(grams: int) -> str:
    """A weight in kilos, to the gram where it matters."""
    kilos = f"{grams / 1000:.3f}".rstrip("0").rstrip(".")
    return _("%(n)s kg") % {"n": kilos if language() == "en" else kilos.replace(".", ",")}


def name_in(table: Table, key: str) -> str:
    """What a good or a class is called in the language of the page, with its size."""
    good = table.store.goods.get(key)
    if good is None:
        return class_name(key)
    return f"{words(good.name)}, {good.size}" if good.size else words(good.name)


def propose(table: Table) -> Told:
    """The best box for this parcel; the careful hand's where the solver gave none in time."""
    try:
        return told_box(table, packed([table.order], table.store, longest=LONGEST).parcels[0])
    except NotPacked:
        return told_box(table, by_hand([table.order], table.store).parcels[0], hand=True)


def told_box(table: Table, box: Parcel, *, hand: bool = False) -> Told:
    """A packed box in words."""
    told = told_pieces(table, dict(box.pieces), box.left_out, hand=hand)
    return replace(told, left_out=(*told.left_out, *refused_before(table, told.pieces, told.left_out)))


def told_pieces(
    table: Table, pieces: Mapping[str, int], left_out: tuple[LeftOut, ...] = (), *, hand: bool = False
) -> Told:
    """These pieces in words; what the store does not know is left out of the weight."""
    goods, tare = table.store.goods, table.order.rules.tare
    known = {key: number for key, number in pieces.items() if number > 0 and key in goods}
    lines = [thing_line(table, key, number) for key, number in known.items()]
    lines.sort(key=lambda one: one.name.casefold())
    names = {one.key: one.name for one in lines}
    return Told(
        lines=tuple(lines),
        left_out=tuple(told_left(table, one) for one in left_out),
        grams=sum(one.grams for one in lines) + (tare if lines else 0),
        tare=tare,
        most=table.order.rules.most_grams,
        hints=tuple(table.window.hints({key: goods[key] for key in known}, names)),
        by_hand=hand,
    )


def refused_before(table: Table, pieces: Mapping[str, int], left: tuple[LeftLine, ...]) -> Iterator[LeftLine]:
    """What a window took out of an older box of this parcel: not in these pieces, and not told by ``left``."""
    lines = {line.name: line for box in table.parcel.boxes if box for line in box.lines}
    days = {one.thing: one.on for one in table.parcel.steps if one.step in REFUSED}
    names = {one.name for one in left}
    for line in (lines[thing] for thing in days if thing in lines):
        name = name_in(table, line.good) if line.good in table.store.goods else line.name
        if line.good not in pieces and name not in names:
            day = one_in_words(date.fromisoformat(days[line.name]))
            yield LeftLine(name, line.pieces, _("The window refused it on %(day)s.") % {"day": day})


def thing_line(table: Table, key: str, pieces: int) -> ThingLine:
    """Pieces of one good in words."""
    grams = table.store.goods[key].grams * pieces
    return ThingLine(key, name_in(table, key), pieces, grams, in_grams(grams))


def told_left(table: Table, one: LeftOut) -> LeftLine:
    """A wish that is not met, in words."""
    why, norms = reason(table, one.good, one.why.message) or (said(one.why), ())
    return LeftLine(name_in(table, one.good), one.pieces, why, norms)


def reason(table: Table, key: str, message: str) -> tuple[str, tuple[str, ...]] | None:
    """The words of a ban, of a size, of a class of which nothing is there; None where the packing's own words do."""
    good = table.store.goods.get(key)
    ban = table.window.ban_of((good.groups if good else frozenset()) | {key})
    if ban and message in (BANNED.message, UNKNOWN.message):
        return told_ban(table.window, ban)
    if key in table.other_sizes and message == AVOIDED.message:
        return said(WRONG_SIZE), ()
    if message == SHARED.message and not table.shares:
        return _("The store has no more of it."), ()
    if good is None and message == UNKNOWN.message:
        return said(NONE_LEFT), ()
    return None


def verdicts(table: Table, pieces: Mapping[str, int]) -> list[Verdict]:
    """Everything that is wrong with a list made by hand, by the same rules as the solver's."""
    return [verdict(table, one) for one in faults(table.order, pieces, table.store)]


def verdict(table: Table, fault: Fault) -> Verdict:
    """One fault in one sentence."""
    why, norms = reason(table, fault.good, fault.says.message) or (said(fault.says), ())
    told = f"{why} ({', '.join(norms)})" if norms else why
    return Verdict(fault.good, told, fault.says.message in MILD)


def left_by(table: Table, pieces: Mapping[str, int], *, chosen: bool) -> tuple[LeftLine, ...]:
    """The wishes that these pieces leave out, and why; ``chosen`` by a packer, who needs no other reason.

    The pieces must be free of faults but mild ones.
    """
    shelves, until = Shelves(table.store), table.order.rules.good_until
    for key, number in pieces.items():
        list(shelves.take(key, number, until))
    found = left_out(table.order, pieces, shelves)
    own = _("The packer chose otherwise.")
    told = tuple(
        replace(told_left(table, one), why=own) if chosen and one.why == WORTH_LESS else told_left(table, one)
        for one in found
    )
    return (*told, *refused_before(table, pieces, told))
