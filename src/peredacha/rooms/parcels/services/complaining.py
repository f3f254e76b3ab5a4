"""The complaint after a refusal: a paper that begins with the day, the thing, the reason and the place."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from peredacha.core.carried import Refusal, refusal_of
from peredacha.rooms.facilities.models import Reason
from peredacha.rooms.facilities.selectors import find_facility
from peredacha.rooms.matters.services import open_file
from peredacha.rooms.parcels.services.files import ParcelFile
from peredacha.rooms.plans.services import answer, begin, read_binder
from peredacha.rooms.vault.services import Keys

FILING = "parcel_refusal"
WHOLE = "передача целиком"
"""As the paper says that all of it was refused; papers are in Russian."""
SAYS_NOTHING = (Reason.NO_REASON, Reason.OTHER)


@transaction.atomic
def complain(*, keys: Keys, parcel: ParcelFile, now: datetime) -> UUID | None:
    """A draft of the complaint with what is known of the refusal; the one that stands already, if there is one.

    Gives its random name; None where these keys do not read the matter, or nothing was refused. Raises TooLong.
    """
    file, refusal = open_file(keys, parcel.row.matter, now=now), refusal_of(parcel.steps)
    if file is None or refusal is None:
        return None
    facts = facts_of(parcel, refusal, timezone.localdate(now))
    for one in read_binder(file).papers:
        if one.filing.key == FILING and one.draft.open and facts.items() <= one.draft.facts.items():
            return one.id
    name = begin(keys=keys, file=file, filing=FILING, now=now)
    paper = read_binder(file).find(name)
    if paper is None:
        return None
    for need, value in facts.items():
        answer(keys=keys, file=file, paper=paper, need=paper.filing.needs[need], value=value)
    return name


def facts_of(parcel: ParcelFile, refusal: Refusal, today: date) -> dict[str, Any]:
    """By need of the paper what the parcel knows, in the words of the window."""
    person = parcel.errands.recipient
    with override("ru"):
        card = find_facility(person.facility, today=today) if person.facility else None
        reasons = [str(Reason(one).label) for one in refusal.codes if one not in SAYS_NOTHING]
    told = {
        "done_day": refusal.on,
        "refused": list(refusal.things) or [WHOLE],
        "reason": "; ".join(refusal.words or reasons),
        "held_in": card.name if card else person.place,
        "status": person.held,
    }
    return {need: value for need, value in told.items() if value}
