"""Changes of many lines at once: shown before, done in one step, undone within the shift."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from peredacha.core.facts import Fact, NextStep, Status
from peredacha.rooms.desk.services import Line, author_of, close, day_in_words, moment_of, open_again
from peredacha.rooms.matters.models import Matter, MatterState
from peredacha.rooms.matters.services import (
    SHIFT,
    MatterFile,
    ShiftLine,
    drop_lines,
    leave_trace,
    open_file,
    read_book,
    tell,
    write_lines,
)
from peredacha.rooms.shifts.selectors import read_queue
from peredacha.rooms.shifts.services.queue import told_line
from peredacha.rooms.vault.services import Keys

BEFORE = "before"


@dataclass(frozen=True)
class Change:
    """What shall be done with several matters."""

    act: str
    """danger, calm, move or close."""
    by: date | None = None
    why: str = ""


@dataclass(frozen=True)
class Undoable:
    """A change of many that can still be undone."""

    batch: str
    when: str
    what: str
    count: int


def lines_to_choose(
    keys: Keys, chapter: str, *, kind: str, page: int, now: datetime
) -> list[tuple[str, str]]:
    """The lines of one page of the queue, as (id, words)."""
    cards = read_queue(keys, chapter, now=now, kind=kind, page=page).cards
    told = [told_line(one, None, now) for one in cards]
    return [
        (one.id, " · ".join(filter(None, [one.title, one.kind, *one.facts, one.due])))
        for one in told
        if one.id
    ]


def preview(keys: Keys, matters: Iterable[str], change: Change, *, now: datetime) -> tuple[Line, ...]:
    """What would change, line by line; nothing is written."""
    found = []
    for file in files_of(keys, matters, now=now):
        line = told_change(file, change)
        found.append(Line("", file.request.name or _("Without a name"), line))
    return tuple(found)


def told_change(file: MatterFile, change: Change) -> str:
    """What would change in one matter."""
    step = file.next_step
    if change.act == "move" and change.by:
        before = day_in_words(step.by) if step else _("nothing promised")
        return _("%(what)s: %(before)s → %(after)s") % {
            "what": step_words(file),
            "before": before,
            "after": day_in_words(change.by.isoformat()),
        }
    return {
        "danger": _("to the top of the queue, as danger"),
        "calm": _("no longer marked as danger"),
        "close": _("closed: %(why)s") % {"why": change.why},
    }[change.act]


def step_words(file: MatterFile) -> str:
    """What was promised, or the first promise of the reception, in the family's language."""
    step = file.next_step
    with translation.override(file.request.language):
        return step.what if step else _("Somebody of the reception writes to you")


def files_of(keys: Keys, matters: Iterable[str], *, now: datetime) -> list[MatterFile]:
    """The opened files of these matters of the own chapter; what does not open is left out."""
    if keys.member is None:
        return []
    rows = Matter.objects.filter(id__in=[UUID(one) for one in matters], chapter=keys.member.chapter)
    opened = [open_file(keys, row, now=now) for row in rows.exclude(state=MatterState.CLOSED).order_by("id")]
    return [file for file in opened if file]


@transaction.atomic
def change_many(*, keys: Keys, matters: Iterable[str], change: Change, now: datetime) -> int:
    """Change these matters, and keep what stood before sealed in the shift's book; gives how many."""
    files = files_of(keys, matters, now=now)
    batch = uuid4().hex
    after = {"day": change.by.isoformat() if change.by else "", "urgency": 3 if change.act == "danger" else 0}
    lines = {
        file.matter.id: {"batch": batch, "act": change.act, "after": after, **before_of(file)}
        for file in files
    }
    write_lines(keys=keys, kind=BEFORE, lines=lines, author=author_of(keys), now=now)
    for file in files:
        change_one(keys, file, change, now)
    return len(files)


def before_of(file: MatterFile) -> dict[str, object]:
    """What stands before a change: the promise, and the urgency set by hand."""
    step = file.next_step
    return {
        "what": step.what if step else "",
        "by_day": step.by if step else "",
        "urgency": urgency_of(file),
    }


def urgency_of(file: MatterFile) -> int:
    """The urgency set by hand, else what the family said of danger."""
    by_hand = [fact.urgency for fact, _told in file.all(Status) if fact.urgency is not None]
    return by_hand[-1] if by_hand else (3 if file.request.danger else 0)


def change_one(keys: Keys, file: MatterFile, change: Change, now: datetime) -> None:
    """Change one matter."""
    if change.act == "close":
        close(keys=keys, file=file, why=change.why, thanks="", ended="", now=now)
        return
    fact: Fact = Status(urgency=3 if change.act == "danger" else 0, why=change.why)
    if change.act == "move" and change.by:
        fact = NextStep(what=step_words(file), by=change.by.isoformat())
    write(keys, file, fact, now)


def write(keys: Keys, file: MatterFile, fact: Fact, now: datetime) -> MatterFile:
    """One fact and its trace."""
    file = tell(keys=keys, file=file, fact=fact, author=author_of(keys), now=now)
    leave_trace(keys=keys, file=file, act="matter_changed", now=now)
    return file


def undoable(keys: Keys, *, now: datetime) -> tuple[Undoable, ...]:
    """This helper's own changes of many in this shift, the newest first."""
    batches: dict[str, list[ShiftLine]] = {}
    for line in own_lines(keys, now=now):
        batches.setdefault(str(line.content["batch"]), []).append(line)
    names = {
        "danger": _("Marked as danger"),
        "calm": _("Mark of danger taken away"),
        "move": _("Another day promised"),
        "close": _("Closed"),
    }
    return tuple(
        Undoable(batch, moment_of(lines[0].at), names.get(str(lines[0].content["act"]), ""), len(lines))
        for batch, lines in reversed(batches.items())
    )


def own_lines(keys: Keys, *, now: datetime) -> list[ShiftLine]:
    """What stood before the changes that this helper made in this shift."""
    me, since = str(keys.member.id) if keys.member else "", (now - SHIFT).isoformat()
    found, _damaged = read_book(keys, BEFORE, now=now)
    return [one for one in found if one.content["by"]["id"] == me and one.at >= since]


@transaction.atomic
def undo(*, keys: Keys, batch: str, now: datetime) -> int:
    """Bring back what stood before one change of many; gives how many matters. Twice is once."""
    lines = [one for one in own_lines(keys, now=now) if one.content["batch"] == batch]
    undone = 0
    for line in lines:
        file = open_file(keys, line.matter, now=now)
        if file and is_as_left(file, line):
            bring_back(keys, file, line, now)
            undone += 1
    drop_lines(lines)
    return undone


def is_as_left(file: MatterFile, line: ShiftLine) -> bool:
    """Whether a matter still stands as the change left it; what somebody did since then is not undone."""
    act, after, step = line.content["act"], line.content["after"], file.next_step
    if act == "close":
        return file.matter.state == MatterState.CLOSED
    if act == "move":
        return step is not None and step.by == str(after["day"])
    return urgency_of(file) == int(after["urgency"])


def bring_back(keys: Keys, file: MatterFile, line: ShiftLine, now: datetime) -> None:
    """Bring back one matter; where nothing was promised before, the promise is told as taken back."""
    act, before = line.content["act"], line.content
    if act == "close":
        open_again(keys=keys, file=file, now=now)
    elif act == "move":
        step = file.next_step
        earlier = NextStep(what=before["what"], by=before["by_day"])
        nothing = NextStep(what=step.what if step else "", by=step.by if step else "", done=True)
        write(keys, file, earlier if before["what"] else nothing, now)
    else:
        write(keys, file, Status(urgency=before["urgency"], why=""), now)
