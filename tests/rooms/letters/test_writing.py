"""Nina writes to somebody she knows by an alias; Igor, a stranger among the writers, learns no name."""

from itertools import pairwise

import pytest
from django.apps import apps
from django.utils import timezone
from tests.rooms.errands.world import vera_asks_for_food
from tests.rooms.letters.world import (
    ALEXEY,
    SECRETS,
    TEXT,
    again,
    only_letter,
    page,
    vera_says_yes,
    words,
    writes,
    writing,
)
from tests.rooms.matters.world import file_of, keys

from peredacha.rooms.errands.selectors import find_errands
from peredacha.rooms.errands.services import open_errands, with_seat
from peredacha.rooms.letters.models import Card, Consent, Correspondent, Letter, LetterState, Offer
from peredacha.rooms.letters.services import (
    NobodyWaits,
    NoMoreSkips,
    NotYours,
    RealName,
    Stopped,
    agree,
    another,
    offer_of,
    open_letter,
    take_offer,
    write,
)
from peredacha.rooms.postroom.services import send_back
from peredacha.rooms.vault.models import HolderKind
from peredacha.rooms.vault.selectors import holders_of
from peredacha.rooms.vault.services import revoke

pytestmark = pytest.mark.django_db


def test_nina_writes_on_the_web_and_the_letter_waits() -> None:
    world = writing()
    vera_says_yes(world.vera)
    nina = world.nina.client

    assert "To whom shall I write?" in page(nina, "/en/letters/write/")
    assert nina.post("/en/letters/write/take/").status_code == 302
    shown = page(nina, "/en/letters/write/")
    assert "A letter to Алексей" in shown and "кошки" in shown and "О болезни матери" in shown
    assert nina.post("/en/letters/write/", {"text": TEXT}).status_code == 302

    mine = page(nina, "/en/letters/mine/")
    assert "Алексей" in mine and "Somebody reads it once more" in mine
    assert only_letter().state == LetterState.WAITING
    assert not Offer.objects.exists()


def test_no_page_tells_a_writer_who_it_is() -> None:
    world = writing()
    vera_says_yes(world.vera)
    letter = writes(world.nina)
    world.igor.client.post("/en/letters/write/take/")

    for client in (world.nina.client, world.igor.client):
        for address in ("/en/letters/write/", "/en/letters/mine/"):
            assert not [one for one in SECRETS if one in client.get(address).content.decode()]
    assert not [one for one in SECRETS if one in page(world.nina.client, f"/en/letters/mine/{letter.id}/")]


def test_igor_opens_neither_ninas_letter_nor_the_errands() -> None:
    world = writing()
    vera_says_yes(world.vera)
    letter = writes(world.nina)
    errands = find_errands(world.vera.matter)

    assert errands
    assert open_letter(keys(world.igor), letter, now=timezone.now()) is None
    assert open_errands(keys(world.igor), errands, now=timezone.now()) is None
    assert open_errands(keys(world.nina), errands, now=timezone.now()) is None
    page(world.igor.client, f"/en/letters/mine/{letter.id}/", 404)
    page(world.igor.client, "/en/postroom/", 404)
    page(world.igor.client, f"/en/postroom/letters/{letter.id}/", 404)
    page(world.petya.client, "/en/letters/write/", 404)


def test_what_a_censor_would_stop_stays_on_the_page_with_every_word() -> None:
    world = writing()
    vera_says_yes(world.vera)
    nina = world.nina.client
    nina.post("/en/letters/write/take/")

    response = nina.post(
        "/en/letters/write/", {"text": "Привет! Мой телефон +7 900 123-45-67.", "sure": "on"}
    )

    assert response.status_code == 422
    said = words(response)
    assert "The censor would stop this letter" in said and "+7 900 123-45-67" in said
    assert "Мой телефон" in said and "Send it as it is" not in said
    assert not Letter.objects.exists()


def test_what_is_only_doubtful_is_asked_about() -> None:
    world = writing()
    vera_says_yes(world.vera)
    nina = world.nina.client
    nina.post("/en/letters/write/take/")

    response = nina.post("/en/letters/write/", {"text": "Я читаю «Войну и мир»."})
    assert response.status_code == 422 and "Send it as it is" in words(response)
    assert not Letter.objects.exists()

    nina.post("/en/letters/write/", {"text": "Я читаю «Войну и мир».", "sure": "on"})
    assert only_letter().state == LetterState.WAITING


def test_the_same_form_sent_twice_gives_one_letter() -> None:
    world = writing()
    vera_says_yes(world.vera)
    now = timezone.now()
    take_offer(keys=keys(world.nina), now=now)
    found = offer_of(keys(world.nina), now=now)
    assert found

    write(keys=keys(world.nina), offer=found[0], to=found[1], text=TEXT, sure=True, now=now)
    with pytest.raises(NotYours):
        write(keys=keys(world.nina), offer=found[0], to=found[1], text=TEXT, sure=True, now=now)

    assert Letter.objects.count() == 1


def test_whoever_had_no_letter_for_longest_comes_first() -> None:
    world = writing()
    first = vera_says_yes(world.vera)
    writes(world.nina)
    second = vera_says_yes(vera_asks_for_food(), Card(alias="Борис"))

    assert take_offer(keys=keys(world.nina), now=timezone.now()).correspondent_id == second.row.id
    assert take_offer(keys=keys(world.igor), now=timezone.now()).correspondent_id == first.row.id


def test_a_writer_asks_for_another_one_twice_and_no_more() -> None:
    world = writing()
    for name in ("Алексей", "Борис", "Виктор", "Глеб"):
        vera_says_yes(vera_asks_for_food(), Card(alias=name))
    now, nina = timezone.now(), keys(world.nina)

    seen = [take_offer(keys=nina, now=now).correspondent_id]
    seen += [another(keys=nina, now=now).correspondent_id for _again in range(2)]
    with pytest.raises(NoMoreSkips):
        another(keys=nina, now=now)

    assert all(one != other for one, other in pairwise(seen))
    assert take_offer(keys=nina, now=now).correspondent_id == seen[-1]


def test_two_writers_never_get_the_same_person_at_once() -> None:
    world = writing()
    vera_says_yes(world.vera)
    take_offer(keys=keys(world.nina), now=timezone.now())

    with pytest.raises(NobodyWaits):
        take_offer(keys=keys(world.igor), now=timezone.now())
    said = words(world.igor.client.post("/en/letters/write/take/"))
    assert "Nobody waits for a letter just now." in said


def test_the_real_name_is_refused_as_an_alias_and_nothing_typed_is_lost() -> None:
    world = writing()
    file = file_of(world.vera.keys, world.vera.matter)
    with pytest.raises(RealName):
        agree(
            keys=world.vera.keys,
            file=file,
            card=Card(alias="Илья"),
            consent=Consent("family"),
            now=timezone.now(),
        )

    typed = {"says": "family", "alias": "Алексей", "language": "ru", "interests": "О Кузнецове и Илья, да."}
    response = world.vera.client.post(f"/en/letters/matters/{world.vera.matter.id}/agree/", typed)
    assert response.status_code == 422
    assert "The real name stands here" in words(response) and "Кузнецове" in words(response)
    assert not Correspondent.objects.exists()


def test_a_letter_that_came_back_is_written_again() -> None:
    world = writing()
    vera_says_yes(world.vera)
    letter = writes(world.nina)
    send_back(keys=keys(world.petya), letter=letter, says="Пожалуйста, короче.", now=timezone.now())
    address = f"/en/letters/mine/{letter.id}/"

    assert "Пожалуйста, короче." in page(world.nina.client, address)
    assert world.nina.client.post(address, {"text": "Здравствуйте! Снег."}).status_code == 302

    opened = open_letter(keys(world.petya), again(letter), now=timezone.now())
    assert opened and opened.text == "Здравствуйте! Снег." and opened.row.state == LetterState.WAITING


def test_a_place_that_takes_one_page_gets_no_two() -> None:
    world = writing()
    vera_says_yes(world.vera, Card(alias="Алексей", pages=1))

    with pytest.raises(Stopped):
        writes(world.nina, "Снег идёт. " * 300)


def test_vera_ends_it_and_nothing_leaves_the_house() -> None:
    world = writing()
    vera_says_yes(world.vera, ALEXEY)
    letter = writes(world.nina)
    home = f"/en/letters/matters/{world.vera.matter.id}/"
    assert "They write to “Алексей”." in page(world.vera.client, home)

    assert world.vera.client.post(f"{home}stop/").status_code == 302

    assert "No more letters are written." in page(world.vera.client, home)
    assert again(letter).state == LetterState.STOPPED
    assert "no more letters are wished" in page(world.nina.client, "/en/letters/mine/")
    with pytest.raises(NobodyWaits):
        take_offer(keys=keys(world.igor), now=timezone.now())

    vera_says_yes(world.vera)
    assert take_offer(keys=keys(world.igor), now=timezone.now())


def test_the_raw_rows_hold_neither_text_nor_alias_nor_name() -> None:
    world = writing()
    vera_says_yes(world.vera)
    letter = writes(world.nina)
    send_back(keys=keys(world.petya), letter=letter, says="Пожалуйста, короче.", now=timezone.now())

    rows = [
        value
        for table in apps.get_app_config("letters").get_models()
        for row in table._default_manager.values_list()
        for value in row
    ]

    raw = b"".join(bytes(one) if isinstance(one, (bytes, memoryview)) else str(one).encode() for one in rows)
    assert len(raw) > 2000
    for secret in (*SECRETS, "Алексей", "кошки", "снег", "короче"):
        assert secret.encode() not in raw and secret.encode("utf-16-le") not in raw


def test_vera_reads_on_when_a_helper_left_and_the_seat_was_drawn_anew() -> None:
    world = writing()
    vera_says_yes(world.vera)
    letter = writes(world.nina)
    file = file_of(world.vera.keys, world.vera.matter)
    revoke(keys=world.vera.keys, opened=file.safe, holder=world.pavel.member.id)
    circle = next(one for one in holders_of(file.safe.id) if one.kind == HolderKind.CIRCLE)
    revoke(keys=world.vera.keys, opened=file.safe, holder=circle.id)

    vera_says_yes(world.vera, Card(alias="Борис"))

    fresh = file_of(world.vera.keys, world.vera.matter)
    seated = with_seat(world.vera.keys, fresh)
    assert again(letter).seat_id != letter.seat_id
    opened = open_letter(seated, again(letter), now=timezone.now())
    assert opened and opened.text == TEXT
    assert open_letter(keys(world.nina), again(letter), now=timezone.now())
    assert take_offer(keys=keys(world.igor), now=timezone.now())


def test_who_changes_the_card_is_not_asked_again_who_agreed_before_they_said_no() -> None:
    world = writing()
    home = f"/en/letters/matters/{world.vera.matter.id}/"
    chosen = 'value="prisoner" id="id_says_0" checked'
    assert chosen not in world.vera.client.get(f"{home}agree/").text.replace(" required", "")

    vera_says_yes(world.vera)
    assert chosen in world.vera.client.get(f"{home}agree/").text.replace(" required", "")

    world.vera.client.post(f"{home}stop/")
    assert chosen not in world.vera.client.get(f"{home}agree/").text.replace(" required", "")
