"""A parcel is asked for: by the family, out of a letter, by a helper."""

from dataclasses import asdict
from datetime import datetime
from uuid import uuid4

from django.db import transaction
from django.utils import timezone

from peredacha.core.carried import ASKED, next_look
from peredacha.rooms.errands.services import OpenErrands, begin_errands, new_carried_safe, seat_for
from peredacha.rooms.matters.services import MatterFile, monday
from peredacha.rooms.parcels.models import Parcel, ParcelRequest, ParcelRow
from peredacha.rooms.parcels.services.cards import put_card
from peredacha.rooms.parcels.services.files import ParcelFile, parcels_of
from peredacha.rooms.vault.models import Safe
from peredacha.rooms.vault.services import Keys, write_first_rows


@transaction.atomic
def ask_parcel(
    *, keys: Keys, file: MatterFile, request: ParcelRequest, now: datetime, once: str = ""
) -> ParcelFile:
    """A new parcel for the person of a matter. Raises TooLong, NotSealedHere.

    ``once``: the mark of a form; the same form sent twice gives one parcel.
    """
    errands = begin_errands(keys=keys, file=file, now=now)
    Safe.objects.select_for_update().filter(id=errands.safe.id).first()
    known = parcels_of(keys, file, now=now) if once else []
    found = next((one for one in known if one.once == once), None)
    return found or laid_out(keys, file, errands, request, now=now, once=once)


def laid_out(
    keys: Keys, file: MatterFile, errands: OpenErrands, request: ParcelRequest, *, now: datetime, once: str
) -> ParcelFile:
    """The parcel with a safe of its own, its first line and its card; inside a transaction."""
    today, seat = timezone.localdate(now), seat_for(keys=keys, file=file, now=now)
    safe = new_carried_safe(keys=keys, file=file, seat=seat)
    row = Parcel(
        id=uuid4(),
        matter=file.matter,
        safe_id=safe.id,
        seat=seat,
        chapter=file.matter.chapter,
        week=monday(today),
        next_on=next_look(ASKED, (), deliver_by=request.deliver_by, today=today),
    )
    row.save(force_insert=True)
    line = {"what": "request", "request": asdict(request), "slot": str(uuid4()), "once": once}
    write_first_rows(ParcelRow, safe, [line])
    empty = ParcelFile(row=row, keys=errands.keys, safe=safe, errands=errands)
    made = empty.reading([line])
    put_card(made)
    return made
