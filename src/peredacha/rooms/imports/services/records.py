"""A card as one flat row of a table, and back again."""

from collections.abc import Mapping
from typing import Any

from peredacha.rooms.facilities.services import CardDraft, FactDraft, PhoneDraft, WindowDraft
from peredacha.rooms.imports.services.columns import (
    CARD_FIELDS,
    FACT_FIELDS,
    PHONE_FIELDS,
    PHONES,
    PURPOSES,
    WINDOW_FIELDS,
)
from peredacha.rooms.imports.services.rows import RowKey, RowValues

Record = dict[str, Any]
"""Heading -> value."""

Rows = Mapping[RowKey, RowValues]


def card_records(rows: Rows) -> dict[str, Record]:
    """The kept cards by code, as rows of ``facilities.csv``."""
    cards: dict[int, Record] = {}
    for (table, number), values in rows.items():
        if table == "facility":
            cards[number] = {name: values[name] for name in CARD_FIELDS}
        elif table == "line":
            stem = f"phone_{values['position']}"
            cards[values["facility_id"]] |= {stem + end: values[name] for name, end in PHONE_FIELDS.items()}
        elif table == "window":
            stem = values["purpose"]
            cards[values["facility_id"]] |= {f"{stem}_{name}": values[name] for name in WINDOW_FIELDS}
    return {record["code"]: record for record in cards.values()}


def fact_records(rows: Rows) -> dict[str, Record]:
    """The kept facts by card and key, as rows of ``facts.csv``."""
    codes = {number: values["code"] for (table, number), values in rows.items() if table == "facility"}
    facts = [values for (table, _number), values in rows.items() if table == "fact"]
    records = [{**values, "facility": codes[values["facility_id"]]} for values in facts]
    return {fact_name(record): {name: record[name] for name in FACT_FIELDS} for record in records}


def fact_name(record: Mapping[str, Any]) -> str:
    """What a fact is known by: the code of its card and its own key."""
    return f"{record['facility']}/{record['key']}"


def card_draft(record: Record) -> CardDraft:
    """The card that the row describes; a line without a number and a window without a word are none."""
    lines = {
        n: _part(record, {field: f"phone_{n}{end}" for field, end in PHONE_FIELDS.items()}) for n in PHONES
    }
    windows = {p: _part(record, {field: f"{p}_{field}" for field in WINDOW_FIELDS}) for p in PURPOSES}
    return CardDraft(
        **_part(record, {name: name for name in CARD_FIELDS}),
        phones=tuple(PhoneDraft(position=n, **line) for n, line in lines.items() if "number" in line),
        windows=tuple(WindowDraft(purpose=p, **window) for p, window in windows.items() if window),
    )


def fact_draft(record: Record) -> FactDraft:
    """The fact that the row describes."""
    return FactDraft(**record)


def _part(record: Record, headings: Mapping[str, str]) -> Record:
    """Values by field, for those headings that hold something."""
    return {field: record[heading] for field, heading in headings.items() if record.get(heading)}
