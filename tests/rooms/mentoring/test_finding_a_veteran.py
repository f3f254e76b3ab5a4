"""Pavel proposes Anna; she says yes or no; Vera may say no without seeing whom."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.rooms.matters.world import asks, file_of, keys, reception
from tests.rooms.mentoring.world import fresh, proposed, reads, stands, texts
from tests.rooms.people.world import enrol
from tests.rooms.veterans.world import at, veteran

from peredacha.core.facts import Author, Held, Note
from peredacha.core.sealing import NotSealedHere
from peredacha.rooms.conversations.services import read_thread, send
from peredacha.rooms.journal.models import Entry
from peredacha.rooms.matters.models import FactRow, MatterState
from peredacha.rooms.matters.services import open_file, tell
from peredacha.rooms.mentoring.services import (
    NotNow,
    accept,
    confirm,
    decline,
    decline_by_family,
    end_match,
    helper_part,
    summary_for,
)
from peredacha.rooms.vault.services import Term, grant, holder_of, open_safe, read_row
from peredacha.rooms.veterans.services import my_profile

pytestmark = pytest.mark.django_db


def test_anna_sees_the_family_at_once_and_the_family_sees_reasons_but_no_name() -> None:
    pavel, anna, vera = reception(), veteran(), asks()

    proposed(pavel, anna, vera, "Прошла тот же этап.")

    matter = fresh(vera)
    assert (matter.state, matter.held_by) == (MatterState.OPEN, anna.member)
    assert file_of(keys(anna), matter).request.name == "Вера"
    hers = file_of(vera.keys, matter)
    told = summary_for(hers)
    assert (told.state, told.name, told.reasons) == ("proposed", "", ("Прошла тот же этап.",))
    assert "Anna" not in texts(hers)
    assert str(anna.member.id) not in told.named and str(pavel.member.id) in told.named
    assert (
        hers.next_step is not None
        and hers.next_step.by == timezone.localdate(at() + timedelta(days=2)).isoformat()
    )


def test_the_helpers_see_the_name_and_anna_is_asked() -> None:
    pavel, anna, vera = reception(), veteran(), asks()
    proposed(pavel, anna, vera)

    part = helper_part(keys(anna), file_of(keys(anna), vera.matter))

    assert part.summary.name == "Anna" and part.may_answer and not part.may_hand_over
    assert not helper_part(keys(pavel), file_of(keys(pavel), vera.matter)).may_answer
    assert file_of(keys(pavel), vera.matter).held.name == "Anna"
    assert my_profile(keys(anna), now=at()).asked_on == timezone.localdate(at()).isoformat()


def test_anna_says_yes_and_the_family_learns_her_name() -> None:
    pavel, anna, vera = reception(), veteran(), asks()

    stands(pavel, anna, vera)

    hers = file_of(vera.keys, vera.matter)
    told = summary_for(hers)
    assert (told.state, told.name, hers.held.name) == ("standing", "Anna", "Anna")
    assert told.since == timezone.localdate(at()).isoformat()
    assert str(anna.member.id) in told.named
    assert {"granted", "matched"} <= set(Entry.objects.values_list("act", flat=True))


def test_yes_twice_is_once() -> None:
    pavel, anna, vera = reception(), veteran(), asks()
    before = stands(pavel, anna, vera)

    after = accept(keys=keys(anna), file=file_of(keys(anna), vera.matter), now=at())

    assert len(after.entries) == len(before.entries)


def test_anna_says_no_and_her_old_key_does_not_open_what_comes_after() -> None:
    pavel, anna, vera = reception(), veteran(), asks()
    proposed(pavel, anna, vera)
    hers = file_of(keys(anna), vera.matter)
    assert hers.inner is not None

    decline(keys=keys(anna), file=hers, why="Знаю эту семью.", now=at())

    matter = fresh(vera)
    assert (matter.state, matter.held_by) == (MatterState.WAITING, None)
    assert open_file(keys(anna), matter, now=at()) is None
    pavels = file_of(keys(pavel), matter)
    message = send(keys=keys(pavel), file=pavels, text="Мы ищем дальше.", author=Author(), now=at())
    tell(keys=keys(pavel), file=pavels, fact=Note(text="между нами"), author=Author(), now=at(), inner=True)
    inner_row = FactRow.objects.filter(safe=matter.inner_safe).last()
    assert inner_row is not None
    assert read_row(message, hers.safe).content is None
    assert read_row(inner_row, hers.inner).content is None
    assert [one.text for one in read_thread(file_of(vera.keys, matter)).messages] == ["Мы ищем дальше."]


def test_the_family_never_learns_who_said_no_or_why() -> None:
    pavel, anna, vera = reception(), veteran(), asks()
    proposed(pavel, anna, vera)
    decline(keys=keys(anna), file=file_of(keys(anna), vera.matter), why="Знаю эту семью.", now=at())

    hers, pavels = file_of(vera.keys, vera.matter), file_of(keys(pavel), vera.matter)

    assert "Anna" not in texts(hers) and "Знаю" not in texts(hers)
    assert "Anna" in texts(pavels) and "Знаю" in texts(pavels)
    assert (summary_for(hers).state, hers.held) == ("none", Held())
    assert hers.next_step is not None


def test_vera_declines_without_having_seen_a_name() -> None:
    pavel, anna, vera = reception(), veteran(), asks()
    proposed(pavel, anna, vera)
    annas = file_of(keys(anna), vera.matter)
    file = file_of(vera.keys, vera.matter)

    decline_by_family(keys=vera.keys, file=file, key=summary_for(file).key, why="Хочу другого.", now=at())

    matter = fresh(vera)
    assert (matter.state, matter.held_by) == (MatterState.WAITING, None)
    assert "Anna" not in texts(file_of(vera.keys, matter))
    assert open_file(keys(anna), matter, now=at()) is None
    assert open_safe(keys(anna), matter.inner_safe_id, now=at()) is None
    pavels = file_of(keys(pavel), matter)
    tell(keys=keys(pavel), file=pavels, fact=Note(text="дальше"), author=Author(), now=at(), inner=True)
    row = FactRow.objects.filter(safe=matter.inner_safe).last()
    assert row is not None and annas.inner is not None
    assert read_row(row, annas.inner).content is None
    assert "Хочу другого." in texts(pavels) and pavels.damaged == 0


def test_vera_declines_while_a_lawyer_reads_the_notes_for_ten_hours() -> None:
    pavel, anna, larisa, vera = reception(), veteran(), enrol("Larisa", ("lawyer",)), asks()
    pavels = proposed(pavel, anna, vera)
    term = Term(at() + timedelta(hours=10), "суд в четверг")
    for opened in (pavels.safe, pavels.inner):
        assert opened is not None
        grant(keys=keys(pavel), opened=opened, holder=holder_of(larisa.member), term=term)
    file = file_of(vera.keys, vera.matter)

    decline_by_family(keys=vera.keys, file=file, key=summary_for(file).key, now=at())

    matter = fresh(vera)
    assert open_safe(keys(anna), matter.inner_safe_id, now=at()) is None
    assert matter.inner_safe.stale
    assert reads(larisa, matter) and reads(pavel, matter)


def test_vera_may_decline_the_one_who_stands_too() -> None:
    pavel, anna, vera = reception(), veteran(), asks()
    stands(pavel, anna, vera)
    file = file_of(vera.keys, vera.matter)

    decline_by_family(keys=vera.keys, file=file, key=summary_for(file).key, now=at())

    assert not reads(anna, vera.matter) and fresh(vera).state == MatterState.WAITING


def test_an_answer_to_what_is_over_changes_nothing() -> None:
    pavel, anna, vera = reception(), veteran(), asks()
    proposed(pavel, anna, vera)
    file = file_of(vera.keys, vera.matter)
    key = summary_for(file).key
    decline_by_family(keys=vera.keys, file=file, key=key, now=at())

    with pytest.raises(NotNow):
        decline_by_family(keys=vera.keys, file=file, key=key, now=at())
    with pytest.raises(NotNow):
        decline_by_family(keys=vera.keys, file=file, key="nothing", now=at())


def test_two_coordinators_at_once_propose_one_veteran() -> None:
    pavel, anna, maria, vera = reception(), veteran(), veteran("Maria"), asks()
    stale = file_of(keys(pavel), vera.matter)
    proposed(pavel, anna, vera)

    with pytest.raises(NotNow):
        confirm(keys=keys(pavel), file=stale, member=maria.member, now=at())
    assert not reads(maria, vera.matter)


def test_nobody_but_an_active_veteran_of_the_chapter_can_be_proposed() -> None:
    pavel, vera = reception(), asks()
    zoya, larisa = enrol("Zoya", chapter="volga"), enrol("Larisa", ("lawyer",))
    file = file_of(keys(pavel), vera.matter)

    for stranger in (zoya, larisa):
        with pytest.raises(NotNow):
            confirm(keys=keys(pavel), file=file, member=stranger.member, now=at())
        assert not reads(stranger, vera.matter)


def test_a_family_cannot_propose_and_igor_cannot_answer() -> None:
    pavel, anna, igor, vera = reception(), veteran(), enrol("Igor"), asks()
    with pytest.raises(NotSealedHere):
        confirm(keys=vera.keys, file=file_of(vera.keys, vera.matter), member=anna.member, now=at())

    annas = proposed(pavel, anna, vera)

    with pytest.raises(NotSealedHere):
        accept(keys=keys(igor), file=annas, now=at())
    with pytest.raises(NotNow):
        accept(keys=keys(pavel), file=file_of(keys(pavel), vera.matter), now=at())


def test_a_coordinator_ends_what_stands_when_the_veteran_has_left() -> None:
    pavel, anna, vera = reception(), veteran(), asks()
    stands(pavel, anna, vera)

    end_match(keys=keys(pavel), file=file_of(keys(pavel), vera.matter), now=at())

    assert not reads(anna, vera.matter) and fresh(vera).state == MatterState.WAITING
    assert summary_for(file_of(vera.keys, vera.matter)).state == "none"
