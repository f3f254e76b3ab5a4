"""A helper who leaves or is frozen: the old key opens nothing new, and nobody else loses anything."""

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from tests.rooms.matters.world import asks, file_of, keys
from tests.rooms.people.world import enrol
from tests.rooms.vault.world import circle_of, founder, frozen, grants_of, holder, opens, seated, today

from peredacha.core.facts import Author, Note
from peredacha.rooms.matters.models import FactRow
from peredacha.rooms.matters.services import open_file, tell
from peredacha.rooms.vault.models import CircleName, Grant, Holder, Safe, Seat
from peredacha.rooms.vault.selectors import holders_of, leavers_of, seated_members
from peredacha.rooms.vault.services import (
    LastReader,
    grant,
    left_to_renew,
    mark_stale,
    new_safe,
    open_safe,
    remove_reader,
    renew_safes,
    renew_texts,
    revoke,
    write_row,
)

pytestmark = pytest.mark.django_db


def stands_by(anna, pavel, vera) -> None:
    """Anna gets the keys of Vera's matter."""
    file = file_of(keys(pavel), vera.matter)
    keys(anna)
    for safe in (file.safe, file.inner):
        grant(keys=keys(pavel), opened=safe, holder=holder(anna))


def test_the_veteran_who_was_frozen_opens_nothing_and_her_old_key_opens_no_new_text() -> None:
    pavel, vera, anna = founder(), asks(), enrol("Anna")
    stands_by(anna, pavel, vera)
    hers = open_safe(keys(anna), vera.matter.safe_id, now=timezone.now())
    frozen(anna)

    remove_reader(keys=keys(pavel), member=anna.member)
    tell(
        keys=keys(pavel),
        file=file_of(keys(pavel), vera.matter),
        fact=Note(text="Переезд."),
        author=Author("family"),
        now=timezone.now(),
    )

    assert grants_of(anna) == 0 and opens(anna, vera.matter.safe) is None
    now_open = opens(pavel, vera.matter.safe)
    assert now_open is not None and hers is not None
    assert now_open.epoch == 2 and now_open.newest not in hers.data_keys.values()
    assert file_of(vera.keys, vera.matter).newest(Note) == Note(text="Переезд.")
    assert not Safe.objects.filter(stale=True).exists()


def test_before_her_keys_are_taken_away_a_renewal_already_leaves_out_who_was_frozen() -> None:
    pavel, vera, anna = founder(), asks(), enrol("Anna")
    stands_by(anna, pavel, vera)
    frozen(anna)
    mark_stale([anna.member.id])

    assert renew_safes(keys=keys(pavel)) == 2

    newest = Grant.objects.filter(safe=vera.matter.safe_id, epoch=2).values_list("holder", flat=True)
    assert len(newest) == 2 and anna.member.id not in newest
    assert [one.member for one in leavers_of("demo", today())] == [anna.member]


def test_old_texts_are_sealed_again_so_that_a_kept_key_opens_nothing_at_all() -> None:
    pavel, vera, anna = founder(), asks(), enrol("Anna")
    stands_by(anna, pavel, vera)
    hers = open_safe(keys(anna), vera.matter.safe_id, now=timezone.now())
    frozen(anna)
    remove_reader(keys=keys(pavel), member=anna.member)

    renew_texts(keys=keys(pavel))

    rows = FactRow.objects.filter(safe=vera.matter.safe_id)
    assert hers is not None and {row.epoch for row in rows} == {2} and set(hers.data_keys) == {1}
    assert left_to_renew(keys(pavel)).rows == 0
    assert file_of(vera.keys, vera.matter).request.name == "Вера"


def test_a_coordinator_who_was_frozen_leaves_every_circle_and_everything_it_opened() -> None:
    pavel, vera = founder(), asks()
    oleg = seated("Oleg", pavel)
    seated("Larisa", pavel, CircleName.LAWYERS, ("lawyer",))
    pavels = keys(pavel)
    frozen(pavel)

    remove_reader(keys=keys(oleg), member=pavel.member)

    assert not Seat.objects.filter(holder=pavel.member.id).exclude(epoch__number=1).exists()
    assert {one.id for one in seated_members(circle_of())} == {oleg.member.id}
    after = asks()
    assert open_file(pavels, after.matter, now=timezone.now()) is None
    assert open_file(pavels, vera.matter, now=timezone.now()) is not None  # only what he had copied before
    assert file_of(keys(oleg), vera.matter).safe.epoch == 2
    renewed = open_safe(pavels, vera.matter.safe_id, now=timezone.now())
    assert renewed is not None and 2 not in renewed.data_keys


def test_the_circle_of_a_last_member_goes_on_with_who_removes_and_nothing_is_lost() -> None:
    """Pavel alone sat with the editors. His old seat stays, for the day he is thawed; new things are not for him."""
    pavel = founder()
    oleg = seated("Oleg", pavel)
    editors = circle_of(CircleName.EDITORS)
    frozen(pavel)

    remove_reader(keys=keys(oleg), member=pavel.member)

    assert [one.id for one in seated_members(editors)] == [oleg.member.id]
    assert Seat.objects.filter(epoch__circle=editors, epoch__number=1).count() == 1


def test_a_safe_that_only_the_leaver_could_read_goes_to_the_reception_or_stays() -> None:
    pavel, anna = founder(), enrol("Anna")
    hers = keys(anna)
    own = new_safe(giver=hers.holder, pair=hers.pair, holders=[holder(anna)])
    frozen(anna)

    remove_reader(keys=keys(pavel), member=anna.member)

    assert grants_of(anna) == 1 and opens(pavel, own) is None
    assert [one.member for one in leavers_of("demo", today())] == [anna.member]


def test_when_everybody_else_is_gone_the_reception_reads() -> None:
    pavel, anna = founder(), enrol("Anna")
    hers, his = keys(anna), keys(pavel)
    own = new_safe(giver=hers.holder, pair=hers.pair, holders=[holder(anna), holder(pavel)])
    Grant.objects.filter(safe=own.id).exclude(holder=anna.member.id).delete()
    with pytest.raises(LastReader):
        revoke(keys=hers, opened=own, holder=anna.member.id)
    grant(keys=hers, opened=own, holder=Holder.objects.get(id=his.circles[0].holder))
    frozen(anna)

    remove_reader(keys=his, member=anna.member)

    assert opens(pavel, own) is not None and grants_of(anna) == 0
    assert {one.kind for one in holders_of(own.id)} == {"circle"}


def test_the_page_lists_who_is_to_be_taken_out_and_nobody_of_another_chapter() -> None:
    pavel, vera, anna = founder(), asks(), enrol("Anna")
    far = founder("Igor", "volga")
    stands_by(anna, pavel, vera)
    frozen(far)
    assert leavers_of("demo", today()) == []

    frozen(anna)

    [line] = leavers_of("demo", today())
    assert (line.member, line.seats, line.safes) == (anna.member, 0, 2)
    remove_reader(keys=keys(pavel), member=anna.member)
    assert leavers_of("demo", today()) == []


def test_only_the_reception_of_the_same_chapter_takes_somebody_out_and_nobody_oneself() -> None:
    pavel, anna = founder(), enrol("Anna")
    far = founder("Igor", "volga")

    for who, whom in ((anna, pavel), (far, anna), (pavel, pavel)):
        with pytest.raises(PermissionDenied):
            remove_reader(keys=keys(who), member=whom.member)


def test_an_epoch_that_igor_set_back_in_the_database_seals_nothing_with_the_old_key() -> None:
    pavel, vera, anna = founder(), asks(), enrol("Anna")
    stands_by(anna, pavel, vera)
    frozen(anna)
    remove_reader(keys=keys(pavel), member=anna.member)

    Safe.objects.update(epoch=1)

    opened = opens(pavel, vera.matter.safe)
    assert opened is not None and opened.epoch == 2
    assert write_row(FactRow, opened, {"kind": "x"}).epoch == 2
