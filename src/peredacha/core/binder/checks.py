"""What in a binder does not hold: an event without its page, a document whose page is gone."""

from collections.abc import Iterator
from dataclasses import dataclass

from peredacha.core.binder import sentences
from peredacha.core.binder.values import Binder, Contradiction, Event, Exhibit
from peredacha.core.language import Phrase


@dataclass(frozen=True)
class Fault:
    """One thing to mend: the id of the event, exhibit or contradiction, and the sentence that says how."""

    id: str
    said: Phrase


def faults(binder: Binder) -> tuple[Fault, ...]:
    """All that must be mended before a court sees it: events, then exhibits, then contradictions, in their order."""
    known = {page.id for page in binder.pages}
    return (
        *(Fault(one.id, said) for one in binder.events for said in _of_event(one, known)),
        *(Fault(one.id, said) for one in binder.exhibits for said in _of_exhibit(one, known)),
        *(Fault(one.id, said) for one in binder.contradictions for said in _of_contradiction(one, known)),
    )


def _of_event(event: Event, known: set[str]) -> Iterator[Phrase]:
    if event.until is not None and event.until < event.day:
        yield sentences.EVENT_BACKWARD
    if not event.pages:
        yield sentences.EVENT_BARE
    elif not known.issuperset(event.pages):
        yield sentences.EVENT_GONE


def _of_exhibit(exhibit: Exhibit, known: set[str]) -> Iterator[Phrase]:
    if not exhibit.pages:
        yield sentences.EXHIBIT_BARE
    elif not known.issuperset(exhibit.pages):
        yield sentences.EXHIBIT_GONE


def _of_contradiction(found: Contradiction, known: set[str]) -> Iterator[Phrase]:
    if not (found.first.pages and found.second.pages):
        yield sentences.STATEMENT_BARE
    if not known.issuperset((*found.first.pages, *found.second.pages)):
        yield sentences.STATEMENT_GONE
