"""What others may read of the facilities room."""

from peredacha.core.packing import Practice
from peredacha.rooms.facilities.selectors.cards import FacilityCard, find_facility
from peredacha.rooms.facilities.selectors.facts import FactView
from peredacha.rooms.facilities.selectors.finding import (
    FacilityLine,
    FoundPage,
    list_by_kinds,
    list_facilities,
    page_of_facilities,
)
from peredacha.rooms.facilities.selectors.folding import folded
from peredacha.rooms.facilities.selectors.practice import bans_of, practice_of, thing_name
from peredacha.rooms.facilities.selectors.regions import (
    DutyPhone,
    list_duty_phones,
    list_region_choices,
    region_names,
)
from peredacha.rooms.facilities.selectors.shapes import want_fact, wants_of
from peredacha.rooms.facilities.selectors.windows import Phone, WindowView, days_in_words

__all__ = [
    "DutyPhone",
    "FacilityCard",
    "FacilityLine",
    "FactView",
    "FoundPage",
    "Phone",
    "Practice",
    "WindowView",
    "bans_of",
    "days_in_words",
    "find_facility",
    "folded",
    "list_by_kinds",
    "list_duty_phones",
    "list_facilities",
    "list_region_choices",
    "page_of_facilities",
    "practice_of",
    "region_names",
    "thing_name",
    "want_fact",
    "wants_of",
]
