"""Parcels and visits: allowed, used, left."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from peredacha.core.language import Phrase, phrase, plural_phrase
from peredacha.core.law.quotas import Allowance, QuotaAnswer, QuotaCase, quota_left
from peredacha.core.law.quotas.wording import NAMES
from peredacha.design.wording import one_in_words, said
from peredacha.rooms.calculators.selectors import current_land
from peredacha.rooms.calculators.services.told import Row, Table, ToldAnswer, told_answer

GRAMS = 1000


def count_parcels(case: QuotaCase) -> ToldAnswer:
    """What is left of every quota on the day of the case."""
    answer = quota_left(current_land().quotas, case)
    return told_answer(
        answer,
        answer.steps,
        label=_("Parcels that are left")
        if answer.weight_month is None
        else _("Weight that is left this month"),
        big=kilograms(answer.weight_month) if answer.weight_month else number_left(answer.parcels),
        says=about_the_rest(answer),
        rows=rows_of(answer),
        tables=(quotas_table(answer),),
        decides=_(
            "The institution keeps its own card of parcels and visits, and its count decides. "
            "Ask at the parcel window or in the visiting office before you travel."
        ),
    )


def parts(answer: QuotaAnswer) -> tuple[tuple[str, Allowance], ...]:
    """The quotas that are counted in pieces, by their names."""
    return (
        ("parcels", answer.parcels),
        ("packets", answer.packets),
        ("short_visits", answer.short_visits),
        ("long_visits", answer.long_visits),
    )


def about_the_rest(answer: QuotaAnswer) -> Iterator[str]:
    """The other numbers, right under the first."""
    rest = parts(answer) if answer.weight_month else parts(answer)[1:]
    for name, one in rest:
        if one.known:
            yield _("%(what)s: %(number)s.") % {"what": said(NAMES[name]), "number": number_left(one)}


def rows_of(answer: QuotaAnswer) -> Iterator[Row]:
    """How heavy, how long, until when."""
    for name, one, unit in (
        ("parcel_weight_g", answer.parcels, "kg"),
        ("packet_weight_g", answer.packets, "kg"),
        ("short_hours", answer.short_visits, "hours"),
        ("long_days", answer.long_visits, "days"),
    ):
        if one.each is not None:
            yield Row(said(NAMES[name]), said(measure(one.each, unit)))
    days = dict.fromkeys(
        one.until for _name, one in (*parts(answer), ("", answer.weight_month)) if one and one.until
    )
    for day in days:
        yield Row(_("Counted until"), one_in_words(day))


def quotas_table(answer: QuotaAnswer) -> Table:
    """Allowed, used, left."""
    rows = [
        (
            (_("What"), said(NAMES[name])),
            (_("Allowed"), allowed(one)),
            (_("Used"), str(one.used)),
            (_("Left"), number_left(one)),
        )
        for name, one in parts(answer)
        if one.known or answer.weight_month is None
    ]
    if answer.weight_month:
        month = answer.weight_month
        rows.append(
            (
                (_("What"), said(NAMES["month_weight_g"])),
                (
                    _("Allowed"),
                    said(measure(month.allowed, "kg")) if month.allowed is not None else allowed(month),
                ),
                (_("Used"), said(measure(month.used, "kg"))),
                (_("Left"), kilograms(month)),
            )
        )
    return Table(_("Allowed, used, left"), tuple(rows))


def allowed(one: Allowance) -> str:
    """The number that the law allows."""
    if one.allowed is not None:
        return str(one.allowed)
    return _("no limit") if one.known else _("not known here, ask the institution")


def number_left(one: Allowance) -> str:
    """What is left of a number."""
    return str(one.left) if one.left is not None else allowed(one)


def kilograms(one: Allowance) -> str:
    """What is left of a weight."""
    return said(measure(one.left, "kg")) if one.left is not None else allowed(one)


def measure(number: int, unit: str) -> Phrase:
    """“20 kg”, “4 hours”, “3 days”."""
    if unit == "hours":
        return plural_phrase("{count} hour", "{count} hours", number)
    if unit == "days":
        return plural_phrase("{count} day", "{count} days", number)
    return phrase("{kg} kg", kg=number // GRAMS)
