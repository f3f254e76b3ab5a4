"""Passkeys as a second factor (WebAuthn). The key is bound to this site's address; what the site keeps is sealed."""

import json
from base64 import b64decode, b64encode
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from webauthn import (
    generate_authentication_options,
    generate_registration_options,
    options_to_json,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from peredacha.core.language import phrase
from peredacha.rooms.people.models import FactorKind, Member, SecondFactor
from peredacha.rooms.people.selectors import may_enter, open_secret
from peredacha.rooms.people.services.factors import add_factor, neutral_name, seal_secret
from peredacha.rooms.people.services.second_step import open_wholly, waiting_member
from peredacha.rooms.people.services.sessions import Visit, change_extra
from peredacha.rooms.people.services.signing_in import Refused, too_early
from peredacha.rooms.people.services.slowing import begin_try, forget_wrong

WRONG_KEY = Refused(phrase("This passkey does not fit. Try once more, or use a one-time code."))


def passkeys_of(member: Member) -> list[SecondFactor]:
    """The member's passkeys."""
    return list(SecondFactor.objects.filter(member=member, kind=FactorKind.PASSKEY))


def registration_options(*, visit: Visit, member: Member) -> str:
    """What the browser needs to make a passkey, as JSON; the challenge stays in the visit."""
    options = generate_registration_options(
        rp_id=settings.WEBAUTHN_HOST,
        rp_name=neutral_name(),
        user_id=member.id.bytes,
        user_name=neutral_name(),
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.DISCOURAGED,
            user_verification=UserVerificationRequirement.PREFERRED,
        ),
        exclude_credentials=_descriptors(passkeys_of(member)),
    )
    change_extra(visit, challenge=bytes_to_base64url(options.challenge))
    return options_to_json(options)


def authentication_options(*, visit: Visit, member: Member) -> str:
    """What the browser needs to use a passkey, as JSON; empty where the member has none."""
    keys = passkeys_of(member)
    if not keys:
        return ""
    options = generate_authentication_options(
        rp_id=settings.WEBAUTHN_HOST,
        allow_credentials=_descriptors(keys),
        user_verification=UserVerificationRequirement.PREFERRED,
    )
    change_extra(visit, challenge=bytes_to_base64url(options.challenge))
    return options_to_json(options)


def add_passkey(
    *, visit: Visit, member: Member, answer: str, label: str, now: datetime
) -> SecondFactor | Refused:
    """Keep the passkey that the browser made for this visit's challenge."""
    challenge = _taken_challenge(visit)
    if challenge is None:
        return WRONG_KEY
    try:
        made = verify_registration_response(
            credential=_fitting(answer),
            expected_challenge=challenge,
            expected_rp_id=settings.WEBAUTHN_HOST,
            expected_origin=settings.SITE_ADDRESS.rstrip("/"),
        )
    except (WebAuthnException, ValueError, KeyError, TypeError):
        return WRONG_KEY
    stored = {
        "id": b64encode(made.credential_id).decode(),
        "key": b64encode(made.credential_public_key).decode(),
        "count": made.sign_count,
    }
    return add_factor(member, FactorKind.PASSKEY, stored, label, timezone.localdate(now))


def give_passkey(*, visit: Visit, answer: str, now: datetime) -> Visit | Refused:
    """The open visit when the passkey signed this visit's challenge."""
    member, challenge = waiting_member(visit), _taken_challenge(visit)
    if member is None or challenge is None:
        return WRONG_KEY
    lane = (b"second-factor", member.id.bytes)
    if wait := begin_try(*lane, now=now):
        return Refused(too_early(wait))
    today = timezone.localdate(now)
    with transaction.atomic():
        used = may_enter(member, today) and _use(member, answer, challenge, now)
    if not used:
        return WRONG_KEY
    forget_wrong(*lane)
    return open_wholly(visit=visit, now=now)


def _use(member: Member, answer: str, challenge: bytes, now: datetime) -> bool:
    rows = SecondFactor.objects.select_for_update().filter(member=member, kind=FactorKind.PASSKEY)
    for factor in rows:
        stored = open_secret(factor)
        try:
            credential = _fitting(answer)
            if not stored or base64url_to_bytes(credential["rawId"]) != b64decode(stored["id"]):
                continue
            signed = verify_authentication_response(
                credential=credential,
                expected_challenge=challenge,
                expected_rp_id=settings.WEBAUTHN_HOST,
                expected_origin=settings.SITE_ADDRESS.rstrip("/"),
                credential_public_key=b64decode(stored["key"]),
                credential_current_sign_count=stored["count"],
            )
        except (WebAuthnException, ValueError, KeyError, TypeError):
            return False
        factor.secret_box = seal_secret(factor, {**stored, "count": signed.new_sign_count})
        factor.last_used_on = timezone.localdate(now)
        factor.save(update_fields=["secret_box", "last_used_on"])
        return True
    return False


def _fitting(answer: str) -> dict[str, Any]:
    """What the browser sent, as an object; raises ValueError for anything else."""
    credential = json.loads(answer)
    if not isinstance(credential, dict):
        raise ValueError("an answer of a passkey is an object")
    return credential


def _taken_challenge(visit: Visit) -> bytes | None:
    """The challenge of this visit, which counts once; None where nothing was asked."""
    challenge = base64url_to_bytes(visit.extra.get("challenge", ""))
    change_extra(visit, challenge=None)
    return challenge or None


def _descriptors(keys: list[SecondFactor]) -> list[PublicKeyCredentialDescriptor]:
    stored = [open_secret(key) for key in keys]
    return [PublicKeyCredentialDescriptor(id=b64decode(one["id"])) for one in stored if one]
