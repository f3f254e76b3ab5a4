"""Slips of one parcel, printed by a process of its own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from types import MappingProxyType
from typing import Literal
from uuid import UUID

from django.utils import timezone

from peredacha.core.slips import (
    LINE,
    NAME,
    Code,
    ContentsList,
    Label,
    Labels,
    ListForm,
    Person,
    PickSheet,
    Row,
    Sheet,
    Size,
    Take,
    What,
    form_of,
    with_lines,
)
from peredacha.design.wording import language
from peredacha.gateways.slips import print_slips
from peredacha.rooms.boxes.selectors import Place, code_of, place_of, taken_for
from peredacha.rooms.errands.models import Recipient
from peredacha.rooms.facilities.models import FactTopic
from peredacha.rooms.facilities.selectors import find_facility, want_fact, wants_of
from peredacha.rooms.parcels.models import ContentLine, Contents
from peredacha.rooms.parcels.services import ParcelFile

PDF_HEADERS = MappingProxyType(
    {
        "Content-Disposition": 'attachment; filename="slips.pdf"',
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "Cross-Origin-Resource-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
        "Content-Encoding": "identity",
    }
)
"""With what a PDF is handed out: its name tells nothing, and nothing in it runs."""
ONE = ("picks", "contents", "label")
"""The slips of one parcel."""


@dataclass(frozen=True, repr=False)
class Printing:
    """How slips are printed; ``sender`` and ``index`` come with the form and are kept nowhere.

    What is empty, or None, follows the window: ``heading``, ``copies`` and ``lines`` (keys of ``core.slips.LINES``).
    """

    size: Size = Size.PRINTER
    heading: Literal["", "list", "request"] = ""
    copies: int = 0
    lines: tuple[str, ...] | None = None
    sender: tuple[str, ...] = ()
    index: str = ""
    site: str = ""
    """The address of the site, for squares on papers that stay in the house."""


def printing_of(told: dict[str, object], site: str) -> Printing:
    """From the clean values of the form."""
    sender, lines = told.get("sender"), told.get("lines")
    heading: dict[object, Literal["list", "request"]] = {"list": "list", "request": "request"}
    return Printing(
        size=Size(str(told.get("size") or Size.PRINTER)),
        heading=heading.get(told.get("heading"), ""),
        copies=int(str(told.get("copies") or 0)),
        lines=tuple(map(str, lines)) if isinstance(lines, list) else None,
        sender=sender if isinstance(sender, tuple) else (),
        index=str(told.get("index") or ""),
        site=site,
    )


@dataclass(frozen=True)
class Shape:
    """The list as a window wants it; ``day`` is the last one on which somebody met it so, None where nobody told."""

    form: ListForm
    day: date | None = None

    def printed(self, printing: Printing) -> ListForm:
        """The same with what was chosen by hand."""
        form = self.form if printing.lines is None else with_lines(self.form, printing.lines)
        return replace(form, heading=printing.heading or form.heading, copies=printing.copies or form.copies)


def shape_at(facility: str, *, on: date) -> Shape:
    """How the windows of the place with that public id want their lists on that day."""
    wants = wants_of(facility, on=on) if facility else ()
    return Shape(form_of(wants), max((one.day for one in wants), default=None))


def what_of(parcel: ParcelFile) -> What:
    """Handed in at a window, a parcel or a packet by post."""
    if parcel.request.way == "window":
        return "window"
    return "packet" if parcel.request.kind == "packet" else "parcel"


def person_of(recipient: Recipient) -> Person:
    """The person as a window writes it."""
    born = int(recipient.born_on[:4]) if recipient.born_on else recipient.birth_year
    return Person(recipient.surname, recipient.given, recipient.patronymic, born)


def place_for(recipient: Recipient) -> Place:
    """The place of the person: its card, or the words that somebody told."""
    found = place_of(recipient.facility)
    return found if found.name else replace(found, name=recipient.place)


def rows_of(lines: Iterable[ContentLine]) -> tuple[Row, ...]:
    """What lies in the box, line by line."""
    return tuple(Row(one.name, one.pieces, one.grams) for one in lines if one.pieces > 0)


def house_code(name: UUID, printing: Printing, path: str) -> Code:
    """The way back for a paper that stays in the house."""
    return Code(code_of(name), f"{printing.site}{path}" if printing.site else "")


def contents_sheet(parcel: ParcelFile, printing: Printing, shape: Shape) -> ContentsList:
    """The list of contents in the shape of its window; its code leads no stranger anywhere."""
    contents, recipient = parcel.contents or Contents(), parcel.errands.recipient
    return ContentsList(
        what=what_of(parcel),
        to=person_of(recipient),
        place=place_for(recipient).name,
        rows=rows_of(contents.lines),
        form=shape.printed(printing),
        sender=printing.sender,
        day=parcel.planned_on,
        grams=contents.grams,
        code=Code(code_of(parcel.id)),
    )


def label_of(parcel: ParcelFile, printing: Printing) -> Label:
    """The label of one parcel; too long words are cut so that it can be read."""
    recipient, place = parcel.errands.recipient, place_for(parcel.errands.recipient)
    person, what = person_of(recipient), what_of(parcel)
    return Label(
        what=what,
        to=(person.in_full if what == "window" else recipient.name)[:NAME],
        place=(place.name if what == "window" else place.whole)[:LINE],
        index="" if what == "window" else printing.index or place.index,
        sender=printing.sender,
        grams=parcel.contents.grams if parcel.contents else 0,
        code=Code(code_of(parcel.id)),
    )


def takes_of(parcels: Sequence[ParcelFile]) -> tuple[Take, ...]:
    """Everything that these boxes need from the shelves, with the numbers of the boxes from 1."""
    held = taken_for(one.id for one in parcels)
    found = []
    for number, parcel in enumerate(parcels, 1):
        names = {one.good: one.name for one in (parcel.contents or Contents()).lines}
        for one in held.get(parcel.id, []):
            if one.good in names:  # what a window did not take lies in the box no more
                found.append(Take(one.shelf, names[one.good], one.pieces, number, one.best_before))
    return tuple(found)


def slips_of(kind: str, parcel: ParcelFile, printing: Printing, *, path: str, now: datetime) -> bytes:
    """One kind of slip of one parcel, as a PDF. Raises NotPrinted."""
    code, today = house_code(parcel.id, printing, path), timezone.localdate(now)
    sheet: Sheet
    if kind == "picks":
        sheet = PickSheet(takes_of([parcel]), code, today, language())
    elif kind == "contents":
        shape = shape_at(parcel.errands.recipient.facility, on=today)
        sheet = contents_sheet(parcel, printing, shape)
    else:
        sheet = Labels((label_of(parcel, printing),), printing.size, cut=printing.size != Size.PRINTER)
    return print_slips([sheet])


def told_of_lists(recipient: Recipient, *, today: date) -> list[str]:
    """What the card of the place says of the list and of how things are named there."""
    card = find_facility(recipient.facility, today=today) if recipient.facility else None
    topics = {str(FactTopic.LIST_FORM.label), str(FactTopic.PHRASING.label)}
    facts = (*card.rules, *card.practice) if card else ()
    told = [f"{one.text} {one.checked}" for one in facts if one.topic in topics]
    wants = wants_of(card.public_id, on=today) if card else ()
    return told + [f"{one.text}: {one.checked}" for one in (want_fact(want, today) for want in wants)]
