"""Facts added to a matter, each followed by a fresh card and the day of the next look."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from peredacha.core.facts import Author, Fact, Told
from peredacha.core.sealing import NotSealedHere
from peredacha.rooms.matters.models import FactRow, Matter
from peredacha.rooms.matters.services.cards import put_card
from peredacha.rooms.matters.services.clocks import clock_from
from peredacha.rooms.matters.services.drawing import URGENCY, drawn_card, next_look
from peredacha.rooms.matters.services.files import MatterFile, open_file
from peredacha.rooms.vault.services import Keys, renewed_if_stale, write_row


@transaction.atomic
def tell(
    *, keys: Keys, file: MatterFile, fact: Fact, author: Author, now: datetime, inner: bool = False
) -> MatterFile:
    """Add one fact, to the helpers' safe if ``inner``; gives the file as it stands then. Raises TooLong."""
    safe = file.inner if inner else file.safe
    if safe is None:
        raise NotSealedHere
    write_row(FactRow, renewed_if_stale(keys, safe), Told(fact, author, now.isoformat()).packed())
    again = open_file(keys, file.matter, now=now)
    if again is None:
        raise NotSealedHere
    refresh(keys=keys, file=again, now=now)
    return again


def refresh(*, keys: Keys, file: MatterFile, now: datetime) -> None:
    """Draw the card, the urgency and the next look anew from the facts."""
    card = drawn_card(file, now=now)
    matter = file.matter
    matter.urgency = URGENCY.get(card.queue, 0)
    matter.next_on = next_look(file, now=now)
    matter.erase_on = clock_from(matter.state, timezone.localdate(now))
    Matter.objects.filter(id=matter.id).update(
        urgency=matter.urgency, next_on=matter.next_on, erase_on=matter.erase_on
    )
    put_card(matter=matter, card=card, keys=keys, salt=file.safe.salt)
