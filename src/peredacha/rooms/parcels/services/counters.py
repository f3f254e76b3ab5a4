"""What the counter of the person leaves, beside the day of a parcel; and why there is no place."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from peredacha.design.grounds import told_norms
from peredacha.design.quotas import Cells, allowed_used_left
from peredacha.rooms.errands.selectors import current_land
from peredacha.rooms.errands.services import NoSlot, OpenErrands, none_left_said, short_counter

CARRIED = 2
"""The first rows of the table speak of parcels and packets, the others of visits."""


@dataclass(frozen=True)
class ToldCounter:
    """What is left in one sentence, allowed and used as a table, the law."""

    said: str
    table: tuple[Cells, ...]
    norms: tuple[str, ...]
    unsure: str


def told_counter(errands: OpenErrands, *, now: datetime) -> ToldCounter:
    """What is used and left today."""
    today, person = timezone.localdate(now), errands.recipient
    answer = errands.counter(today, today=today)
    unsure = ""
    if person.held == "colony" and not (person.regime and person.admitted_on):
        unsure = _("Regime or day of arrival is not known: the count may be wrong. Ask, then look again.")
    return ToldCounter(
        short_counter(errands, today=today),
        allowed_used_left(answer)[:CARRIED],
        told_norms(answer.bases, current_land().acts),
        unsure,
    )


def why_no_place(refused: NoSlot) -> str:
    """That the law leaves no place, and what to do instead."""
    said = none_left_said(refused.why)
    if refused.why.kind == "packets":
        return said
    instead = _("A small packet may still be possible; medicines with a doctor's paper do not count.")
    return f"{said} {instead}"
