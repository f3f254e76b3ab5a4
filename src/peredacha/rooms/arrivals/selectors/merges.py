"""Where a matter went when two were made one."""

from datetime import date

from peredacha.rooms.arrivals.models import Merge
from peredacha.rooms.matters.models import Matter, MatterState
from peredacha.rooms.matters.services import MatterFile
from peredacha.rooms.people.models import Member, RoleKind
from peredacha.rooms.people.selectors import roles_of

MOST_STEPS = 20


def may_merge(member: Member | None, file: MatterFile, *, today: date) -> bool:
    """Whether a helper may make another matter one with this open one: a coordinator who reads all of it."""
    if member is None or file.inner is None or file.matter.state == MatterState.CLOSED:
        return False
    return RoleKind.COORDINATOR in roles_of(member, today)


def merged_into(matter: Matter) -> Matter | None:
    """The matter that goes on in the place of this one; None where it was not merged."""
    found = None
    here = matter
    for _step in range(MOST_STEPS):
        step = Merge.objects.filter(merged=here).select_related("kept__card").first()
        if step is None:
            break
        found = here = step.kept
    return found


def merges_into(matter: Matter) -> list[Merge]:
    """Every matter that was told again in this one, the newest last."""
    return list(Merge.objects.filter(kept=matter).select_related("merged").order_by("sequence"))


def can_undo(merge: Merge, *, today: date) -> bool:
    """Whether two matters can still be parted: in time, and the kept one was not merged further."""
    return today <= merge.undo_until and not Merge.objects.filter(merged=merge.kept_id).exists()
