"""One plan for one family, with its place, its court and whom to ask."""

from dataclasses import dataclass
from datetime import datetime

from peredacha.core.law.land import Land
from peredacha.core.law.plan import Answers, Hint, Letter, Place, Plan
from peredacha.rooms.facilities.selectors import DutyPhone, FacilityLine, list_by_kinds, list_duty_phones
from peredacha.rooms.intake.selectors import Surroundings, current_land, surroundings


@dataclass(frozen=True)
class PlaceToAsk:
    """A kind of place to ask, and the cards of such places in this region."""

    place: Place
    cards: tuple[FacilityLine, ...]


@dataclass(frozen=True)
class PlanPage:
    """Everything that the plan page shows."""

    plan: Plan
    land: Land
    where: Surroundings
    answers: Answers
    hints: tuple[Hint, ...]
    letters: tuple[Letter, ...]
    whereabouts_first: bool
    duty: tuple[DutyPhone, ...]


def draw_plan(answers: Answers, *, now: datetime) -> PlanPage | None:
    """The plan for these answers at ``now``; None while nothing says what happened."""
    land = current_land()
    where = surroundings(answers)
    plan = land.drawer.draw(answers, now=now, zone=where.zone)
    if plan is None:
        return None
    known = land.guide.relevant(answers)
    search = land.whereabouts
    return PlanPage(
        plan=plan,
        land=land,
        where=where,
        answers=known,
        hints=search.hints_for(known),
        letters=search.letters_at(plan.stage.id),
        whereabouts_first=known.get("whereabouts") in ("unknown", "moved", "?"),
        duty=tuple(list_duty_phones(where.region.code)) if where.region else (),
    )


def places_to_ask(page: PlanPage) -> tuple[PlaceToAsk, ...]:
    """Each kind of place to ask at this stage with its cards in the region, read in one query."""
    places, where = page.land.whereabouts.places_at(page.plan.stage.id), page.where
    if where.region is None:
        return tuple(PlaceToAsk(place, ()) for place in places)
    kinds = {kind for place in places for kind in place.kinds}
    cards = list_by_kinds(where.region.code, tuple(sorted(kinds)))
    return tuple(
        PlaceToAsk(place, tuple(card for card in cards if card.kind in place.kinds)) for place in places
    )
