"""What happened at a window written down: at once by those we know, after a look by a helper for strangers."""

from datetime import date
from functools import cache
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import F

from peredacha.jurisdictions.chapters import read_chapter
from peredacha.rooms.facilities.models import VERDICTS, Facility, Outcome, Report, Subject
from peredacha.rooms.facilities.models.outcomes import LONGEST_THING, REASONS

MOST_WAITING = 40
"""So many reports of strangers wait for one card; more would only bury the others."""


def own_chapter() -> str:
    """The key of the chapter that this installation serves."""
    return _key(settings.CHAPTER)


@transaction.atomic
def note_outcome(
    *,
    facility: str,
    thing: str,
    verdict: str,
    on: date,
    reason: str = "",
    subject: str = Subject.GOODS,
) -> bool:
    """Count one person who met this at the place of that public id; False where there is no such card.

    ``thing`` is a class of goods, the public name of a good, or the key of a line; never anything of a person.
    Raises ValueError for a verdict or a reason that does not belong there, or a thing that is empty or too long.
    """
    check_outcome(subject, thing, verdict, reason)
    place = Facility.objects.filter(public_id=facility).first()
    if place is None:
        return False
    row, created = Outcome.objects.get_or_create(
        facility=place,
        subject=subject,
        thing=thing,
        verdict=verdict,
        reason=reason,
        on=on,
        origin=own_chapter(),
    )
    if not created:
        Outcome.objects.filter(pk=row.pk).update(count=F("count") + 1)
    return True


@transaction.atomic
def report_outcome(
    *,
    facility: str,
    thing: str,
    verdict: str,
    on: date,
    reason: str = "",
    subject: str = Subject.GOODS,
) -> bool:
    """Let a stranger's word wait for a helper; False where there is no such card, or too many wait for it.

    Raises ValueError as :func:`note_outcome` does. The same word of the same day waits once.
    """
    check_outcome(subject, thing, verdict, reason)
    place = Facility.objects.filter(public_id=facility).first()
    if place is None or place.reports.count() >= MOST_WAITING:
        return False
    Report.objects.get_or_create(
        facility=place, subject=subject, thing=thing, verdict=verdict, reason=reason, on=on
    )
    return True


@transaction.atomic
def settle_report(*, report: UUID, is_so: bool) -> bool:
    """Take a report out of the queue, and count it if a helper knows that it is so; False where it is gone."""
    found = Report.objects.select_for_update().select_related("facility").filter(pk=report).first()
    if found is None:
        return False
    found.delete()
    if is_so:
        note_outcome(
            facility=found.facility.public_id,
            subject=found.subject,
            thing=found.thing,
            verdict=found.verdict,
            reason=found.reason,
            on=found.on,
        )
    return True


def check_outcome(subject: str, thing: str, verdict: str, reason: str) -> None:
    """Raise ValueError, with what to do, for what cannot be counted."""
    if verdict not in VERDICTS.get(subject, ()):
        raise ValueError(f"`{verdict}` says nothing of `{subject}`: use one of {VERDICTS.get(subject, ())}")
    reasons = REASONS.get(verdict, ("",))
    if reason not in reasons:
        raise ValueError(f"`{reason}` is no reason for `{verdict}`: use one of {reasons}")
    if not thing.strip() or len(thing) > LONGEST_THING or not thing.isprintable():
        raise ValueError(f"a thing has a name of 1 to {LONGEST_THING} letters in one line")


@cache
def _key(folder: Path | None) -> str:
    return read_chapter(folder).key if folder else "main"
