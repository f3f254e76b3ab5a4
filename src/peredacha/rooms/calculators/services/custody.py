"""The custody clock in words: by when the court must decide again, and how long it can go on."""

from collections.abc import Iterator

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from peredacha.core.law.basis import Cited
from peredacha.core.law.custody import CustodyCase, CustodyClock, Limit, custody_clock
from peredacha.core.law.custody.wording import crimes_said
from peredacha.core.law.served.wording import days_said, length_said
from peredacha.design.wording import said, when, words
from peredacha.rooms.calculators.selectors import current_land
from peredacha.rooms.calculators.services.told import Row, Table, ToldAnswer, left_until, told_answer


def count_custody(case: CustodyCase) -> ToldAnswer:
    """Until when he may be held; the clock starts anew when the case reaches the court."""
    land = current_land()
    clock = custody_clock(land.custody, land.rules, land.counter, land.statements, case)
    return told_answer(
        Cited(clock.bases, tuple(one for one in clock.warnings if one not in clock.doubts)),
        clock.steps,
        label=_("The longest term ends on")
        if clock.over
        else _("The last day on which the court can extend custody"),
        big=the_day(clock),
        says=says(clock),
        rows=rows(clock),
        tables=tables(clock),
        decides=_(
            "The day in the newest court order decides. The lawyer has the order; the court's office and the "
            "special registry department (spetschast) of the remand prison know the day too."
        ),
    )


def the_day(clock: CustodyClock) -> str:
    """The big answer."""
    day = clock.limit_end if clock.over else clock.decides_by
    return when(day) if day else _("The terms of this land are not loaded")


def says(clock: CustodyClock) -> Iterator[str]:
    """What must be said right under the day."""
    day = clock.limit_end if clock.over else clock.decides_by
    if day and (clock.over or not clock.passed):
        yield left_until(day.earliest, today=clock.case.on)
    yield from (said(one) for one in clock.doubts)
    if clock.limits and not clock.over and not clock.passed:
        yield _("If the court does not extend custody by then, he must be set free.")


def rows(clock: CustodyClock) -> Iterator[Row]:
    """How long so far, how long still, and the day for the case file."""
    held = clock.held
    places = {
        "length": said(length_said(held.years * 12 + held.months, held.days)),
        "days": said(days_said(held.total_days)),
    }
    yield Row(_("Held so far"), _("%(length)s, in all %(days)s") % places)
    if clock.running:
        yield Row(_("The limit of the law that runs now ends"), when(clock.running.due))
    if clock.longest:
        yield Row(_("The longest that is possible"), when(clock.longest))
    elif clock.limits:
        endless = _("In court the law sets no last day for grave crimes: up to three months each time.")
        yield Row(_("The longest that is possible"), endless)
    if clock.file_by:
        yield Row(_("The last day to give him the case file to read"), when(clock.file_by))
    for statement in clock.quotes:
        yield Row(words(statement.title), words(statement.text))


def tables(clock: CustodyClock) -> Iterator[Table]:
    """Every limit of the stage, also those that are not for this crime."""
    found = tuple(
        (
            (_("Limit"), words(one.rule.title)),
            (_("Last day"), when(one.due)),
            (_("For which crimes"), crimes(one)),
        )
        for one in clock.limits
    )
    if found:
        yield Table(_("The limits of the law"), found)


def crimes(limit: Limit) -> str:
    """For which crimes a limit may be used, or that it is not for this one."""
    if limit.open == "no":
        return _("Not for a crime of this gravity")
    return str(capfirst(said(crimes_said(limit.stated.crimes))))
