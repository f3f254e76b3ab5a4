"""The events of the store: of one good, of a month, and their sums."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import F, Sum
from django.utils.translation import gettext as _

from peredacha.core.language import date_in_words
from peredacha.design.wording import language
from peredacha.rooms.stores.models import Good, Movement, MovementKind
from peredacha.rooms.stores.selectors.shelves import where_of

MOST_SHOWN = 60


@dataclass(frozen=True)
class Moved:
    """What moved in a span of days: pieces and weight [grams] of one good, in one way."""

    kind: str
    good: UUID
    pieces: int
    grams: int


def movements_of(good: Good) -> list[dict[str, str]]:
    """The last events of a good, the newest first, as lines of a history."""
    rows = Movement.objects.filter(lot__good=good).select_related("lot__place")[:MOST_SHOWN]
    return [
        {
            "when": date_in_words(one.day, language()),
            "who": "",
            "what": _("%(what)s: %(n)s (%(where)s)")
            % {
                "what": MovementKind(one.kind).label,
                "n": f"{one.pieces:+d}".replace("-", "−"),
                "where": where_of(one.lot),
            },
        }
        for one in rows
    ]


def sums_of(lots: Iterable[UUID]) -> dict[UUID, int]:
    """The sum of the events of each of these lots: what must lie there."""
    rows = Movement.objects.filter(lot__in=list(lots)).order_by()
    return dict(rows.values_list("lot").annotate(total=Sum("pieces")))


def moved_between(chapter: str, first: date, last: date) -> Iterator[Moved]:
    """What came and went from the first day to the last, both included; for a report in kind."""
    rows = Movement.objects.filter(lot__good__chapter=chapter, day__range=(first, last)).order_by()
    told = rows.values_list("kind", "lot__good").annotate(
        n=Sum("pieces"), g=Sum(F("pieces") * F("lot__good__grams"))
    )
    for kind, good, pieces, grams in told.order_by("kind", "lot__good_id"):
        yield Moved(kind, good, pieces, grams)
