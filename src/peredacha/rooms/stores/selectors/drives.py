"""Collections with what was put on the shelf from each."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import F, Sum

from peredacha.core.language import date_in_words
from peredacha.design.wording import language
from peredacha.rooms.goods.selectors import weight_in_words
from peredacha.rooms.stores.models import Drive, Movement


@dataclass(frozen=True)
class DriveLine:
    """One collection as the page shows it; weights in words, empty where nobody weighed or nothing came in yet."""

    name: str
    day: str
    what: str
    weight: str
    on_shelf: str


def drives_of(chapter: str) -> list[DriveLine]:
    """Every collection of a chapter, the newest first."""
    rows = Movement.objects.filter(drive__chapter=chapter).order_by()
    put = dict(rows.values_list("drive").annotate(g=Sum(F("pieces") * F("lot__good__grams"))))
    return [line_of(one, put) for one in Drive.objects.filter(chapter=chapter)]


def line_of(drive: Drive, put: Mapping[object, int]) -> DriveLine:
    """One collection; ``put``: grams on the shelf by collection."""
    return DriveLine(
        drive.name,
        date_in_words(drive.day, language()),
        drive.what,
        weight_in_words(drive.grams) if drive.grams else "",
        weight_in_words(put[drive.id]) if drive.id in put else "",
    )
