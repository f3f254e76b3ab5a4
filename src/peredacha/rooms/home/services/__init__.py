"""What the family's page does: tells how it stands, gives everything along, erases everything."""

from peredacha.rooms.home.services.check_words import ToldCheck, told_check
from peredacha.rooms.home.services.exports import ToldExport, packed_export
from peredacha.rooms.home.services.families import ToldFamily, file_of_family, told_family
from peredacha.rooms.home.services.leaving import erase, erase_carried, erase_due, scrub
from peredacha.rooms.home.services.standing import Stands, told_stands

__all__ = [
    "Stands",
    "ToldCheck",
    "ToldExport",
    "ToldFamily",
    "erase",
    "erase_carried",
    "erase_due",
    "file_of_family",
    "packed_export",
    "scrub",
    "told_check",
    "told_family",
    "told_stands",
]
