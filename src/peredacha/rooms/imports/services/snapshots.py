"""What an import touched: the rows as they were, and a mark of the cards as it left them."""

import hashlib
import json
from collections.abc import Mapping

from django.core.serializers.json import DjangoJSONEncoder

from peredacha.rooms.imports.services.records import Rows
from peredacha.rooms.imports.services.rows import RowKey, RowValues

Touched = Mapping[RowKey, RowValues | None]
"""Each row that an import added, changed or removed, as it was before; None where there was none."""


def touched_rows(before: Rows, after: Rows) -> dict[RowKey, RowValues | None]:
    """The rows in which two states of a chapter differ, as they stand in the first."""
    return {key: before.get(key) for key in {**before, **after} if before.get(key) != after.get(key)}


def touched_cards(rows: Rows, touched: Touched) -> set[int | None]:
    """Numbers of the cards to which the touched rows belong; None for a row that is gone since."""
    return {_card(key, rows.get(key) or before or {}) for key, before in touched.items()}


def mark_of(rows: Rows, touched: Touched) -> str:
    """A mark of the touched cards with all that hangs on them; it differs whenever one of them does."""
    cards = touched_cards(rows, touched)
    theirs = [[key, values] for key, values in sorted(rows.items()) if _card(key, values) in cards]
    text = json.dumps(theirs, cls=DjangoJSONEncoder, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _card(key: RowKey, values: RowValues) -> int | None:
    """The number of the card to which a row belongs."""
    table, number = key
    return number if table == "facility" else values.get("facility_id")
