"""What the shift does on the queue: wakes what comes due, takes the next one."""

from datetime import date, datetime

from django.utils import timezone

from peredacha.rooms.desk.services import take
from peredacha.rooms.matters.models import Matter
from peredacha.rooms.matters.selectors import claims_on, due_between
from peredacha.rooms.matters.services import SOON, URGENCY, ClaimedByAnother, open_file
from peredacha.rooms.shifts.selectors import Queue, class_now, ranked, read_queue, sound_cards
from peredacha.rooms.shifts.services.news import news_of
from peredacha.rooms.shifts.services.queue import ToldQueue, told_queue
from peredacha.rooms.vault.services import Keys

MOST_WOKEN = 100
"""So many lines are looked at each time the queue is opened; where there are more, each minute others."""
LONGEST_LOOK = 500
"""So many lines are looked at for the next free one."""


def queue_page(keys: Keys, chapter: str, *, kind: str, page: int, now: datetime) -> ToldQueue:
    """One page of the queue in words, after what comes due was woken."""
    wake(keys=keys, chapter=chapter, now=now)
    found: Queue = read_queue(keys, chapter, now=now, kind=kind, page=page)
    return told_queue(found, news=news_of(keys, [one.matter for one in found.cards], now=now), now=now)


def wake(*, keys: Keys, chapter: str, now: datetime) -> int:
    """Give matters whose promised day comes near the urgency of a deadline; gives how many.

    Nothing but this can do it: the day of a promise is clear, that it is one stands in the sealed card.
    """
    today = timezone.localdate(now)
    rows = due_between(chapter, date.min, today + SOON).filter(urgency__lt=URGENCY["deadline"])
    start = now.minute * MOST_WOKEN % max(rows.count(), 1)
    near = [
        one.matter.id
        for one in sound_cards(keys, rows[start : start + MOST_WOKEN])
        if one.card and class_now(one.card, today) == "deadline"
    ]
    return Matter.objects.filter(id__in=near).update(urgency=URGENCY["deadline"])


def take_next(*, keys: Keys, chapter: str, now: datetime) -> Matter | None:
    """Claim the first line that waits today and at which nobody is; None when there is none.

    Two helpers who press at once get two matters.
    """
    rows = ranked(keys, chapter, today=timezone.localdate(now))
    due = [
        one.matter
        for one, _n in zip(rows, range(LONGEST_LOOK))
        if one.card and one.matter.next_on <= timezone.localdate(now)
    ]
    claimed = claims_on([one.id for one in due], now=now)
    for matter in due:
        file = open_file(keys, matter, now=now) if matter.id not in claimed else None
        if file is None:
            continue
        try:
            take(keys=keys, file=file, now=now)
        except ClaimedByAnother:
            continue
        return matter
    return None
