"""Plays on the file of a real house, each in a process of its own: ``python -c "from … import after_the_clock; …"``.

Each prints what came out, as one line of JSON.
"""

import json
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from threading import Barrier
from typing import Any

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection, connections  # noqa: E402
from django.utils import timezone  # noqa: E402
from tests.rooms.errands.world import packing, vera_asks_for_food  # noqa: E402
from tests.rooms.matters.world import keys  # noqa: E402
from tests.rooms.parcels.world import BOX, as_seen, petya_walks, today, vera_wants  # noqa: E402

from peredacha.core.law.quotas import Slot  # noqa: E402
from peredacha.rooms.errands.services import NoSlot, note_slot  # noqa: E402
from peredacha.rooms.home.services import scrub  # noqa: E402
from peredacha.rooms.parcels.models import Parcel, ParcelCard, ParcelRow  # noqa: E402
from peredacha.rooms.parcels.services import (  # noqa: E402
    ChangedMeanwhile,
    ParcelFile,
    erase_due,
    lay_in,
    take_step,
)
from peredacha.rooms.salts.selectors import salts_of  # noqa: E402
from peredacha.rooms.tallies.models import Tally  # noqa: E402
from peredacha.rooms.vault.models import Grant  # noqa: E402

HELPERS = 6


def built() -> None:
    """The tables of a new house."""
    for alias in connections:
        call_command("migrate", database=alias, verbosity=0)


def at_once(*acts: Any) -> list[str]:
    """What each act ends with when all begin in the same moment."""
    begin = Barrier(len(acts))

    def acting(act: Any) -> str:
        try:
            begin.wait(30)
            act()
            return "done"
        except (NoSlot, ChangedMeanwhile) as refused:
            return type(refused).__name__
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as pool:
        return sorted(pool.map(acting, acts))


def the_last_slot() -> None:
    """Six parcels of one person, one place left: everybody sets a day at once. Then one parcel is handed in by many."""
    built()
    chapter, vera = packing(), vera_asks_for_food()
    placed = [petya_walks(chapter, vera_wants(vera), "placed") for _ in range(HELPERS)]
    errands = placed[0].errands
    for key in "abc":
        slot = Slot(key, "parcels", today(), source="family")
        errands = note_slot(opened=errands, slot=slot, now=timezone.now())
    fresh = [as_seen(keys(chapter.petya), one) for one in placed]
    ended = at_once(*[lambda one=one: plan(one) for one in fresh])
    won = Parcel.objects.get(state="planned")
    packed = lay_in(parcel=as_seen(keys(chapter.petya), shown(fresh, won)), contents=BOX, now=timezone.now())
    handed = at_once(*[lambda text=text: hand(packed, text) for text in "ABC"])
    steps = as_seen(keys(chapter.petya), packed).steps
    sys.stdout.write(
        json.dumps({"slot": ended, "handed": handed, "steps": [one.step for one in steps].count("handed")})
    )


def shown(files: list[ParcelFile], row: Parcel) -> ParcelFile:
    """The file of a row."""
    return next(one for one in files if one.id == row.id)


def plan(parcel: ParcelFile) -> None:
    """A day is set."""
    take_step(parcel=parcel, step="planned", on=today() + timedelta(days=3), now=timezone.now())


def hand(parcel: ParcelFile, text: str) -> None:
    """It is handed in, each time with another receipt."""
    take_step(parcel=parcel, step="handed", on=today(), text=text, now=timezone.now())


def in_files(marks: list[bytes]) -> int:
    """How many of these bytes stand in the files of the databases, their journals among them."""
    paths = {Path(str(one["NAME"])) for one in settings.DATABASES.values()}
    files = [file for path in paths for file in path.parent.glob(f"{path.name}*")]
    bodies = [file.read_bytes() for file in files]
    return sum(any(mark in body for body in bodies) for mark in marks)


def after_the_clock() -> None:
    """One parcel reaches him, another is on its way; two weeks later the first one is gone from every byte."""
    built()
    chapter, vera = packing(), vera_asks_for_food()
    parcel = petya_walks(chapter, vera_wants(vera), "delivered")
    other = petya_walks(chapter, vera_wants(vera), "handed")
    safe = parcel.safe.id
    marks = [bytes(one.sealed) for one in ParcelRow.objects.filter(safe=safe)]
    marks += [bytes(one.sealed) for one in Grant.objects.filter(safe=safe)]
    marks += [bytes(ParcelCard.objects.get(parcel=parcel.id).sealed), salts_of([safe])[safe]]
    marks += [parcel.id.hex.encode(), safe.hex.encode()]
    before = in_files(marks)
    early = erase_due(today() + timedelta(days=13))
    gone = erase_due(today() + timedelta(days=14))
    scrub()
    told: dict[str, Any] = {"marks": len(marks), "before": before, "early": early, "gone": gone}
    told |= {"after": in_files(marks), "counted": Tally.objects.get(kind="parcel_delivered").number}
    told |= {"other": as_seen(vera.keys, other).state, "vendor": connection.vendor}
    sys.stdout.write(json.dumps(told))
