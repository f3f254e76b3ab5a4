"""A helper's own families: whom one stands by, and how it ended with the others."""

from datetime import datetime

from django.utils.translation import gettext as _

from peredacha.rooms.conversations.services import news_for
from peredacha.rooms.desk.services import Line, day_in_words
from peredacha.rooms.matters.selectors import closed_of_safes, matters_of_safes
from peredacha.rooms.matters.services import OpenCard, closing_words, drawn_card, how_it_ended, open_file
from peredacha.rooms.shifts.selectors import held_by
from peredacha.rooms.shifts.services.queue import QueueLine, told_line
from peredacha.rooms.vault.services import Keys


def told_own(keys: Keys, *, now: datetime) -> tuple[QueueLine, ...]:
    """The families whom this helper stands by, the most urgent first."""
    lines = []
    for matter in matters_of_safes(held_by(keys)):
        file = open_file(keys, matter, now=now)
        if file:
            news = sum(map(len, news_for(keys, [file.safe, file.inner]).values()))
            lines.append(told_line(OpenCard(matter, drawn_card(file, now=now)), None, now, news=news))
    return tuple(lines)


def told_ended(keys: Keys, *, now: datetime) -> tuple[Line, ...]:
    """How it ended with the families whom this helper stood by."""
    found = []
    for matter in closed_of_safes(held_by(keys)):
        file = open_file(keys, matter, now=now)
        if file:
            said = how_it_ended(file) or closing_words(file)
            title = drawn_card(file, now=now).alias or _("Without a name")
            day = {"day": day_in_words(matter.erase_on.isoformat())}
            found.append(Line(_("kept until the week of %(day)s") % day, title, said))
    return tuple(found)
