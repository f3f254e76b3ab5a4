"""When a letter goes: the evening before and in the morning, by the clock of the place, never at night.

The moments lie sealed, so that a seized disk does not say on which evenings somebody waits.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction

from peredacha.core.facts import Author
from peredacha.core.feeds import Entry
from peredacha.core.sealing import NotSealedHere, open_envelope, salted_key, seal, subkey
from peredacha.rooms.calendars.models import Reminder, ReminderWish
from peredacha.rooms.calendars.services.changing import Dates
from peredacha.rooms.conversations.services import addressees_of
from peredacha.rooms.matters.services import MatterFile

EVENING, MORNING = time(20), time(9)
DAY_BEGINS, DAY_ENDS = time(8), time(21)
AHEAD = timedelta(hours=2)
"""So long before an hour the letter of the morning goes."""
SPREAD = 25
"""Letters go within so many minutes [0 to 24], so that not all of a town go in the same second."""
LATE = timedelta(hours=3)
"""A letter that could not go in so long goes no more: it would come too late to help."""
A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Turn:
    """One letter: due from a moment, worth sending until another [ISO moments on the clock of Greenwich]."""

    due: str
    until: str


@dataclass(frozen=True, repr=False)
class Sealed:
    """What lies in a reminder: when, and for a family to which address and in which language.

    A helper's address stays where the helper keeps it, and is looked up when a letter goes.
    """

    turns: tuple[Turn, ...]
    address: str = ""
    language: str = "ru"


def turns_of(entry: Entry, zone: ZoneInfo) -> set[Turn]:
    """The letters before one date; ``zone`` for a whole day."""
    if entry.cancelled:
        return set()
    spread = timedelta(minutes=int(entry.uid[:4], 16) % SPREAD)
    if isinstance(entry.begins, datetime):
        local = entry.begins.tzinfo if isinstance(entry.begins.tzinfo, ZoneInfo) else zone
        day, morning = entry.begins.date(), by_day(entry.begins - AHEAD + spread, local, spread)
    else:
        local, day = zone, entry.begins
        morning = on(day, MORNING, local) + spread
    return {turn_at(one) for one in (on(day - A_DAY, EVENING, local) + spread, morning)}


def by_day(moment: datetime, zone: ZoneInfo, spread: timedelta) -> datetime:
    """The moment, or the evening before it where it lies in the night."""
    if moment.time() < DAY_BEGINS:
        return on(moment.date() - A_DAY, EVENING, zone) + spread
    return on(moment.date(), EVENING, zone) + spread if moment.time() >= DAY_ENDS else moment


def on(day: date, hour: time, zone: ZoneInfo) -> datetime:
    """An hour of a day on the clock of a place."""
    return datetime.combine(day, hour, zone)


def turn_at(moment: datetime) -> Turn:
    """A letter due at a moment; it is not sent when it would come too late, or at night."""
    night = moment.replace(hour=DAY_ENDS.hour, minute=0)
    until = min(moment.astimezone(UTC) + LATE, night.astimezone(UTC))
    return Turn(moment.astimezone(UTC).isoformat(), until.isoformat())


def key_for(wish: UUID, matter: UUID, salt: bytes) -> bytes:
    """The key of a reminder's box: from the boot key, and from the salt of the matter where it has one."""
    key = subkey(settings.NAMES_KEY, "calendars.reminders")
    return salted_key(key, salt, context_of(wish, matter)) if salt else key


def context_of(wish: UUID, matter: UUID) -> bytes:
    """What a reminder's box is bound to."""
    return b"calendars.reminder" + wish.bytes + matter.bytes


def sealed_reminder(wish: UUID, matter: UUID, told: Sealed, salt: bytes) -> bytes:
    """A reminder sealed by the boot key, bound to its place."""
    body = json.dumps(asdict(told), separators=(",", ":")).encode()
    return seal(key_for(wish, matter, salt), body, context_of(wish, matter))


def opened_reminder(row: Reminder, salt: bytes) -> Sealed | None:
    """What a reminder says; None where it is damaged, or its matter was erased."""
    where = row.wish_id, row.matter_id
    try:
        told = json.loads(open_envelope(key_for(*where, salt), bytes(row.box), context_of(*where)))
        return Sealed(tuple(Turn(**one) for one in told["turns"]), told["address"], told["language"])
    except (NotSealedHere, ValueError, TypeError, KeyError):
        return None


@transaction.atomic
def plan_letters(
    *, file: MatterFile, readers: Iterable[UUID], dates: Dates, zone: ZoneInfo, now: datetime
) -> None:
    """Seal the letters that are still to go for each reader who wants some; what was sent is not planned again."""
    wishes = ReminderWish.objects.select_for_update(of=("self",)).filter(holder__in=list(readers))
    wanted = list(wishes.select_related("holder").order_by("id"))
    Reminder.objects.filter(matter=file.matter).exclude(wish__in=wanted).delete()
    if not wanted:
        return
    before = {one.wish_id: one for one in Reminder.objects.filter(matter=file.matter)}
    addresses = addresses_of(file, now)
    turns = {turn for one in dates.values() for turn in turns_of(one, zone)}
    for wish in wanted:
        row = before.get(wish.id)
        old = opened_reminder(row, file.safe.salt) if row else None
        waiting = {one.due for one in old.turns} if old else set()
        left = sorted(
            (one for one in turns if one.due > now.astimezone(UTC).isoformat() or one.due in waiting),
            key=lambda one: one.due,
        )
        address, language = ("", "ru") if wish.holder.member_id else addresses.get(wish.holder_id, ("", "ru"))
        told = Sealed(tuple(left), address, language)
        if told != old:
            box = sealed_reminder(wish.id, file.matter.id, told, file.safe.salt)
            Reminder.objects.update_or_create(wish=wish, matter=file.matter, defaults={"box": box})


def addresses_of(file: MatterFile, now: datetime) -> Mapping[UUID, tuple[str, str]]:
    """Where those who hear of news in the matter get letters, and in which language."""
    found = addressees_of(file, author=Author("house"), inner=False, now=now)
    return {one.holder: (one.box.address, one.box.language) for one in found}
