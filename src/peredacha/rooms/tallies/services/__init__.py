"""What the room does."""

from peredacha.rooms.tallies.services.counting import count, uncount
from peredacha.rooms.tallies.services.reports import ToldReport, as_csv, inside_report, public_report
from peredacha.rooms.tallies.services.spending import spend, take_back
from peredacha.rooms.tallies.services.tables import load_months
from peredacha.rooms.tallies.services.telling import (
    ToldCost,
    ToldMonth,
    ToldSpending,
    roubles,
    told_cost,
    told_house,
    told_spendings,
)

__all__ = [
    "ToldCost",
    "ToldMonth",
    "ToldReport",
    "ToldSpending",
    "as_csv",
    "count",
    "inside_report",
    "load_months",
    "public_report",
    "roubles",
    "spend",
    "take_back",
    "told_cost",
    "told_house",
    "told_spendings",
    "uncount",
]
