"""Claims of the shift: taken in one step, given back, ending by themselves. Opening or printing never claims."""

from datetime import datetime, timedelta

from django.db import transaction

from peredacha.rooms.matters.models import Claim, Matter
from peredacha.rooms.people.models import Member

LASTS = timedelta(minutes=30)


class ClaimedByAnother(Exception):
    """Another helper is at it; ``claim`` says who and until when."""

    def __init__(self, claim: Claim) -> None:
        """``claim``: the other's claim."""
        super().__init__()
        self.claim = claim


@transaction.atomic
def claim(*, matter: Matter, member: Member, now: datetime) -> Claim:
    """Take the matter for half an hour; taking it again prolongs. Raises ClaimedByAnother."""
    Matter.objects.select_for_update().get(id=matter.id)
    Claim.objects.filter(until__lte=now).delete()
    found = Claim.objects.filter(matter=matter).select_related("member").first()
    if found and found.member_id != member.id:
        raise ClaimedByAnother(found)
    made, _new = Claim.objects.update_or_create(
        matter=matter, defaults={"member": member, "until": (now + LASTS).replace(second=0, microsecond=0)}
    )
    return made


def release(*, matter: Matter, member: Member) -> None:
    """Give the matter back; nothing happens when somebody else has it."""
    Claim.objects.filter(matter=matter, member=member).delete()
