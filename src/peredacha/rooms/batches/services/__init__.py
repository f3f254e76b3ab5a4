"""What the room does: proposes the boxes of a batch, takes them from the store, prints their papers."""

from peredacha.gateways.slips import NotPrinted
from peredacha.rooms.batches.services.batching import (
    KEPT,
    NobodyWaits,
    NoPackers,
    Wanted,
    begin_batch,
    erase_due_batches,
    find_opened,
    gap_said,
    take_boxes,
    waiting,
)
from peredacha.rooms.batches.services.listing import (
    BoxView,
    batch_sums,
    batch_words,
    box_views,
    pages_of,
    places_waiting,
)
from peredacha.rooms.batches.services.printing import MANY, packed_in, slips_of_batch
from peredacha.rooms.batches.services.rows import BoxLine, OpenBatch

__all__ = [
    "KEPT",
    "MANY",
    "BoxLine",
    "BoxView",
    "NoPackers",
    "NobodyWaits",
    "NotPrinted",
    "OpenBatch",
    "Wanted",
    "batch_sums",
    "batch_words",
    "begin_batch",
    "box_views",
    "erase_due_batches",
    "find_opened",
    "gap_said",
    "packed_in",
    "pages_of",
    "places_waiting",
    "slips_of_batch",
    "take_boxes",
    "waiting",
]
