"""What the room does: asks the law, and puts its answer into the words of the page."""

from peredacha.rooms.calculators.services.custody import count_custody
from peredacha.rooms.calculators.services.deadlines import count_term
from peredacha.rooms.calculators.services.listing import told_calculators, told_rule
from peredacha.rooms.calculators.services.parcels import count_parcels
from peredacha.rooms.calculators.services.served import count_parole, count_served
from peredacha.rooms.calculators.services.told import ToldAnswer

__all__ = [
    "ToldAnswer",
    "count_custody",
    "count_parcels",
    "count_parole",
    "count_served",
    "count_term",
    "told_calculators",
    "told_rule",
]
