"""A letter is brought where it belongs: what it says becomes facts, its pages are sealed anew, a parcel is asked for.

It goes in three steps, each of which can be done again after a stop: the matter and its facts once, then page after
page, then the end, with which the letter's own safe is erased.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from peredacha.core.facts import Fact, Note, Told
from peredacha.rooms.binders.services import Waiting, take_in
from peredacha.rooms.conversations.services import (
    Incoming,
    author_of,
    pieces_of,
    remove_blobs,
    sealed_blob,
    send_file,
    whole,
)
from peredacha.rooms.letters.models import Letter
from peredacha.rooms.mailroom.models import NEW, PaperLetter, PaperState
from peredacha.rooms.mailroom.services.ending import erase_paper
from peredacha.rooms.mailroom.services.facts import facts_beside, facts_of
from peredacha.rooms.mailroom.services.opening import OpenPaper, open_paper, write_answer
from peredacha.rooms.matters.models import FactRow, Matter, MatterState
from peredacha.rooms.matters.selectors import find_matter
from peredacha.rooms.matters.services import MatterFile, leave_trace, open_by_helper, open_file, refresh
from peredacha.rooms.parcels.models import ParcelRequest, WishLine
from peredacha.rooms.parcels.services import ask_parcel
from peredacha.rooms.postroom.services import take_reply
from peredacha.rooms.vault.services import Keys, renewed_if_stale, write_row


class NotThere(Exception):
    """The matter that was chosen is another chapter's, closed, erased, or does not open."""


class ChangedMeanwhile(Exception):
    """Somebody else was faster: the letter lies in a matter already, was put away, or goes elsewhere."""


def bring(*, paper: OpenPaper, into: str, now: datetime) -> Matter:
    """Bring a letter into the matter that was chosen; ``into``: one of the keys of PLACES.

    Raises NotThere, ChangedMeanwhile, NoReception, Unacceptable, DamagedFile, TooLong. Whatever it raises after the
    matter was made, the same call goes on where it stopped.
    """
    keys, matter, into = begin(paper, into, now)
    file = file_of(keys, matter, now=now)
    if into == "binder":
        into_binder(paper, file, now)
    else:
        into_talk(paper, file, inner=into == "helpers", now=now)
    finish(paper, matter, now)
    return file.matter


@transaction.atomic
def begin(paper: OpenPaper, into: str, now: datetime) -> tuple[Keys, UUID, str]:
    """The matter with what the letter says, once; where it was begun before, that matter and that place."""
    standing = locked(paper, now)
    done = standing.said("made")
    if done:
        return paper.keys, UUID(str(done["matter"])), str(done["into"])
    chosen = str(standing.said("to").get("matter", ""))
    if not chosen or not standing.is_seen:
        raise ChangedMeanwhile
    matter = begun(standing, now) if chosen == NEW else added(standing, UUID(chosen), now)
    write_answer(standing, "made", {"matter": str(matter.id), "into": into, "at": now.isoformat()})
    return paper.keys, matter.id, into


def locked(paper: OpenPaper, now: datetime) -> OpenPaper:
    """The letter as it stands now, held until the transaction ends. Raises ChangedMeanwhile."""
    state = PaperState.SEEN
    if not PaperLetter.objects.select_for_update().filter(id=paper.row.id, state=state).exists():
        raise ChangedMeanwhile
    again = open_paper(paper.keys, paper.row.id, now=now)
    if again is None:
        raise ChangedMeanwhile
    return again


def begun(paper: OpenPaper, now: datetime) -> Matter:
    """A new matter."""
    keys, facts = paper.keys, facts_of(paper, now=now)
    matter = open_by_helper(keys=keys, facts=facts, author=author_of(keys), now=now)
    remark(keys, file_of(keys, matter.id, now=now), paper, now)
    return matter


def added(paper: OpenPaper, matter: UUID, now: datetime) -> Matter:
    """What the letter says, added to a matter that is here already. Raises NotThere."""
    keys = paper.keys
    file = file_of(keys, matter, now=now)
    tell_all(keys, file, facts_beside(paper, file, now=now), now)
    remark(keys, file, paper, now)
    again = file_of(keys, matter, now=now)
    refresh(keys=keys, file=again, now=now)
    leave_trace(keys=keys, file=again, act="matter_changed", now=now)
    return again.matter


def tell_all(keys: Keys, file: MatterFile, facts: list[Fact], now: datetime) -> None:
    """Facts in the family's safe."""
    safe = renewed_if_stale(keys, file.safe)
    for fact in facts:
        write_row(FactRow, safe, Told(fact, author_of(keys), now.isoformat()).packed())


def remark(keys: Keys, file: MatterFile, paper: OpenPaper, now: datetime) -> None:
    """The number of the paper among the helpers, so that the sheet itself is found."""
    if file.inner:
        words = _("Paper letter %(number)s") % {"number": paper.row.name}
        text = "\n".join(filter(None, (words, str(paper.said("who").get("words", "")))))
        told = Told(Note(text=text), author_of(keys), now.isoformat()).packed()
        write_row(FactRow, renewed_if_stale(keys, file.inner), told)


def file_of(keys: Keys, matter: UUID, *, now: datetime) -> MatterFile:
    """The file of an open matter of one's own chapter; raises NotThere."""
    row = find_matter(matter)
    if (
        row is None
        or keys.member is None
        or row.chapter != keys.member.chapter
        or row.state == MatterState.CLOSED
    ):
        raise NotThere
    file = open_file(keys, row, now=now)
    if file is None or file.inner is None:
        raise NotThere
    return file


def into_talk(paper: OpenPaper, file: MatterFile, *, inner: bool, now: datetime) -> None:
    """Every file as a message, once. Raises DamagedFile, Unacceptable, TooLong."""
    for number, one in enumerate(paper.files, 1):
        text = _("Paper letter %(number)s, file %(n)s of %(all)s") % {
            "number": paper.row.name, "n": number, "all": len(paper.files)
        }  # fmt: skip
        incoming = Incoming("", b"".join(whole(one)))
        mark = f"mail-{one.id}"
        send_file(keys=paper.keys, file=file, incoming=incoming, text=text, now=now, inner=inner, once=mark)


def into_binder(paper: OpenPaper, file: MatterFile, now: datetime) -> None:
    """Every file among the pages of the case, once. Raises DamagedFile."""
    received = str(paper.said("paper").get("on") or paper.said("came").get("on", ""))
    day = datetime.fromisoformat(received).date() if received else timezone.localdate(now)
    source = _("Paper letter %(number)s") % {"number": paper.row.name}
    for one in waiting_files(paper, file, now):
        try:
            take_in(keys=paper.keys, file=file, waiting=[one], source=source, received_on=day, now=now)
        finally:
            remove_blobs([one.stored.blob] if one.stored else [])


def waiting_files(paper: OpenPaper, file: MatterFile, now: datetime) -> Iterator[Waiting]:
    """Each file sealed aside for the binder, one at a time."""
    for number, one in enumerate(paper.files, 1):
        body = b"".join(whole(one))
        yield Waiting(number, sealed_blob(file.safe, pieces_of(body), {"size": len(body)}, now))


@transaction.atomic
def finish(paper: OpenPaper, matter: UUID, now: datetime) -> None:
    """The parcel is asked for, and the letter lies in its matter alone. Raises ChangedMeanwhile, NotThere."""
    standing = locked(paper, now)
    request = request_of(standing)
    if request:
        file = file_of(paper.keys, matter, now=now)
        ask_parcel(keys=paper.keys, file=file, request=request, now=now, once=f"mail-{paper.row.id}")
    close(paper.row)


def close(row: PaperLetter) -> None:
    """The line of the book stays, everything else goes."""
    PaperLetter.objects.filter(id=row.id).update(state=PaperState.ROUTED, next_on=None)
    erase_paper(row)


def request_of(paper: OpenPaper) -> ParcelRequest | None:
    """The parcel for which the letter asks; None where it asks for none."""
    told: Any = paper.said("things")
    if "parcel" not in paper.asks or not told or told.get("parcel") == "later":
        return None
    wishes = tuple(WishLine(thing=str(one)) for one in told.get("things", ()))
    return ParcelRequest(
        kind=told.get("parcel", "parcel"), wishes=wishes, words=str(told.get("words", "")), came_by="letter"
    )


def answer_to(*, paper: OpenPaper, letter: Letter, now: datetime) -> None:
    """The letter answers one of ours: its pages wait there to be looked at.

    Raises NotThere, ChangedMeanwhile, Unacceptable, DamagedFile, TooLong.
    """
    keys = paper.keys
    on = datetime.fromisoformat(str(paper.said("came").get("on") or now.isoformat())).date()
    with transaction.atomic():
        standing = locked(paper, now)
        before = standing.said("reply").get("files", [])
        if paper.danger and not before:
            added(standing, letter.matter_id, now)
    for one in paper.files:
        if str(one.id) in before:
            continue
        take_reply(keys=keys, letter=letter, on=on, body=b"".join(whole(one)), now=now)
        before = [*before, str(one.id)]
        write_answer(paper, "reply", {"files": before})
    words = _("Paper letter %(number)s") % {"number": paper.row.name}
    more = str(paper.said("who").get("words", ""))
    take_reply(keys=keys, letter=letter, on=on, words="\n".join(filter(None, (words, more))), now=now)
    with transaction.atomic():
        locked(paper, now)
        close(paper.row)
