"""What the room does: tells dates to calendars, makes and ends their addresses, sends letters before a day."""

from peredacha.rooms.calendars.services.dating import Dated
from peredacha.rooms.calendars.services.letters import Reminded, send_reminders
from peredacha.rooms.calendars.services.making import (
    NowhereToWrite,
    TooManyFeeds,
    end_feed,
    find_own,
    has_address,
    make_feed,
    publish_all,
    stop_letters,
    want_letters,
    wants_letters,
)
from peredacha.rooms.calendars.services.publishing import publish, publish_anew
from peredacha.rooms.calendars.services.serving import fetched

__all__ = [
    "Dated",
    "NowhereToWrite",
    "Reminded",
    "TooManyFeeds",
    "end_feed",
    "fetched",
    "find_own",
    "has_address",
    "make_feed",
    "publish",
    "publish_all",
    "publish_anew",
    "send_reminders",
    "stop_letters",
    "want_letters",
    "wants_letters",
]
