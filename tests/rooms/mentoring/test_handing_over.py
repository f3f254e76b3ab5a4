"""Anna needs a rest; Maria comes; Vera says yes; nobody drops."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.rooms.matters.world import FamilyAtDoor, asks, file_of, keys, reception
from tests.rooms.mentoring.world import fresh, named, proposed, reads, stands, texts
from tests.rooms.people.world import Enrolled
from tests.rooms.veterans.world import at, veteran

from peredacha.core.facts import Author, Note
from peredacha.rooms.conversations.services import read_thread, send
from peredacha.rooms.journal.models import Entry
from peredacha.rooms.matters.models import FactRow, MatterState
from peredacha.rooms.matters.services import tell
from peredacha.rooms.mentoring.services import (
    NotNow,
    accept,
    begin_hand_over,
    decline,
    decline_by_family,
    end_match,
    family_agrees,
    family_disagrees,
    family_part,
    helper_part,
    pause,
    resume,
    share_notes,
    stay_after_all,
    suggest_for,
    summary_for,
    to_hand_over,
)
from peredacha.rooms.people.models import Member, MemberState
from peredacha.rooms.vault.services import grant, holder_of, read_row
from peredacha.rooms.veterans.services import my_profile

pytestmark = pytest.mark.django_db


@pytest.fixture
def pavel() -> Enrolled:
    return reception()


@pytest.fixture
def anna(pavel: Enrolled) -> Enrolled:
    return veteran()


@pytest.fixture
def maria(pavel: Enrolled) -> Enrolled:
    return veteran("Maria")


@pytest.fixture
def vera(pavel: Enrolled, anna: Enrolled) -> FamilyAtDoor:
    """Vera's family, by whom Anna stands."""
    family = asks()
    stands(pavel, anna, family)
    return family


def begun(anna: Enrolled, vera: FamilyAtDoor, note: str = "Звонить вечером.") -> None:
    begin_hand_over(keys=keys(anna), file=file_of(keys(anna), vera.matter), note=note, now=at())


def agreed(pavel: Enrolled, anna: Enrolled, maria: Enrolled, vera: FamilyAtDoor) -> None:
    begun(anna, vera)
    named(pavel, maria, vera)
    family_agrees(keys=vera.keys, file=file_of(vera.keys, vera.matter), now=at())


def test_the_whole_way_keeps_the_talk_and_changes_the_keys(
    pavel: Enrolled, anna: Enrolled, maria: Enrolled, vera: FamilyAtDoor
) -> None:
    send(
        keys=keys(anna),
        file=file_of(keys(anna), vera.matter),
        text="Я с вами.",
        author=Author("member", str(anna.member.id), "Anna"),
        now=at(),
    )
    agreed(pavel, anna, maria, vera)
    annas = file_of(keys(anna), vera.matter)

    accept(keys=keys(maria), file=file_of(keys(maria), vera.matter), now=at())

    matter = fresh(vera)
    assert (matter.state, matter.held_by) == (MatterState.OPEN, maria.member)
    assert not reads(anna, matter) and reads(maria, matter) and reads(pavel, matter)
    hers = file_of(vera.keys, matter)
    assert summary_for(hers).name == "Maria" and hers.held.name == "Maria"
    [first] = read_thread(file_of(keys(maria), matter)).messages
    assert (first.text, first.by.name) == ("Я с вами.", "Anna")
    later = send(keys=vera.keys, file=hers, text="Спасибо, Мария.", author=Author("family"), now=at())
    assert read_row(later, annas.safe).content is None
    note = Note(text="между нами")
    assert file_of(keys(maria), matter).inner is None, "the notes wait for a helper who has their key"
    share_notes(keys=keys(pavel), file=file_of(keys(pavel), matter), now=at())
    marias = file_of(keys(maria), fresh(vera))
    tell(keys=keys(maria), file=marias, fact=note, author=Author(), now=at(), inner=True)
    row = FactRow.objects.filter(safe=matter.inner_safe).last()
    assert row is not None and annas.inner is not None
    assert read_row(row, annas.inner).content is None
    assert "handed_over" in Entry.objects.values_list("act", flat=True)


def test_the_family_is_told_at_once_and_by_when(anna: Enrolled, vera: FamilyAtDoor) -> None:
    begun(anna, vera)

    hers = file_of(vera.keys, vera.matter)
    assert summary_for(hers).state == "handing_over" and summary_for(hers).note == ""
    assert hers.next_step is not None and "Anna" in hers.next_step.what
    assert hers.next_step.by == timezone.localdate(at() + timedelta(days=7)).isoformat()
    assert "Звонить вечером." not in texts(hers)


def test_until_another_stands_anna_can_be_asked(
    pavel: Enrolled, anna: Enrolled, maria: Enrolled, vera: FamilyAtDoor
) -> None:
    begun(anna, vera)
    assert reads(anna, vera.matter)
    named(pavel, maria, vera)
    assert reads(anna, vera.matter) and not reads(maria, vera.matter)
    family_agrees(keys=vera.keys, file=file_of(vera.keys, vera.matter), now=at())
    assert reads(anna, vera.matter) and reads(maria, vera.matter)
    assert fresh(vera).held_by == anna.member


def test_the_one_who_goes_is_not_suggested_again(
    pavel: Enrolled, anna: Enrolled, maria: Enrolled, vera: FamilyAtDoor
) -> None:
    begun(anna, vera)

    found = suggest_for(keys(pavel), file_of(keys(pavel), vera.matter), now=at())

    assert [one.name for one in found.proposals] == ["Maria"]


def test_vera_is_asked_without_the_name_and_may_say_no(
    pavel: Enrolled, anna: Enrolled, maria: Enrolled, vera: FamilyAtDoor
) -> None:
    begun(anna, vera)
    named(pavel, maria, vera)
    hers = file_of(vera.keys, vera.matter)
    part = family_part(hers).summary
    assert part.next_reasons != () and part.next_name == "" and "Maria" not in texts(hers)

    family_disagrees(keys=vera.keys, file=hers, why="Не сейчас.", now=at())

    assert not reads(maria, vera.matter) and reads(anna, vera.matter)
    assert summary_for(file_of(vera.keys, vera.matter)).state == "handing_over"
    assert suggest_for(keys(pavel), file_of(keys(pavel), vera.matter), now=at()).proposals == ()


def test_the_next_one_cannot_say_yes_before_the_family_even_with_a_key(
    pavel: Enrolled, anna: Enrolled, maria: Enrolled, vera: FamilyAtDoor
) -> None:
    begun(anna, vera)
    pavels = named(pavel, maria, vera)
    grant(keys=keys(pavel), opened=pavels.safe, holder=holder_of(maria.member))

    with pytest.raises(NotNow):
        accept(keys=keys(maria), file=file_of(keys(maria), vera.matter), now=at())
    assert fresh(vera).held_by == anna.member


def test_the_next_one_says_no_and_anna_still_stands(
    pavel: Enrolled, anna: Enrolled, maria: Enrolled, vera: FamilyAtDoor
) -> None:
    agreed(pavel, anna, maria, vera)

    decline(keys=keys(maria), file=file_of(keys(maria), vera.matter), why="Не смогу.", now=at())

    matter = fresh(vera)
    assert (matter.state, matter.held_by) == (MatterState.OPEN, anna.member)
    assert reads(anna, matter) and not reads(maria, matter)
    assert "Maria" not in texts(file_of(vera.keys, matter))
    assert summary_for(file_of(keys(pavel), matter)).next_key == ""


def test_vera_takes_her_yes_back(
    pavel: Enrolled, anna: Enrolled, maria: Enrolled, vera: FamilyAtDoor
) -> None:
    agreed(pavel, anna, maria, vera)
    hers = file_of(vera.keys, vera.matter)

    decline_by_family(keys=vera.keys, file=hers, key=summary_for(hers).next_key, now=at())

    assert not reads(maria, vera.matter) and reads(anna, vera.matter)


def test_anna_leaves_before_the_next_one_has_said_yes(
    pavel: Enrolled, anna: Enrolled, maria: Enrolled, vera: FamilyAtDoor
) -> None:
    agreed(pavel, anna, maria, vera)

    end_match(keys=keys(pavel), file=file_of(keys(pavel), vera.matter), now=at())

    matter = fresh(vera)
    assert (matter.state, matter.held_by) == (MatterState.WAITING, None)
    assert not reads(anna, matter) and not reads(maria, matter)
    assert summary_for(file_of(vera.keys, matter)).state == "none"


def test_the_helpers_notes_open_for_the_new_one_when_a_coordinator_shares_them(
    pavel: Enrolled, anna: Enrolled, maria: Enrolled, vera: FamilyAtDoor
) -> None:
    agreed(pavel, anna, maria, vera)
    accept(keys=keys(maria), file=file_of(keys(maria), vera.matter), now=at())
    [line] = to_hand_over(keys(pavel), now=at())
    assert line.notes_missing and line.holder == "Maria"
    assert "Звонить вечером." not in texts(file_of(keys(maria), vera.matter))

    share_notes(keys=keys(pavel), file=file_of(keys(pavel), vera.matter), now=at())

    assert "Звонить вечером." in texts(file_of(keys(maria), vera.matter))
    assert to_hand_over(keys(pavel), now=at()) == []


def test_notes_are_not_shared_with_a_next_one_whom_the_family_has_not_accepted(
    pavel: Enrolled, anna: Enrolled, maria: Enrolled, vera: FamilyAtDoor
) -> None:
    begun(anna, vera)
    named(pavel, maria, vera)

    share_notes(keys=keys(pavel), file=file_of(keys(pavel), vera.matter), now=at())

    assert not reads(maria, vera.matter)
    assert file_of(keys(anna), vera.matter).inner is not None


def test_a_yes_by_telephone_opens_the_notes_too(
    pavel: Enrolled, anna: Enrolled, maria: Enrolled, vera: FamilyAtDoor
) -> None:
    begun(anna, vera)
    named(pavel, maria, vera)

    family_agrees(keys=keys(pavel), file=file_of(keys(pavel), vera.matter), now=at())

    assert "Звонить вечером." in texts(file_of(keys(maria), vera.matter))


def test_a_pause_in_one_step_begins_every_hand_over_and_frees_what_was_only_proposed(
    pavel: Enrolled, anna: Enrolled, vera: FamilyAtDoor
) -> None:
    waiting = asks()
    proposed(pavel, anna, waiting)

    assert pause(keys=keys(anna), now=at()) == 1

    assert my_profile(keys(anna), now=at()).resting
    [line] = to_hand_over(keys(pavel), now=at())
    assert (line.matter, line.alias, line.holder, line.begun) == (vera.matter.id, "Вера", "Anna", True)
    assert fresh(waiting).state == MatterState.WAITING and not reads(anna, waiting.matter)
    assert "Anna" not in texts(file_of(waiting.keys, waiting.matter))


def test_back_again_before_another_is_named_everything_is_as_before(
    pavel: Enrolled, anna: Enrolled, vera: FamilyAtDoor
) -> None:
    pause(keys=keys(anna), now=at())

    assert resume(keys=keys(anna), now=at()) == 1

    assert summary_for(file_of(vera.keys, vera.matter)).state == "standing"
    assert to_hand_over(keys(pavel), now=at()) == []
    assert my_profile(keys(anna), now=at()).leaving == ()


def test_back_again_when_another_is_named_the_hand_over_goes_on(
    pavel: Enrolled, anna: Enrolled, maria: Enrolled, vera: FamilyAtDoor
) -> None:
    pause(keys=keys(anna), now=at())
    named(pavel, maria, vera)

    assert resume(keys=keys(anna), now=at()) == 0

    with pytest.raises(NotNow):
        stay_after_all(keys=keys(anna), file=file_of(keys(anna), vera.matter), now=at())
    assert summary_for(file_of(vera.keys, vera.matter)).state == "handing_over"


def test_one_family_is_handed_over_without_a_pause_and_listed(
    pavel: Enrolled, anna: Enrolled, vera: FamilyAtDoor
) -> None:
    staying = asks()
    stands(pavel, anna, staying)
    begun(anna, vera)

    [line] = to_hand_over(keys(pavel), now=at())

    assert (line.matter, line.note, line.next_name) == (vera.matter.id, "Звонить вечером.", "")


def test_a_veteran_whose_account_rests_or_is_frozen_is_listed_though_nothing_was_begun(
    pavel: Enrolled, anna: Enrolled, vera: FamilyAtDoor
) -> None:
    Member.objects.filter(id=anna.member.id).update(state=MemberState.FROZEN)

    [line] = to_hand_over(keys(pavel), now=at())
    assert not line.begun
    begin_hand_over(keys=keys(pavel), file=file_of(keys(pavel), vera.matter), now=at())

    [line] = to_hand_over(keys(pavel), now=at())
    assert line.begun


def test_another_chapter_sees_nothing_of_it(pavel: Enrolled, anna: Enrolled, vera: FamilyAtDoor) -> None:
    oleg = reception("Oleg", "volga")
    pause(keys=keys(anna), now=at())

    assert to_hand_over(keys(oleg), now=at()) == []


def test_beginning_twice_is_once_and_only_what_stands_can_be_handed_over(
    anna: Enrolled, vera: FamilyAtDoor
) -> None:
    begun(anna, vera)
    before = len(file_of(vera.keys, vera.matter).entries)
    begun(anna, vera, note="")
    begun(anna, vera, note="Нет, утром.")

    assert len(file_of(vera.keys, vera.matter).entries) == before
    assert summary_for(file_of(keys(anna), vera.matter)).note == "Нет, утром."
    waiting = asks()
    with pytest.raises(NotNow):
        begin_hand_over(keys=waiting.keys, file=file_of(waiting.keys, waiting.matter), now=at())


def test_anna_is_offered_to_stay_while_nobody_is_named(
    pavel: Enrolled, anna: Enrolled, maria: Enrolled, vera: FamilyAtDoor
) -> None:
    begun(anna, vera)
    assert helper_part(keys(anna), file_of(keys(anna), vera.matter)).may_stay

    named(pavel, maria, vera)

    assert not helper_part(keys(anna), file_of(keys(anna), vera.matter)).may_stay
