"""The page of one matter, put together from every room."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from peredacha.core.facts import Contact, Kin, Note, Place, Request, Told
from peredacha.design.wording import one_in_words
from peredacha.rooms.desk.services.talks import ToldTalk, told_talk
from peredacha.rooms.desk.services.words import (
    alarm_in_words,
    answer_of,
    author_in_words,
    class_in_words,
    day_in_words,
    hour_of,
    member_name,
    moment_of,
    place_in_words,
)
from peredacha.rooms.matters.models import Matter
from peredacha.rooms.matters.selectors import find_matter
from peredacha.rooms.matters.services import (
    MatterFile,
    alarms_of,
    drawn_card,
    ending_readers,
    open_file,
    shared_with,
    traces_of,
)
from peredacha.rooms.people.selectors import display_name, find_member
from peredacha.rooms.vault.models import HolderKind
from peredacha.rooms.vault.selectors import holders_of
from peredacha.rooms.vault.services import Keys


@dataclass(frozen=True)
class Line:
    """One line of a history: when, who, what."""

    when: str
    who: str
    what: str


@dataclass(frozen=True)
class NextInWords:
    """What happens next and by which day."""

    what: str
    by: str


@dataclass(frozen=True)
class Reader:
    """Somebody to whom the matter is sealed."""

    name: str
    role: str
    until: str = ""


@dataclass(frozen=True)
class ToldMatter:
    """The page of a matter in words."""

    id: UUID
    title: str
    kind: str
    rows: tuple[tuple[str, str], ...]
    alarms: tuple[str, ...]
    holder: str
    next: NextInWords | None
    words: str
    talk: ToldTalk
    inner: ToldTalk
    history: tuple[Line, ...]
    places: tuple[Line, ...]
    readers: tuple[Reader, ...]
    traces: tuple[Line, ...]
    damaged: int
    missing: int
    has_inner: bool


def open_for(keys: Keys, matter_id: UUID, *, now: datetime) -> MatterFile | None:
    """A matter's file for a helper; None where it does not exist, is another chapter's, or does not open."""
    matter = find_matter(matter_id)
    if matter is None or keys.member is None or matter.chapter != keys.member.chapter:
        return None
    return open_file(keys, matter, now=now)


def told_matter(keys: Keys, file: MatterFile, *, now: datetime) -> ToldMatter:
    """Everything on the page of a matter, for a helper."""
    card = drawn_card(file, now=now)
    step = file.next_step
    return ToldMatter(
        id=file.matter.id,
        title=card.alias or _("Without a name"),
        kind=class_in_words(card.queue),
        rows=identity_rows(file),
        alarms=tuple(alarm_in_words(alarm, card.place_since) for alarm in alarms_of(file)),
        holder=holder_name(file.matter),
        next=NextInWords(step.what, day_in_words(step.by)) if step else None,
        words=file.request.words,
        talk=told_talk(keys, file),
        inner=told_talk(keys, file, inner=True),
        history=tuple(line for line in map(history_line, (entry.told for entry in file.entries)) if line),
        places=tuple(
            Line(moment_of(told.at), author_in_words(told.by), place_in_words(place))
            for place, told in file.all(Place)
        ),
        readers=readers_of(file, now=now),
        traces=told_traces(file),
        damaged=file.damaged,
        missing=file.missing,
        has_inner=file.inner is not None,
    )


def identity_rows(file: MatterFile) -> tuple[tuple[str, str], ...]:
    """Who, at which stage, where, until when, how to reach."""
    request, person = file.request, file.person
    answers = request.answers
    hearing = next(iter(file.hearings_after(datetime.now().astimezone())), None)
    reach = file.reach
    rows = [
        (_("The person inside"), " ".join(filter(None, [person.surname, person.given, person.patronymic]))),
        (_("Who asks"), answer_of("kin", str(answers.get("kin", "")))),
        (_("Stage"), answer_of("stage", str(answers.get("stage", "")))),
        (_("Region"), answer_of("region", str(answers.get("region", "")))),
        (_("Place"), place_in_words(file.place) if file.place else ""),
        (_("Article"), ", ".join(file.articles) or str(answers.get("article", "")).strip("?")),
        (_("Next hearing"), f"{hour_of(hearing.at)} {hearing.court}".strip() if hearing else ""),
        (
            _("How to reach"),
            f"{reach.value} {reach.when_safe}".strip() if reach.way != "none" else _("Comes back with words"),
        ),
        (_("Must not read this"), request.excluded),
    ]
    return tuple((key, value) for key, value in rows if value)


def holder_name(matter: Matter) -> str:
    """Who holds a matter; empty for nobody."""
    member = find_member(matter.held_by_id) if matter.held_by_id else None
    return display_name(member) if member else ""


def history_line(told: Told) -> Line | None:
    """A fact as a line of the history; None for those that stand elsewhere on the page."""
    fact = told.fact
    outcomes = {"reached": _("Reached"), "no_answer": _("No answer"), "message": _("Left a message")}
    if isinstance(fact, Request):
        what = _("Asked for a person")
    elif isinstance(fact, Contact):
        what = " ".join(filter(None, [outcomes[fact.outcome], fact.note, next_words(fact.next_on)]))
    elif isinstance(fact, Note):
        what = fact.text
    elif isinstance(fact, Kin):
        what = " ".join(filter(None, [fact.name, fact.relation, fact.reach, fact.note]))
    else:
        return None
    return Line(moment_of(told.at), author_in_words(told.by), what)


def next_words(day: str) -> str:
    """When the next contact is due."""
    return _("next on %(day)s") % {"day": day_in_words(day)} if day else ""


def readers_of(file: MatterFile, *, now: datetime, named: frozenset[str] | None = None) -> tuple[Reader, ...]:
    """Everybody who can read the matter, by name where they have one.

    With ``named`` the family itself reads the list, and only these helpers are called by name. A reading for some hours
    bears its end, and is not told once it is over. Two families that became one are one line.
    """
    roles = {
        HolderKind.FAMILY: (_("The family") if named is None else _("You"), ""),
        HolderKind.CIRCLE: (_("The reception"), _("a small circle")),
        HolderKind.RECOVERY: (_("The recovery"), _("several people together")),
    }
    running = {one.member.id: one for one in shared_with(file, now=now)}
    over = ending_readers(file) - set(running)
    found = []
    for holder in holders_of(file.matter.safe_id):
        if holder.kind == HolderKind.MEMBER and holder.member:
            timed = running.get(holder.id)
            if timed:
                until = one_in_words(timezone.localtime(timed.term.ends_at))
                found.append(Reader(display_name(holder.member), timed.term.purpose, until))
            elif holder.id not in over:
                found.append(Reader(named_or_helper(str(holder.id), named), _("a helper")))
        elif holder.kind in roles and (one := Reader(*roles[HolderKind(holder.kind)])) not in found:
            found.append(one)
    return tuple(found)


def named_or_helper(member: str, named: frozenset[str] | None) -> str:
    """Who it was, as a helper reads it; with ``named`` as the family does, which knows only these names."""
    if named is None or (member and member in named):
        return member_name(member)
    return _("A helper") if member else _("You")


def told_traces(file: MatterFile, named: frozenset[str] | None = None) -> tuple[Line, ...]:
    """Who opened or changed the matter, newest first; ``named`` as for :func:`named_or_helper`."""
    acts = {
        "request_came": _("asked"),
        "matter_opened": _("opened"),
        "matter_changed": _("changed"),
        "granted": _("let somebody read"),
        "revoked": _("took reading away"),
        "message_sent": _("wrote"),
        "file_read": _("opened a file"),
        "exported": _("exported"),
        "keys_changed": _("made new words for the way back"),
        "claimed": _("took it for the shift"),
        "released": _("gave it back"),
        "matter_closed": _("closed it"),
        "matched": _("stands by the family now"),
        "handed_over": _("took it over"),
    }
    return tuple(
        Line(moment_of(one.at), named_or_helper(one.member, named), acts.get(one.act, one.act))
        for one in reversed(traces_of(file))
    )
