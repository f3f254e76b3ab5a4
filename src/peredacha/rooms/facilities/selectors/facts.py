"""A fact with its age in words: what nobody has confirmed for long must not look fresh."""

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import ngettext

from peredacha.rooms.facilities.models import Fact, FactNature, FactTopic
from peredacha.rooms.facilities.selectors.laws import all_confirmed, norms_in_words
from peredacha.rooms.facilities.selectors.speaking import said

OLD_AFTER_MONTHS = 12


@dataclass(frozen=True)
class FactView:
    """One fact of a card, ready to be read.

    ``checked`` says when and by how many people it was last checked, in whole sentences; ``is_old`` is true
    after a year [12 months]; ``unconfirmed`` is true for a rule whose norms no lawyer has confirmed.
    """

    nature: str
    topic: str
    text: str
    norms: tuple[str, ...]
    checked: str
    is_old: bool
    unconfirmed: bool

    @property
    def is_rule(self) -> bool:
        """True for what the law says, false for what people met."""
        return self.nature == FactNature.RULE


def fact_view(fact: Fact, today: date) -> FactView:
    """The fact in the words of the page, with its age on ``today``."""
    age = whole_months(fact.last_confirmed_on, today)
    rows = fact.norms.split()
    return FactView(
        nature=fact.nature,
        topic=str(FactTopic(fact.topic).label),
        text=said(fact.text_ru, fact.text_en),
        norms=norms_in_words(rows),
        checked=_checked(fact, age),
        is_old=age >= OLD_AFTER_MONTHS,
        unconfirmed=fact.nature == FactNature.RULE and not all_confirmed(rows),
    )


def whole_months(since: date, until: date) -> int:
    """Whole months from one day to another [months], never below zero.

    >>> whole_months(date(2025, 1, 31), date(2025, 2, 28))
    0
    >>> whole_months(date(2025, 1, 15), date(2026, 3, 15))
    14
    """
    months = (until.year - since.year) * 12 + until.month - since.month
    return max(0, months - (until.day < since.day))


def in_order(facts: list[FactView], nature: str) -> tuple[FactView, ...]:
    """The facts of one nature in the order of the topics."""
    topics = [str(label) for label in FactTopic.labels]
    chosen = [fact for fact in facts if fact.nature == nature]
    return tuple(sorted(chosen, key=lambda fact: topics.index(fact.topic)))


def _checked(fact: Fact, age: int) -> str:
    """When and by how many, as whole sentences: one number a sentence, so that plurals come out right."""
    day = date_format(fact.last_confirmed_on, "j E Y")
    if age < OLD_AFTER_MONTHS:
        one = ngettext(
            "Last checked on %(day)s, by %(n)d person.",
            "Last checked on %(day)s, by %(n)d people.",
            fact.confirmed_by_n,
        )
        return one % {"day": day, "n": fact.confirmed_by_n}
    when = ngettext(
        "Last checked %(months)d month ago, on %(day)s.",
        "Last checked %(months)d months ago, on %(day)s.",
        age,
    ) % {"months": age, "day": day}
    who = ngettext(
        "It was checked by %(n)d person.", "It was checked by %(n)d people.", fact.confirmed_by_n
    ) % {"n": fact.confirmed_by_n}
    return f"{when} {who}"
