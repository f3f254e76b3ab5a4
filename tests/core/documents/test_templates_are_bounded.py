"""A text of the land can say, ask and repeat; it cannot compute, read a file, or reach into the program."""

import pytest
from tests.core.documents.world import LARISA, TODAY, filing, need

from peredacha.core.documents import BrokenTemplate, fill
from peredacha.core.documents.template import environment, rendered

REACHING = [
    "{{ who.__class__.__mro__ }}",
    "{{ ''.__class__ }}",
    "{{ cycler }}",
    "{{ range(10) }}",
    "{{ who | attr('name') }}",
    "{{ who | safe }}",
    "{% for a in 'abc' %}{{ a }}{% endfor %}",
    "{% for a in papers recursive %}{{ a }}{% endfor %}",
    "{% macro x() %}{% endmacro %}",
    "{% import 'os' as os %}",
    "{% extends 'x' %}",
    "{{ 'а' * 10000000 }}",
    "{{ 10 ** 10 }}",
    "{{ papers[0] }}",
    "{{ lipsum() }}",
    "{{ self }}",
    "{% if 1 is defined %}{% endif %}",
    "{{ 'x' ~ 'y' }}",
]


@pytest.mark.parametrize("reaching", REACHING)
def test_a_text_that_reaches_out_is_not_run(reaching: str) -> None:
    text = f"# А\n\n{reaching}\n\n{{{{ who | genitive }}}}\n\n~ Я | {{{{ who | short }}}}\n"
    odd = filing(text, need("who", "person"), need("papers", "list", may_be_missing=True))

    with pytest.raises(BrokenTemplate) as no:
        fill(odd, {"who": LARISA, "papers": ["а"]}, TODAY)
    assert "Орлов" not in str(no.value)


def test_the_sandbox_knows_nothing_but_our_filters() -> None:
    made = environment()

    assert not made.globals and not made.tests and made.sandboxed and not made.loader
    assert set(made.filters) == {
        *(
            "nominative",
            "genitive",
            "dative",
            "accusative",
            "instrumental",
            "prepositional",
            "short",
            "by_gender",
        ),
        *("day", "day_in_words", "money", "count", "capital"),
    }


@pytest.mark.parametrize(
    "text", ["{{ a | genitive }}", "{{ a | day }}", "{{ a | short }}", "{{ a | by_gender('б', 'в') }}"]
)
def test_a_filter_that_meets_something_else_says_nothing_of_it(text: str) -> None:
    with pytest.raises(BrokenTemplate) as no:
        rendered(text, {"a": "тайное"})
    assert "тайное" not in str(no.value)
    assert no.value.__cause__ is None and no.value.__suppress_context__


def test_a_fact_that_nobody_named_is_no_empty_place() -> None:
    with pytest.raises(BrokenTemplate):
        rendered("Прошу {{ nothing }}.", {})
