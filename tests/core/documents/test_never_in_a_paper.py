"""Whatever Vera types: a paper without gaps, empty brackets, «и/или» and lost commas, or a question; never a crash."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.documents.world import LARISA, TODAY, everything, filing, need

from peredacha.core.documents import Paper, fill, flaws, plain
from peredacha.core.documents.tidying import tidy
from peredacha.jurisdictions.filings import filings

RUSSIAN = filings("ru")
LETTER = """
> от {{ who | genitive }}, {{ place }}

# ЗАЯВЛЕНИЕ
## о {{ place }}

Прошу ({{ place }}), «{{ place }}», {{ place }}, а также {{ place }}. Адрес: {{ place }}; далее.

{% if story %}
{{ story }}

{% endif %}
= ПРОШУ:

1. {{ place }};
{% for one in papers %}
2. {{ one }};
{% endfor %}

! {{ place }}

~ {{ place }} | {{ who | short }}
"""
NEEDS = (
    need("who", "person"),
    need("place"),
    need("story", "text", may_be_missing=True),
    need("papers", "list"),
)
FORM = filing(LETTER, *NEEDS)
SIGNS = st.text(
    st.sampled_from("абвИлЁ ,.;:()[]«»\"'_/-–{}%#\n\t\u00a0\u200b😀№!?…09i")
    | st.characters(exclude_categories=("Cs",)),
    max_size=60,
) | st.sampled_from(
    ["и/или", "( )", "____", "а,,б", "г. Тверь, ", "..", "…", ",", "«»", "x .", "( а )", "(", "«", "а («"]
)
NAMES = st.fixed_dictionaries({"surname": SIGNS, "given": SIGNS, "patronymic": SIGNS}) | st.just(LARISA)


@settings(max_examples=300, deadline=None)
@given(who=NAMES, place=SIGNS, story=SIGNS, papers=st.lists(SIGNS, max_size=3))
def test_a_paper_is_whole_or_it_is_not_made(who: object, place: str, story: str, papers: list[str]) -> None:
    got = fill(FORM, {"who": who, "place": place, "story": story, "papers": papers}, TODAY)

    if isinstance(got, Paper):
        assert not flaws(got)
        text = plain(got).lower()
        assert not [
            sign
            for sign in ("и/или", "()", "[]", "  ", " ,", ",,", "__", "{{", "{%", "\ue000")
            if sign in text
        ]
    else:
        assert got


@settings(max_examples=300, deadline=None)
@given(SIGNS)
def test_tidying_twice_is_tidying_once(words: str) -> None:
    assert tidy(tidy(words)) == tidy(words)


@settings(max_examples=100, deadline=None)
@given(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | SIGNS
    | st.lists(st.integers())
    | st.dictionaries(SIGNS, SIGNS)
)
def test_a_fact_of_any_other_shape_is_a_question(odd: object) -> None:
    good = {"who": LARISA, "place": "Тверь", "papers": ["справка"]}

    for name in ("who", "place", "story", "papers"):
        got = fill(FORM, {**good, name: odd}, TODAY)
        assert isinstance(got, Paper) or [one.need.name for one in got]


@settings(max_examples=250, deadline=None)
@given(st.data())
def test_no_filing_of_russia_breaks_on_what_is_typed(data: st.DataObject) -> None:
    one = RUSSIAN[data.draw(st.sampled_from(sorted(RUSSIAN)))]
    facts = everything(one, data.draw(st.integers(0, 1)))
    typed = [need.name for need in one.card.needs if need.kind in ("line", "text", "title", "list", "person")]
    for name in data.draw(st.lists(st.sampled_from(typed), max_size=3)):
        facts[name] = data.draw(NAMES if one.needs[name].kind == "person" else SIGNS)

    got = fill(one, facts, TODAY)

    assert not flaws(got) if isinstance(got, Paper) else got
