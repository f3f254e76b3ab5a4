"""The request in words, and the way from one page to the next."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from peredacha.rooms.asking.selectors import question_of
from peredacha.rooms.asking.services.drafts import Draft


@dataclass(frozen=True)
class ToldAnswer:
    """What was asked, in a word or two, and its answer in words, with the way to change it."""

    key: str
    value: str
    url: str


@dataclass(frozen=True)
class ToldDraft:
    """Everything that would be sent, each in the order in which it was asked."""

    written: tuple[ToldAnswer, ...]
    """Own words, in which a slip of the finger is to be seen before they are sent."""
    chosen: tuple[ToldAnswer, ...]
    """The lines that were chosen, and what was left empty."""
    offered: tuple[ToldAnswer, ...]
    """What may be said besides, and was not yet."""


def told_draft(draft: Draft) -> ToldDraft:
    """The last page in words."""
    steps = [step for step in draft.shown if step not in draft.offered]
    written = [step for step in steps if draft.given.get(step) and not question_of(step, draft.way).options]
    told = {
        step: ToldAnswer(str(question_of(step, draft.way).short), in_words(draft, step), address(step))
        for step in draft.shown
    }
    return ToldDraft(
        written=tuple(told[step] for step in written),
        chosen=tuple(told[step] for step in steps if step not in written),
        offered=tuple(told[step] for step in draft.offered),
    )


def in_words(draft: Draft, step: str) -> str:
    """One answer as it was meant."""
    given = draft.given.get(step) or ()
    keys = (given,) if isinstance(given, str) else given
    named = {key: str(option) for key, option in question_of(step, draft.way).options}
    return ", ".join(named.get(key, key) for key in keys) or _("Nothing written")


def way_on(draft: Draft) -> str:
    """The first page without an answer, or the one that sends."""
    return address(draft.next or "send")


def way_back(draft: Draft, step: str) -> str:
    """The page before; the plan before the first."""
    if step in draft.path[:1]:
        return reverse("intake:plan")
    return address(draft.before(step) or "send")


def address(step: str) -> str:
    """The page of a step."""
    return reverse(f"asking:{step}")
