"""An answer comes back to the family and to Nina; silence makes somebody ask, once; after the clock all is gone."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from tests.rooms.conversations.world import photo
from tests.rooms.errands.world import vera_asks_for_food
from tests.rooms.letters.world import (
    Writing,
    again,
    goes_out,
    only_reply,
    page,
    vera_says_yes,
    weeks,
    words,
    writes,
    writing,
)
from tests.rooms.matters.world import file_of, keys

from peredacha.core.facts import NextStep, Note
from peredacha.rooms.letters.models import (
    Card,
    Correspondent,
    Letter,
    LetterState,
    ReplyLag,
    ReplyRow,
    ReplyScan,
)
from peredacha.rooms.letters.selectors import code_of, usual_days
from peredacha.rooms.letters.services import erase_due, letters_as_text, summary_for
from peredacha.rooms.matters.services import erase_matter
from peredacha.rooms.postroom.services import Screening, look_at, open_reply, take_reply
from peredacha.rooms.tallies.models import Tally

pytestmark = pytest.mark.django_db


def posted(days_ago: int = 21) -> tuple[Writing, Letter]:
    """Nina's letter left some days ago."""
    world = writing()
    vera_says_yes(world.vera)
    on = timezone.localdate() - timedelta(days=days_ago)
    return world, goes_out(world, writes(world.nina), on=on, now=timezone.now() - timedelta(days=days_ago))


def answers(world: Writing, letter: Letter, said: str = "Спасибо, жив.", **found: object) -> None:
    """Words of an answer come, and Petya looks at them."""
    row = take_reply(
        keys=keys(world.petya), letter=letter, on=timezone.localdate(), words=said, now=timezone.now()
    )
    reply = open_reply(keys(world.petya), row, now=timezone.now())
    assert reply
    screening = Screening(**{"shown": False, **found})  # type: ignore[arg-type]
    assert look_at(keys=keys(world.petya), reply=reply, found=screening, now=timezone.now())


def test_a_scan_is_matched_by_its_code_and_reaches_vera_and_nina() -> None:
    world, letter = posted()
    petya, today = world.petya.client, timezone.localdate()
    found = petya.post("/en/postroom/reply/", {"code": code_of(letter.id).lower()})
    assert found.status_code == 302
    address = found["Location"]
    day = {"on_0": today.day, "on_1": today.month, "on_2": today.year}

    scan = SimpleUploadedFile("reply.jpg", photo(), "image/jpeg")
    assert petya.post(address, {"file": scan, **day}).status_code == 302
    assert "Pages so far: 1" in page(petya, address)
    reply = only_reply()
    home = f"/en/letters/matters/{world.vera.matter.id}/"
    assert "Answer of" not in page(world.vera.client, home)

    looked = petya.post(f"/en/postroom/answers/{reply.id}/", {"words": "Благодарит за снег.", "shown": "on"})
    assert looked.status_code == 302

    assert "Благодарит за снег." in page(world.vera.client, home)
    assert "Благодарит за снег." in page(world.nina.client, f"/en/letters/mine/{letter.id}/")
    pages = list(ReplyScan.objects.values_list("id", flat=True))
    assert len(pages) == 2
    seen = [world.nina.client.get(f"/en/letters/mine/{letter.id}/pages/{one}/") for one in pages]
    assert sorted(one.status_code for one in seen) == [200, 404]
    body = next(one.content for one in seen if one.status_code == 200)
    assert body.startswith(b"\xff\xd8")
    family = world.vera.client.get(f"{home}{letter.id}/pages/{pages[0]}/")
    assert family.status_code == 200
    assert again(letter).state == LetterState.ANSWERED
    assert Tally.objects.get(kind="letter_answered").number == 1


def test_pages_with_a_name_stay_with_the_family() -> None:
    world, letter = posted()
    body = photo()
    row = take_reply(
        keys=keys(world.petya), letter=letter, on=timezone.localdate(), body=body, now=timezone.now()
    )
    scan = ReplyScan.objects.get()
    before = world.vera.client.get(f"/en/letters/matters/{world.vera.matter.id}/{letter.id}/pages/{scan.id}/")
    assert before.status_code == 404
    world.petya.client.post(f"/en/postroom/answers/{row.id}/", {"words": "Жив, здоров."})

    assert ReplyScan.objects.count() == 1
    page(world.nina.client, f"/en/letters/mine/{letter.id}/pages/{scan.id}/", 404)
    page(world.igor.client, f"/en/letters/mine/{letter.id}/pages/{scan.id}/", 404)
    after = world.vera.client.get(f"/en/letters/matters/{world.vera.matter.id}/{letter.id}/pages/{scan.id}/")
    assert after.status_code == 200


def test_a_wrong_code_or_file_costs_nothing_that_was_typed() -> None:
    world, letter = posted()
    petya, today = world.petya.client, timezone.localdate()

    wrong = petya.post("/en/postroom/reply/", {"code": "BC94-BT7X"})
    assert wrong.status_code == 422 and "There is no letter with this code." in words(wrong)

    day = {"on_0": today.day, "on_1": today.month, "on_2": today.year}
    junk = SimpleUploadedFile("a.jpg", b"no picture", "image/jpeg")
    refused = petya.post(f"/en/postroom/letters/{letter.id}/reply/", {"file": junk, "words": "Жив", **day})
    assert refused.status_code == 422 and "Жив" in words(refused)
    assert not ReplyRow.objects.exists()


def test_silence_past_the_usual_time_is_asked_about_once() -> None:
    world, letter = posted(days_ago=61)
    pavel = world.pavel.client

    assert "does not answer" in page(pavel, "/en/postroom/")
    assert "An answer was expected by" in page(pavel, "/en/postroom/silent/")
    row = Correspondent.objects.get()
    assert pavel.post(f"/en/postroom/silent/{row.id}/ask/").status_code == 302
    pavel.post(f"/en/postroom/silent/{row.id}/ask/")

    file = file_of(keys(world.pavel), world.vera.matter)
    assert len(list(file.all(Note))) == 1 and len(list(file.all(NextStep))) == 1
    assert again(letter).state == LetterState.SILENT
    assert "Everybody who was written to" in page(pavel, "/en/postroom/silent/")
    assert summary_for(keys(world.pavel), file, now=timezone.now()).silent
    page(world.petya.client, "/en/postroom/silent/", 404)


def test_in_good_time_nobody_is_alarmed() -> None:
    world, _letter = posted(days_ago=59)

    assert "does not answer" not in page(world.pavel.client, "/en/postroom/")
    assert not summary_for(
        world.vera.keys, file_of(world.vera.keys, world.vera.matter), now=timezone.now()
    ).silent


def test_a_gap_in_the_numbers_raises_the_alarm() -> None:
    world, first = posted()
    second = goes_out(world, writes(world.nina))

    answers(world, second, "Письмо 1 не пришло.", missing=(1,))

    assert again(first).state == LetterState.LOST and again(second).state == LetterState.ANSWERED
    assert "Letters got lost" in page(world.pavel.client, "/en/postroom/silent/")


def test_an_alarming_answer_goes_into_the_matter_at_once_where_it_opens() -> None:
    world, letter = posted()
    row = take_reply(
        keys=keys(world.pavel), letter=letter, on=timezone.localdate(), words="Прощайте.", now=timezone.now()
    )
    reply = open_reply(keys(world.pavel), row, now=timezone.now())
    assert reply

    look_at(keys=keys(world.pavel), reply=reply, found=Screening(False, danger=True), now=timezone.now())

    file = file_of(keys(world.pavel), world.vera.matter)
    assert [one.inner for one in file.entries if isinstance(one.told.fact, Note)] == [True]
    assert not Correspondent.objects.get().to_ask


def test_who_answers_a_later_letter_has_not_fallen_silent() -> None:
    world, first = posted(days_ago=61)
    second = goes_out(world, writes(world.nina))

    answers(world, second)

    assert again(first).state == LetterState.POSTED and again(first).expect_on is None
    assert "Everybody who was written to" in page(world.pavel.client, "/en/postroom/silent/")


def test_a_place_is_measured_by_its_own_answers() -> None:
    assert usual_days("demo", "bcdfghjkmnpq") == 60
    for number, lag in ((3, 2), (2, 9)):
        ReplyLag.objects.create(chapter="demo", facility="bcdfghjkmnpq", weeks=lag, number=number)
    assert usual_days("demo", "bcdfghjkmnpq") == 3 * 7 + 14
    assert usual_days("demo", "") == 60


def test_the_family_takes_letters_and_answers_along() -> None:
    world, letter = posted()
    answers(world, letter, words="Благодарит.")

    text = "\n".join(
        letters_as_text(world.vera.keys, file_of(world.vera.keys, world.vera.matter), now=timezone.now())
    )

    assert "первый снег" in text and "Благодарит." in text


def test_nina_goes_on_writing_to_who_answered_her() -> None:
    world, letter = posted()
    answers(world, letter, words="Пишите ещё.")
    vera_says_yes(vera_asks_for_food(), Card(alias="Борис"))

    assert world.nina.client.post(f"/en/letters/mine/{letter.id}/again/").status_code == 302
    assert "A letter to Алексей" in page(world.nina.client, "/en/letters/write/")
    assert world.igor.client.post(f"/en/letters/mine/{letter.id}/again/").status_code == 404


def test_after_the_clock_nothing_is_left_but_counters(blobs: Path) -> None:
    world, letter = posted()
    take_reply(
        keys=keys(world.petya), letter=letter, on=timezone.localdate(), body=photo(), now=timezone.now()
    )
    reply = open_reply(keys(world.petya), only_reply(), now=timezone.now())
    assert reply
    look_at(keys=keys(world.petya), reply=reply, found=Screening(shown=True), now=timezone.now())
    assert len(list(blobs.iterdir())) == 2

    assert erase_due(today=timezone.localdate() + weeks(25)) == 0
    assert erase_due(today=timezone.localdate() + weeks(28)) == 1

    assert not Letter.objects.exists() and not ReplyRow.objects.exists() and not ReplyScan.objects.exists()
    assert list(blobs.iterdir()) == []
    assert {one.kind: one.number for one in Tally.objects.all()} == {"letter_sent": 1, "letter_answered": 1}
    assert ReplyLag.objects.get().weeks == 3


def test_with_its_matter_everything_goes() -> None:
    world, letter = posted()
    answers(world, letter)

    erase_matter(world.vera.matter, today=timezone.localdate())

    assert (
        not Letter.objects.exists() and not Correspondent.objects.exists() and not ReplyRow.objects.exists()
    )
