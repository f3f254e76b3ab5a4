"""One-time codes: from an app (each counts once), and ten printed ones for the day the app is lost."""

import base64
import hmac
import json
import secrets
from datetime import date, datetime
from typing import Any

import pyotp
from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from peredacha.core.sealing import seal, tag
from peredacha.rooms.people.models import FactorKind, Member, OneTimeCode, SecondFactor
from peredacha.rooms.people.selectors import open_secret

STEP = 30
"""Seconds that one code of the app lives; one step early or late is taken too."""
PRINTED_CODES = 10


def new_totp_secret() -> str:
    """A random secret for an app, as base 32."""
    return pyotp.random_base32()


def totp_address(secret: str) -> str:
    """What the square picture says to the app."""
    return pyotp.TOTP(secret).provisioning_uri(name=neutral_name(), issuer_name=neutral_name())


def neutral_name() -> str:
    """How the entry is called in an app: somebody who looks into the phone learns nothing."""
    return _("Notes")


def matching_step(secret: str, typed: str, now: datetime, after: int = -1) -> int | None:
    """The time step [30 s since 1970] whose code was typed, if it is later than step ``after``."""
    totp, step = pyotp.TOTP(secret), int(now.timestamp()) // STEP
    fitting = [
        one for one in (step - 1, step, step + 1) if hmac.compare_digest(totp.generate_otp(one), typed)
    ]
    return next((one for one in fitting if one > after), None)


def add_totp(*, member: Member, secret: str, label: str, step: int, today: date) -> SecondFactor:
    """Keep an app whose first code, of time step ``step``, was confirmed."""
    return add_factor(member, FactorKind.TOTP, {"secret": secret, "step": step}, label, today)


def add_factor(
    member: Member, kind: FactorKind, stored: dict[str, Any], label: str, today: date
) -> SecondFactor:
    """A new factor with its secret and label sealed."""
    factor = SecondFactor(member=member, kind=kind, last_used_on=today)
    factor.secret_box = seal_secret(factor, stored)
    factor.label_box = seal(settings.FACTORS_KEY, label.encode(), factor.context("label"))
    factor.save()
    return factor


def seal_secret(factor: SecondFactor, stored: dict[str, Any]) -> bytes:
    """The box of a factor's secret."""
    return seal(settings.FACTORS_KEY, json.dumps(stored).encode(), factor.context("secret"))


def use_code(*, member: Member, typed: str, now: datetime, today: date) -> bool:
    """Whether ``typed`` is a fresh code of an app or an unused printed one; it is used up with this."""
    code = "".join(letter for letter in typed.casefold() if letter.isalnum())
    if len(code) == 6 and code.isascii() and code.isdigit():
        return _use_app_code(member, code, now, today)
    return _use_printed_code(member, code)


def make_printed_codes(*, member: Member) -> tuple[str, ...]:
    """Ten fresh codes of 50 bits, shown once; the old ones are void."""
    codes = tuple(
        base64.b32encode(secrets.token_bytes(10)).decode()[:10].lower() for _code in range(PRINTED_CODES)
    )
    with transaction.atomic():
        OneTimeCode.objects.filter(member=member).delete()
        OneTimeCode.objects.bulk_create(
            OneTimeCode(member=member, hash=_code_tag(member, code)) for code in codes
        )
    return tuple(f"{code[:5]}-{code[5:]}" for code in codes)


def _use_app_code(member: Member, code: str, now: datetime, today: date) -> bool:
    with transaction.atomic():
        for factor in SecondFactor.objects.select_for_update().filter(member=member, kind=FactorKind.TOTP):
            stored = open_secret(factor)
            step = matching_step(stored["secret"], code, now, stored["step"]) if stored else None
            if step is not None:
                factor.secret_box = seal_secret(factor, {**stored, "step": step})
                factor.last_used_on = today
                factor.save(update_fields=["secret_box", "last_used_on"])
                return True
    return False


def _use_printed_code(member: Member, code: str) -> bool:
    found = OneTimeCode.objects.filter(member=member, hash=_code_tag(member, code), used=False)
    return found.update(used=True) == 1


def _code_tag(member: Member, code: str) -> bytes:
    return tag(settings.FACTORS_KEY, b"people.one-time-code", member.id.bytes, code.encode())
