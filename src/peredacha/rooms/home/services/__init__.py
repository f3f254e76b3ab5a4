"""What the family's page does: tells how it stands, gives everything along, erases everything."""

from peredacha.rooms.home.services.exports import ToldExport, told_export
from peredacha.rooms.home.services.families import ToldFamily, file_of_family, told_family
from peredacha.rooms.home.services.leaving import erase, erase_due, scrub
from peredacha.rooms.home.services.standing import Stands, told_stands

__all__ = [
    "Stands",
    "ToldExport",
    "ToldFamily",
    "erase",
    "erase_due",
    "file_of_family",
    "scrub",
    "told_export",
    "told_family",
    "told_stands",
]
