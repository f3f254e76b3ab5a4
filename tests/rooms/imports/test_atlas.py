"""Two chapters exchange what they know of windows, and nobody's name goes along."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone, translation
from hypothesis import given
from hypothesis import strategies as st
from tests.rooms.facilities.world import CARDS, CHAPTER, FACTS, PRACTICE, SIZO, TODAY

from peredacha.rooms.facilities.models import Facility, Fact, Outcome
from peredacha.rooms.facilities.services import keep_cards, keep_facts, note_outcome
from peredacha.rooms.imports.services import AtlasErrors, Merged, atlas_text, merge_atlas
from peredacha.rooms.imports.services.atlas.joining import Entry, Key, joined

pytestmark = pytest.mark.usefixtures("today")
Keep = Callable[[], None]
OCTOBER = date(2026, 10, 5)
HEAD = '{"atlas": 1}\n'


@pytest.fixture
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """The day on which the files come."""
    monkeypatch.setattr(timezone, "localdate", lambda _moment=None: TODAY)


@pytest.fixture
def keep(db: None) -> Keep:
    """The chapter of Sosnov keeps its cards and facts."""

    def run() -> None:
        keep_cards(chapter=CHAPTER, cards=CARDS)
        keep_facts(chapter=CHAPTER, facts=FACTS)

    return run


ATLASES = st.dictionaries(
    st.tuples(st.sampled_from(["card", "fact", "outcome"]), st.sampled_from("ab"), st.sampled_from("xyz")),
    st.tuples(
        st.sampled_from(["2026-01-01", "2026-02-01"]), st.integers(0, 3), st.sampled_from(["so", "not so"])
    ),
    max_size=8,
)


@given(ATLASES, ATLASES, ATLASES)
def test_the_order_does_not_matter_nor_how_often(
    a: dict[Key, Entry], b: dict[Key, Entry], c: dict[Key, Entry]
) -> None:
    assert joined(a, b) == joined(b, a)
    assert joined(joined(a, b), c) == joined(a, joined(b, c))
    assert joined(joined(a, b), b) == joined(a, b) and joined(a, a) == a
    assert set(joined(a, b)) == {*a, *b}


def theirs(**changed: object) -> str:
    """What the chapter of Beryozov tells: its card of the remand prison, a fact, a count."""
    card = {
        "chapter": "beryozov",
        "on": "2026-09-01",
        "fictional": False,
        "card": {
            "code": "sizo",
            "kind": "remand",
            "region": "RU-MOW",
            "name_ru": SIZO.name_ru,
            "address_ru": "ул. Речная, 2",
            "phones": [{"position": 1, "number": "+7 000 000-00-77"}],
        },
    }
    fact = {
        "chapter": "beryozov",
        "fact": {
            "facility": "sizo",
            "key": "tea",
            "nature": "practice",
            "topic": "phrasing",
            "text_ru": "Чай – в пакет.",
            "last_confirmed_on": "2026-09-01",
            "confirmed_by_n": 2,
        },
    }
    count = {
        "chapter": "beryozov",
        "code": "sizo",
        "subject": "goods",
        "thing": "honey",
        "verdict": "refused",
        "reason": "banned",
        "on": "2026-10-05",
        "origin": "beryozov",
        "count": 4,
    }
    return HEAD + "".join(
        json.dumps(one, ensure_ascii=False) + "\n" for one in (card, fact, {**count, **changed})
    )


def take(text: str) -> Merged:
    return merge_atlas(text=text, today=TODAY)


def test_what_another_chapter_knows_stands_beside_ours(keep: Keep) -> None:
    keep()

    assert take(theirs()) == Merged(cards=1, facts=1, outcomes=1)

    assert Facility.objects.get(chapter="sosnov", code="sizo-1").address_ru == ""
    assert Facility.objects.get(chapter="beryozov").changed_on == date(2026, 9, 1)
    assert Outcome.objects.get().count == 4


def test_taking_it_twice_changes_nothing(keep: Keep) -> None:
    keep()
    take(theirs())
    before = atlas_text()

    assert take(theirs()) == Merged() and take(before) == Merged()
    assert atlas_text() == before


def test_the_greater_count_of_one_chapter_counts(keep: Keep) -> None:
    keep()
    take(theirs())

    take(theirs(count=3))
    assert Outcome.objects.get().count == 4
    take(theirs(count=9))
    assert Outcome.objects.get().count == 9


def test_counts_of_two_chapters_stand_side_by_side(keep: Keep) -> None:
    keep()
    take(theirs())

    take(theirs(origin="lipovy-yar", count=2))

    assert set(Outcome.objects.values_list("origin", "count")) == {("beryozov", 4), ("lipovy-yar", 2)}


def test_the_newest_day_wins_in_either_order(keep: Keep) -> None:
    keep()
    newer = theirs().replace('"2026-09-01"', '"2026-10-01"').replace("Речная, 2", "Новая, 3")
    for texts in ([theirs(), newer], [newer, theirs()]):
        Facility.objects.filter(chapter="beryozov").delete()
        for text in texts:
            take(text)
        card = Facility.objects.get(chapter="beryozov")
        assert (card.address_ru, card.changed_on) == ("ул. Новая, 3", date(2026, 10, 1))


def test_the_address_of_a_card_stays_when_its_text_is_newer(keep: Keep) -> None:
    keep()
    take(theirs())
    address = Facility.objects.get(chapter="beryozov").public_id

    take(theirs().replace('"2026-09-01"', '"2026-10-01"'))

    assert Facility.objects.get(chapter="beryozov").public_id == address


def test_what_is_ours_stays_ours(db: None) -> None:
    keep_cards(chapter="demo", cards=[SIZO])
    place = Facility.objects.get().public_id
    note_outcome(facility=place, thing="honey", verdict="refused", reason="banned", on=OCTOBER)
    forged = (
        atlas_text().replace("+7 000 000-00-01", "+7 000 000-00-66").replace('"count": 1', '"count": 900')
    )

    assert take(forged) == Merged() and "900" in forged
    assert Facility.objects.get().phone_lines.get().number == "+7 000 000-00-01"
    assert Outcome.objects.get().count == 1


def test_a_round_trip_carries_everything_but_the_addresses(keep: Keep) -> None:
    keep()
    keep_facts(chapter="sosnov", facts=[PRACTICE])
    text = atlas_text()
    Facility.objects.all().delete()

    take(text)

    assert atlas_text() == text
    assert Fact.objects.count() == 2


def test_no_member_and_no_hour_of_a_report_is_in_the_file(keep: Keep) -> None:
    keep()
    place = Facility.objects.get(code="sizo-1")
    note_outcome(facility=place.public_id, thing="honey", verdict="accepted", on=OCTOBER)

    text = atlas_text()

    assert place.public_id not in text
    kinds = {frozenset(json.loads(line)) for line in text.splitlines()[1:]}
    assert kinds == {
        frozenset({"chapter", "on", "fictional", "card"}),
        frozenset({"chapter", "fact"}),
        frozenset(["chapter", "code", "subject", "thing", "verdict", "reason", "on", "origin", "count"]),
    }


@pytest.mark.parametrize(
    ("right", "wrong", "says"),
    [
        ('"count": 4', '"count": "many"', "line 4: “count” is wrong"),
        ('"count": 4', '"count": 0', "line 4: “count” is wrong"),
        ('"count": 4', '"count": 4, "told_by": "Anna"', "line 4: “told_by” is wrong"),
        ('"reason": "banned"', '"reason": "clear_bag"', "line 4: `clear_bag` is no reason for `refused`"),
        ('"reason": "banned"', '"reason": "because"', "line 4: “reason” is wrong"),
        ('"on": "2026-10-05"', '"on": "2027-10-05"', "line 4: The day is in the future"),
        ('"code": "sizo", "subject"', '"code": "ik-9", "subject"', "line 4: There is no card “ik-9”"),
        ('"position": 1', '"position": 0', "line 2: “phones” is wrong"),
        ('"confirmed_by_n": 2', '"confirmed_by_n": 0', "line 3: “confirmed_by_n” is wrong"),
        ('"kind": "remand"', '"kind": "palace"', "line 2: “kind” is wrong"),
        ('"topic": "phrasing"', '"topic": "gossip"', "line 3: “topic” is wrong"),
        ('"nature": "practice"', '"nature": "rule"', "line 3: A rule must name its norm"),
        ('"thing": "honey"', '"thing": "Иванова А. П."', "line 4: “Иванова А. П.” looks like a person"),
        ('{"chapter": "beryozov", "fact"', '{"chapter": "beryozov", "gossip"', "line 3: This is neither"),
        (HEAD, "", "line 1: This is no atlas file"),
    ],
)
def test_a_wrong_line_is_told_and_nothing_is_written(keep: Keep, right: str, wrong: str, says: str) -> None:
    keep()
    before = atlas_text()
    assert right in theirs()

    with translation.override("en"):
        with pytest.raises(AtlasErrors) as refused:
            take(theirs().replace(right, wrong))

        assert says in str(refused.value)
    assert atlas_text() == before


def test_pavel_writes_a_file_and_takes_one_in(
    keep: Keep, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keep()
    file = tmp_path / "atlas.jsonl"
    call_command("atlas", "export", str(file))
    assert file.read_text("utf-8").startswith(HEAD)

    file.write_text(theirs(), "utf-8")
    with translation.override("en"):
        call_command("atlas", "merge", str(file))
    assert "cards 1, facts 1, outcomes 1" in capsys.readouterr().out

    file.write_text("hello", "utf-8")
    for name in ("atlas.jsonl", "nowhere.jsonl"):
        with pytest.raises(CommandError) as refused:
            call_command("atlas", "merge", str(tmp_path / name))
        assert refused.value.returncode == 2
