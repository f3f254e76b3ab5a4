"""Whom nobody visits, in words."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peredacha.design.wording import one_in_words
from peredacha.rooms.errands.services import open_errands, place_age
from peredacha.rooms.matters.services import monday
from peredacha.rooms.vault.services import Keys
from peredacha.rooms.visits.services.turns import least_visited

SHOWN = 20
"""So many are shown; who stands further down comes up when these were visited."""
NEVER = gettext_lazy("Nobody came in the last half year, as far as is known here.")


@dataclass(frozen=True)
class Lonely:
    """Somebody in the list."""

    errands: UUID
    name: str
    place: str
    said: str


def nobody_came(keys: Keys, chapter: str, *, now: datetime) -> list[Lonely]:
    """The top of that list as these keys open it."""
    today, found = timezone.localdate(now), list[Lonely]()
    for row, day in least_visited(keys, chapter, today=today)[:SHOWN]:
        opened = open_errands(keys, row, now=now)
        if opened is None:
            continue
        said = (
            _("The last visit was in the week of %(day)s.") % {"day": one_in_words(monday(day))}
            if day
            else NEVER
        )
        person = opened.recipient
        found.append(
            Lonely(
                row.id, person.name or _("No name told yet"), place_age(person, today=today).name, str(said)
            )
        )
    return found
