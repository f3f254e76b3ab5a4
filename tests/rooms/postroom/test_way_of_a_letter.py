"""Petya reads each letter once more, prints, posts; nobody reads their own."""

from datetime import timedelta
from io import BytesIO

import pikepdf
import pytest
from django.utils import timezone
from tests.rooms.errands.world import errands_for
from tests.rooms.letters.world import (
    BACK_TO,
    PLACE,
    TEXT,
    Writing,
    again,
    goes_out,
    page,
    vera_says_yes,
    words,
    writes,
    writing,
)
from tests.rooms.matters.world import keys
from tests.rooms.people.world import enrol

from peredacha.rooms.errands.models import Recipient
from peredacha.rooms.letters.models import Letter, LetterState
from peredacha.rooms.letters.selectors import code_of, letters_by_code
from peredacha.rooms.letters.services import open_letter
from peredacha.rooms.postroom.services import (
    NothingToPrint,
    ReadAlready,
    let_through,
    post_letters,
    print_letters,
    send_back,
)
from peredacha.rooms.postroom.services.printing import address_of, addressed, numbered, sheets_of
from peredacha.rooms.tallies.models import Tally
from peredacha.rooms.vault.models import CircleName
from peredacha.rooms.vault.selectors import find_circle
from peredacha.rooms.vault.services import seat_member

pytestmark = pytest.mark.django_db


def written() -> tuple[Writing, Letter]:
    """Nina's letter waits to be read."""
    world = writing()
    vera_says_yes(world.vera)
    return world, writes(world.nina)


def test_petya_reads_and_lets_it_through() -> None:
    world, letter = written()
    petya, address = world.petya.client, f"/en/postroom/letters/{letter.id}/"

    assert "Алексей" in page(petya, "/en/postroom/")
    assert "первый снег" in page(petya, address)
    assert petya.post(address, {"act": "pass"}).status_code == 302

    assert again(letter).state == LetterState.PASSED
    assert petya.post(address, {"act": "back", "says": "Поздно"}).status_code == 302
    assert again(letter).state == LetterState.PASSED


def test_sent_back_needs_a_sentence() -> None:
    world, letter = written()

    response = world.petya.client.post(f"/en/postroom/letters/{letter.id}/", {"act": "back", "says": ""})

    assert response.status_code == 422 and "Write what should be changed." in words(response)
    assert again(letter).state == LetterState.WAITING


def test_nobody_lets_the_own_letter_through() -> None:
    world = writing()
    vera_says_yes(world.vera)
    circle = find_circle("demo", CircleName.PACKERS)
    both = enrol("Olga", ("writer", "packer"))
    writers = find_circle("demo", CircleName.WRITERS)
    assert circle and writers
    for one in (circle, writers):
        seat_member(keys=keys(world.pavel), circle=one, member=both.member)
    letter = writes(both)

    with pytest.raises(ReadAlready):
        let_through(keys=keys(both), letter=letter, now=timezone.now())
    assert "Nothing waits to be read." in page(both.client, "/en/postroom/")


def test_another_chapter_finds_nothing() -> None:
    _world, letter = written()
    stranger = enrol("Zoya", ("packer", "coordinator"), "other")

    page(stranger.client, f"/en/postroom/letters/{letter.id}/", 404)
    assert "Nothing waits to be read." in page(stranger.client, "/en/postroom/")
    with pytest.raises(ReadAlready):
        send_back(keys=keys(stranger), letter=letter, says="Нет", now=timezone.now())


def test_the_batch_is_one_pdf_with_address_letter_and_form() -> None:
    world, letter = written()
    let_through(keys=keys(world.petya), letter=letter, now=timezone.now())

    response = world.petya.client.post("/en/postroom/print/", {"back_to": "\n".join(BACK_TO)})

    assert response.status_code == 200 and response["Content-Type"] == "application/pdf"
    with pikepdf.open(BytesIO(response.content)) as pdf:
        assert len(pdf.pages) == 3
    fresh = again(letter)
    assert fresh.state == LetterState.PRINTED and fresh.number == 1


def test_what_stands_on_the_papers() -> None:
    world, letter = written()
    let_through(keys=keys(world.petya), letter=letter, now=timezone.now())
    opened = open_letter(keys(world.petya), again(letter), now=timezone.now())
    assert opened

    ready, left_out = addressed(keys(world.petya), [opened], now=timezone.now())
    (one, where), number = ready[0], 7
    sheet, text, form = sheets_of(one, where, number, BACK_TO)

    assert left_out == ()
    assert sheet.to == "Кузнецов Илья Олегович, 1999 г. р." and sheet.index == "400007"  # type: ignore[union-attr]
    assert sheet.place == "ФКУ ИК-7, Заречная область, пос. Лесной, ул. Лесная, 7"  # type: ignore[union-attr]
    assert text.paragraphs == tuple(filter(None, TEXT.split("\n")))  # type: ignore[union-attr]
    assert form.code.short == code_of(letter.id) and form.back_to == BACK_TO  # type: ignore[union-attr]


def test_a_letter_without_an_address_waits_and_says_so() -> None:
    world, letter = written()
    errands_for(world.vera.keys, world.vera, place="")
    let_through(keys=keys(world.petya), letter=letter, now=timezone.now())

    with pytest.raises(NothingToPrint):
        print_letters(keys=keys(world.petya), back_to=BACK_TO, now=timezone.now())
    response = world.petya.client.post("/en/postroom/print/", {"back_to": "А/я 12"})

    assert response.status_code == 409 and "Алексей" in words(response) and "А/я 12" in words(response)
    assert again(letter).state == LetterState.PASSED


def test_an_address_that_fits_on_no_envelope_is_none() -> None:
    now = timezone.now()
    assert address_of(Recipient(surname="Кузнецов", place=PLACE), now=now)
    assert address_of(Recipient(surname="Кузнецов", place="пос. " * 60), now=now) is None
    assert address_of(Recipient(place=PLACE), now=now) is None


def test_posted_on_a_day_by_a_way_and_counted_once() -> None:
    world, letter = written()
    let_through(keys=keys(world.petya), letter=letter, now=timezone.now())
    numbered(letter, LetterState.PRINTED, now=timezone.now())
    today = timezone.localdate()
    told = {
        "letters": str(letter.id),
        "way": "post",
        "on_0": today.day,
        "on_1": today.month,
        "on_2": today.year,
    }

    assert world.petya.client.post("/en/postroom/post/", told).status_code == 302
    world.petya.client.post("/en/postroom/post/", told)

    fresh = again(letter)
    assert fresh.state == LetterState.POSTED and fresh.expect_on == today + timedelta(days=60)
    assert Tally.objects.get(kind="letter_sent").number == 1
    assert "It is on its way." in page(world.nina.client, "/en/letters/mine/")
    seen = page(world.vera.client, f"/en/letters/matters/{world.vera.matter.id}/")
    assert "Letter 1" in seen and "первый снег" in seen


def test_letters_are_numbered_one_by_one_and_found_by_their_code() -> None:
    world, first = written()
    goes_out(world, first)
    second = writes(world.igor)
    goes_out(world, second)

    assert [again(first).number, again(second).number] == [1, 2]
    assert letters_by_code(code_of(second.id).lower(), "demo") == [second]
    assert letters_by_code(code_of(second.id), "other") == [] == letters_by_code("BKBK-BKBK", "demo")


def test_after_a_stop_nothing_is_posted() -> None:
    world, letter = written()
    let_through(keys=keys(world.petya), letter=letter, now=timezone.now())
    world.vera.client.post(f"/en/letters/matters/{world.vera.matter.id}/stop/")

    posted = post_letters(
        keys=keys(world.petya), letters=[letter.id], on=timezone.localdate(), way="post", now=timezone.now()
    )

    assert posted == 0 and again(letter).state == LetterState.STOPPED
