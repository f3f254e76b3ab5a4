"""Facility cards as a veteran writes them: a name, and the town where several have the same."""

from datetime import date

from peredacha.rooms.facilities.selectors import FacilityLine, find_facility, folded, page_of_facilities


def found_places(line: str) -> list[tuple[str, str]]:
    """Public id and name of each card that the line can mean; one when it is exact, none when nobody knows it."""
    wanted = folded(line)
    lines = page_of_facilities(text=line).lines if wanted else ()
    exact = [one for one in lines if wanted in exact_names(one)]
    return [(one.public_id, named(one.title, one.place)) for one in exact or lines]


def exact_names(line: FacilityLine) -> set[str]:
    """Every way to write the card so that it is meant and no other."""
    names = (line.title, line.name)
    return {folded(name) for name in names} | {folded(name, line.place) for name in names}


def named(title: str, place: str) -> str:
    """A card with its town."""
    return f"{title}, {place}" if place else title


def place_name(public_id: str, *, today: date) -> str:
    """The name of a card with its town; empty where it is gone."""
    card = find_facility(public_id, today=today)
    return named(card.title, card.place) if card else ""
