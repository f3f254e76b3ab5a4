"""What the room does: proposes a box, checks a list made by hand, takes things from the store, prints."""

from peredacha.gateways.slips import NotPrinted
from peredacha.rooms.boxes.services.laying import NotLaid, Short, lay, times_packed
from peredacha.rooms.boxes.services.listing import Stop, choosable, kit_choices, stops_of, with_kit
from peredacha.rooms.boxes.services.ordering import Table, table_for
from peredacha.rooms.boxes.services.printing import (
    ONE,
    PDF_HEADERS,
    Printing,
    Shape,
    contents_sheet,
    house_code,
    label_of,
    printing_of,
    rows_of,
    shape_at,
    slips_of,
    takes_of,
    told_of_lists,
    what_of,
)
from peredacha.rooms.boxes.services.proposing import (
    LeftLine,
    Told,
    Verdict,
    in_kilos,
    left_by,
    propose,
    told_left,
    told_pieces,
    verdicts,
)
from peredacha.rooms.boxes.services.windows import Window, window_of

__all__ = [
    "ONE",
    "PDF_HEADERS",
    "LeftLine",
    "NotLaid",
    "NotPrinted",
    "Printing",
    "Shape",
    "Short",
    "Stop",
    "Table",
    "Told",
    "Verdict",
    "Window",
    "choosable",
    "contents_sheet",
    "house_code",
    "in_kilos",
    "kit_choices",
    "label_of",
    "lay",
    "left_by",
    "printing_of",
    "propose",
    "rows_of",
    "shape_at",
    "slips_of",
    "stops_of",
    "table_for",
    "takes_of",
    "times_packed",
    "told_left",
    "told_of_lists",
    "told_pieces",
    "verdicts",
    "what_of",
    "window_of",
    "with_kit",
]
