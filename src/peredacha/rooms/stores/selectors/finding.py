"""What somebody scans or writes at the shelf, and what it means."""

from dataclasses import dataclass
from datetime import date

from peredacha.rooms.goods.selectors import code_of, good_of_code, looks_like_code
from peredacha.rooms.stores.models import INCOMING, Good, Lot, Movement
from peredacha.rooms.stores.selectors.shelves import GoodLine, good_line, shelves

LATELY = 6


@dataclass(frozen=True)
class Found:
    """The one good of a code, or the goods of some words, or a code that nobody has met yet."""

    good: Good | None = None
    lines: tuple[GoodLine, ...] = ()
    new_code: str = ""


def find_goods(chapter: str, text: str, today: date) -> Found:
    """What a code or some words name; a code with a wrong figure names nothing."""
    if not looks_like_code(text):
        return Found(lines=tuple(shelves(chapter, today, text)))
    code = code_of(text)
    good = good_of_code(chapter, code)
    return Found(good=good, new_code="" if good else code)


def came_lately(chapter: str, today: date) -> list[GoodLine]:
    """The goods that came in last, each once, for two taps."""
    came = Movement.objects.filter(kind__in=INCOMING, lot__good__chapter=chapter, lot__good__gone=False)
    rows = came.select_related("lot__good").order_by("-day", "id")[: LATELY * LATELY]
    goods = list({one.lot.good_id: one.lot.good for one in rows}.values())[:LATELY]
    return [
        good_line(one, Lot.objects.filter(good=one, pieces__gt=0).select_related("place"), today)
        for one in goods
    ]
