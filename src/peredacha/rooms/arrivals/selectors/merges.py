"""Where a matter went when two were made one."""

from datetime import date

from peredacha.rooms.arrivals.models import Merge
from peredacha.rooms.matters.models import Matter

MOST_STEPS = 20


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
