"""Know-how as everybody may read it, with its age."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q
from django.utils.translation import get_language, ngettext

from peredacha.design.wording import one_in_words
from peredacha.rooms.know_how.models import KnowHow, KnowHowState
from peredacha.rooms.know_how.selectors.places import topic_of

FADES = timedelta(days=180)
"""Without a new yes for so long it is called old news."""


@dataclass(frozen=True)
class KnowHowLine:
    """One answer as the page shows it."""

    id: UUID
    topic: str
    text: str
    checked: str
    is_old: bool


def published(*, today: date, stage: str = "", facility: str = "", chapter: str = "") -> list[KnowHowLine]:
    """What was published for a stage or a facility or everywhere, by topic, the freshest first."""
    rows = KnowHow.objects.filter(state=KnowHowState.PUBLISHED)
    for name, value in (("stage", stage), ("facility", facility), ("chapter", chapter)):
        if value:
            rows = rows.filter(**{name: value})
    lines = [line_of(row, today) for row in rows.order_by("-last_confirmed_on", "id")]
    return sorted(lines, key=lambda line: (line.topic, line.is_old))


def is_published(*, stage: str, facility: str) -> tuple[bool, bool]:
    """Whether something stands for a stage, and for a facility; an empty key has nothing. One query."""
    rows = KnowHow.objects.filter(Q(stage=stage) | Q(facility=facility), state=KnowHowState.PUBLISHED)
    found = set(rows.values_list("stage", "facility"))
    return (
        bool(stage) and any(one == stage for one, _place in found),
        bool(facility) and any(one == facility for _stage, one in found),
    )


def line_of(row: KnowHow, today: date) -> KnowHowLine:
    """One answer in the language of the page; the other language where there is no such text."""
    ru, en = row.text_ru, row.text_en
    text = (en or ru) if (get_language() or "ru").startswith("en") else (ru or en)
    day = row.last_confirmed_on or date.min
    checked = ngettext(
        "Confirmed by %(n)s helper, last on %(day)s.",
        "Confirmed by %(n)s helpers, last on %(day)s.",
        row.confirmed_by_n,
    ) % {"n": row.confirmed_by_n, "day": one_in_words(day)}
    return KnowHowLine(row.id, topic_of(row.stage, row.facility), text, checked, today - day > FADES)
