"""The eight words: shown until they are written down, and the way back that they open."""

from datetime import datetime, timedelta

import segno
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from peredacha.core.sealing import KeyPair, ReturnCode
from peredacha.rooms.asking.services.check_words import greet, kept_greeting, leave_first
from peredacha.rooms.asking.services.renewing import is_renewing, put_in_force
from peredacha.rooms.people.services import (
    FAMILY,
    Visit,
    begin_try,
    begin_visit,
    change_extra,
    forget_wrong,
    only_if_tried,
)
from peredacha.rooms.vault.services import is_written_down, mark_written_down, open_code

FREE, FREE_OF_A_SOURCE = 5, 20
"""So many wrong codes with the same two first words, or from one source, before a wait."""


class Wait(Exception):
    """Too many wrong codes came from there: wait so many seconds."""

    def __init__(self, pause: timedelta) -> None:
        """``pause``: how long."""
        super().__init__()
        self.minutes = int(pause.total_seconds() // 60) + 1


def words_to_show(visit: Visit) -> tuple[str, ...] | None:
    """The eight words while they may still be shown; None once they were written down."""
    text = visit.extra.get("code", "")
    if not text or (is_written_down(visit.subject) and not is_renewing(visit)):
        return None
    return tuple(text.split(" "))


def code_qr(words: tuple[str, ...]) -> SafeString:
    """The eight words as a picture for a phone's camera: words alone, no address, so that it tells little."""
    picture = segno.make(" ".join(words), error="m", micro=False)
    return mark_safe(picture.svg_inline(scale=4, border=2, svgclass=None, lineclass=None, omitsize=True))  # noqa: S308  # nosec B308 B703


def words_are_written_down(visit: Visit, *, now: datetime) -> bool:
    """Two words were typed back: the words are never shown again; new ones are in force from now on.

    False where new ones could not be taken: other ones are shown then. Raises AllPlacesTaken.
    """
    if is_renewing(visit):
        return put_in_force(visit=visit, now=now)
    mark_written_down(visit.subject)
    if word := visit.extra.get("check_word", ""):
        pair = KeyPair.unpacked(visit.keys)
        leave_first(holder=visit.subject, pair=pair, word=word, today=timezone.localdate(now))
    change_extra(visit, code=None, code_language=None, check_word=None)
    return True


def come_back(code: ReturnCode, *, source: bytes, once: str, now: datetime) -> Visit | None:
    """A visit of the family with this code; None for a wrong one. Raises Wait, AllPlacesTaken.

    The wait belongs to the source [empty where it is not known] and to the two first words. ``once``: the mark of
    the form that was sent.
    """
    lanes = [
        *([(b"code source", source, FREE_OF_A_SOURCE)] if source else []),
        (b"locator", code.locator, FREE),
    ]
    for name, value, free in lanes:
        if pause := begin_try(name, value, now=now, free=free):
            raise Wait(pause)
    with only_if_tried(*(lane[:2] for lane in lanes)):
        keys = open_code(code)
    if keys is None:
        return None
    for lane in lanes:
        forget_wrong(*lane[:2])
    mark_written_down(keys.holder)
    today = timezone.localdate(now)
    greeting = greet(holder=keys.holder, pair=keys.pair, language=code.language, once=once, today=today)
    packed, extra = keys.pair.packed(), kept_greeting(greeting)
    return begin_visit(kind=FAMILY, subject=keys.holder, keys=packed, now=now, extra=extra)
