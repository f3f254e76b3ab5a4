"""To whom a writer writes: always whoever had no letter for longest, never somebody chosen."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from peredacha.rooms.letters.models import Correspondent, Letter, LetterState, Offer
from peredacha.rooms.letters.selectors import is_writer, least_written
from peredacha.rooms.letters.services.opening import OpenCorrespondent, open_correspondent
from peredacha.rooms.people.models import Member
from peredacha.rooms.vault.services import Keys

MOST_SKIPS = 2
"""So often a day a writer may ask for another one."""


class NobodyWaits(Exception):
    """There is nobody to write to just now."""


class NoMoreSkips(Exception):
    """Another one was asked for often enough today."""


def offer_of(keys: Keys, *, now: datetime) -> tuple[Offer, OpenCorrespondent] | None:
    """To whom a writer writes just now; None for nobody, and where letters are no longer wished."""
    offers = Offer.objects.filter(member=keys.member, correspondent__stopped=False)
    offer = offers.select_related("correspondent__matter", "correspondent__seat").first()
    opened = open_correspondent(keys, offer.correspondent, now=now) if offer else None
    return (offer, opened) if offer and opened else None


@transaction.atomic
def take_offer(*, keys: Keys, now: datetime) -> Offer:
    """Somebody to write to: the one given already, else from the top of the list. Raises NobodyWaits."""
    member = locked(keys)
    found = offer_of(keys, now=now)
    if found:
        return found[0]
    Offer.objects.filter(member=member).exclude(day=timezone.localdate(now)).delete()
    spent = Offer.objects.filter(member=member).first()
    return given(keys, member, spent, now=now)


@transaction.atomic
def another(*, keys: Keys, now: datetime) -> Offer:
    """Somebody else from the top of the list, twice a day. Raises NoMoreSkips, NobodyWaits."""
    member = locked(keys)
    today = timezone.localdate(now)
    before = Offer.objects.filter(member=member).first()
    if before and before.day == today and before.skips >= MOST_SKIPS:
        raise NoMoreSkips
    return given(
        keys, member, before, now=now, skips=before.skips + 1 if before and before.day == today else 0
    )


@transaction.atomic
def write_again(*, keys: Keys, letter: Letter, now: datetime) -> Offer | None:
    """The writer of an answered letter goes on with the same person; None where that is not so."""
    member = locked(keys)
    if letter.state != LetterState.ANSWERED or not is_writer(letter, keys.holder):
        return None
    if letter.correspondent.stopped or Offer.objects.filter(correspondent=letter.correspondent).exists():
        return Offer.objects.filter(correspondent=letter.correspondent, member=member).first()
    skips = (
        Offer.objects.filter(member=member, day=timezone.localdate(now))
        .values_list("skips", flat=True)
        .first()
    )
    return put(member, letter.correspondent, now=now, skips=skips or 0)


def locked(keys: Keys) -> Member:
    """The writer, held until the transaction ends: two taps at once give one person."""
    if keys.member is None:
        raise NobodyWaits
    return Member.objects.select_for_update().get(id=keys.member.id)


def given(keys: Keys, member: Member, before: Offer | None, *, now: datetime, skips: int = 0) -> Offer:
    """The first one on the list whose card opens. Raises NobodyWaits."""
    for row in least_written(member.chapter, timezone.localdate(now)):
        if (before and row.id == before.correspondent_id) or open_correspondent(keys, row, now=now) is None:
            continue
        try:
            with transaction.atomic():
                return put(member, row, now=now, skips=skips)
        except IntegrityError:
            continue
    raise NobodyWaits


def put(member: Member, row: Correspondent, *, now: datetime, skips: int) -> Offer:
    """The offer of a member, instead of the one before."""
    told = {"correspondent": row, "day": timezone.localdate(now), "skips": skips}
    return Offer.objects.update_or_create(member=member, defaults=told)[0]
