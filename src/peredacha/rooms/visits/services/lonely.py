"""Whom nobody visits: those without a visit that is known of first, then those whose last one is longest ago."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peredacha.design.wording import one_in_words
from peredacha.rooms.errands.models import ErrandFile
from peredacha.rooms.errands.selectors import all_errands
from peredacha.rooms.errands.services import open_errands, place_age
from peredacha.rooms.vault.services import Keys
from peredacha.rooms.visits.selectors import last_weeks, with_a_visit_ahead

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


def least_visited(chapter: str) -> list[tuple[ErrandFile, date | None]]:
    """The people of a chapter without a visit ahead, who was left alone longest first. Needs no key."""
    last, rows = last_weeks(chapter), all_errands(chapter)
    ahead = with_a_visit_ahead(one.matter_id for one in rows)
    alone = [(one, last.get(one.matter_id)) for one in rows if one.matter_id not in ahead]
    return sorted(alone, key=lambda one: (one[1] or date.min, one[0].matter.week, one[0].id))


def nobody_came(keys: Keys, chapter: str, *, now: datetime) -> list[Lonely]:
    """The top of that list as these keys open it."""
    today, found = timezone.localdate(now), list[Lonely]()
    for row, week in least_visited(chapter)[:SHOWN]:
        opened = open_errands(keys, row, now=now)
        if opened is None:
            continue
        said = (
            _("The last visit was in the week of %(day)s.") % {"day": one_in_words(week)} if week else NEVER
        )
        person = opened.recipient
        found.append(
            Lonely(
                row.id, person.name or _("No name told yet"), place_age(person, today=today).name, str(said)
            )
        )
    return found
