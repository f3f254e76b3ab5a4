"""People with one parcel left this year, in the database that the environment names, and two ways to reach for it."""

from dataclasses import dataclass, replace
from datetime import timedelta
from io import StringIO
from uuid import uuid4

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.utils import timezone  # noqa: E402
from world import signed_in  # noqa: E402

from peredacha.core.facts import Author, Person, Request  # noqa: E402
from peredacha.core.law.quotas import Slot, none_left  # noqa: E402
from peredacha.rooms.errands.services import (  # noqa: E402
    NoSlot,
    OpenErrands,
    begin_errands,
    errands_of,
    note_slot,
    reserve,
    tell_recipient,
)
from peredacha.rooms.matters.services import open_by_helper, open_file  # noqa: E402
from peredacha.rooms.people.services import Visit  # noqa: E402
from peredacha.rooms.vault.services import Keys  # noqa: E402

USED = 3
"""Of the four parcels a year in the ordinary conditions of a strict regime."""
WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Waiting:
    """One person: the errands as they stood when everybody looked at the page."""

    keys: Keys
    opened: OpenErrands

    def too_many(self) -> int:
        """How many more were given than the law leaves."""
        file = open_file(self.keys, self.opened.row.matter, now=timezone.now())
        seen = errands_of(self.keys, file, now=timezone.now()) if file else None
        if seen is None:
            raise SystemExit("the errands do not open: bench/slots_world.py no longer fits the house")
        found = seen.counter(timezone.localdate(), today=timezone.localdate()).parcels
        return max(found.used - (found.allowed or 0), 0)


def prepared() -> tuple[Visit, Keys]:
    """The tables, the demo chapter, and Pavel who is signed in."""
    for alias in settings.DATABASES:
        call_command("migrate", verbosity=0, database=alias, skip_checks=True)
    call_command("load_chapter", str(settings.CHAPTER), verbosity=0)
    call_command("load_demo_people", str(settings.CHAPTER), stdout=StringIO())
    return signed_in(timezone.now())


def ready(count: int, keys: Keys) -> list[Waiting]:
    """So many people, each with one parcel left."""
    return [person(keys, number) for number in range(count)]


def person(keys: Keys, number: int) -> Waiting:
    """One person whose year has one place left."""
    now, today = timezone.now(), timezone.localdate()
    facts = [Request(asks=("parcel",)), Person(surname=f"Кузнецов{number}", given="Илья", sex="m")]
    matter = open_by_helper(keys=keys, facts=facts, author=Author(), now=now)
    file = open_file(keys, matter, now=now)
    if file is None:
        raise SystemExit("the matter does not open for who made it")
    opened = begin_errands(keys=keys, file=file, now=now)
    told = {
        "held": "colony",
        "regime": "strict",
        "conditions": "ordinary",
        "admitted_on": str(today - 9 * WEEK),
    }
    opened = tell_recipient(opened=opened, recipient=replace(opened.recipient, **told), now=now)
    for _parcel in range(USED):
        opened = note_slot(opened=opened, slot=Slot(uuid4().hex, "parcels", today), now=now)
    return Waiting(keys, opened)


def reaching(who: Waiting) -> bool:
    """A helper takes the place as the house does it; False where none is left."""
    try:
        reserve(opened=who.opened, slot=wanted(), now=timezone.now())
    except NoSlot:
        return False
    return True


def looking_first(who: Waiting) -> bool:
    """A helper looks whether a place is left, then writes it down: without holding the counter meanwhile."""
    file = open_file(who.keys, who.opened.row.matter, now=timezone.now())
    fresh = errands_of(who.keys, file, now=timezone.now()) if file else None
    if fresh is None:
        raise SystemExit("the errands do not open")
    today = timezone.localdate()
    if none_left(fresh.counter(today, today=today), "parcels"):
        return False
    note_slot(opened=fresh, slot=wanted(), now=timezone.now())
    return True


def wanted() -> Slot:
    """A plan of a helper's own."""
    today = timezone.localdate()
    return Slot(uuid4().hex, "parcels", today, state="reserved", until=today + WEEK)
