"""Who would take a request."""

from peredacha.rooms.facilities.models import Chapter
from peredacha.rooms.vault.models import Holder
from peredacha.rooms.vault.selectors import receptions


def receiver_for(region: str) -> tuple[str, Holder | None]:
    """The chapter that receives a request from a region, and its reception: its own, else the first one.

    Empty and None where nobody would read. Only chapters count whose reception has a key that the house itself wrote.
    """
    receiving = receptions()
    if len(receiving) > 1:
        own = Chapter.objects.filter(key__in=receiving, region=region).order_by("key").first()
        if own:
            return own.key, receiving[own.key]
    return next(iter(receiving.items()), ("", None))
