"""What the room does: proposes the boxes of a batch, takes them from the store, prints their papers."""

from peredacha.gateways.slips import NotPrinted
from peredacha.rooms.batches.services.batching import (
    KEPT,
    NobodyWaits,
    NoPackers,
    Wanted,
    begin_batch,
    find_opened,
    gap_said,
    take_boxes,
    waiting,
)
from peredacha.rooms.batches.services.keeping import (
    DamagedPapers,
    erase_due_batches,
    fetch_papers,
    let_go,
)
from peredacha.rooms.batches.services.listing import (
    BoxView,
    ReadyPaper,
    batch_sums,
    batch_words,
    box_views,
    pages_of,
    papers_words,
    places_waiting,
    ready_papers,
)
from peredacha.rooms.batches.services.printing import (
    FEW,
    MANY,
    PaperJob,
    begin_papers,
    papers_now,
)
from peredacha.rooms.batches.services.rows import BoxLine, OpenBatch, PaperWork

__all__ = [
    "FEW",
    "KEPT",
    "MANY",
    "BoxLine",
    "BoxView",
    "DamagedPapers",
    "NoPackers",
    "NobodyWaits",
    "NotPrinted",
    "OpenBatch",
    "PaperJob",
    "PaperWork",
    "ReadyPaper",
    "Wanted",
    "batch_sums",
    "batch_words",
    "begin_batch",
    "begin_papers",
    "box_views",
    "erase_due_batches",
    "fetch_papers",
    "find_opened",
    "gap_said",
    "let_go",
    "pages_of",
    "papers_now",
    "papers_words",
    "places_waiting",
    "ready_papers",
    "take_boxes",
    "waiting",
]
