"""A talk in words, as its reader sees it."""

from dataclasses import dataclass
from uuid import UUID

from peredacha.rooms.conversations.services import Said, news_for, read_thread
from peredacha.rooms.desk.services.words import author_in_words, moment_of
from peredacha.rooms.matters.services import MatterFile
from peredacha.rooms.vault.services import Keys


@dataclass(frozen=True)
class Bubble:
    """One message in words."""

    who: str
    mine: bool
    when: str
    text: str | None
    files: tuple[object, ...] = ()
    answer: UUID | None = None
    """Random id of what a helper wrote: know-how can be made of it."""
    is_new: bool = False


@dataclass(frozen=True)
class ToldTalk:
    """A thread in words, and what of it is new, gone or damaged."""

    messages: tuple[Bubble, ...] = ()
    missing: int = 0
    lost_files: int = 0
    news: int = 0
    """How many messages of others this reader has not seen."""


def told_talk(keys: Keys, file: MatterFile, *, inner: bool = False) -> ToldTalk:
    """A thread as who has these keys sees it; an empty one where it is not granted."""
    opened = file.inner if inner else file.safe
    if opened is None:
        return ToldTalk()
    thread = read_thread(file, inner=inner, for_family=keys.member is None)
    fresh = news_for(keys, [opened]).get(opened.id, frozenset())
    me = str(keys.member.id) if keys.member else ""
    messages = tuple(bubble(one, me, is_new=one.id in fresh) for one in thread.messages)
    return ToldTalk(messages, thread.missing, thread.lost_files, len(fresh))


def bubble(one: Said, me: str, *, is_new: bool = False) -> Bubble:
    """One message; ``me`` is the reader's member id, empty for the family."""
    family = not me
    mine = one.by.who == "family" if family else one.by.id == me
    answer = one.id if one.by.who == "member" and one.text else None
    who, when = author_in_words(one.by, for_family=family), moment_of(one.at)
    return Bubble(who, mine, when, one.text, one.files, answer, is_new)
