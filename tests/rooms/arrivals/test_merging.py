"""A mother and a caller speak of one person: two matters become one, and are parted again."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.rooms.arrivals.world import CALL, file_of, keys, matter_of, page, reception, sends, whole
from tests.rooms.matters.world import FamilyAtDoor, asks
from tests.rooms.people.world import enrol

from peredacha.core.facts import Author, Held, Note, Person, Reach, Request, Told
from peredacha.rooms.arrivals.models import Merge
from peredacha.rooms.arrivals.selectors import merged_into
from peredacha.rooms.arrivals.services.merging import let_go
from peredacha.rooms.conversations.models import Message
from peredacha.rooms.conversations.services import read_thread, send
from peredacha.rooms.matters.models import FactRow, FamilyDoor, Matter
from peredacha.rooms.matters.selectors import matter_of_family
from peredacha.rooms.matters.services import MatterFile, erase_matter, open_file
from peredacha.rooms.vault.models import Holder, Safe
from peredacha.rooms.vault.services import write_rows

pytestmark = pytest.mark.django_db
PETR = Person(surname="Смирнов", given="Пётр", patronymic="Ильич", birth_year=1987)


def vera(words: str = "Сына забрали ночью.", **more) -> FamilyAtDoor:
    return asks(
        Request(asks=("person",), words=words, name="Вера", **more), PETR, Reach(way="phone", value="1")
    )


def said(file: MatterFile, *, inner: bool = False) -> list[str | None]:
    return [one.text for one in read_thread(file, inner=inner).messages]


def told(file: MatterFile) -> list[tuple]:
    return [(entry.told.fact, entry.told.by, entry.told.at, entry.inner) for entry in file.entries]


def speaks(helper, matter: Matter, text: str, *, inner: bool = False) -> None:
    file, now = whole(helper, matter), timezone.now()
    send(keys=keys(helper), file=file, text=text, author=Author("member"), now=now, inner=inner)


def merges(helper, kept: Matter, second: Matter, *, ticked: bool = True):
    form = {"one_family": ["yes"]} if ticked else {}
    return helper.client.post(f"/arrivals/similar/{kept.id}/with/{second.id}/", form)


def parts(helper, kept: Matter):
    return helper.client.post(f"/arrivals/similar/{kept.id}/part/{Merge.objects.get(kept=kept).id}/")


def caller(pavel) -> Matter:
    return matter_of(sends(pavel.client, "/arrivals/calls/", CALL, same="new"))


def test_pavel_finds_the_second_matter_and_sees_both_side_by_side() -> None:
    pavel = reception()
    mother, call = vera(), caller(pavel)

    found = page(pavel.client.get(f"/arrivals/similar/{mother.matter.id}/"))
    both = page(pavel.client.get(f"/arrivals/similar/{mother.matter.id}/with/{call.id}/"))

    assert str(call.id) in found
    assert both.count("Смирнов Пётр Ильич, 1987") >= 2 and "ОВД Тверской" in both
    assert not Merge.objects.exists()


def test_everything_of_the_second_is_told_in_the_first_with_teller_and_time() -> None:
    pavel = reception()
    mother, call = vera(), caller(pavel)
    speaks(pavel, call, "Мы рядом.")
    speaks(pavel, call, "Тихо: она боится.", inner=True)
    second = told(whole(pavel, call))

    answer = merges(pavel, mother.matter, call)

    assert answer.status_code == 302
    kept = whole(pavel, mother.matter)
    assert [one for one in second if one not in told(kept)] == []
    assert "Мы рядом." in said(kept) and said(kept, inner=True) == ["Тихо: она боится."]
    call.refresh_from_db()
    assert call.state == "closed" and merged_into(call) == mother.matter
    assert told(whole_closed(pavel, call)) == second
    family = file_of(mother.keys, mother.matter)
    assert "Мы рядом." in said(family) and not any(entry.inner for entry in family.entries)


def whole_closed(pavel, matter: Matter) -> MatterFile:
    return file_of(keys(pavel), matter)


def test_parting_restores_both_exactly() -> None:
    pavel = reception()
    mother, call = vera(), caller(pavel)
    speaks(pavel, mother.matter, "Первое.")
    speaks(pavel, call, "Второе.")
    before = told(whole(pavel, mother.matter)), told(whole(pavel, call))
    clear = Matter.objects.values().get(id=call.id)
    merges(pavel, mother.matter, call)
    speaks(pavel, mother.matter, "Позже.")

    answer = parts(pavel, mother.matter)

    assert answer.status_code == 302
    assert (told(whole(pavel, mother.matter)), told(whole(pavel, call))) == before
    assert said(whole(pavel, mother.matter)) == ["Первое.", "Позже."]
    assert said(whole(pavel, call)) == ["Второе."]
    assert Matter.objects.values().get(id=call.id) == clear
    file = whole(pavel, mother.matter)
    assert (file.missing, file.damaged, read_thread(file).missing) == (0, 0, 0)
    assert not Merge.objects.exists()


def test_after_thirty_days_nothing_is_parted(time_machine) -> None:
    time_machine.move_to("2026-09-01T12:00:00+03:00")
    pavel = reception()
    mother, call = vera(), caller(pavel)
    merges(pavel, mother.matter, call)
    file = whole(pavel, mother.matter)
    row = Merge.objects.get()
    Merge.objects.update(undo_until=timezone.localdate() - timedelta(days=1))

    answer = parts(pavel, mother.matter)

    assert row.undo_until == timezone.localdate() + timedelta(days=30)
    assert answer.status_code == 409
    assert told(whole(pavel, mother.matter)) == told(file)


def test_two_families_are_not_made_one_without_the_helpers_word() -> None:
    pavel = reception()
    mother, wife = vera(), vera("Мужа забрали.")

    answer = merges(pavel, mother.matter, wife.matter, ticked=False)

    assert answer.status_code == 422 and 'href="#id_one_family_0"' in page(answer)
    assert not Merge.objects.exists()
    assert "Мужа забрали." not in str(told(file_of(mother.keys, mother.matter)))


def test_with_the_helpers_word_both_codes_open_the_first_and_parting_takes_it_back() -> None:
    pavel = reception()
    mother, wife = vera(), vera("Мужа забрали.")

    merges(pavel, mother.matter, wife.matter)

    behind = matter_of_family(wife.keys.holder)
    assert behind == mother.matter == matter_of_family(mother.keys.holder)
    assert file_of(wife.keys, mother.matter).request.words == "Сына забрали ночью."
    parts(pavel, mother.matter)
    assert matter_of_family(wife.keys.holder) == wife.matter
    assert open_file(wife.keys, mother.matter, now=timezone.now()) is None
    assert file_of(wife.keys, wife.matter).request.words == "Мужа забрали."


def test_danger_of_the_second_raises_the_first_and_goes_again() -> None:
    pavel = reception()
    mother, other = vera(), vera("Его бьют.", danger=True)

    merges(pavel, mother.matter, other.matter)

    assert whole(pavel, mother.matter).matter.urgency == 3
    parts(pavel, mother.matter)
    assert whole(pavel, mother.matter).matter.urgency == 0


def test_whom_anna_holds_is_not_taken_from_her_sight() -> None:
    pavel, anna = reception(), enrol("Anna")
    mother, call = vera(), caller(pavel)
    Matter.objects.filter(id=call.id).update(held_by=anna.member)

    answer = merges(pavel, mother.matter, call)

    assert answer.status_code == 409 and not Merge.objects.exists()
    assert merges(pavel, call, mother.matter).status_code == 302
    assert not any(isinstance(one[0], Held) for one in told(whole(pavel, call)))


def test_a_matter_with_itself_a_closed_one_and_one_of_another_chapter_stay_apart() -> None:
    pavel, zoya = reception(), reception("Zoya", "far")
    mother, call = vera(), caller(pavel)
    far = caller(zoya)

    assert merges(pavel, call, call).status_code == 404
    assert merges(pavel, call, far).status_code == 404
    assert merges(zoya, far, call).status_code == 404
    merges(pavel, mother.matter, call)
    assert merges(pavel, mother.matter, call).status_code == 404


def test_a_chain_leads_to_the_last_one_and_is_parted_from_its_end() -> None:
    pavel = reception()
    one, two, three = vera("Раз."), vera("Два."), vera("Три.")
    merges(pavel, two.matter, three.matter)
    merges(pavel, one.matter, two.matter)

    assert matter_of_family(three.keys.holder) == one.matter
    assert file_of(three.keys, one.matter).request.words == "Раз."
    assert parts(pavel, two.matter).status_code == 404
    assert parts(pavel, one.matter).status_code == 302
    assert matter_of_family(three.keys.holder) == two.matter
    assert open_file(three.keys, one.matter, now=timezone.now()) is None


def test_erasing_the_kept_matter_leaves_no_row_of_the_second() -> None:
    pavel = reception()
    mother, wife = vera(), vera("Мужа забрали.")
    merges(pavel, mother.matter, wife.matter)
    matter = Matter.objects.get(id=mother.matter.id)

    let_go(matter, today=timezone.localdate())
    erase_matter(matter, today=timezone.localdate())

    assert not any(table.objects.exists() for table in (Matter, FactRow, Message, Merge, FamilyDoor))
    assert not Safe.objects.exists() and not Holder.objects.filter(kind="family").exists()


def test_when_the_clock_takes_the_second_its_familys_words_still_open_the_first() -> None:
    pavel = reception()
    mother, wife = vera(), vera("Мужа забрали.")
    merges(pavel, mother.matter, wife.matter)
    second = Matter.objects.get(id=wife.matter.id)

    let_go(second, today=timezone.localdate())
    erase_matter(second, today=timezone.localdate())

    assert matter_of_family(wife.keys.holder) == mother.matter
    assert "Мужа забрали." in str(told(file_of(wife.keys, mother.matter)))
    assert not Merge.objects.exists()
    let_go(mother.matter, today=timezone.localdate())
    erase_matter(mother.matter, today=timezone.localdate())
    assert not Holder.objects.filter(kind="family").exists()


def test_more_than_one_way_back_can_hold_is_said_in_one_sentence_and_nothing_is_half_done() -> None:
    pavel = reception()
    mother, call = vera(), caller(pavel)
    remarks = [
        Told(Note(text=f"{number}"), Author("member"), timezone.now().isoformat()) for number in range(600)
    ]
    write_rows(FactRow, whole(pavel, call).safe, [one.packed() for one in remarks])
    before = told(whole(pavel, mother.matter)), told(whole(pavel, call))

    answer = merges(pavel, mother.matter, call)

    assert answer.status_code == 422 and "checked" in page(answer)
    said_once = page(answer).partition('role="alert"')[2].partition("</div>")[0]
    assert said_once.count("<li>") == 1 and f"/with/{mother.matter.id}/" in page(answer)
    assert (told(whole(pavel, mother.matter)), told(whole(pavel, call))) == before
    assert not Merge.objects.exists() and not FamilyDoor.objects.exists()
    assert merges(pavel, call, mother.matter).status_code == 302, "the other way round, as the sentence says"
