"""Second factors of a member, as their owner sees them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.conf import settings

from peredacha.core.sealing import NotSealedHere, open_envelope
from peredacha.rooms.people.models import Member, OneTimeCode, SecondFactor


@dataclass(frozen=True)
class FactorLine:
    """One factor on the account page."""

    id: UUID
    kind: str
    label: str
    last_used_on: date | None


def factors_of(member: Member) -> list[FactorLine]:
    """The factors of a member, the newest use first."""
    rows = SecondFactor.objects.filter(member=member).order_by("-last_used_on", "id")
    return [FactorLine(row.id, row.get_kind_display(), _label(row), row.last_used_on) for row in rows]


def count_printed_codes(member: Member) -> int:
    """How many printed codes are still unused."""
    return OneTimeCode.objects.filter(member=member, used=False).count()


def _label(factor: SecondFactor) -> str:
    try:
        body = open_envelope(settings.FACTORS_KEY, bytes(factor.label_box), factor.context("label"))
    except NotSealedHere:
        return ""
    return body.decode("utf-8", "replace")
