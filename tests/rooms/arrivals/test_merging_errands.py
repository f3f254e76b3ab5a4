"""Two matters about Pyotr become one while things are carried to him: nothing is counted twice, nothing is lost."""

import pytest
from django.utils import timezone
from tests.rooms.arrivals.test_merging import caller, merges, parts, vera
from tests.rooms.arrivals.world import file_of, keys
from tests.rooms.errands.world import Packing, errands_for, packing, seen_by, today
from tests.rooms.letters.world import ALEXEY, TEXT, Writing, again, goes_out, page, writes, writing
from tests.rooms.matters.world import FamilyAtDoor
from tests.rooms.parcels.world import BOX, as_seen, petya_walks, vera_wants
from tests.rooms.visits.world import fixes, soon, visit_at, wants

from peredacha.core.law.quotas import Slot
from peredacha.rooms.errands.models import ErrandFile
from peredacha.rooms.errands.services import note_slot
from peredacha.rooms.letters.models import Consent, Correspondent, Letter, ReplyRow
from peredacha.rooms.letters.services import agree, offer_of, open_letter, write, write_again
from peredacha.rooms.parcels.services import ParcelFile, lay_in, open_parcel, parcels_of, take_step
from peredacha.rooms.postroom.services import Screening, look_at, open_reply, take_reply
from peredacha.rooms.visits.services import visits_of

pytestmark = pytest.mark.django_db


def two(chapter: Packing) -> tuple[FamilyAtDoor, FamilyAtDoor, ParcelFile]:
    """The mother brought something herself last month; for the wife Petya is to bring a parcel."""
    mother, wife = vera(), vera("Мужа забрали.")
    brought = Slot("mothers", "parcels", today(), state="used", source="family")
    note_slot(opened=errands_for(mother.keys, mother, held="colony"), slot=brought, now=timezone.now())
    return mother, wife, petya_walks(chapter, vera_wants(wife, held="colony"), "planned")


def used(family: FamilyAtDoor) -> int:
    """How many parcels of this year are used or planned, as the family's counter says."""
    opened = seen_by(family.keys, family)
    assert opened is not None
    answer = opened.counter(today(), today=today()).parcels
    assert answer.allowed is not None and answer.left is not None
    return answer.allowed - answer.left


def parcels(family: FamilyAtDoor) -> list[ParcelFile]:
    """The parcels that a family reads."""
    return list(parcels_of(family.keys, file_of(family.keys, family.matter), now=timezone.now()))


def test_places_of_both_count_in_the_first_once_and_no_more_when_they_are_parted() -> None:
    chapter = packing()
    mother, wife, _parcel = two(chapter)
    assert (used(mother), used(wife)) == (1, 1)

    merges(chapter.pavel, mother.matter, wife.matter)
    assert used(mother) == 2

    parts(chapter.pavel, mother.matter)
    assert (used(mother), used(wife)) == (1, 1)
    merges(chapter.pavel, mother.matter, wife.matter)
    assert used(mother) == 2


def test_a_parcel_under_way_goes_along_is_carried_on_and_comes_back_as_far_as_it_came() -> None:
    chapter = packing()
    mother, wife, parcel = two(chapter)

    merges(chapter.pavel, mother.matter, wife.matter)
    assert [one.id for one in parcels(mother)] == [parcel.id]
    there = as_seen(keys(chapter.petya), parcel)
    now = timezone.now()
    handed = take_step(parcel=lay_in(parcel=there, contents=BOX, now=now), step="handed", now=now, on=today())
    assert handed.errands.row.matter_id == mother.matter.id and used(mother) == 2

    parts(chapter.pavel, mother.matter)
    assert [one.state for one in parcels(wife)] == ["handed"] and parcels(mother) == []
    assert open_parcel(mother.keys, parcel.id, now=now) is None
    home = seen_by(wife.keys, wife)
    assert home is not None and [one.state for one in home.slots] == ["used"]
    assert (used(mother), used(wife)) == (1, 1)
    delivered = take_step(parcel=as_seen(keys(chapter.petya), parcel), step="delivered", now=now, on=today())
    assert delivered.errands.row.matter_id == wife.matter.id


def test_a_visit_goes_along_and_comes_back() -> None:
    chapter = packing()
    mother, wife, _parcel = two(chapter)
    where = wants(wife, soon())
    assert fixes(wife, where, soon()).status_code == 302
    visit = visit_at(wife, where)

    merges(chapter.pavel, mother.matter, wife.matter)
    file = file_of(mother.keys, mother.matter)
    assert [one.id for one in visits_of(mother.keys, file, now=timezone.now())] == [visit.id]
    assert mother.client.get(f"/en/visits/matters/{mother.matter.id}/{visit.id}/").status_code == 200

    parts(chapter.pavel, mother.matter)
    assert visit_at(wife, where).id == visit.id
    assert mother.client.get(f"/en/visits/matters/{mother.matter.id}/{visit.id}/").status_code == 404


def test_who_had_no_errands_gets_those_of_the_second_with_its_person() -> None:
    chapter = packing()
    mother, wife = vera(), vera("Мужа забрали.")
    parcel = vera_wants(wife, held="colony", needs="без сахара")

    merges(chapter.pavel, mother.matter, wife.matter)

    kept = seen_by(mother.keys, mother)
    assert kept is not None and kept.recipient.needs == "без сахара"
    assert [one.id for one in parcels(mother)] == [parcel.id]


def test_a_call_without_anything_carried_changes_nothing_of_it() -> None:
    chapter = packing()
    mother, call = vera(), caller(chapter.pavel)
    parcel = vera_wants(mother, held="colony")

    merges(chapter.pavel, mother.matter, call)
    parts(chapter.pavel, mother.matter)

    assert [one.id for one in parcels(mother)] == [parcel.id]
    assert ErrandFile.objects.count() == 1


def test_where_both_are_written_to_nothing_breaks() -> None:
    world, mother = writing(), vera()
    pavel, wife = world.pavel, world.vera
    for family, card in ((mother, ALEXEY), (wife, ALEXEY)):
        errands_for(family.keys, family, held="colony", place="ИК-9")
        file, now = file_of(family.keys, family.matter), timezone.now()
        agree(keys=family.keys, file=file, card=card, consent=Consent("family"), now=now)
    first = goes_out(world, writes(world.nina))
    second = goes_out(world, writes(world.nina))
    assert {first.matter_id, second.matter_id} == {mother.matter.id, wife.matter.id}

    assert merges(pavel, mother.matter, wife.matter).status_code == 302

    assert Correspondent.objects.count() == 2 and Letter.objects.count() == 2
    assert "Алексей" in page(mother.client, f"/en/letters/matters/{mother.matter.id}/")
    assert "Алексей" in page(world.nina.client, "/en/letters/mine/")
    page(world.petya.client, "/en/postroom/")
    page(world.petya.client, f"/en/postroom/letters/{second.id}/reply/")
    assert parts(pavel, mother.matter).status_code == 302
    assert set(Letter.objects.values_list("matter_id", flat=True)) == {mother.matter.id, wife.matter.id}
    page(wife.client, f"/en/letters/matters/{wife.matter.id}/")


def two_aliases() -> tuple[Writing, FamilyAtDoor, Letter]:
    """Mother and wife both said yes; Nina's letter to the wife's alias is answered, and nobody has looked yet."""
    world, mother = writing(), vera()
    for family in (mother, world.vera):
        errands_for(family.keys, family, held="colony", place="ИК-9")
        file = file_of(family.keys, family.matter)
        agree(keys=family.keys, file=file, card=ALEXEY, consent=Consent("family"), now=timezone.now())
    letters = [goes_out(world, writes(world.nina)) for _each in range(2)]
    letter = next(one for one in letters if one.matter_id == world.vera.matter.id)
    take_reply(keys=keys(world.petya), letter=letter, on=today(), words="Спасибо!", now=timezone.now())
    return world, mother, letter


def petya_looks(world: Writing) -> None:
    """Petya looks at every answer, and lets the writer see its words."""
    for row in ReplyRow.objects.filter(screened=False).select_related("letter__correspondent"):
        reply = open_reply(keys(world.petya), row, now=timezone.now())
        assert reply is not None
        found = Screening(shown=True, words=reply.words)
        assert look_at(keys=keys(world.petya), reply=reply, found=found, now=timezone.now())


def nina_goes_on(world: Writing, letter: Letter) -> Letter:
    """Nina writes further to the same alias."""
    now = timezone.now()
    assert write_again(keys=keys(world.nina), letter=again(letter), now=now)
    given = offer_of(keys(world.nina), now=now)
    assert given
    return write(keys=keys(world.nina), offer=given[0], to=given[1], text=TEXT, sure=True, now=now)


def read_by(family: FamilyAtDoor) -> str:
    """The page of letters of a family."""
    return page(family.client, f"/en/letters/matters/{family.matter.id}/")


def test_letters_to_the_second_alias_and_answers_nobody_looked_at_come_along() -> None:
    world, mother, letter = two_aliases()
    assert merges(world.pavel, mother.matter, world.vera.matter).status_code == 302

    petya_looks(world)

    told = read_by(mother)
    assert told.count("Кошка смотрит") == 2 and "Спасибо!" in told
    assert parts(world.pavel, mother.matter).status_code == 302
    assert read_by(mother).count("Кошка смотрит") == 1 and "Спасибо!" not in read_by(mother)
    assert "Спасибо!" in read_by(world.vera)
    assert open_letter(mother.keys, again(letter), now=timezone.now()) is None


def test_an_answer_looked_at_before_is_read_after_the_merge_too() -> None:
    world, mother, _letter = two_aliases()
    petya_looks(world)

    merges(world.pavel, mother.matter, world.vera.matter)

    assert "Спасибо!" in read_by(mother)


def test_nina_writes_further_to_the_same_alias_and_the_first_family_reads_it() -> None:
    world, mother, letter = two_aliases()
    petya_looks(world)
    merges(world.pavel, mother.matter, world.vera.matter)

    further = goes_out(world, nina_goes_on(world, letter))
    assert further.matter_id == mother.matter.id and further.correspondent_id == letter.correspondent_id
    assert read_by(mother).count("Кошка смотрит") == 3
    take_reply(keys=keys(world.petya), letter=further, on=today(), words="И вам!", now=timezone.now())
    petya_looks(world)
    assert "И вам!" in read_by(mother)

    assert parts(world.pavel, mother.matter).status_code == 302
    assert again(further).matter_id == world.vera.matter.id
    assert read_by(world.vera).count("Кошка смотрит") == 2 and read_by(mother).count("Кошка смотрит") == 1


def test_no_more_of_the_first_family_stops_letters_to_both_aliases() -> None:
    world, mother, letter = two_aliases()
    petya_looks(world)
    merges(world.pavel, mother.matter, world.vera.matter)
    waiting = nina_goes_on(world, letter)

    mother.client.post(f"/letters/matters/{mother.matter.id}/stop/")

    assert again(waiting).state == "stopped"
    assert not Correspondent.objects.filter(stopped=False).exists()
    assert write_again(keys=keys(world.nina), letter=again(letter), now=timezone.now()) is None
