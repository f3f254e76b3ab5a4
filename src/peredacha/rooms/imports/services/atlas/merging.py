"""The atlas of this installation written out, and another one taken in. What is ours stays ours."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from peredacha.rooms.facilities.models import Facility, Fact, Outcome
from peredacha.rooms.facilities.services import (
    CardDraft,
    FactDraft,
    PhoneDraft,
    WindowDraft,
    keep_cards,
    keep_facts,
    keep_outcomes,
    own_chapter,
)
from peredacha.rooms.imports.services.atlas.joining import Entry, Key, joined
from peredacha.rooms.imports.services.atlas.lines import (
    HEAD,
    AnyLine,
    AtlasErrors,
    CardLine,
    FactLine,
    OutcomeLine,
    WrongLine,
    read_lines,
    text_of,
)

LONG_AGO = date(2000, 1, 1)
"""The day of a card whose day nobody noted."""


@dataclass(frozen=True)
class Merged:
    """How many cards, facts and outcomes were new or newer."""

    cards: int = 0
    facts: int = 0
    outcomes: int = 0


def atlas_text() -> str:
    """Everything that stands on the cards, of every chapter, a line each: no member, no hour of a report."""
    lines = sorted(_kept(), key=lambda line: line.key())
    return "\n".join([json.dumps(HEAD), *map(text_of, lines), ""])


@transaction.atomic
def merge_atlas(*, text: str, today: date, own: bool = False) -> Merged:
    """Take in the lines of a file; doing it twice, or in another order, comes to the same.

    Cards, facts and counts of our own chapter are left as they are, unless ``own`` says that the file is ours.
    Raises AtlasErrors with a sentence for each wrong line; then nothing is changed.
    """
    read = read_lines(text, today)
    mine = {line.key(): line for line in _kept()}
    _refuse_homeless(read, mine)
    brought = [line for line in read.values() if own or not _is_ours(line)]
    best = _best(brought)
    both = joined(_ranked(mine), _ranked(best))
    new = [best[key] for key, entry in both.items() if key not in mine or mine[key].entry() != entry]
    return _write(new)


def _best(lines: Iterable[AnyLine]) -> dict[Key, AnyLine]:
    """Of lines with one key the highest."""
    found: dict[Key, AnyLine] = {}
    for line in lines:
        other = found.get(line.key())
        if other is None or other.entry() < line.entry():
            found[line.key()] = line
    return found


def _ranked(lines: Mapping[Key, AnyLine]) -> dict[Key, Entry]:
    return {key: line.entry() for key, line in lines.items()}


def _is_ours(line: AnyLine) -> bool:
    """Whether our own chapter is the one that knows it."""
    return (line.origin if isinstance(line, OutcomeLine) else line.chapter) == own_chapter()


def _refuse_homeless(read: dict[int, AnyLine], mine: dict[Key, AnyLine]) -> None:
    """Raise AtlasErrors for facts and outcomes whose card is neither here nor in the file."""
    cards = {key[1:3] for key in (*mine, *(line.key() for line in read.values())) if key[0] == "card"}
    lost = [(number, line.key()) for number, line in read.items() if line.key()[1:3] not in cards]
    says = _("There is no card “%(code)s” of “%(chapter)s” here or in this file. Bring the card too.")
    if lost:
        raise AtlasErrors(
            [WrongLine(number, says % {"code": key[2], "chapter": key[1]}) for number, key in lost]
        )


def _kept() -> Iterator[AnyLine]:
    """Every card, fact and outcome of the tables as a line."""
    cards = Facility.objects.prefetch_related("phone_lines", "windows").order_by("pk")
    for card in cards:
        yield CardLine(card.chapter, card.changed_on or LONG_AGO, card.fictional, _draft(card))
    for fact in Fact.objects.select_related("facility").order_by("pk"):
        values = {one.name: getattr(fact, one.name) for one in fields(FactDraft) if one.name != "facility"}
        yield FactLine(fact.facility.chapter, FactDraft(facility=fact.facility.code, **values))
    for one in Outcome.objects.select_related("facility").order_by("pk"):
        names = ("subject", "thing", "verdict", "reason", "on", "origin", "count")
        values = {name: getattr(one, name) for name in names}
        yield OutcomeLine(chapter=one.facility.chapter, code=one.facility.code, **values)


def _draft(card: Facility) -> CardDraft:
    """The card as somebody would bring it."""
    plain = [one.name for one in fields(CardDraft) if one.name not in ("phones", "windows")]
    lines = sorted(card.phone_lines.all(), key=lambda line: line.position)
    windows = sorted(card.windows.all(), key=lambda window: window.purpose)
    return CardDraft(
        **{name: getattr(card, name) for name in plain},
        phones=tuple(PhoneDraft(**_values(line, PhoneDraft)) for line in lines),
        windows=tuple(WindowDraft(**_values(window, WindowDraft)) for window in windows),
    )


def _values(row: object, draft: type[PhoneDraft | WindowDraft]) -> dict[str, Any]:
    return {one.name: getattr(row, one.name) for one in fields(draft)}


def _write(lines: Iterable[AnyLine]) -> Merged:
    """The lines into the tables: cards first, since the others hang on them."""
    cards = [line for line in lines if isinstance(line, CardLine)]
    facts = [line for line in lines if isinstance(line, FactLine)]
    outcomes = [line for line in lines if isinstance(line, OutcomeLine)]
    for card in cards:
        keep_cards(chapter=card.chapter, cards=[card.card], on=card.on, fictional=card.fictional)
    for chapter in sorted({line.chapter for line in facts}):
        keep_facts(chapter=chapter, facts=[line.fact for line in facts if line.chapter == chapter])
    keep_outcomes(outcomes=outcomes)
    return Merged(len(cards), len(facts), len(outcomes))
