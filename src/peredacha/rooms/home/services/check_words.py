"""The check word in words: what the family finds, and what it takes along for the next visit."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from peredacha.rooms.asking.services import greeting_of
from peredacha.rooms.desk.services import day_in_words
from peredacha.rooms.people.services import Visit


@dataclass(frozen=True)
class ToldCheck:
    """The ``word`` that should stand on the card, the ``fresh`` one for the next visit, and when the words were used.

    ``used`` is "" where nobody has come with them before; ``word`` is "" where it is ``damaged``.
    """

    word: str
    fresh: str
    used: str
    damaged: bool


def told_check(visit: Visit | None, *, today: date) -> ToldCheck | None:
    """What the page of this visit says about the eight words; None where it did not begin with them."""
    greeting = greeting_of(visit)
    if greeting is None:
        return None
    used = ""
    if greeting.on == today.isoformat():
        used = _("Your eight words were last used today, before this visit.")
    elif greeting.on:
        used = _("Your eight words were last used on %(day)s.") % {"day": day_in_words(greeting.on)}
    return ToldCheck(greeting.word, greeting.fresh, used, greeting.damaged)
