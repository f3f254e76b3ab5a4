"""Papers in the words of the pages."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from peredacha.core.documents import Need, Paper, cover_note, html, plain
from peredacha.core.facts import Author
from peredacha.design.wording import language, one_in_words, words
from peredacha.rooms.cautions.services import secrecy_of
from peredacha.rooms.matters.services import MatterFile
from peredacha.rooms.plans.selectors import a_lawyer_reads, current_filings
from peredacha.rooms.plans.services.binders import Binder, NotMade, PaperFile, Taken, Version, read_binder
from peredacha.rooms.plans.services.drafting import Writing, writing_of
from peredacha.rooms.plans.services.gates import is_secret
from peredacha.rooms.plans.services.stepping import Answering, against_silence, answering, last_day

STATES: Mapping[str, Promise] = MappingProxyType(
    {
        "draft": gettext_lazy("Being written"),
        "made": gettext_lazy("Made"),
        "sent": gettext_lazy("With the lawyer"),
        "comment": gettext_lazy("The lawyer wrote a remark"),
        "approved": gettext_lazy("Approved by the lawyer"),
        "filed": gettext_lazy("Handed in"),
        "answered": gettext_lazy("Answered"),
        "silent": gettext_lazy("No answer came"),
    }
)
SOURCES: Mapping[str, Promise] = MappingProxyType(
    {
        "matter": gettext_lazy("told before"),
        "paper": gettext_lazy("from an earlier paper"),
        "now": gettext_lazy("told for this paper"),
    }
)


@dataclass(frozen=True, repr=False)
class Line:
    """A paper in the list: what it is, where it stands, what happens next."""

    id: UUID
    title: str
    state: str
    next: str
    is_draft: bool


@dataclass(frozen=True, repr=False)
class ToldPapers:
    """The papers of a matter as a list."""

    lines: tuple[Line, ...]
    damaged: int
    missing: int


@dataclass(frozen=True, repr=False)
class PaperText:
    """A version, or what was told for one that is still written, as words to take along."""

    title: str
    when: str
    text: str


@dataclass(frozen=True, repr=False)
class TakenAlong:
    """The papers that a family takes along, and how many versions stay because of an undertaking of secrecy."""

    texts: tuple[PaperText, ...]
    held_back: int


@dataclass(frozen=True, repr=False)
class FactRow:
    """One fact of a paper on the last page before it is made; ``number`` leads to its question."""

    label: str
    value: str
    source: str
    number: int


@dataclass(frozen=True, repr=False)
class ToldCheck:
    """Everything that is known for a draft, and what may still be added."""

    rows: tuple[FactRow, ...]
    more: tuple[FactRow, ...]
    ready: bool


@dataclass(frozen=True, repr=False)
class StepLine:
    """A step in words."""

    who: str
    when: str
    what: str
    text: str


@dataclass(frozen=True, repr=False)
class ToldPaper:
    """A paper on its page."""

    id: UUID
    title: str
    filing: str
    state: str
    next: str
    version: int
    of: tuple[int, ...]
    is_old: bool
    page: SafeString | None
    """None when this version cannot be made again."""
    cover: SafeString | None
    digest: str
    approved: bool
    changing: bool
    can_send: bool
    has_lawyer: bool
    handed_in: bool
    waits: bool
    silence: str
    """The filing that goes on when no answer comes; its title stands in ``silence_title``."""
    silence_title: str
    history: tuple[StepLine, ...]


def told_papers(file: MatterFile, *, now: datetime) -> ToldPapers:
    """Every paper that was at least begun, the newest first."""
    binder = read_binder(file)
    shown = [one for one in reversed(binder.papers) if one.versions or one.draft.begun]
    lines = tuple(
        Line(
            one.id,
            words(one.filing.card.title),
            str(STATES[one.state]),
            next_words(file, binder, one, now),
            one.last is None,
        )
        for one in shown
    )
    return ToldPapers(lines, binder.damaged, binder.missing)


def papers_as_text(file: MatterFile, *, now: datetime) -> TakenAlong:
    """Every version of every paper and every draft, oldest first; a damaged one is left out, a secret one counted."""
    found, secrecy, held_back = [], secrecy_of(file, now), 0
    for paper in read_binder(file).papers:
        title, told = words(paper.filing.card.title), paper.draft.facts
        for version in paper.versions:
            if secrecy and is_secret(secrecy, version):
                held_back += 1
                continue
            with suppress(NotMade):
                found.append(PaperText(title, moment(version.at), plain(version.paper)))
        if paper.draft.begun and paper.draft.open:
            needs = [(need, told.get(need.name)) for need in paper.filing.card.needs]
            lines = [f"{words(need.label)} {value_in_words(need, value)}" for need, value in needs if value]
            found.append(PaperText(title, str(STATES["draft"]), "\n".join(lines)))
    return TakenAlong(tuple(found), held_back)


def moment(at: str) -> str:
    """A moment kept as ISO text, in the time of this place."""
    return one_in_words(timezone.localtime(datetime.fromisoformat(at)))


def next_words(file: MatterFile, binder: Binder, paper: PaperFile, now: datetime) -> str:
    """What happens next with a paper, and by when."""
    if paper.last is None:
        left = writing_of(file, binder, paper, now=now).questions_left()
        said = ngettext("%(n)s question is left.", "%(n)s questions are left.", left) % {"n": left}
        return said if left else _("Look at everything once more and make the paper.")
    if paper.state == "filed":
        return waiting_words(answering(paper, now=now))
    by = last_day(paper.last)
    said = {
        "made": _("Send it to the lawyer, or hand it in."),
        "sent": _("The lawyer looks at it."),
        "comment": _("Read the remark and change the paper."),
        "approved": _("Sign it and hand it in."),
        "answered": _("Nothing to do here."),
        "silent": _("Go on with the next paper."),
    }[paper.state]
    if by is None or paper.state in ("answered", "silent"):
        return said
    return said + " " + _("Last day to hand it in: %(day)s.") % {"day": one_in_words(by)}


def waiting_words(wait: Answering | None) -> str:
    """How long it takes until the answer."""
    if wait is None or wait.due is None:
        return _("No rule that we know names a day for the answer. Ask the office when to expect it.")
    day = one_in_words(wait.due)
    if wait.left < 0:
        return _("An answer was due by %(day)s.") % {"day": day}
    left = ngettext("%(n)s day is left.", "%(n)s days are left.", wait.left) % {"n": wait.left}
    return _("An answer is due by %(day)s.") % {"day": day} + " " + left


def told_check(writing: Writing) -> ToldCheck:
    """What is known for a draft with its source; what is not asked but may be told stands apart."""
    rows: list[FactRow] = []
    more: list[FactRow] = []
    for number, need in enumerate(writing.filing.card.needs, 1):
        value = writing.facts.get(need.name)
        source = str(SOURCES.get(writing.sources.get(need.name, "now"), ""))
        row = FactRow(words(need.label), value_in_words(need, value), source, number)
        (more if value is None else rows).append(row)
    return ToldCheck(tuple(rows), tuple(more), writing.made is not None)


def value_in_words(need: Need, value: Any) -> str:
    """An answer as people read it."""
    if value is None:
        return ""
    if isinstance(value, Mapping):
        return " ".join(
            filter(None, (str(value.get(part, "")) for part in ("surname", "given", "patronymic")))
        )
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, list | tuple):
        return "\n".join(map(str, value))
    if need.kind == "day":
        return one_in_words(date.fromisoformat(value))
    if need.kind == "money":
        return _("%(sum)s roubles") % {"sum": f"{value / 100:.2f}".removesuffix(".00")}
    if need.kind == "choice":
        return next((words(one.text) for one in need.options if one.key == value), str(value))
    return str(value)


def told_paper(
    file: MatterFile, binder: Binder, paper: PaperFile, version: Version, now: datetime
) -> ToldPaper:
    """A version of a paper on its page; only the newest one can be acted upon."""
    newest = paper.last is not None and version.id == paper.last.id
    silence = against_silence(paper) if newest and is_silent(paper, now) else ""
    title = words(current_filings()[silence].card.title) if silence else ""
    try:
        page, digest = shown(version.paper), version.digest
        cover = shown(cover_note(version.filing, version.recipe.day, language(), last_day(version)))
    except NotMade:
        page, digest, cover = None, "", None
    return ToldPaper(
        id=paper.id,
        title=words(version.filing.card.title),
        filing=paper.filing.key,
        state=str(STATES[paper.state]),
        next=next_words(file, binder, paper, now),
        version=version.number,
        of=tuple(one.number for one in paper.versions),
        is_old=not newest,
        page=page,
        cover=cover,
        digest=digest,
        approved=newest and paper.approved is not None,
        changing=paper.draft.open,
        can_send=newest and bool(page) and paper.state in ("made", "comment"),
        has_lawyer=a_lawyer_reads(file.safe.id, today=timezone.localdate(now)),
        handed_in=paper.handed_in is not None,
        waits=newest and paper.state == "filed",
        silence=silence,
        silence_title=title,
        history=tuple(step_line(one) for one in reversed(paper.taken)),
    )


def is_silent(paper: PaperFile, now: datetime) -> bool:
    """Whether no answer came: somebody said so, or the last day for it is over."""
    wait = answering(paper, now=now) if paper.state == "filed" else None
    return paper.state == "silent" or bool(wait and wait.due and wait.left < 0)


def shown(paper: Paper) -> SafeString:
    """A paper as a part of a page: every word of it was escaped where the tags were made."""
    return mark_safe(html(paper))  # noqa: S308  # core/documents/page.py escapes every word  # nosec B308 B703


def step_line(step: Taken) -> StepLine:
    """A step in words: who, when, what, and what was written with it."""
    what = str(STATES[step.step])
    if step.on:
        what += f": {one_in_words(date.fromisoformat(step.on))}"
    if step.number:
        what += ", " + _("number %(number)s") % {"number": step.number}
    return StepLine(who_in_words(step.by), moment(step.at), what, step.text)


def who_in_words(author: Author) -> str:
    """Who it was."""
    return author.name or (_("The family") if author.who == "family" else _("A helper"))
