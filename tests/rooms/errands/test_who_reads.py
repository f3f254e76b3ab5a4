"""Who may know for whom a parcel is packed: the family, who reads the matter, the packers; nobody after leaving."""

from dataclasses import replace

import pytest
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks
from tests.rooms.errands.world import errands_for, packing, seen_by, seen_by_packer, vera_asks_for_food
from tests.rooms.matters.world import file_of, keys, reception
from tests.rooms.people.world import enrol

from peredacha.rooms.errands.models import ErrandFile, ErrandRow
from peredacha.rooms.errands.services import begin_errands, errands_of, open_errands, tell_recipient
from peredacha.rooms.matters.services import erase_matter, open_file
from peredacha.rooms.salts.selectors import salts_of
from peredacha.rooms.vault.models import CircleName, Holder, Safe
from peredacha.rooms.vault.services import found_circle, grant, holder_of, revoke, seat_member

pytestmark = pytest.mark.django_db


def test_petya_reads_for_whom_she_packs_and_nothing_of_the_matter() -> None:
    chapter, vera = packing(), vera_asks_for_food()
    opened = errands_for(keys(chapter.pavel), vera)

    seen = seen_by_packer(chapter.petya, opened)

    assert seen is not None and seen.recipient.name == "Кузнецов Илья Олегович"
    assert open_file(keys(chapter.petya), vera.matter, now=timezone.now()) is None


def test_vera_reads_what_is_carried_to_her_son_and_a_word_of_hers_reaches_petya() -> None:
    chapter, vera = packing(), vera_asks_for_food()
    opened = errands_for(vera.keys, vera)
    tell_recipient(opened=opened, recipient=replace(opened.recipient, avoids=("sugar",)), now=timezone.now())

    seen = seen_by(keys(chapter.pavel), vera)
    packer = seen_by_packer(chapter.petya, opened)

    assert seen and packer and seen.recipient == packer.recipient
    assert packer.recipient.avoids == ("sugar",)


def test_igor_and_another_chapter_s_packer_read_nothing() -> None:
    chapter, vera = packing(), vera_asks_for_food()
    opened = errands_for(keys(chapter.pavel), vera)
    igor = enrol("Igor", ("veteran",))

    assert open_errands(keys(igor), opened.row, now=timezone.now()) is None
    other = packing("other", "Kolya", "Fedya")

    assert open_errands(keys(other.petya), opened.row, now=timezone.now()) is None


def test_anna_who_is_let_in_later_reads_it_too() -> None:
    chapter, vera = packing(), vera_asks_for_food()
    errands_for(keys(chapter.pavel), vera)
    anna = enrol("Anna", ("veteran",))
    grant(
        keys=keys(chapter.pavel),
        opened=file_of(keys(chapter.pavel), vera.matter).safe,
        holder=holder_of(anna.member),
    )

    seen = seen_by(keys(anna), vera)

    assert seen is not None and seen.recipient.surname == "Кузнецов"


def test_once_anna_is_out_what_is_written_next_is_sealed_from_her_even_with_the_old_pair() -> None:
    chapter, vera = packing(), vera_asks_for_food()
    opened = errands_for(keys(chapter.pavel), vera)
    anna = enrol("Anna", ("veteran",))
    file = file_of(keys(chapter.pavel), vera.matter)
    grant(keys=keys(chapter.pavel), opened=file.safe, holder=holder_of(anna.member))
    before = seen_by(keys(anna), vera)
    assert before is not None

    revoke(keys=keys(chapter.pavel), opened=file.safe, holder=anna.member.id)
    again = begin_errands(
        keys=keys(chapter.pavel), file=file_of(keys(chapter.pavel), vera.matter), now=timezone.now()
    )
    tell_recipient(opened=again, recipient=replace(again.recipient, needs="диабет"), now=timezone.now())

    left = open_errands(before.keys, opened.row, now=timezone.now())
    assert left is None or left.recipient.needs == ""
    packer = seen_by_packer(chapter.petya, opened)
    assert packer is not None and packer.recipient.needs == "диабет"
    assert Holder.objects.filter(id=opened.row.seat_id).count() == 0


def test_packers_founded_later_read_from_the_next_word_on() -> None:
    pavel, vera = reception(), vera_asks_for_food()
    opened = errands_for(keys(pavel), vera)
    circle = found_circle(keys=keys(pavel), chapter="demo", name=CircleName.PACKERS)
    petya = enrol("Petya", ("packer",))
    seat_member(keys=keys(pavel), circle=circle, member=petya.member)
    assert seen_by_packer(petya, opened) is None

    tell_recipient(opened=opened, recipient=replace(opened.recipient, shoes="43"), now=timezone.now())

    seen = seen_by_packer(petya, opened)
    assert seen is not None and seen.recipient.shoes == "43"


def test_with_the_matter_everything_that_was_carried_is_erased_and_its_salt_too(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    chapter, vera = packing(), vera_asks_for_food()
    opened = errands_for(keys(chapter.pavel), vera)
    seat = ErrandFile.objects.get().seat_id

    with django_capture_on_commit_callbacks(execute=True):
        erase_matter(vera.matter, today=timezone.localdate())

    assert not ErrandFile.objects.exists() and not ErrandRow.objects.exists()
    assert not Safe.objects.filter(id=opened.safe.id).exists()
    assert not Holder.objects.filter(id=seat).exists()
    assert salts_of([opened.safe.id]) == {}


def test_a_second_beginning_finds_the_first() -> None:
    chapter, vera = packing(), vera_asks_for_food()
    errands_for(keys(chapter.pavel), vera)

    begin_errands(keys=vera.keys, file=file_of(vera.keys, vera.matter), now=timezone.now())

    assert ErrandFile.objects.count() == 1


def test_a_matter_without_errands_has_none() -> None:
    chapter, vera = packing(), vera_asks_for_food()
    file = file_of(keys(chapter.pavel), vera.matter)

    assert errands_of(keys(chapter.pavel), file, now=timezone.now()) is None
