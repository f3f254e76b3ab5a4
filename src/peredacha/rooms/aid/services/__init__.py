"""What the room does."""

from peredacha.rooms.aid.services.changing import (
    NEXT_STATES,
    ChangedMeanwhile,
    add_good,
    answer,
    drop_good,
    take_step,
)
from peredacha.rooms.aid.services.files import body_of, find_file, keep_file
from peredacha.rooms.aid.services.offers import (
    NoReaders,
    OpenOffer,
    begin_offer,
    erase_due_offers,
    erase_offer,
    open_offer,
)
from peredacha.rooms.aid.services.papers import KINDS, Writing, printed, writing_of
from peredacha.rooms.aid.services.telling import (
    FILES,
    ToldOffer,
    states_after,
    told_list,
    told_offer,
    told_offers,
)

__all__ = [
    "FILES",
    "KINDS",
    "NEXT_STATES",
    "ChangedMeanwhile",
    "NoReaders",
    "OpenOffer",
    "ToldOffer",
    "Writing",
    "add_good",
    "answer",
    "begin_offer",
    "body_of",
    "drop_good",
    "erase_due_offers",
    "erase_offer",
    "find_file",
    "keep_file",
    "open_offer",
    "printed",
    "states_after",
    "take_step",
    "told_list",
    "told_offer",
    "told_offers",
    "writing_of",
]
