"""Slips as plain words, numbers and lists: what the printing process gets. Nothing of them is read as markup."""

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeAlias

from peredacha.core.language import Phrase, date_in_words, phrase, speak
from peredacha.core.slips import words
from peredacha.core.slips.contents import Column, ContentsList
from peredacha.core.slips.labels import Label, Labels
from peredacha.core.slips.letters import AddressSheet, LetterText, ReplyForm
from peredacha.core.slips.picking import BatchSheet, Box, Pick, PickSheet, by_shelf
from peredacha.core.slips.values import Code, Row, column, kilograms

Sheet: TypeAlias = ContentsList | Labels | PickSheet | BatchSheet | AddressSheet | LetterText | ReplyForm
Told: TypeAlias = dict[str, Any]
SHELF, THING, PIECES = phrase("Shelf"), phrase("Thing"), phrase("Pieces")
BEST_BEFORE, INTO = phrase("Best before"), phrase("Into boxes")
ALONG, BOXES = phrase("Along the shelves"), phrase("Boxes of the batch")
ON_SCALES = phrase("On the scales, kg:")


def told(sheet: Sheet) -> Told:
    """One slip as the templates read it."""
    match sheet:
        case ContentsList():
            return _contents(sheet)
        case Labels():
            labels = [_label(one) for one in sheet.labels]
            return {
                "kind": "labels",
                "size": sheet.size.value,
                "used": sheet.used,
                "cut": sheet.cut,
                "labels": labels,
            }
        case PickSheet():
            return _picks(sheet)
        case BatchSheet():
            return _batch(sheet)
        case AddressSheet():
            return _address(sheet)
        case LetterText():
            title = words.LETTER.format(n=sheet.number)
            return {
                "kind": "letter",
                "title": title,
                "text": list(sheet.paragraphs),
                "code": _code(sheet.code),
                "of": words.OF,
            }
        case ReplyForm():
            return _reply(sheet)


def _code(code: Code | None) -> Told | None:
    return {"short": code.short, "square": code.square} if code else None


def _contents(sheet: ContentsList) -> Told:
    form, copies = sheet.form, sheet.form.copies
    asks = form.heading == "request"
    return {
        "kind": "contents",
        "heading": words.REQUEST if asks else words.LIST[sheet.what],
        "asks": words.ASKS[sheet.what] if asks else "",
        "fields": [
            [words.TO, sheet.to.in_full],
            [words.PLACE, sheet.place],
            [words.SENDER, ", ".join(sheet.sender)],
            *([[words.PASSPORT, ""]] if form.passport else []),
        ],
        "columns": [[one, words.COLUMN[one]] for one in form.columns],
        "rows": [_cells(form.columns, str(n), row) for n, row in enumerate(sheet.rows, 1)],
        "total": _cells(form.columns, "", _total(sheet.rows)) if sheet.rows else [],
        "weighed": f"{words.WITH_BOX}: {column(sheet.grams)}\u00a0кг" if sheet.grams else "",
        "signs": [words.SIGNS[one] for one in form.signatures],
        "under": [words.UNDER_LINE, words.UNDER_DAY],
        "day": [words.DAY, f"{sheet.day:%d.%m.%Y}" if sheet.day else words.EMPTY_DAY],
        "copies": [words.COPY.format(n=n, of=copies) if copies > 1 else "" for n in range(1, copies + 1)],
        "leaf": words.LEAF,
        "of": words.OF,
        "keep": words.KEEP,
        "code": _code(sheet.code),
    }  # fmt: skip


def _total(rows: tuple[Row, ...]) -> Row:
    """All things together; without a weight where one of them has none."""
    known = all(row.grams for row in rows)
    return Row(words.TOTAL, sum(row.pieces for row in rows), sum(row.grams for row in rows) if known else 0)


def _cells(columns: tuple[Column, ...], number: str, row: Row) -> list[str]:
    cells: Mapping[Column, str] = {
        "number": number,
        "name": row.name,
        "pieces": str(row.pieces),
        "weight": column(row.grams) if row.grams else "",
    }
    return [cells[one] for one in columns]


def _label(label: Label) -> Told:
    part = words.PART.format(n=label.part, of=label.parts) if label.parts > 1 else ""
    weight = f"{kilograms(label.grams)}\u00a0кг" if label.grams else ""
    return {
        "heading": words.LABEL[label.what],
        "notes": [one for one in (part, weight) if one],
        **_way(label),
        "code": _code(label.code),
    }


def _way(sheet: Label | AddressSheet) -> Told:
    """To whom, where and from whom, each under its word."""
    return {
        "to": [words.TO, sheet.to],
        "place": [words.PLACE, sheet.place],
        "index": [words.INDEX, sheet.index],
        "sender": [words.SENDER, *sheet.sender] if sheet.sender else [],
    }


def _address(sheet: AddressSheet) -> Told:
    return {
        "kind": "address",
        "title": words.LETTER.format(n=sheet.number),
        "leaves": words.LEAVES.format(n=sheet.leaves) if sheet.leaves else "",
        **_way(sheet),
        "code": _code(sheet.code),
    }


def _reply(sheet: ReplyForm) -> Told:
    return {
        "kind": "reply",
        "title": words.REPLY.format(n=sheet.number),
        "how": words.HOW,
        "overleaf": words.OVERLEAF,
        "back": [words.BACK, *sheet.back_to] if sheet.back_to else [],
        "questions": [
            {"asks": one.asks, "answers": list(one.answers), "lines": one.lines} for one in sheet.questions
        ],
        "code": _code(sheet.code),
    }


def _picks(sheet: PickSheet) -> Told:
    language = sheet.language
    heads = [speak(one, language) for one in (SHELF, THING, PIECES, BEST_BEFORE, INTO)]
    rows = [_pick(one, language) for one in by_shelf(sheet.takes)]
    return {"kind": "picks", **_head(ALONG, sheet), "heads": heads, "rows": rows}


def _pick(pick: Pick, language: str) -> list[str]:
    boxes = ", ".join(f"№\u00a0{box}:\u00a0{pieces}" for box, pieces in pick.boxes)
    return [pick.shelf or "–", pick.thing, str(pick.pieces), _day(pick.best_before, language), boxes]


def _batch(sheet: BatchSheet) -> Told:
    boxes = [_box(one, sheet.language) for one in sheet.boxes]
    return {"kind": "batch", **_head(BOXES, sheet), "boxes": boxes}


def _box(box: Box, language: str) -> Told:
    tare, grams = kilograms(box.tare, language), kilograms(box.grams, language)
    with_box = phrase("With the box ({tare} kg): {kilograms} kg", tare=tare, kilograms=grams)
    return {
        "title": speak(phrase("Box {number}", number=box.number), language),
        "rows": [
            [one.name, str(one.pieces), kilograms(one.grams, language) if one.grams else ""]
            for one in box.rows
        ],
        "weight": speak(with_box, language),
        "scales": speak(ON_SCALES, language),
        "code": _code(box.code),
    }  # fmt: skip


def _head(title: Phrase, sheet: PickSheet | BatchSheet) -> Told:
    day = date_in_words(sheet.day, sheet.language) if sheet.day else ""
    return {
        "title": speak(title, sheet.language),
        "day": day,
        "language": sheet.language,
        "code": _code(sheet.code),
    }


def _day(day: date | None, language: str) -> str:
    """A last day, short, as it stands on a packing."""
    return f"{day:%d.%m.%Y}" if day else "–"
