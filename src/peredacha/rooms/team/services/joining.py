"""Joining by invitation. Until the second factor is confirmed everything stands in the open visit only."""

import json
from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from peredacha.core.language import phrase
from peredacha.core.sealing import KeyPair
from peredacha.rooms.people.models import Invitation, InvitationState, Member
from peredacha.rooms.people.selectors import find_login
from peredacha.rooms.people.services import (
    HELPER,
    JOINING,
    WRONG_CODE,
    Refused,
    Visit,
    add_totp,
    begin_visit,
    box_for_recovery,
    change_extra,
    draft_member,
    end_visit,
    give_first_roles,
    make_printed_codes,
    matching_step,
    new_totp_secret,
)
from peredacha.rooms.team.selectors import is_open, is_vouched, roles_of_invitation
from peredacha.rooms.team.services.words import are_typed_right, prepare_words, prepared_code

KEPT = ("login_tag", "public_pair", "name_box", "salt", "verifier_hash", "box", "recovery_box")
LOGIN_TAKEN = Refused(phrase("This login name cannot be had. Choose another one."))
RAN_OUT = Refused(phrase("This invitation no longer works. Ask whoever sent it for a new one."))


def begin_joining(
    *, invitation: Invitation, login: str, name: str, passphrase: str, language: str, now: datetime
) -> Visit | Refused:
    """Make the keys of somebody who joins, and the words to be printed. Slow; raises AllPlacesTaken."""
    today = timezone.localdate(now)
    if not (is_open(invitation, today) and is_vouched(invitation, today)):
        return RAN_OUT
    if find_login(login):
        return LOGIN_TAKEN
    pair = KeyPair.fresh()
    member = draft_member(
        chapter=invitation.chapter, login=login, name=name, passphrase=passphrase, pair=pair, today=today
    )
    extra = {"member": _packed(member), "secret": new_totp_secret()}
    visit = begin_visit(kind=JOINING, subject=invitation.id, keys=pair.packed(), now=now, extra=extra)
    prepare_words(visit=visit, language=language)
    return visit


def confirm_words(*, visit: Visit, typed: tuple[str, ...]) -> bool:
    """Seal the keys under the words when two of them were typed back rightly."""
    code = prepared_code(visit)
    if code is None or not are_typed_right(visit, typed):
        return False
    member = _unpacked(visit)
    box_for_recovery(member, words=code.entropy, pair=KeyPair.unpacked(visit.keys))
    change_extra(visit, member=_packed(member), words=None, places=None)
    return True


def step_of(visit: Visit | None) -> str:
    """Which step comes next for somebody who joins: "words", "factor", or "" for everybody else."""
    if visit is None or visit.kind != JOINING:
        return ""
    return "words" if "words" in visit.extra else "factor"


def finish_joining(*, visit: Visit, typed: str, now: datetime) -> Visit | Refused:
    """With the first code of the app the account is made; gives the open visit, which shows the printed codes."""
    today, secret = timezone.localdate(now), visit.extra["secret"]
    step = matching_step(secret, "".join(typed.split()), now)
    if step is None:
        return WRONG_CODE
    try:
        with transaction.atomic():
            member = _join(visit, now)
            if member is None:
                return RAN_OUT
            add_totp(member=member, secret=secret, label="", step=step, today=today)
            codes = make_printed_codes(member=member)
    except IntegrityError:
        return LOGIN_TAKEN
    end_visit(visit)
    extra = {"codes": " ".join(codes)}
    return begin_visit(kind=HELPER, subject=member.id, keys=visit.keys, now=now, extra=extra)


def _join(visit: Visit, now: datetime) -> Member | None:
    today = timezone.localdate(now)
    invitation = Invitation.objects.select_for_update().filter(id=visit.subject).first()
    if invitation is None or not (is_open(invitation, today) and is_vouched(invitation, today)):
        return None
    member = _unpacked(visit)
    member.invited_by = invitation.by
    member.save(force_insert=True)
    give_first_roles(
        member=member,
        kinds=roles_of_invitation(invitation),
        starts_on=today,
        ends_on=invitation.role_ends_on,
        by=invitation.by_id,
    )
    invitation.state, invitation.note_box = InvitationState.USED, None
    invitation.save(update_fields=["state", "note_box"])
    return member


def _packed(member: Member) -> str:
    boxes = {name: bytes(getattr(member, name) or b"").hex() for name in KEPT}
    told = {"id": member.id.hex, "chapter": member.chapter, "state": member.state, "cost": member.cost}
    return json.dumps({**told, "since_week": member.since_week.isoformat(), "boxes": boxes})


def _unpacked(visit: Visit) -> Member:
    stored = json.loads(visit.extra["member"])
    boxes = {name: bytes.fromhex(text) or None for name, text in stored.pop("boxes").items()}
    read = {"id": UUID(stored["id"]), "since_week": date.fromisoformat(stored["since_week"])}
    return Member(**{**stored, **boxes, **read})
