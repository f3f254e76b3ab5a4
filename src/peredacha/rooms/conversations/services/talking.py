"""Messages: sent and read. Who writes, when and what lies inside the seal."""

import secrets
from dataclasses import asdict, dataclass
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from peredacha.core.facts import Author
from peredacha.core.sealing import NotSealedHere, subkey, tag
from peredacha.rooms.conversations.models import LONGEST_MESSAGE, Message
from peredacha.rooms.conversations.services.addressees import addressees_of
from peredacha.rooms.conversations.services.listing import FileLine, files_by_message
from peredacha.rooms.conversations.services.noticing import wish_notices
from peredacha.rooms.matters.services import MatterFile, refresh
from peredacha.rooms.people.selectors import display_name
from peredacha.rooms.vault.services import (
    Keys,
    OpenSafe,
    TooLong,
    missing_places,
    read_rows,
    renewed_if_stale,
    write_row,
)

ONCE_BYTES = 16


@dataclass(frozen=True)
class Said:
    """One message as its readers see it; ``text`` is None where it is damaged."""

    id: UUID
    by: Author
    at: str
    text: str | None
    files: tuple[FileLine, ...] = ()


@dataclass(frozen=True)
class Thread:
    """A thread, oldest message first."""

    messages: tuple[Said, ...]
    missing: int
    """How many messages somebody took out of the database."""
    lost_files: int = 0
    """How many files somebody took out of the database, or whose line is damaged."""


def author_of(keys: Keys) -> Author:
    """Who writes with these keys: a member with the name shown now, or the family."""
    if keys.member is None:
        return Author("family")
    return Author("member", str(keys.member.id), display_name(keys.member))


def fresh_once() -> str:
    """A random value for a form: the same form sent twice gives one message."""
    return secrets.token_urlsafe(ONCE_BYTES)


@dataclass(frozen=True)
class Draft:
    """A message that is to be sent, with the mark of its form and of its file."""

    text: str
    author: Author
    now: datetime
    inner: bool = False
    once: str = ""
    digest: bytes = b""


def send(
    *,
    keys: Keys,
    file: MatterFile,
    text: str,
    author: Author,
    now: datetime,
    inner: bool = False,
    once: str = "",
) -> Message:
    """Add a message, to the helpers' thread if ``inner``. Raises TooLong, NotSealedHere.

    ``once`` came with the form: the same words sent twice with it are one message, and the first one is given back.
    """
    return deliver(keys=keys, file=file, draft=Draft(text, author, now, inner, once))[0]


@transaction.atomic
def deliver(*, keys: Keys, file: MatterFile, draft: Draft) -> tuple[Message, bool]:
    """The message of a draft, and whether it is new. Raises TooLong, NotSealedHere."""
    if len(draft.text) > LONGEST_MESSAGE:
        raise TooLong
    opened = safe_for(file, draft.inner)
    mark = once_tag(opened, draft)
    before = sent_with(opened, mark)
    if before:
        return before, False
    content = {"by": asdict(draft.author), "at": draft.now.isoformat(), "text": draft.text}
    try:
        with transaction.atomic():
            row = write_row(Message, renewed_if_stale(keys, opened), content, once_tag=mark)
    except IntegrityError:
        # The same form came twice at the same moment, and the other one was faster.
        faster = sent_with(opened, mark)
        if faster is None:
            raise
        return faster, False
    refresh(keys=keys, file=file, now=draft.now)
    told = addressees_of(file, author=draft.author, inner=draft.inner, now=draft.now)
    wish_notices(told, now=draft.now)
    return row, True


def was_sent(*, file: MatterFile, draft: Draft) -> bool:
    """Whether this very form was sent before, so that nothing is to be done. Raises NotSealedHere."""
    opened = safe_for(file, draft.inner)
    return sent_with(opened, once_tag(opened, draft)) is not None


def sent_with(opened: OpenSafe, mark: bytes | None) -> Message | None:
    """The message that a form has made already."""
    return Message.objects.filter(safe=opened.id, once_tag=mark).first() if mark else None


def once_tag(opened: OpenSafe, draft: Draft) -> bytes | None:
    """The mark of a form and what was written in it; from the first data key, so that it outlives renewals."""
    if not draft.once:
        return None
    key = subkey(opened.data_keys[min(opened.data_keys)], "conversations.once")
    who = draft.author.who.encode() + draft.author.id.encode()
    return tag(key, who, draft.once.encode(), draft.text.encode(), draft.digest)


def read_thread(file: MatterFile, *, inner: bool = False, for_family: bool = False) -> Thread:
    """Every message of a thread with its files; a damaged one is told as damaged.

    ``for_family``: the files lead to the family's own addresses. Raises NotSealedHere where it is not granted.
    """
    opened = safe_for(file, inner)
    rows = list(Message.objects.filter(safe=opened.id))
    files = files_by_message(opened, None if for_family else file.matter.id)
    said = []
    for read in read_rows(rows, opened):
        content = read.content or {}
        by, lines = Author(**content.get("by", {})), files.lines.get(str(read.row.id), ())
        said.append(Said(read.row.id, by, content.get("at", ""), content.get("text"), lines))
    return Thread(tuple(said), len(missing_places(rows)), files.lost)


def safe_for(file: MatterFile, inner: bool) -> OpenSafe:
    """The safe of a thread."""
    opened = file.inner if inner else file.safe
    if opened is None:
        raise NotSealedHere
    return opened
