"""The lawyer's queue: papers that wait in the matters that these keys open, the nearest deadline first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from peredacha.core.documents import Piece, changes
from peredacha.design.wording import one_in_words, words
from peredacha.rooms.matters.selectors import matters_of_safes
from peredacha.rooms.matters.services import drawn_card, open_file
from peredacha.rooms.plans.services.binders import NotMade, PaperFile, read_binder
from peredacha.rooms.plans.services.stepping import last_day
from peredacha.rooms.vault.selectors import safes_of
from peredacha.rooms.vault.services import Keys


@dataclass(frozen=True, repr=False)
class Waiting:
    """A paper that waits for a lawyer; ``due`` in words, empty where no deadline can be counted."""

    matter: UUID
    paper: UUID
    title: str
    who: str
    last_day: date | None
    sent_at: str

    @property
    def due(self) -> str:
        """The last day to hand it in, in words."""
        return one_in_words(self.last_day) if self.last_day else ""


def review_queue(keys: Keys, *, now: datetime) -> tuple[Waiting, ...]:
    """Every paper that was sent and not yet looked at; those without a deadline last, then by when they were sent."""
    return tuple(sorted(_waiting(keys, now), key=lambda one: (one.last_day or date.max, one.sent_at)))


def _waiting(keys: Keys, now: datetime) -> Iterator[Waiting]:
    for matter in matters_of_safes(safes_of([keys.holder])):
        file = open_file(keys, matter, now=now)
        if file is None or keys.member is None or matter.chapter != keys.member.chapter:
            continue
        for paper in read_binder(file).papers:
            if paper.state == "sent" and paper.last:
                who = drawn_card(file, now=now).alias or _("Without a name")
                title = words(paper.filing.card.title)
                yield Waiting(matter.id, paper.id, title, who, last_day(paper.last), paper.steps[-1].at)


def changes_since_look(paper: PaperFile) -> tuple[tuple[Piece, ...], ...]:
    """The lines that changed since a lawyer last looked, with their neighbours; or nothing. Raises NotMade."""
    before, last = paper.looked_at, paper.last
    if before is None or last is None or before.id == last.id:
        return ()
    try:
        old = before.paper
    except NotMade:
        return ()
    lines = changes(old, last.paper)
    touched = {place for place, line in enumerate(lines) if any(piece.kind != "same" for piece in line)}
    near = {place + step for place in touched for step in (-1, 0, 1)}
    return tuple(line for place, line in enumerate(lines) if place in near)
