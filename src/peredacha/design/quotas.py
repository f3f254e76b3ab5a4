"""What the law leaves of parcels and visits, in the words of the page; weights come in grams."""

from collections.abc import Iterator

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from peredacha.core.language import Phrase, phrase, plural_phrase
from peredacha.core.law.quotas import Allowance, QuotaAnswer
from peredacha.core.law.quotas.wording import NAMES
from peredacha.design.wording import one_in_words, said

GRAMS = 1000
Cells = tuple[tuple[str, str], ...]
"""One row of a table: pairs of heading and text."""


def parts(answer: QuotaAnswer) -> tuple[tuple[str, Allowance], ...]:
    """The quotas that are counted in pieces, by their names."""
    return (
        ("parcels", answer.parcels),
        ("packets", answer.packets),
        ("short_visits", answer.short_visits),
        ("long_visits", answer.long_visits),
    )


def biggest(answer: QuotaAnswer) -> tuple[str, str]:
    """The number that matters first, with its label: parcels, or the weight of a month."""
    if answer.weight_month:
        return _("Weight that is left this month"), kilograms(answer.weight_month)
    return _("Parcels that are left"), number_left(answer.parcels)


def about_the_rest(answer: QuotaAnswer) -> Iterator[str]:
    """The other numbers, right under the first."""
    rest = parts(answer) if answer.weight_month else parts(answer)[1:]
    for name, one in rest:
        if one.known:
            yield _("%(what)s: %(number)s.") % {"what": said(NAMES[name]), "number": number_left(one)}


def measures(answer: QuotaAnswer) -> Iterator[tuple[str, str]]:
    """How heavy, how long, until when: pairs of name and value."""
    for name, one, unit in (
        ("parcel_weight_g", answer.parcels, "kg"),
        ("packet_weight_g", answer.packets, "kg"),
        ("short_hours", answer.short_visits, "hours"),
        ("long_days", answer.long_visits, "days"),
    ):
        if one.each is not None:
            yield said(NAMES[name]), said(measure(one.each, unit))
    days = dict.fromkeys(
        one.until for _name, one in (*parts(answer), ("", answer.weight_month)) if one and one.until
    )
    for day in days:
        yield _("Counted until"), one_in_words(day)


def allowed_used_left(answer: QuotaAnswer) -> tuple[Cells, ...]:
    """The rows of the table."""
    rows = [
        cells(said(NAMES[name]), allowed(one), str(one.used), number_left(one))
        for name, one in parts(answer)
        if one.known or answer.weight_month is None
    ]
    month = answer.weight_month
    if month:
        most = said(measure(month.allowed, "kg")) if month.allowed is not None else allowed(month)
        rows.append(cells(said(NAMES["month_weight_g"]), most, weight(month.used), kilograms(month)))
    return tuple(rows)


def cells(what: str, most: str, used: str, left: str) -> Cells:
    """One row under its headings."""
    return ((_("What"), what), (_("Allowed"), most), (_("Used"), used), (_("Left"), left))


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
    return weight(one.left) if one.left is not None else allowed(one)


def weight(grams: int) -> str:
    """A weight in kg; a decimal where it is not whole, cut off and never rounded up."""
    tenths = grams // (GRAMS // 10)
    number = str(tenths // 10) if tenths % 10 == 0 else number_format(tenths / 10, decimal_pos=1)
    return said(phrase("{kg} kg", kg=number))


def measure(number: int, unit: str) -> Phrase:
    """“20 kg”, “4 hours”, “3 days”."""
    if unit == "hours":
        return plural_phrase("{count} hour", "{count} hours", number)
    if unit == "days":
        return plural_phrase("{count} day", "{count} days", number)
    return phrase("{kg} kg", kg=number // GRAMS)
