"""How old what people told is, as a sentence."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peredacha.core.packing import whole_months


def age_in_words(day: date, people: int, today: date) -> str:
    """When it was last checked and by how many, as whole sentences; one number a sentence, for the plurals."""
    age, told = whole_months(day, today), date_format(day, "j E Y")
    if not people:
        return _("The card was written on %(day)s.") % {"day": told}
    if not age:
        one = ngettext(
            "Last checked on %(day)s, by %(n)d person.", "Last checked on %(day)s, by %(n)d people.", people
        )
        return one % {"day": told, "n": people}
    when = ngettext(
        "Last checked %(months)d month ago, on %(day)s.",
        "Last checked %(months)d months ago, on %(day)s.",
        age,
    )
    who = ngettext("It was checked by %(n)d person.", "It was checked by %(n)d people.", people)
    return f"{when % {'months': age, 'day': told}} {who % {'n': people}}"


def age_in_short(day: date, people: int, today: date) -> str:
    """The same in one line, for a list of things: the day, how long ago, how many people."""
    age, told = whole_months(day, today), date_format(day, "j E Y")
    if not age:
        return _("%(day)s; people: %(n)d.") % {"day": told, "n": people}
    when = ngettext("%(months)d month ago", "%(months)d months ago", age) % {"months": age}
    return _("%(day)s, %(when)s; people: %(n)d.") % {"day": told, "when": when, "n": people}


def doubt_in_words(day: date, people: int) -> str:
    """That it was different for somebody since."""
    one = ngettext(
        "On %(day)s it was different: %(n)d person told so.",
        "On %(day)s it was different: %(n)d people told so.",
        people,
    )
    return one % {"day": date_format(day, "j E Y"), "n": people}
