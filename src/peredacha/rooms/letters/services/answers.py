"""Pages of answers, and the name and place behind a letter: for those to whom their safes open."""

from datetime import datetime
from uuid import UUID

from peredacha.rooms.conversations.services import OpenAttachment, open_attachment
from peredacha.rooms.errands.selectors import find_errands
from peredacha.rooms.errands.services import OpenErrands, open_errands
from peredacha.rooms.letters.models import Letter, ReplyScan
from peredacha.rooms.vault.services import Keys, open_safe


class NotOpen(Exception):
    """The letter or the errands of its person do not open with these keys."""


def errands_behind(keys: Keys, letter: Letter, *, now: datetime) -> OpenErrands | None:
    """Name and place of the person of a letter, for packers; None where they do not open."""
    row = find_errands(letter.matter_id)
    return open_errands(keys, row, now=now) if row else None


def page_for(
    keys: Keys, letter: Letter, page: UUID, *, now: datetime, looking: bool = False
) -> OpenAttachment:
    """One page of an answer for somebody who opens the letter or the errands. Raises NotOpen, DamagedFile.

    ``looking``: whether it may be one at which nobody has looked yet.
    """
    row = ReplyScan.objects.filter(id=page, reply__letter=letter).select_related("reply").first()
    safe = open_safe(keys, row.safe_id, now=now) if row else None
    if row is None or safe is None or not (looking or row.reply.screened):
        raise NotOpen
    return open_attachment(row, safe)
