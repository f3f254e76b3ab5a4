"""Letters in the words of a page: for the writer, for the family, for the desk."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import F, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from peredacha.core.language import date_in_words
from peredacha.core.letters import Finding, pieces
from peredacha.design.wording import language, words
from peredacha.rooms.conversations.services import OpenAttachment, files_in
from peredacha.rooms.errands.services import with_seat
from peredacha.rooms.letters.models import Letter, LetterState, ReplyRow, ReplyScan
from peredacha.rooms.letters.models.letters import OUT
from peredacha.rooms.letters.selectors import (
    code_of,
    current_letter_law,
    find_correspondent,
    own_letters,
)
from peredacha.rooms.letters.services.opening import OpenLetter, open_letters
from peredacha.rooms.letters.services.writing import pages_in
from peredacha.rooms.matters.models import Matter
from peredacha.rooms.matters.services import MatterFile
from peredacha.rooms.vault.services import Keys, open_safes, read_row


@dataclass(frozen=True, repr=False)
class ToldAnswer:
    """An answer: its day in words, what it says, its pages."""

    on: str
    words: str
    pages: tuple[OpenAttachment, ...]


@dataclass(frozen=True, repr=False)
class ToldLetter:
    """One letter in words; ``state`` the key of its state, ``stands`` the same as a sentence."""

    id: UUID
    alias: str
    number: int | None
    code: str
    state: str
    stands: str
    week: str
    pages: int
    paragraphs: tuple[str, ...]
    back: str
    answers: tuple[ToldAnswer, ...]


@dataclass(frozen=True, repr=False)
class ToldFinding:
    """A finding: its sentence, the words found, whether it stops the letter."""

    says: str
    found: str
    hard: bool


@dataclass(frozen=True, repr=False)
class Check:
    """What may stop a letter, and its text in pieces, each marked or not."""

    findings: tuple[ToldFinding, ...]
    pieces: tuple[tuple[str, bool], ...]

    @property
    def stops(self) -> bool:
        """Whether it cannot go so."""
        return any(one.hard for one in self.findings)


@dataclass(frozen=True, repr=False)
class Summary:
    """Letters of a matter for its page. ``state``: none, open or stopped; ``sent``, ``answered``: how many letters."""

    state: str
    sent: int = 0
    answered: int = 0
    waiting: int = 0
    silent: bool = False


STANDS = {
    LetterState.WAITING: lambda: _("Somebody reads it once more before it is printed."),
    LetterState.RETURNED: lambda: _("It came back to you: please change it."),
    LetterState.PASSED: lambda: _("It waits to be printed."),
    LetterState.PRINTED: lambda: _("It is printed and waits for the post."),
    LetterState.POSTED: lambda: _("It is on its way."),
    LetterState.ANSWERED: lambda: _("It was answered."),
    LetterState.SILENT: lambda: _("No answer came. Somebody asks how the person is."),
    LetterState.LOST: lambda: _("It did not arrive."),
    LetterState.STOPPED: lambda: _("It was not sent: no more letters are wished."),
}


def told_check(text: str, findings: tuple[Finding, ...]) -> Check:
    """Findings in the language of the page, beside their places."""
    told = tuple(
        ToldFinding(words(one.says), shortened(text[one.start : one.end]), one.hard) for one in findings
    )
    return Check(told, pieces(text, findings))


def shortened(found: str) -> str:
    """The words of a finding, as long as one line."""
    return found if len(found) <= 60 else f"{found[:59]}…"


def told_notes() -> tuple[str, ...]:
    """What a writer should know of how letters go."""
    return tuple(words(one.says) for one in current_letter_law().notes)


def day(on: date) -> str:
    """A day in words."""
    return date_in_words(on, language())


def told_letter(one: OpenLetter, answers: tuple[ToldAnswer, ...] = ()) -> ToldLetter:
    """A letter in words."""
    row = one.row
    sent = _("Posted on %(day)s.") % {"day": day(one.posted_on)} if one.posted_on else ""
    stands = STANDS[LetterState(row.state)]()
    return ToldLetter(
        row.id,
        one.alias,
        row.number,
        code_of(row.id) if row.number else "",
        row.state,
        " ".join(filter(None, (sent, stands))),
        day(row.week),
        pages_in(one.text),
        tuple(filter(None, map(str.strip, one.text.split("\n")))),
        one.back,
        answers,
    )


def told_own(keys: Keys, *, now: datetime) -> tuple[ToldLetter, ...]:
    """The letters of a writer, newest first: aliases, numbers, where they stand."""
    opened = open_letters(keys, list(own_letters(keys.holder)), now=now)
    return tuple(
        told_letter(one, tuple(ToldAnswer(day(a.on), a.words, ()) for a in one.answers)) for one in opened
    )


def told_for_writer(one: OpenLetter) -> ToldLetter:
    """One letter with what of its answers the writer may see."""
    pages = pages_by_reply(one)
    answers = (ToldAnswer(day(a.on), a.words, pages.get(a.reply, ())) for a in one.answers)
    return told_letter(one, tuple(answers))


def pages_by_reply(one: OpenLetter) -> dict[str, tuple[OpenAttachment, ...]]:
    """The pages in the letter's own safe, by the answer to which they belong."""
    rows = ReplyScan.objects.filter(safe_id=one.safe.id).values_list("id", "reply_id")
    files = {page.id: page for page in files_in(one.safe, ReplyScan)}
    found: dict[str, tuple[OpenAttachment, ...]] = {}
    for page, reply in rows:
        if page in files:
            found[str(reply)] = (*found.get(str(reply), ()), files[page])
    return found


def told_for_family(keys: Keys, file: MatterFile, *, now: datetime) -> tuple[ToldLetter, ...]:
    """Every letter of a matter that left the house, with its whole answers, the newest first."""
    seated = with_seat(keys, file)
    rows = letters_of(file.matter).filter(state__in=OUT)
    opened = list(open_letters(seated, list(rows), now=now))
    return tuple(told_letter(one, whole_answers(seated, one, now=now)) for one in reversed(opened))


def letters_of(matter: Matter) -> QuerySet[Letter]:
    """Every letter of a matter by its number, also to an alias of another matter that became one with it."""
    found = Letter.objects.filter(matter=matter).select_related("matter", "correspondent")
    return found.order_by(F("number").asc(nulls_last=True), "week", "id")


def whole_answers(keys: Keys, one: OpenLetter, *, now: datetime) -> tuple[ToldAnswer, ...]:
    """The answers to a letter with all that came, once somebody has looked at them."""
    replies = list(ReplyRow.objects.filter(letter=one.row, screened=True))
    safes = open_safes(keys, {row.safe_id for row in replies}, now=now)
    reads = (read_row(row, safes[row.safe_id]) for row in replies if row.safe_id in safes)
    said = {str(read.row.id): (read.content or {}).get("words", "") for read in reads}
    rows = list(
        ReplyScan.objects.filter(safe_id__in=list(safes), reply__letter=one.row).values_list("id", "reply_id")
    )
    files = {page.id: page for safe in safes.values() for page in files_in(safe, ReplyScan)}
    return tuple(
        ToldAnswer(
            day(answer.on),
            "\n".join(dict.fromkeys(filter(None, (said[answer.reply], answer.words)))),
            tuple(files[page] for page, reply in rows if str(reply) == answer.reply and page in files),
        )
        for answer in one.answers
        if answer.reply in said
    )


def summary_for(keys: Keys, file: MatterFile, *, now: datetime) -> Summary:
    """How a matter stands to letters, for the desk and the family's page; it opens nothing."""
    row = find_correspondent(file.matter)
    if row is None:
        return Summary("none")
    states = list(letters_of(file.matter).values_list("state", "expect_on"))
    sent = sum(1 for state, _on in states if state in OUT)
    late = any(on and on < timezone.localdate(now) for state, on in states if state == LetterState.POSTED)
    return Summary(
        "stopped" if row.stopped else "open",
        sent,
        sum(1 for state, _on in states if state == LetterState.ANSWERED),
        len(states) - sent if not row.stopped else 0,
        row.to_ask or late or any(state == LetterState.SILENT for state, _on in states),
    )


def letters_as_text(keys: Keys, file: MatterFile, *, now: datetime) -> tuple[str, ...]:
    """Every letter that left the house and every answer as paragraphs, for the file that the family takes along."""
    found = []
    for one in reversed(told_for_family(keys, file, now=now)):
        found += [_("Letter %(n)s. %(stands)s") % {"n": one.number, "stands": one.stands}, *one.paragraphs]
        found += [_("Answer of %(day)s: %(words)s") % {"day": a.on, "words": a.words} for a in one.answers]
    return tuple(found)
