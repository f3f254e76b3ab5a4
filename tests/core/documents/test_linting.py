"""Larisa corrects a text; what she overlooked is told with its line before any family sees it."""

import pytest
from tests.core.documents.world import BOTH, need

from peredacha.core.documents.card import Option
from peredacha.core.documents.linting import faults

NEEDS = {
    one.name: one
    for one in (
        need("who", "person"),
        need("court", "title"),
        need("place"),
        need("story", "text"),
        need("on", "day"),
        need("sum", "money"),
        need("maybe", may_be_missing=True),
        need("papers", "list"),
        need("kind_of", "choice", options=(Option("a", BOTH), Option("b", BOTH))),
    )
}
GOOD = """> В {{ court | accusative }}
> от {{ who | genitive }}

# ЖАЛОБА

{{ on | day }} в отношении {{ who | genitive }} случилось {{ place }}{% if maybe %}, а также {{ maybe }}{% endif %}.
{% if kind_of == "a" %}

Взыскать {{ sum | money }}.
{% endif %}

{{ story }}

= ПРОШУ:

1. отменить;
{% for one in papers %}
+ {{ one }};
{% endfor %}

~ Заявитель | {{ who | short }}
"""
SLIPS = {
    "an unknown fact": ("{{ place }}{%", "{{ plase }}{%", 6, "`plase` is not asked"),
    "a fact never used": ("{{ sum | money }}", "всё", 1, "`sum` is asked in the card and never used"),
    "an unknown filter": ("{{ on | day }}", "{{ on | daye }}", 6, "daye"),
    "a filter that does not fit": ("{{ on | day }}", "{{ on | genitive }}", 6, "does not fit"),
    "no filter for a person": ("отношении {{ who | genitive }}", "отношении {{ who }}", 6, "needs a filter"),
    "the wrong case": (
        "отношении {{ who | genitive }}",
        "отношении {{ who | dative }}",
        6,
        "«в отношении» asks",
    ),
    "the wrong case of a court": ("> В {{ court | accusative }}", "> В {{ court | dative }}", 1, "«в» asks"),
    "a nominative after «от»": ("> от {{ who | genitive }}", "> от {{ who | short }}", 2, "«от» asks"),
    "what may be missing": (
        "{% if maybe %}, а также {{ maybe }}{% endif %}",
        ", а также {{ maybe }}",
        6,
        "may be missing",
    ),
    "an unknown answer": ('kind_of == "a"', 'kind_of == "c"', 7, "no answer `c`"),
    "an answer printed": (
        "случилось {{ place }}",
        "случилось {{ kind_of }} {{ place }}",
        6,
        "is an answer and no text",
    ),
    "a list printed": ("{{ story }}", "{{ story }}\n\n{{ papers }}.", 14, "only a `list`"),
    "paragraphs in a sentence": ("{{ story }}", "Вот: {{ story }}", 12, "stands alone"),
    "no signature": ("~ Заявитель | {{ who | short }}", "Конец.", 21, "no a signature"),
    "a signature without a name": ("~ Заявитель | {{ who | short }}", "~ Заявитель", 21, "who signs | name"),
    "no title": ("# ЖАЛОБА\n", "Жалоба.\n", 21, "no a title"),
    "an open if": ("{% endif %}\n\n{{ story }}", "\n\n{{ story }}", 21, "correct the braces"),
    "и/или": ("отменить;", "отменить и/или изменить;", 16, "«и/или»"),
    "empty brackets": ("отменить;", "отменить ( );", 16, "a gap of a form"),
    "underlines": ("отменить;", "отменить ______;", 16, "a gap of a form"),
    "a Latin c": ("отменить;", "oтменить;", 16, "mixes Russian and Latin"),
    "a promised list": ("= ПРОШУ:\n\n1. отменить;", "Прошу:\n\nВот.", 14, "«:»"),
    "an open sentence": ("Взыскать {{ sum | money }}.", "Взыскать {{ sum | money }}", 9, "does not end"),
    "straight quotes": ("отменить;", 'отменить "всё";', 16, "«ёлочки»"),
    "a call": ("{{ on | day }}", "{{ on.today() }}", 6, "not allowed"),
    "an attribute": ("{{ place }}{%", "{{ place.__class__ }}{%", 6, "not allowed"),
    "an include": ("= ПРОШУ:", '{% include "x" %}', 14, "not allowed"),
    "an assignment": ("= ПРОШУ:", "{% set a = 1 %}", 14, "not allowed"),
    "arithmetic": ("{{ place }}{%", "{{ 2 ** 99 }}{%", 6, "not allowed"),
}


def test_a_good_text_has_no_fault() -> None:
    assert faults(GOOD, NEEDS) == ()


@pytest.mark.parametrize(("right", "wrong", "line", "says"), SLIPS.values(), ids=SLIPS)
def test_a_slip_is_told_with_its_line(right: str, wrong: str, line: int, says: str) -> None:
    assert right in GOOD
    found = faults(GOOD.replace(right, wrong, 1), NEEDS)

    assert [(at, told) for at, told in found if says in told and at == line], found


@pytest.mark.parametrize(
    ("words", "case"),
    [
        ("к ", "dative"),
        ("с ", "instrumental"),
        ("через ", "accusative"),
        ("о ", "prepositional"),
        ("разрешить ", "dative"),
    ],
)
def test_every_small_word_asks_for_its_case(words: str, case: str) -> None:
    right, wrong = f"{words}{{{{ who | {case} }}}}.", f"{words}{{{{ who | nominative }}}}."

    assert not [one for one in faults(GOOD.replace("отменить;", right), NEEDS) if "asks for" in one[1]]
    assert [one for one in faults(GOOD.replace("отменить;", wrong), NEEDS) if "asks for" in one[1]]
