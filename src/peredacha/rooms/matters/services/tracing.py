"""Who opened or changed a matter: written to the journal so that only its own circle can read it."""

import json
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from peredacha.core.sealing import NotSealedHere, open_envelope, seal, subkey, tag
from peredacha.rooms.journal.selectors import entries_for
from peredacha.rooms.journal.services import record
from peredacha.rooms.matters.services.files import MatterFile
from peredacha.rooms.vault.services import Keys, OpenSafe


@dataclass(frozen=True)
class Trace:
    """One opening or change, as the circle of the matter sees it."""

    act: str
    member: str
    """Random id of the helper; empty for the family."""
    at: str


def journal_key(opened: OpenSafe) -> bytes:
    """The key of a matter's traces: from its first data key, so that it outlives every renewal."""
    return subkey(opened.data_keys[min(opened.data_keys)], "journal")


def tag_of(opened: OpenSafe) -> bytes:
    """By what the journal's entries of a matter are found; tells nothing without the data key."""
    return tag(journal_key(opened), b"matters.trace", opened.id.bytes)


def leave_trace(*, keys: Keys, file: MatterFile, act: str, now: datetime) -> None:
    """Write an entry; the exact time stands inside the seal."""
    key, subject = journal_key(file.safe), tag_of(file.safe)
    body = json.dumps([now.isoformat(), str(keys.member.id) if keys.member else ""]).encode()
    record(
        act=act,
        chapter=file.matter.chapter,
        actor=keys.member.id if keys.member else None,
        subject_tag=subject,
        sealed=seal(key, body, subject),
        today=timezone.localdate(now),
    )


def traces_of(file: MatterFile) -> list[Trace]:
    """Every trace that opens, oldest first."""
    key, subject = journal_key(file.safe), tag_of(file.safe)
    found = []
    for entry in entries_for([subject]):
        try:
            at, member = json.loads(open_envelope(key, bytes(entry.sealed or b""), subject))
        except (NotSealedHere, ValueError):
            continue
        found.append(Trace(entry.act, member, at))
    return found
