"""Tables of the room: addresses without the address, sealed dates, wishes for letters."""

from peredacha.rooms.calendars.models.dates import DatesRow
from peredacha.rooms.calendars.models.feeds import EndedFeed, Feed, FeedBox, FeedKind
from peredacha.rooms.calendars.models.reminders import Reminder, ReminderWish

__all__ = ["DatesRow", "EndedFeed", "Feed", "FeedBox", "FeedKind", "Reminder", "ReminderWish"]
