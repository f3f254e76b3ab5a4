"""One deadline counted from one day."""

from collections.abc import Iterator
from datetime import date, datetime

from django.utils.translation import gettext as _

from peredacha.core.law.answering import Deadline
from peredacha.core.law.counting import Start
from peredacha.core.law.deadlines import DeadlineRule
from peredacha.core.law.land import count_deadline
from peredacha.core.law.span import Span
from peredacha.design.wording import one_in_words, when, words
from peredacha.rooms.calculators.selectors import current_land
from peredacha.rooms.calculators.services.told import Row, ToldAnswer, left_until, told_answer


def count_term(rule: DeadlineRule, start: Start, variant: str | None, *, today: date) -> ToldAnswer:
    """When ``rule`` is due if its clock starts at ``start``."""
    answer = count_deadline(current_land(), rule.id, start, variant)
    due = answer.due
    return told_answer(
        answer,
        answer.steps,
        label=_("The term ends"),
        big=when(due) if due else "",
        says=about_the_day(due) if due else (),
        rows=rows_of(rule, answer, start, today=today),
        decides=_(
            "The court or the office counts the term by its own rules, and its count decides. Ask the lawyer, "
            "or the office of the court (kantselyariya). If in doubt, hand the paper in earlier."
        ),
    )


def about_the_day(due: Span[date]) -> Iterator[str]:
    """What must be said right under the day."""
    if not due.is_settled:
        yield _("It is not certain which day applies: reckon with the earlier one.")
    if isinstance(due.earliest, datetime):
        yield _("The time is that of the place.")


def rows_of(rule: DeadlineRule, answer: Deadline, start: Start, *, today: date) -> Iterator[Row]:
    """What is due, who must act, how far it can be extended."""
    if answer.due:
        yield Row(_("Time left"), left_until(answer.due.earliest, today=today))
    yield Row(_("It runs from"), one_in_words(start.moments.earliest if start.at else start.day))
    yield Row(_("Who must act"), words(rule.who))
    for one in answer.extended:
        text = _("%(condition)s: %(day)s") % {"condition": words(one.if_), "day": when(one.due)}
        yield Row(_("It can become longer"), text)
