"""Who acts with these keys."""

from datetime import date, timedelta
from uuid import UUID

from peredacha.core.facts import Author
from peredacha.rooms.arrivals.models import Ticket
from peredacha.rooms.people.selectors import display_name
from peredacha.rooms.vault.services import Keys

TICKETS_STAY = timedelta(days=2)


def author_of(keys: Keys) -> Author:
    """The helper with the name shown now."""
    return Author("member", str(keys.member.id), display_name(keys.member)) if keys.member else Author()


def take_ticket(ticket: UUID, *, today: date) -> tuple[Ticket, bool]:
    """The row of a form, and whether it is sent for the first time; inside a transaction."""
    Ticket.objects.filter(day__lt=today - TICKETS_STAY).delete()
    return Ticket.objects.get_or_create(id=ticket, defaults={"day": today})
