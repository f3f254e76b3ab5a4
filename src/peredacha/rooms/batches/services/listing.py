"""What the pages of a batch show."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peredacha.design.wording import one_in_words
from peredacha.rooms.batches.models import Batch, BatchPaper, BatchState
from peredacha.rooms.batches.selectors import names_of_places
from peredacha.rooms.batches.services.rows import BoxLine, OpenBatch
from peredacha.rooms.boxes.selectors import code_of
from peredacha.rooms.boxes.services import in_kilos
from peredacha.rooms.conversations.services import files_in
from peredacha.rooms.parcels.models import Parcel
from peredacha.rooms.parcels.services import OpenCard, open_cards
from peredacha.rooms.vault.services import Keys

A_PAGE = 50
"""So many boxes stand on one page."""


@dataclass(frozen=True)
class BoxView:
    """One box of a batch in words."""

    parcel: UUID
    title: str
    code: str
    weight: str
    pieces: str
    state: str
    short: bool
    left_out: tuple[str, ...]


def places_waiting(cards: Iterable[OpenCard]) -> list[tuple[str, str]]:
    """The facilities for which something waits, by name."""
    keys = {one.card.facility for one in cards if one.card} - {""}
    return sorted(names_of_places(keys), key=lambda pair: pair[1].casefold())


def names_of(keys: Keys, parcels: Iterable[UUID]) -> dict[UUID, str]:
    """For whom these parcels are, as the cards of the board say."""
    rows = Parcel.objects.filter(id__in=list(parcels)).select_related("card")
    return {one.parcel.id: one.card.name for one in open_cards(keys, rows) if one.card}


def box_views(keys: Keys, batch: OpenBatch, page: int) -> list[BoxView]:
    """One page of the boxes of a batch, from page 1."""
    shown = batch.boxes[(page - 1) * A_PAGE : page * A_PAGE]
    names = names_of(keys, (one.parcel for one in shown))
    return [box_view(one, names.get(one.parcel, "")) for one in shown]


def box_view(box: BoxLine, name: str) -> BoxView:
    """One box in words."""
    number = sum(box.pieces.values())
    code = code_of(box.parcel)
    return BoxView(
        parcel=box.parcel,
        title=_("%(number)s. %(name)s") % {"number": box.number, "name": name or code},
        code=code,
        weight=in_kilos(box.grams),
        pieces=ngettext("%(n)d thing", "%(n)d things", number) % {"n": number},
        state=box.state,
        short=box.short,
        left_out=tuple(f"{one.told}: {one.why}" for one in box.left_out),
    )


def pages_of(batch: OpenBatch) -> int:
    """How many pages its boxes take."""
    return max(1, -(-len(batch.boxes) // A_PAGE))


def batch_words(row: Batch) -> str:
    """What happens with a batch now."""
    words = {
        BatchState.PACKING: _("It is being packed"),
        BatchState.READY: _("Ready to look at"),
        BatchState.TAKING: _("The boxes are being taken"),
        BatchState.FAILED: _("It was not packed: begin again"),
    }
    return words[BatchState(row.state)]


def batch_sums(batch: OpenBatch) -> list[tuple[str, str]]:
    """The numbers of a batch, in words."""
    grams = sum(one.grams for one in batch.boxes)
    short = sum(one.short for one in batch.boxes)
    empty = sum(one.state == "empty" for one in batch.boxes)
    taken = sum(one.state == "taken" for one in batch.boxes)
    told = [
        (_("Boxes"), str(len(batch.boxes))),
        (_("Weight together"), in_kilos(grams)),
        (_("Get less because the store is short"), str(short)),
        (_("Taken from the store"), str(taken)),
    ]
    return [*told, (_("Nothing fitting was there for"), str(empty))] if empty else told


@dataclass(frozen=True)
class ReadyPaper:
    """Papers that were made beside a request and can be fetched."""

    id: UUID
    title: str
    made: str


def papers_words(kind: str) -> str:
    """What one kind of paper is called."""
    words = {
        "picks": _("The pick list, along the shelves"),
        "boxes": _("The sheet of boxes, for the table"),
        "labels": _("All labels"),
        "contents": _("All lists of contents"),
    }
    return words.get(kind, "")


def ready_papers(batch: OpenBatch) -> list[ReadyPaper]:
    """The papers that lie ready beside a batch, the newest first."""
    files = files_in(batch.printed, BatchPaper) if batch.printed else ()
    found = sorted(files, key=lambda one: str(one.told["at"]), reverse=True)
    return [
        ReadyPaper(
            one.id, papers_words(one.name), one_in_words(localtime(datetime.fromisoformat(one.told["at"])))
        )
        for one in found
    ]
