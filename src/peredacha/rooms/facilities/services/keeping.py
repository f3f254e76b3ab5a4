"""Cards, facts and outcomes written into the tables, many at a time."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from peredacha.rooms.facilities.models import Chapter, Facility, Fact, Outcome, PhoneLine, Window
from peredacha.rooms.facilities.selectors import folded
from peredacha.rooms.facilities.services.drafts import CardDraft, FactDraft, OutcomeDraft
from peredacha.rooms.facilities.services.rows import drop_rows, write_rows


@transaction.atomic
def keep_cards(
    *, chapter: str, cards: Sequence[CardDraft], on: date | None = None, fictional: bool | None = None
) -> None:
    """Write the cards whole: a known code keeps its address and its facts; a line that is gone goes.

    ``on`` is the day of their texts, today if not given; ``fictional`` as their chapter is, if not given.
    """
    if fictional is None:
        fictional = Chapter.objects.filter(key=chapter, fictional=True).exists()
    told = {"changed_on": on or timezone.localdate(), "fictional": fictional}
    facilities = [_facility(card, chapter, told) for card in cards]
    write_rows(Facility, facilities, known_by=["chapter", "code"], leaving=["public_id"])
    numbers = _numbers(chapter)
    written = {numbers[card.code]: card for card in cards}
    lines = [PhoneLine(facility_id=n, **asdict(line)) for n, card in written.items() for line in card.phones]
    windows = [Window(facility_id=n, **asdict(one)) for n, card in written.items() for one in card.windows]
    _drop_gone(chapter, "position", lines, PhoneLine, written)
    write_rows(PhoneLine, lines, known_by=["facility", "position"])
    _drop_gone(chapter, "purpose", windows, Window, written)
    write_rows(Window, windows, known_by=["facility", "purpose"])


@transaction.atomic
def keep_facts(*, chapter: str, facts: Sequence[FactDraft]) -> None:
    """Write the facts; one whose key its card knows is changed. Raises KeyError where there is no card."""
    numbers = _numbers(chapter)
    rows = []
    for fact in facts:
        values = asdict(fact)
        rows.append(Fact(facility_id=numbers[values.pop("facility")], **values))
    write_rows(Fact, rows, known_by=["facility", "key"])


@transaction.atomic
def keep_outcomes(*, outcomes: Sequence[OutcomeDraft]) -> None:
    """Write counted outcomes; of one that is there the count is changed. Raises KeyError where there is no card."""
    cards = Facility.objects.order_by("pk").values_list("pk", "chapter", "code")
    numbers = {(chapter, code): pk for pk, chapter, code in cards}
    rows = []
    for outcome in outcomes:
        values = asdict(outcome)
        card = numbers[values.pop("chapter"), values.pop("code")]
        rows.append(Outcome(facility_id=card, **values))
    named = ["facility", "subject", "thing", "verdict", "reason", "on", "origin"]
    write_rows(Outcome, rows, known_by=named)


def _facility(card: CardDraft, chapter: str, told: Mapping[str, Any]) -> Facility:
    values = asdict(card)
    del values["phones"], values["windows"]
    russian = (card.name_ru, card.short_name_ru, card.place_ru, card.address_ru)
    english = (card.name_en, card.short_name_en, card.place_en, card.address_en)
    return Facility(chapter=chapter, search=folded(*russian, *english), **told, **values)


def _numbers(chapter: str) -> dict[str, int]:
    """Numbers of the chapter's cards by code."""
    return dict(Facility.objects.filter(chapter=chapter).order_by("pk").values_list("code", "pk"))


def _drop_gone(
    chapter: str,
    part: str,
    staying: Sequence[PhoneLine | Window],
    model: type[PhoneLine | Window],
    written: Collection[int],
) -> None:
    """Remove the lines or windows of the written cards that no longer stand on them."""
    stay = {(row.facility_id, getattr(row, part)) for row in staying}
    there = model._default_manager.filter(facility__chapter=chapter).order_by("pk")
    rows = there.values_list("pk", "facility_id", part)
    drop_rows(model, [pk for pk, card, key in rows if card in written and (card, key) not in stay])
