"""What can be done with the journal: write an entry, count, blank the entries of what is erased, report."""

from peredacha.rooms.journal.services.blanking import blank_entries
from peredacha.rooms.journal.services.counting import bump
from peredacha.rooms.journal.services.recording import record
from peredacha.rooms.journal.services.reporting import MonthReport, month_report

__all__ = ["MonthReport", "blank_entries", "bump", "month_report", "record"]
