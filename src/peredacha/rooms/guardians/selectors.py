"""What can be read without a key of the house and of the key of last resort."""

from peredacha.rooms.people.models import Member
from peredacha.rooms.vault.models import House, Recovery, RecoveryState, SealLink


def recovery_of(chapter: str) -> Recovery | None:
    """The key of last resort that was announced or stands in a chapter; None where loss is final."""
    rows = Recovery.objects.filter(chapter=chapter).exclude(state=RecoveryState.STOPPED)
    return rows.select_related("holder").first()


def find_house() -> House | None:
    """The row of the house, if it has one."""
    return House.objects.filter(pk=1).first()


def count_links(member: Member) -> int:
    """How many sealing addresses of a member are in force."""
    return SealLink.objects.filter(member=member).count()
