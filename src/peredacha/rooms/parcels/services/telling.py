"""A parcel in words: where it stands, who holds it, what is next; for whoever carries, and for the family."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from peredacha.core.carried import (
    ACTS,
    CAME_BACK,
    ELSEWHERE,
    ENDS,
    FAMILY_NEXT,
    MAIN,
    NEXT,
    STATES,
    ParcelStep,
)
from peredacha.design.quotas import weight
from peredacha.design.wording import one_in_words, said, words
from peredacha.rooms.errands.models import HOW_KNOWN
from peredacha.rooms.errands.selectors import card_of, facility_choices
from peredacha.rooms.errands.services import place_age
from peredacha.rooms.facilities.models import Reason
from peredacha.rooms.facilities.selectors import thing_name
from peredacha.rooms.parcels.selectors import facility_names
from peredacha.rooms.parcels.services.files import ParcelFile
from peredacha.rooms.parcels.services.shelving import off_shelf
from peredacha.rooms.people.selectors import display_name

GRAMS = 1000


@dataclass(frozen=True)
class ToldStep:
    """One step of the chain in words."""

    when: str
    who: str
    what: str


@dataclass(frozen=True)
class ToldAct:
    """A step that may follow, as a link to its page."""

    step: str
    text: str


@dataclass(frozen=True, repr=False)
class ToldParcel:
    """The page of one parcel."""

    id: UUID
    matter: UUID
    title: str
    state: str
    said: str
    """Where it stands, in words."""
    holder: str
    next: str
    main: ToldAct | None
    """The one next step; None where somebody else is to do it, or nothing follows."""
    others: tuple[ToldAct, ...]
    warnings: tuple[str, ...]
    rows: tuple[tuple[str, str], ...]
    """What is asked for and for whom, as terms and texts."""
    wishes: tuple[str, ...]
    lines: tuple[str, ...]
    """What lies in it."""
    left_out: tuple[str, ...]
    history: tuple[ToldStep, ...]
    facility: str
    """The public id of the card of the place; empty where there is none."""
    erased_on: str
    is_mine: bool
    is_free: bool
    damaged: int
    complains: bool
    """Whether a window refused something."""
    loose: tuple[str, ...]
    """What a window gave back and lies on no shelf yet."""
    can_undo: bool
    """Whether the last step was taken by whoever reads, within a day."""


def kind_words(kind: str) -> str:
    """What is sent, in words."""
    return {"packet": _("Small packet"), "medicine": _("Medicines")}.get(kind, _("Parcel"))


def title_of(file: ParcelFile) -> str:
    """What it is, and by when or for which day; of one that has ended only what it was."""
    name, day = kind_words(file.request.kind), "" if file.has_ended else day_of(file)
    return _("%(what)s for %(day)s") % {"what": name, "day": day} if day else name


def day_of(file: ParcelFile) -> str:
    """For which day it is set, else by which it is wished, in words; empty for none."""
    return one_in_words(file.planned_on) if file.planned_on else day_words(file.request.deliver_by)


def day_words(text: str) -> str:
    """The day of a day or moment kept as ISO text; empty for none."""
    if "T" in text:
        return one_in_words(timezone.localdate(datetime.fromisoformat(text)))
    return one_in_words(date.fromisoformat(text)) if text else ""


def weight_words(grams: int) -> str:
    """A weight for who packs: in kilograms and in grams, below a kilogram in grams alone."""
    if grams < GRAMS:
        return _("%(n)s g") % {"n": grams}
    told = {"kg": number_format(f"{grams / GRAMS:g}"), "grams": grams}
    return _("%(kg)s kg (%(grams)s g)") % told


def state_words(file: ParcelFile) -> str:
    """Where it stands, with its weight, or with its day where the title does not say it."""
    state, last = file.state, file.last(file.state)
    name = said(STATES[state])
    if state == "packed" and file.contents:
        heavy = weight_words if file.keys.member else weight
        return f"{name}: {heavy(file.contents.grams)}"
    day = day_words(last.on) if last and state not in ("agreed", "placed") else ""
    return f"{name}: {day}" if day and (file.has_ended or day != day_of(file)) else name


def next_words(file: ParcelFile) -> str:
    """What is next; empty where nothing follows."""
    if file.waits_for_place:
        member = _(
            "The family, or who reads its matter, says where he is. Until then nothing is carried to him."
        )
        return (
            member
            if file.keys.member
            else _("Tell us where he is now: who packs heard that he is elsewhere.")
        )
    found = (NEXT if file.keys.member else FAMILY_NEXT).get(file.state)
    return said(found) if found else ""


def holder_words(file: ParcelFile) -> str:
    """Who has it."""
    if file.state == "handed":
        return _("the institution")
    if file.state == "posted":
        return _("the post")
    if file.state in ENDS:
        return ""
    held_by = file.row.held_by
    if held_by is None:
        return _("nobody yet") if file.keys.member else _("the helpers of the chapter")
    return display_name(held_by)


def place_words(facility: str, place: str) -> str:
    """Where the person is."""
    return facility_names([facility]).get(facility, place) if facility else place


def told_parcel(file: ParcelFile, *, now: datetime) -> ToldParcel:
    """The page of one parcel in words."""
    today, member = timezone.localdate(now), file.keys.member
    main = main_act(file)
    others = tuple(act(one) for one in file.may_follow if main is None or one != main.step)
    shown = file.contents if file.state not in ("planned", *CAME_BACK) else None
    return ToldParcel(
        id=file.id,
        matter=file.row.matter_id,
        title=title_of(file),
        state=file.state,
        said=state_words(file),
        holder=holder_words(file),
        next=next_words(file),
        main=main,
        others=tuple(one for one in others if one.step != "packed"),
        warnings=tuple(warnings_on(file, today)),
        rows=tuple((term, text) for term, text in rows_of(file, today) if text),
        wishes=tuple(wish_words(one.thing, one.pieces) for one in file.request.wishes if one.thing),
        lines=tuple(f"{one.name} – {one.pieces}" for one in shown.lines) if shown else (),
        left_out=tuple(f"{one.name}: {one.why}" for one in shown.left_out) if shown else (),
        history=tuple(told_step(one) for one in reversed(file.history)),
        facility=file.errands.recipient.facility,
        erased_on=one_in_words(file.row.erase_on) if file.row.erase_on else "",
        is_mine=bool(member and file.row.held_by_id == member.id),
        is_free=bool(member and file.row.held_by_id is None and not file.has_ended),
        damaged=file.damaged + file.errands.damaged,
        complains=file.last("thing", "refused") is not None,
        loose=tuple(off_shelf(file)),
        can_undo=file.undoable(now) is not None,
    )


def act(step: str) -> ToldAct:
    """A step as a link."""
    return ToldAct(step, said(ACTS[step]))


def main_act(file: ParcelFile) -> ToldAct | None:
    """The one next step of whoever opened the parcel."""
    main = MAIN.get(file.state, "handed" if file.request.way == "window" else "posted")
    return act(main) if main in file.may_follow else None


def warnings_on(file: ParcelFile, today: date) -> list[str]:
    """What to look at before the next step."""
    person, found = file.errands.recipient, []
    if file.state in ENDS or file.keys.member is None:
        return []
    age = place_age(person, today=today)
    if file.state in ("placed", "planned", "packed"):
        if age.stale:
            found.append(age.said if person.heard else f"{age.said} " + _("Ask again before you carry it."))
        elif person.held == "remand" and age.days and file.state == "packed":
            found.append(
                _("From a remand prison people are moved without notice. Ask again on the day itself.")
            )
    moved = file.last("packed", ELSEWHERE)
    if file.state == "packed" and moved and moved.step == ELSEWHERE and not person.heard:
        found.append(_("He was moved since it was packed: look at the box again, and print the label anew."))
    entry = file.errands.find(file.slot_key)
    if file.state in ("planned", "packed") and entry and not entry.slot.stands(today):
        found.append(_("The place in the counter was kept too long and has fallen away. Set the day again."))
    return found


def lines_for(file: ParcelFile, step: str, *, today: date) -> list[tuple[str, str]]:
    """What can be chosen on the page of a step: other places in the region of his own, or the things in the box."""
    if step == ELSEWHERE:
        own = file.errands.recipient.facility
        card = card_of(own, today=today)
        places = facility_choices(card.region if card else "", "", today=today)
        return [one for one in places if one[0] != own]
    return [(one.name, one.name) for one in file.contents.lines] if file.contents else []


def wish_words(thing: str, pieces: int) -> str:
    """One wish."""
    name = words(thing_name(thing))
    return f"{name} × {pieces}" if pieces > 1 else name


def rows_of(file: ParcelFile, today: date) -> list[tuple[str, str]]:
    """For whom it is and what is asked for, as terms and texts."""
    person, request = file.errands.recipient, file.request
    tracking = next((one.tracking for one in reversed(file.steps) if one.tracking), "")
    return [
        (_("For whom"), person.name),
        (_("Where"), place_words(person.facility, person.place)),
        (_("How sure it is"), place_age(person, today=today).said),
        (_("In the family's words"), request.words),
        (_("By which day"), day_words(request.deliver_by)),
        (_("He must not have"), ", ".join(words(thing_name(one)) for one in person.avoids)),
        (_("What else matters"), person.needs),
        (_("Number for tracking"), tracking),
    ]


def how_words(code: str) -> str:
    """How something is known, or whose yes it was."""
    if code == "family":
        return _("the family said so")
    return _("he said so himself") if code == "prisoner" else str(dict(HOW_KNOWN).get(code, code))


def told_step(one: ParcelStep) -> ToldStep:
    """One step of the chain; its own day before the day on which it was told."""
    code = str(Reason(one.code).label) if one.code in Reason.values else how_words(one.code)
    if one.step == ELSEWHERE:
        code = place_words(one.code, "")
    what = said(STATES.get(one.step) or ACTS[one.step])
    told = ": ".join(filter(None, (what, ", ".join(filter(None, (one.thing, code, one.text))))))
    who = one.by.name or (_("The family") if one.by.who == "family" else "")
    day = one.at if one.step == "planned" else one.on or one.at
    return ToldStep(day_words(day), who, told)
