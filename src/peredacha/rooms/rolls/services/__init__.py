"""Rolls of a mass detention: begun, read, written by several helpers at once, closed into matters."""

from peredacha.rooms.rolls.services.closing import (
    Undone,
    close_roll,
    close_rows,
    reopen_roll,
    undo_closing,
)
from peredacha.rooms.rolls.services.entries import MISSING, STATES, Detained, from_line
from peredacha.rooms.rolls.services.files import (
    RollEntry,
    RollFile,
    Station,
    begin_roll,
    erase_due_rolls,
    erase_roll,
    open_roll,
)
from peredacha.rooms.rolls.services.told import (
    ToldRow,
    ToldStation,
    said_of,
    told_row,
    told_stations,
)
from peredacha.rooms.rolls.services.writing import (
    ChangedMeanwhile,
    add_one,
    change_row,
    paste_rows,
)

__all__ = [
    "MISSING",
    "STATES",
    "ChangedMeanwhile",
    "Detained",
    "RollEntry",
    "RollFile",
    "Station",
    "ToldRow",
    "ToldStation",
    "Undone",
    "add_one",
    "begin_roll",
    "change_row",
    "close_roll",
    "close_rows",
    "erase_due_rolls",
    "erase_roll",
    "from_line",
    "open_roll",
    "paste_rows",
    "reopen_roll",
    "said_of",
    "told_row",
    "told_stations",
    "undo_closing",
]
