"""Dates as a feed that a phone subscribes to and that moves by itself (RFC 5545, RFC 7986).

Titles are the caller's: they must tell nothing of what the matter is. A date that falls away is told as cancelled and
stays in the feed: a date that merely vanished would stand on in half of the calendars.
"""

from peredacha.core.feeds.entries import DAY_ALARMS, HOUR_ALARMS, Entry, moved
from peredacha.core.feeds.writing import feed

__all__ = ["DAY_ALARMS", "HOUR_ALARMS", "Entry", "feed", "moved"]
