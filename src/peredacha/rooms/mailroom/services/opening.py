"""One paper letter as the reception opens it: its answers by their last word, its pages."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from peredacha.rooms.conversations.services import OpenAttachment, files_in
from peredacha.rooms.mailroom.models import QUESTIONS, MailRow, MailScan, PaperLetter
from peredacha.rooms.mailroom.selectors import find_paper
from peredacha.rooms.vault.services import (
    Keys,
    OpenSafe,
    missing_places,
    open_safes,
    read_rows,
    renewed_if_stale,
    write_row,
)


@dataclass(frozen=True, repr=False)
class PaperPage:
    """One page on the screen: its file and its leaf there, from 1."""

    number: int
    file: OpenAttachment
    leaf: int


@dataclass(frozen=True, repr=False)
class OpenPaper:
    """A letter, opened."""

    row: PaperLetter
    keys: Keys
    safe: OpenSafe
    told: Mapping[str, Mapping[str, Any]]
    """By what was asked, the last word on it."""
    files: tuple[OpenAttachment, ...]
    damaged: int

    @property
    def pages(self) -> tuple[PaperPage, ...]:
        """Every page, numbered from 1."""
        leaves = [(one, leaf) for one in self.files for leaf in range(1, int(one.told.get("leaves", 1)) + 1)]
        return tuple(PaperPage(number, one, leaf) for number, (one, leaf) in enumerate(leaves, 1))

    def said(self, kind: str) -> Mapping[str, Any]:
        """The last word on one question; nothing where nobody answered."""
        return self.told.get(kind, {})

    @property
    def danger(self) -> bool:
        """Whether somebody's life or health is in danger."""
        return self.said("danger").get("value") == "yes"

    @property
    def asks(self) -> tuple[str, ...]:
        """What the letter asks for."""
        return tuple(one for one in self.said("asks").get("asks", ()) if one != "nothing")

    @property
    def is_seen(self) -> bool:
        """Whether every question of the first look is answered."""
        return all(one in self.told for one in QUESTIONS)


def open_paper(keys: Keys, letter: UUID, *, now: datetime) -> OpenPaper | None:
    """A letter of one's own chapter; None where it is not there any more, or does not open."""
    row = find_paper(letter, keys.member.chapter) if keys.member else None
    return next(iter(open_papers(keys, [row] if row else [], now=now)), None)


def open_papers(keys: Keys, rows: Iterable[PaperLetter], *, now: datetime) -> list[OpenPaper]:
    """Those of these letters that open, in their order."""
    letters = [one for one in rows if one.safe_id]
    safes = open_safes(keys, [one.safe_id for one in letters if one.safe_id], now=now)
    lines: dict[UUID, list[MailRow]] = {}
    for line in MailRow.objects.filter(safe__in=list(safes)):
        lines.setdefault(line.safe_id, []).append(line)
    opened = ((one, safes.get(one.safe_id)) for one in letters if one.safe_id)
    return [read_paper(keys, one, safe, lines.get(safe.id, [])) for one, safe in opened if safe]


def read_paper(keys: Keys, row: PaperLetter, safe: OpenSafe, rows: list[MailRow]) -> OpenPaper:
    """The last word on every question."""
    told, damaged = dict[str, Mapping[str, Any]](), len(missing_places(rows))
    for one in read_rows(rows, safe):
        if one.content and isinstance(one.content.get("kind"), str):
            told[one.content["kind"]] = one.content
        else:
            damaged += 1
    return OpenPaper(row, keys, safe, told, tuple(files_in(safe, MailScan)), damaged)


@transaction.atomic
def write_answer(paper: OpenPaper, kind: str, content: Mapping[str, Any]) -> None:
    """The next word on a question. Raises TooLong."""
    write_row(MailRow, renewed_if_stale(paper.keys, paper.safe), {**content, "kind": kind})
