"""Two matters side by side, in words."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from peredacha.design.wording import one_in_words
from peredacha.rooms.arrivals.models import Merge
from peredacha.rooms.arrivals.selectors import can_undo
from peredacha.rooms.arrivals.services.wording import day_of, matter_url, person_in_words
from peredacha.rooms.matters.services import MatterFile, drawn_card
from peredacha.rooms.mentoring.selectors import region_choices, stage_choices
from peredacha.rooms.people.selectors import display_name


@dataclass(frozen=True, repr=False)
class Side:
    """One of two matters."""

    id: UUID
    url: str
    name: str
    rows: tuple[tuple[str, str], ...]
    holder: str


@dataclass(frozen=True, repr=False)
class ToldMerge:
    """A merge that was made."""

    id: UUID
    until: str
    can_undo: bool


def told_side(file: MatterFile, *, now: datetime) -> Side:
    """What tells two matters apart."""
    card, request = drawn_card(file, now=now), file.request
    ways = {
        "phone": _("a call"),
        "paper": _("a paper letter"),
        "mail": _("an e-mail"),
        "roll": _("a roll"),
    }
    rows = (
        (_("The person inside"), person_in_words(card)),
        (_("Who asks"), request.name),
        (_("Stage"), dict(stage_choices()).get(card.stage, "")),
        (_("Region"), dict(region_choices()).get(card.region, "")),
        (_("The place in words"), file.place.words if file.place else ""),
        (_("How to reach"), " ".join(filter(None, [file.reach.value, file.reach.when_safe]))),
        (_("Came by"), ways.get(request.came_by, _("the site"))),
        (_("Came on"), day_of(card.came_at) if card.came_at else ""),
    )
    return Side(
        id=file.matter.id,
        url=matter_url(file.matter.id),
        name=person_in_words(card) or request.name or _("Without a name"),
        rows=tuple((key, value) for key, value in rows if value),
        holder=display_name(file.matter.held_by) if file.matter.held_by else "",
    )


def told_merge(row: Merge, *, today: date) -> ToldMerge:
    """Until when a merge can be undone."""
    return ToldMerge(row.id, one_in_words(row.undo_until), can_undo(row, today=today))
