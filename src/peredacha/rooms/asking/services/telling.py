"""The request in words, and the way from one page to the next."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from peredacha.rooms.asking.selectors import question_of
from peredacha.rooms.asking.services.drafts import Draft


@dataclass(frozen=True)
class ToldAnswer:
    """A question and its answer in words, with the way to change it."""

    key: str
    value: str
    url: str


def told_draft(draft: Draft) -> tuple[ToldAnswer, ...]:
    """Everything that would be sent, in the order in which it was asked."""
    return tuple(
        ToldAnswer(str(question_of(step, draft.way).ask), in_words(draft, step), address(step))
        for step in draft.shown
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
