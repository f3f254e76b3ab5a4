"""A new phone for a helper who lost the old one and the printed codes, when two members vouched.

It needs the passphrase (an open first step of a sign-in), what both vouchers said by voice, and a code of the new app.
"""

import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from peredacha.core.language import phrase
from peredacha.rooms.guardians.services import comeback_of, is_ripe, spoken_code
from peredacha.rooms.journal.models import Act
from peredacha.rooms.journal.services import record
from peredacha.rooms.people.models import Member, SecondFactor
from peredacha.rooms.people.selectors import may_enter
from peredacha.rooms.people.services import (
    HELPER,
    WRONG_CODE,
    Refused,
    Visit,
    add_totp,
    begin_try,
    begin_visit,
    end_visits,
    forget_wrong,
    make_printed_codes,
    matching_step,
    too_early,
    waiting_member,
)
from peredacha.rooms.team.services.keeping import prepare_app
from peredacha.rooms.vault.models import LASTS_DAYS, Comeback, Lost

WRONG_SPOKEN = Refused(
    phrase("These are not the codes that your two colleagues told you. Call them, then type both once more.")
)


@dataclass(frozen=True, repr=False)
class Standing:
    """How the way back stands for whoever gave the passphrase; ``secret``: for the new app, or "" as long as closed.

    ``opens_on``: None as long as nobody vouched; ``second``: whether two did.
    """

    opens_on: date | None = None
    second: bool = False
    secret: str = ""


def standing_of(visit: Visit | None, *, today: date) -> Standing:
    """How it stands; a stranger is told nothing."""
    member = waiting_member(visit)
    found = comeback_of(member, today) if member else None
    if visit is None or found is None:
        return Standing()
    open_now = found.lost == Lost.FACTORS and is_ripe(found, today)
    return Standing(
        opens_on=found.since + timedelta(days=LASTS_DAYS),
        second=found.second_id is not None,
        secret=prepare_app(visit=visit) if open_now else "",
    )


def replace_phone(*, visit: Visit, spoken: Sequence[str], typed: str, now: datetime) -> Visit | Refused:
    """The open visit when everything fits: every old factor is gone, and every other visit is over.

    Wrong codes slow down the second step of the account, as wrong one-time codes do.
    """
    member, today = waiting_member(visit), timezone.localdate(now)
    if member is None:
        return WRONG_SPOKEN
    lane = (b"second-factor", member.id.bytes)
    if wait := begin_try(*lane, now=now):
        return Refused(too_early(wait))
    secret = visit.extra.get("secret", "")
    step = matching_step(secret, "".join(typed.split()), now) if secret else None
    if step is None:
        return WRONG_CODE
    codes = _replaced(member, spoken, secret=secret, step=step, today=today)
    if not codes:
        return WRONG_SPOKEN
    forget_wrong(*lane)
    end_visits(kind=HELPER, subject=member.id)
    extra = {"codes": " ".join(codes)}
    return begin_visit(kind=HELPER, subject=member.id, keys=visit.keys, now=now, extra=extra)


@transaction.atomic
def _replaced(
    member: Member, spoken: Sequence[str], *, secret: str, step: int, today: date
) -> tuple[str, ...]:
    """Fresh printed codes when the new app is the only factor now; nothing where the spoken codes are wrong."""
    if not may_enter(member, today) or not _used(member, spoken, today):
        return ()
    SecondFactor.objects.filter(member=member).delete()
    add_totp(member=member, secret=secret, label="", step=step, today=today)
    codes = make_printed_codes(member=member)
    record(act=Act.KEYS_CHANGED, chapter=member.chapter, actor=member.id, today=today)
    return codes


def _used(member: Member, spoken: Sequence[str], today: date) -> bool:
    """Whether the comeback is ripe and these are the codes of both vouchers; it is used up."""
    rows = Comeback.objects.select_for_update(of=("self",)).filter(member=member, lost=Lost.FACTORS)
    found = rows.select_related("by", "second").first()
    if found is None or found.second is None or not is_ripe(found, today):
        return False
    right = sorted(_bare(spoken_code(found, one)) for one in (found.by, found.second))
    typed = sorted(_bare(one) for one in spoken)
    if not hmac.compare_digest(" ".join(right).encode(), " ".join(typed).encode()):
        return False
    return Comeback.objects.filter(pk=found.pk).delete()[0] == 1


def _bare(code: str) -> str:
    return "".join(letter for letter in code.casefold() if letter.isalnum())
