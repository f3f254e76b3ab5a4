"""Time served and parole: the same case, asked two questions."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from peredacha.core.law.served import Case, TimeServed, time_served
from peredacha.core.law.served.answer import Amount
from peredacha.core.law.served.wording import KINDS, amount_said, days_said, length_said, ratio_said
from peredacha.core.law.span import Span
from peredacha.design.wording import one_in_words, said, when
from peredacha.rooms.calculators.selectors import current_land
from peredacha.rooms.calculators.services.told import Row, Table, ToldAnswer, left_until, told_answer


def count_served(case: Case, *, today: date) -> ToldAnswer:
    """How much is served and left, and the day of release."""
    answer = answer_of(case)
    return told_answer(
        answer,
        answer.steps,
        label=_("Release"),
        big=when(answer.release_day) if answer.release_day else without_a_last_day(answer),
        says=about_release(answer, today=today),
        rows=served_rows(answer),
        tables=stretches(answer),
        decides=who_counts(),
    )


def count_parole(case: Case, *, today: date) -> ToldAnswer:
    """From which day parole and a milder punishment may be asked for."""
    answer = answer_of(case)
    return told_answer(
        answer,
        answer.steps,
        label=_("The first day to ask for parole"),
        big=when(answer.parole_on) if answer.parole_on else no_parole(answer),
        says=about_parole(case, answer, today=today),
        rows=parole_rows(answer),
        tables=stretches(answer),
        decides=who_counts(),
    )


def answer_of(case: Case) -> TimeServed:
    """The case before the law of the land."""
    land = current_land()
    return time_served(land.served, land.calendar, land.conventions, case)


def who_counts() -> str:
    """Whose count decides, and where to ask."""
    return _(
        "The count of the institution decides, not this page. It is kept by the special registry department "
        "(spetschast) of the remand prison or colony. He may ask there himself; you may write to it and ask "
        "for the dates in writing."
    )


def without_a_last_day(answer: TimeServed) -> str:
    """The big answer where there is no day of release."""
    if answer.freed:
        return _("The time in custody covers the whole sentence")
    return _("There is no last day: the sentence is for life")


def about_release(answer: TimeServed, *, today: date) -> Iterator[str]:
    """What must be said right under the day of release."""
    if answer.freed:
        yield _("The time before the sentence covers all of it: the court frees him from serving it.")
        return
    days = answer.release_day
    if days is None:
        return
    yield left_until(days.latest, today=today)
    if not days.is_settled:
        yield _(
            "The law or practice is not settled here, so you see two days. Hope for the first, reckon with the last."
        )
    if answer.last_day and days != answer.last_day:
        yield _("The last day falls on a day off, so release is on the working day before it.")


def served_rows(answer: TimeServed) -> Iterator[Row]:
    """Everything that follows from the case, one line each."""
    if answer.last_day:
        yield Row(_("Last day of the term"), when(answer.last_day))
    if answer.credit_days:
        yield Row(_("Days credited from before"), amount(answer.credit_days))
    if answer.served:
        key = _("Served by %(day)s, with the credit") % {"day": one_in_words(answer.served.on)}
        yield Row(key, amount(answer.served.days))
    if answer.remaining:
        left = answer.remaining
        length = said(length_said(left.years * 12 + left.months, left.days))
        yield Row(_("Left after %(day)s") % {"day": one_in_words(left.on)}, length)
    if answer.parole_on:
        yield Row(_("The first day to ask for parole"), when(answer.parole_on))
    yield from replacement_rows(answer)
    if answer.expunged_on:
        yield Row(_("The criminal record ends"), when(answer.expunged_on))


def replacement_rows(answer: TimeServed) -> Iterator[Row]:
    """The days of a milder punishment."""
    rows: tuple[tuple[str, Span[date] | None], ...] = (
        (_("The first day to ask for a milder punishment"), answer.milder_on),
        (_("The first day to ask for forced labour instead of the rest"), answer.forced_labour_on),
    )
    yield from (Row(key, when(days)) for key, days in rows if days)


def parole_rows(answer: TimeServed) -> Iterator[Row]:
    """What else may be asked for, and what would happen without it."""
    yield from replacement_rows(answer)
    if answer.credit_days:
        yield Row(_("Days credited from before, which count as served"), amount(answer.credit_days))
    if answer.last_day:
        yield Row(_("Last day of the term without parole"), when(answer.last_day))


def no_parole(answer: TimeServed) -> str:
    """The big answer where parole cannot be asked for."""
    if answer.freed:
        return _("The time in custody covers the whole sentence")
    return _("The term ends before parole can be asked for")


def about_parole(case: Case, answer: TimeServed, *, today: date) -> Iterator[str]:
    """When and how to file."""
    days = answer.parole_on
    if days is None:
        return
    if days.latest <= today:
        yield _("This day has come: the request can be handed in.")
    else:
        yield left_until(days.latest, today=today)
    if case.category is None and not days.is_settled:
        yield _(
            "Nobody said how grave the crime is, so the answer covers everything from minor to especially grave. "
            "Look it up in the verdict and count again."
        )
    elif not days.is_settled:
        yield _(
            "The days in between are in doubt. If he asks on the last of them, nobody can say that it is too early."
        )
    yield _(
        "He or his lawyer writes the request and hands it in through the colony, which sends it on to the court. "
        "It can be prepared earlier. The day is only the right to ask: the court decides."
    )


def stretches(answer: TimeServed) -> Iterator[Table]:
    """What each stretch before the term is worth."""
    rows = tuple(
        (
            (_("How he was held"), said(KINDS[one.kind])),
            (_("First day"), one_in_words(one.stretch.first)),
            (_("Last day"), one_in_words(one.stretch.last)),
            (_("Days"), str(one.stretch.days)),
            (
                _("Worth"),
                said(ratio_said(one.rate.least, one.rate.most)) if not one.inside else _("inside the term"),
            ),
            (_("Credited"), said(amount_said(one.least, one.most))),
        )
        for one in answer.counted
    )
    if rows:
        yield Table(_("What was counted"), rows)


def amount(one: Amount) -> str:
    """Days, or a range of days."""
    return said(amount_said(one.least, one.most) if one.least != one.most else days_said(one.most))
