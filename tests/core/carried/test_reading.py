"""The lines of a parcel: read in their order, taken back as if never told, and put together for a complaint."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from peredacha.core.carried import (
    FOLLOWS,
    UNDONE,
    Chain,
    ContentLine,
    Contents,
    ParcelStep,
    contents_line,
    refusal_of,
    step_line,
)
from peredacha.core.facts import Author

NOW = datetime.fromisoformat("2026-11-23T12:00:00+03:00")
PETYA, PAVEL, VERA = Author("member", "1", "Петя"), Author("member", "2", "Павел"), Author("family")
BOX = Contents.of((ContentLine("Чай", "tea", 2, 200), ContentLine("Мёд", "honey", 1, 600)), 400)


def told(step: str, by: Author = PETYA, **words: str) -> ParcelStep:
    """A step of this moment."""
    return ParcelStep(step, "2026-11-23", by, NOW.isoformat(), **words)


def walked(chain: Chain, *steps: str) -> Chain:
    """The chain after these steps; what is packed is the box, what is refused is the honey."""
    for step in steps:
        if step == "packed":
            chain = chain.told(contents_line(BOX))
        if step == "thing" and chain.contents:
            chain = chain.told(contents_line(chain.contents.without("Мёд")))
        chain = chain.told(step_line(told(step)))
    return chain


@given(st.lists(st.integers(0, 9), max_size=12))
def test_whatever_step_is_taken_back_everything_stands_as_before(picks: list[int]) -> None:
    chain = Chain()
    for pick in picks:
        steps = FOLLOWS[chain.state]
        if not steps:
            break
        after = walked(chain, steps[pick % len(steps)])
        back = walked(after, UNDONE)
        assert (back.state, back.contents, back.steps, back.boxes) == (
            chain.state,
            chain.contents,
            chain.steps,
            chain.boxes,
        )
        assert len(back.history) == len(chain.history) + 2
        chain = after


def test_a_mistake_is_one_s_own_the_last_of_this_day_and_taken_back_once() -> None:
    chain = walked(Chain(), "agreed", "placed")

    assert chain.mistake_of(PETYA, NOW + timedelta(hours=23)) == chain.steps[-1]
    assert chain.mistake_of(PETYA, NOW + timedelta(hours=24)) is None
    assert chain.mistake_of(PAVEL, NOW) is None and chain.mistake_of(VERA, NOW) is None
    assert walked(chain, UNDONE).mistake_of(PETYA, NOW) is None
    assert Chain().mistake_of(PETYA, NOW) is None


def test_a_line_that_says_nothing_is_counted_and_breaks_nothing_else() -> None:
    lines = [step_line(told("agreed")), None, {"what": "?"}, {"what": "step", "step": 3}]

    read = Chain().reading([*lines, step_line(told(UNDONE)), step_line(told(UNDONE))])

    assert (read.damaged, read.state, len(read.history)) == (3, "asked", 3)


def test_a_complaint_speaks_of_the_last_day_of_every_thing_or_of_all_of_it() -> None:
    old = ParcelStep("thing", on="2026-11-01", thing="Сахар", code="packing")
    honey = told("thing", thing="Мёд", code="banned", text="не положено")
    soap = told("thing", thing="Мыло", code="banned")

    few, whole = refusal_of((old, honey, soap)), refusal_of((honey, told("refused", code="weight")))

    assert few and (few.on, few.things, few.codes, few.words) == (
        "2026-11-23",
        ("Мёд", "Мыло"),
        ("banned",),
        ("не положено",),
    )
    assert whole and whole.things == () and whole.codes == ("banned", "weight")
    assert refusal_of((told("handed"),)) is None
