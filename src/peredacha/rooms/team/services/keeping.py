"""A member looks after the own account: name, printed words, rest, second factors."""

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from peredacha.core.language import phrase
from peredacha.core.sealing import KeyPair, seal
from peredacha.rooms.people.models import Member, MemberState, SecondFactor
from peredacha.rooms.people.selectors import find_member
from peredacha.rooms.people.services import (
    WRONG_CODE,
    Refused,
    Visit,
    add_totp,
    box_for_recovery,
    change_extra,
    matching_step,
    new_totp_secret,
)
from peredacha.rooms.team.services.words import are_typed_right, prepared_code

LAST_FACTOR = Refused(phrase("This is your last second factor. Add another one first, then remove this."))


def rename(*, member: Member, name: str) -> None:
    """Another display name."""
    member.name_box = seal(settings.NAMES_KEY, name.encode(), member.context("name"))
    member.save(update_fields=["name_box"])


def keep_words(*, visit: Visit, typed: tuple[str, ...]) -> bool:
    """Put new printed words in force when two of them were typed back rightly; the old paper opens nothing."""
    code, member = prepared_code(visit), find_member(visit.subject)
    if code is None or member is None or not are_typed_right(visit, typed):
        return False
    box_for_recovery(member, words=code.entropy, pair=KeyPair.unpacked(visit.keys))
    member.save(update_fields=["recovery_box"])
    change_extra(visit, words=None, places=None)
    return True


def pause(*, member: Member) -> None:
    """Take a rest: nobody new is asked of this member; what he or she holds stays open for the hand-over."""
    Member.objects.filter(pk=member.pk, state=MemberState.ACTIVE).update(state=MemberState.PAUSED)


def resume(*, member: Member) -> None:
    """Come back from a rest."""
    Member.objects.filter(pk=member.pk, state=MemberState.PAUSED).update(state=MemberState.ACTIVE)


def prepare_app(*, visit: Visit) -> str:
    """The secret for one more app, kept in the visit until its first code is confirmed."""
    if "secret" not in visit.extra:
        change_extra(visit, secret=new_totp_secret())
    return visit.extra["secret"]


def confirm_app(
    *, visit: Visit, member: Member, typed: str, label: str, now: datetime
) -> SecondFactor | Refused:
    """Keep the app when its first code is right."""
    secret = visit.extra["secret"]
    step = matching_step(secret, "".join(typed.split()), now)
    if step is None:
        return WRONG_CODE
    change_extra(visit, secret=None)
    return add_totp(member=member, secret=secret, label=label, step=step, today=timezone.localdate(now))


def remove_factor(*, member: Member, factor_id: UUID) -> Refused | None:
    """Take one second factor away, never the last one."""
    with transaction.atomic():
        mine = SecondFactor.objects.select_for_update().filter(member=member)
        if len(mine) <= 1:
            return LAST_FACTOR
        mine.filter(pk=factor_id).delete()
    return None
