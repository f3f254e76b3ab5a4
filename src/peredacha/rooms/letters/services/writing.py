"""A letter written: checked as a censor would, sealed so that no other writer opens it."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from peredacha.core.letters import Finding, checked, pages_of, tidy
from peredacha.rooms.errands.selectors import packers_of
from peredacha.rooms.letters.models import Card, Correspondent, Letter, LetterRow, LetterState, Offer
from peredacha.rooms.letters.selectors import current_letter_law, is_free, is_writer, letters_to
from peredacha.rooms.letters.services.opening import OpenCorrespondent, OpenLetter, open_letter
from peredacha.rooms.matters.services import monday
from peredacha.rooms.vault.models import Holder
from peredacha.rooms.vault.selectors import recoveries_of
from peredacha.rooms.vault.services import Keys, OpenSafe, holder_of, new_safes, write_row

KEPT = timedelta(weeks=26)
"""So long a letter is kept after the last thing that happened to it."""


class Stopped(Exception):
    """The letter cannot go so; ``findings`` say why and where."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        """With every finding."""
        super().__init__()
        self.findings = findings


class NoPackers(Exception):
    """Nobody in the chapter could read and post the letter."""


class NotYours(Exception):
    """The offer or the letter is not there for this writer, or not in a state in which it is written."""


def findings_in(text: str, card: Card) -> tuple[Finding, ...]:
    """Everything that may stop a letter to this person."""
    return checked(tidy(text), current_letter_law().rules, language=card.language, most=card.pages)


def pages_in(text: str) -> int:
    """How many pages a letter fills."""
    return pages_of(tidy(text), current_letter_law().rules)


def refuse(text: str, card: Card, *, sure: bool) -> None:
    """Raises Stopped for what may not go, and for what the writer was not asked about yet."""
    found = findings_in(text, card)
    if any(one.hard for one in found) or (found and not sure):
        raise Stopped(found)


def erased_after(now: datetime) -> date:
    """The Monday on which a letter goes when nothing happens to it after ``now``."""
    return monday(timezone.localdate(now) + KEPT + timedelta(days=6))


@transaction.atomic
def write(*, keys: Keys, offer: Offer, to: OpenCorrespondent, text: str, sure: bool, now: datetime) -> Letter:
    """A letter to the person of an offer; the same offer twice gives one letter.

    It belongs to the matter of the letters before it: where two matters became one, that is no longer the alias's own.

    ``sure``: the writer has seen the soft findings. Raises Stopped, NoPackers, NotYours, TooLong.
    """
    refuse(text, to.card, sure=sure)
    row = Correspondent.objects.select_for_update().filter(id=to.row.id, stopped=False).first()
    if (
        row is None
        or not Offer.objects.filter(id=offer.id, member=keys.member, correspondent=row).delete()[0]
    ):
        raise NotYours
    home = letters_to(row).last() or row
    safe = new_letter_safe(keys, row.chapter, home.seat)
    letter = Letter(
        id=fresh_id(row.chapter),
        matter_id=home.matter_id,
        correspondent=row,
        safe_id=safe.id,
        seat_id=home.seat_id,
        chapter=row.chapter,
        week=monday(timezone.localdate(now)),
        erase_on=erased_after(now),
    )
    letter.save(force_insert=True)
    write_text(safe, to.card, text, now)
    Correspondent.objects.filter(id=row.id).update(served_on=letter.week)
    return letter


def write_text(safe: OpenSafe, card: Card, text: str, now: datetime) -> None:
    """The text with the card to which it was written."""
    write_row(
        LetterRow, safe, {"kind": "text", "text": tidy(text), "card": card.packed(), "at": now.isoformat()}
    )


def new_letter_safe(keys: Keys, chapter: str, seat: Holder) -> OpenSafe:
    """A safe for one letter: for its writer, the packers, and who reads the matter. Raises NoPackers."""
    packers = packers_of(chapter)
    if packers is None or keys.member is None:
        raise NoPackers
    readers = [seat, packers, holder_of(keys.member), *recoveries_of([chapter])]
    return new_safes(giver=keys.holder, pair=keys.pair, readers=[readers])[0]


def fresh_id(chapter: str) -> UUID:
    """A random name whose code no other letter of the chapter has."""
    found = uuid4()
    while not is_free(found, chapter):
        found = uuid4()
    return found


@transaction.atomic
def write_anew(*, keys: Keys, letter: Letter, text: str, sure: bool, now: datetime) -> OpenLetter:
    """A letter that came back, written again. Raises Stopped, NotYours, TooLong."""
    opened = own(keys, letter, now=now)
    refuse(text, opened.card, sure=sure)
    found = Letter.objects.filter(id=letter.id, state=LetterState.RETURNED)
    if not found.update(state=LetterState.WAITING, erase_on=erased_after(now)):
        raise NotYours
    write_text(opened.safe, opened.card, text, now)
    return replace(opened, text=tidy(text), back="")


def own(keys: Keys, letter: Letter, *, now: datetime) -> OpenLetter:
    """A letter that this writer wrote. Raises NotYours."""
    opened = open_letter(keys, letter, now=now) if is_writer(letter, keys.holder) else None
    if opened is None:
        raise NotYours
    return opened
