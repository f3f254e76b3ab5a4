"""Answers that help others too: proposed under a seal, read by somebody else, then public; confirmed, and aging."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from peredacha.core.sealing import NotSealedHere, subkey, tag
from peredacha.rooms.know_how.models import KnowHow, KnowHowRow, KnowHowState, KnowHowYes
from peredacha.rooms.know_how.services.screening import suspicious
from peredacha.rooms.people.selectors import roles_of
from peredacha.rooms.vault.models import CircleName, Holder
from peredacha.rooms.vault.selectors import find_circle, newest_epoch
from peredacha.rooms.vault.services import (
    Keys,
    OpenSafe,
    erase_safes,
    holder_of,
    new_safe,
    open_safe,
    open_safes,
    read_row,
    rewrite_row,
    write_row,
)

REVIEWERS = frozenset({"coordinator", "editor"})
OPEN = (KnowHowState.DRAFT, KnowHowState.REVIEW)


@dataclass(frozen=True)
class Words:
    """What is to be published: where it belongs, and the words in one or two languages."""

    text_ru: str = ""
    text_en: str = ""
    stage: str = ""
    facility: str = ""


@dataclass(frozen=True)
class OpenDraft:
    """A draft that these keys open."""

    id: UUID
    state: str
    words: Words
    author: str
    asked: str
    """What the reviewer asked to be mended; empty where nothing was."""
    hits: tuple[str, ...]
    """Pieces of the text that may lead to a person."""


class NotYours(Exception):
    """This helper may not do this: the author does not publish the own words, another one does not change them."""


class MayLeadToPerson(Exception):
    """The words hold pieces that may lead to a person; ``hits`` are these pieces."""

    def __init__(self, hits: tuple[str, ...]) -> None:
        super().__init__()
        self.hits = hits


@transaction.atomic
def propose(*, keys: Keys, words: Words) -> KnowHow:
    """Seal a draft to its author, the reception and the editors, and let it wait for review."""
    if keys.member is None:
        raise NotYours
    readers = [holder_of(keys.member), *circles_of(keys.member.chapter)]
    opened = new_safe(giver=keys.holder, pair=keys.pair, holders=readers)
    write_row(KnowHowRow, opened, {**asdict(words), "author": str(keys.member.id), "asked": ""})
    return KnowHow.objects.create(chapter=keys.member.chapter, safe_id=opened.id)


def circles_of(chapter: str) -> list[Holder]:
    """The circles of a chapter that review, by their newest pairs."""
    circles = [find_circle(chapter, name) for name in (CircleName.RECEPTION, CircleName.EDITORS)]
    epochs = [newest_epoch(one) for one in circles if one]
    return [one.holder for one in epochs if one]


def drafts_of(keys: Keys, *, now: datetime) -> list[OpenDraft]:
    """Every draft of the chapter that these keys open: for a reviewer all, for everybody else the own ones."""
    if keys.member is None:
        return []
    rows = list(KnowHow.objects.filter(chapter=keys.member.chapter, state__in=OPEN).order_by("id"))
    opened = open_safes(keys, [row.safe_id for row in rows if row.safe_id], now=now)
    found = (told(row, opened.get(row.safe_id)) for row in rows if row.safe_id)
    return [one for one in found if one]


def find_draft(keys: Keys, answer: UUID, *, now: datetime) -> OpenDraft | None:
    """One draft; None where there is none for these keys."""
    return next((one for one in drafts_of(keys, now=now) if one.id == answer), None)


def told(row: KnowHow, opened: OpenSafe | None) -> OpenDraft | None:
    """A draft as it is sealed; None where it does not open or is damaged."""
    sealed = KnowHowRow.objects.filter(safe=opened.id).first() if opened else None
    content = read_row(sealed, opened).content if sealed and opened else None
    if content is None:
        return None
    words = Words(**{name: content[name] for name in asdict(Words())})
    hits = suspicious(f"{words.text_ru}\n{words.text_en}")
    return OpenDraft(row.id, row.state, words, content["author"], content["asked"], hits)


def is_reviewer(keys: Keys, *, today: date) -> bool:
    """Whether this helper may review what others wrote."""
    return keys.member is not None and bool(REVIEWERS & roles_of(keys.member, today))


def may_review(keys: Keys, draft: OpenDraft, *, today: date) -> bool:
    """Whether this helper may publish it or send it back: a coordinator or editor who did not write it."""
    if keys.member is None or draft.author == str(keys.member.id):
        return False
    return draft.state == KnowHowState.REVIEW and is_reviewer(keys, today=today)


@transaction.atomic
def change_draft(*, keys: Keys, answer: UUID, words: Words, now: datetime) -> None:
    """The author mends the own draft, and it waits for review again. Raises NotYours, NotSealedHere."""
    row, draft = locked(keys, answer, now)
    if keys.member is None or draft.author != str(keys.member.id):
        raise NotYours
    reseal(keys, row, {**asdict(words), "author": draft.author, "asked": ""}, now)
    KnowHow.objects.filter(id=row.id).update(state=KnowHowState.REVIEW)


@transaction.atomic
def send_back(*, keys: Keys, answer: UUID, why: str, now: datetime) -> None:
    """The reviewer asks the author to mend something. Raises NotYours, NotSealedHere."""
    row, draft = locked(keys, answer, now)
    if not may_review(keys, draft, today=timezone.localdate(now)):
        raise NotYours
    reseal(keys, row, {**asdict(draft.words), "author": draft.author, "asked": why}, now)
    KnowHow.objects.filter(id=row.id).update(state=KnowHowState.DRAFT)


@transaction.atomic
def publish(*, keys: Keys, answer: UUID, words: Words, looked: bool, now: datetime) -> None:
    """Put the words in clear, for everybody; the sealed draft and the author's name in it go.

    ``looked``: the reviewer says that what was found leads to nobody. Raises NotYours, MayLeadToPerson,
    NotSealedHere.
    """
    row, draft = locked(keys, answer, now)
    if not may_review(keys, draft, today=timezone.localdate(now)):
        raise NotYours
    hits = suspicious(f"{words.text_ru}\n{words.text_en}")
    if hits and not looked:
        raise MayLeadToPerson(hits)
    safe = row.safe_id
    KnowHowYes.objects.create(answer=row, tag=yes_tag(row, draft.author))
    KnowHow.objects.filter(id=row.id).update(
        **asdict(words),
        state=KnowHowState.PUBLISHED,
        confirmed_by_n=1,
        last_confirmed_on=timezone.localdate(now),
        safe=None,
    )
    if safe:
        erase_safes([safe])


@transaction.atomic
def confirm(*, keys: Keys, answer: UUID, now: datetime) -> None:
    """A helper saw it so too; saying so again only makes it younger. Raises NotYours."""
    row = public_row(keys, answer)
    if keys.member is None or row is None:
        raise NotYours
    KnowHowYes.objects.get_or_create(answer=row, tag=yes_tag(row, str(keys.member.id)))
    row.confirmed_by_n, row.last_confirmed_on = row.yeses.count(), timezone.localdate(now)
    row.save(update_fields=["confirmed_by_n", "last_confirmed_on"])


@transaction.atomic
def withdraw(*, keys: Keys, answer: UUID, now: datetime) -> None:
    """It no longer holds: nobody reads it from now on. Raises NotYours."""
    row = public_row(keys, answer)
    if row is None or not is_reviewer(keys, today=timezone.localdate(now)):
        raise NotYours
    KnowHow.objects.filter(id=row.id).update(state=KnowHowState.OLD)


def public_row(keys: Keys, answer: UUID) -> KnowHow | None:
    """What was published by the helper's own chapter, held for this transaction."""
    chapter = keys.member.chapter if keys.member else ""
    rows = KnowHow.objects.select_for_update()
    return rows.filter(id=answer, chapter=chapter, state=KnowHowState.PUBLISHED).first()


def yes_tag(row: KnowHow, member: str) -> bytes:
    """The mark of one helper on one answer."""
    return tag(subkey(settings.LOGIN_KEY, "know_how"), row.id.bytes, member.encode())


def locked(keys: Keys, answer: UUID, now: datetime) -> tuple[KnowHow, OpenDraft]:
    """A draft and its row, held for this transaction. Raises NotSealedHere where there is none for these keys."""
    chapter = keys.member.chapter if keys.member else ""
    row = KnowHow.objects.select_for_update().filter(id=answer, chapter=chapter, state__in=OPEN).first()
    opened = open_safe(keys, row.safe_id, now=now) if row and row.safe_id else None
    draft = told(row, opened) if row else None
    if row is None or draft is None:
        raise NotSealedHere
    return row, draft


def reseal(keys: Keys, row: KnowHow, content: dict[str, str], now: datetime) -> None:
    """Seal other words in the place of a draft."""
    opened = open_safe(keys, row.safe_id, now=now) if row.safe_id else None
    sealed = KnowHowRow.objects.filter(safe=row.safe_id).first()
    if opened is None or sealed is None:
        raise NotSealedHere
    rewrite_row(sealed, opened, content)
