"""Changes of a card as sentences for the page on which somebody confirms them."""

from datetime import date, datetime

from peredacha.core.courtcards.card import (
    FIELD_NAMES,
    CardAppeal,
    CardBelow,
    CardHearing,
    CardPerson,
    CardStep,
)
from peredacha.core.courtcards.changes import Change, Item
from peredacha.core.language import Phrase, Value, phrase


def change_in_words(change: Change) -> Phrase:
    """One change as a sentence; it names people, so it belongs on a sealed page and nowhere else."""
    name = FIELD_NAMES[change.field]
    before, after = _item(change.before), _item(change.after)
    if change.kind == "moved":
        if change.reason:
            return phrase(
                "The hearing moved from {before} to {after}. The court writes: {reason}",
                before=before,
                after=after,
                reason=change.reason,
            )
        return phrase("The hearing moved from {before} to {after}", before=before, after=after)
    if change.kind == "new":
        return phrase("New, {name}: {after}", name=name, after=after)
    if change.kind == "gone":
        return phrase("No longer on the card, {name}: {before}", name=name, before=before)
    return phrase(
        "Changed, {name}: it was {before}, now it is {after}", name=name, before=before, after=after
    )


def _item(item: Item | None) -> Value:
    """A value as it is read aloud; of something with parts the parts that are told."""
    if isinstance(item, CardHearing | CardStep):
        return _entry(item)
    if isinstance(item, CardPerson):
        return _parts(item.name, item.role, *item.articles, item.result, item.decided)
    if isinstance(item, CardAppeal):
        days = (item.filed, item.sent, item.heard, item.returned)
        return _parts(item.kind, item.by, item.court, *days, item.result)
    if isinstance(item, CardBelow):
        return _parts(item.court, item.number, item.judge, item.decided, item.result)
    return item or ""


def _entry(entry: CardHearing | CardStep) -> Value:
    """A day with its hour, then what, where and with what result."""
    when: date | None = datetime.combine(entry.on, entry.at) if entry.on and entry.at else entry.on
    if isinstance(entry, CardHearing):
        return _parts(when, entry.event, entry.room, entry.result, entry.reason, entry.note)
    return _parts(when, entry.what, entry.result, entry.note)


def _parts(*parts: str | date | None) -> Value:
    """Parts with commas between; the ones not told fall out."""
    told: list[str | date] = [part for part in parts if part]
    if not told:
        return ""
    words: Value = told[0]
    for part in told[1:]:
        words = phrase("{first}, {then}", first=words, then=part)
    return words
