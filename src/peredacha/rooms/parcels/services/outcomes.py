"""What a window took or refused is written down into the card of the place: a thing, a code, a day, and no person."""

from datetime import date

from peredacha.rooms.facilities.services import note_outcome
from peredacha.rooms.parcels.models import ContentLine, ParcelStep
from peredacha.rooms.parcels.services.files import ParcelFile

LONGEST = 80
"""The longest name of a thing that a card takes."""


def note_refusal(file: ParcelFile, told: ParcelStep, *, thing: str) -> None:
    """A refused thing, by its class where it has one; nothing where the place has no card or no thing was named."""
    line = line_of(file, thing)
    if line:
        note(file, public_name(line), "refused", told.on, reason=told.code)


def note_arrival(file: ParcelFile, told: ParcelStep) -> None:
    """Every class of things that reached the person was taken."""
    sent = file.last("handed") or file.last("posted") or told
    lines = file.contents.lines if file.contents else ()
    for thing in sorted({public_name(one) for one in lines}):
        note(file, thing, "accepted", sent.on)


def note(file: ParcelFile, thing: str, verdict: str, on: str, reason: str = "") -> None:
    """One line of practice, where there is a thing to speak of and a card to write on."""
    facility = file.errands.recipient.facility
    if facility and thing:
        day = date.fromisoformat(on)
        note_outcome(facility=facility, thing=thing, verdict=verdict, reason=reason, on=day)


def line_of(file: ParcelFile, thing: str) -> ContentLine | None:
    """The line of the contents with this name."""
    lines = file.contents.lines if file.contents else ()
    return next((one for one in lines if thing and one.name == thing), None)


def public_name(line: ContentLine) -> str:
    """The class of a thing, or its name in the store; empty for what was typed by hand: it may tell of a person."""
    if line.groups:
        return line.groups[0]
    return line.name if line.good and len(line.name) <= LONGEST else ""
