"""Somebody writes into what is carried to Vera's son: everybody goes on, reads one sentence, and can erase it all."""

from datetime import timedelta
from functools import cache
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.attacks.addresses import addresses, typed
from tests.attacks.test_damaged_rows import SEALED, SENTENCES, damaged, flipped, rows
from tests.attacks.watching import body_of, reading, undone, visit
from tests.attacks.world import House
from tests.rooms.errands.world import today
from tests.rooms.matters.world import file_of
from tests.rooms.visits.world import boxes

from peredacha.rooms.aid.services import erase_due_offers
from peredacha.rooms.batches.services import erase_due_batches
from peredacha.rooms.letters.services import erase_due as erase_due_letters
from peredacha.rooms.letters.services import letters_as_text
from peredacha.rooms.mailroom.services import erase_due_mail
from peredacha.rooms.parcels.services import erase_due as erase_due_parcels
from peredacha.rooms.visits.models import Ride, Visit
from peredacha.rooms.visits.services import erase_due_visits

pytestmark = pytest.mark.django_db
ROOMS = ("errands", "parcels", "batches", "goods", "letters", "visits", "mailroom", "aid")
"""Rooms with sealed columns."""
COLUMNS = [one for one in SEALED if one[0].partition(".")[0] in ROOMS]
WALKED = (*ROOMS, "boxes", "stores", "postroom", "turns")
NO_SUCH_METHOD, BUSY = 405, 503
MUCH_LATER = timedelta(days=500)


def who_goes(house: House, room: str, url: str) -> Client:
    """Who works at an address."""
    if "/matters/" in url or url.rstrip("/").endswith(("errands", "parcels")):
        return house.vera.client
    if room == "letters":
        return house.carried.polina.client
    return house.pavel.client if room in ("mailroom", "turns") else house.carried.petya.client


def walked(house: House) -> list[tuple[Client, str]]:
    """Every address of these rooms, with who works there."""
    found = [(one.name.partition(":")[0], one.url) for one in addresses(house)]
    return [(who_goes(house, room, url), url) for room, url in found if room in WALKED]


def failures(answers: dict[str, Any]) -> dict[str, int]:
    """The answers that are neither a page nor a sentence."""
    fine = SENTENCES | {NO_SUCH_METHOD, BUSY}
    return {url: one.status_code for url, one in answers.items() if one.status_code not in fine}


def test_every_table_of_these_rooms_has_a_row_to_damage(house: House) -> None:
    assert [label for label, _column in COLUMNS if not rows(label, house)] == []
    assert {label.partition(".")[0] for label, _column in COLUMNS} == set(ROOMS)


def test_where_nothing_is_damaged_every_page_opens(house: House) -> None:
    """So that the next play cannot be green only because nobody is let in."""
    seen = {url: visit(client, "get", url) for client, url in walked(house)}

    assert sum(one.status_code == 200 for one in seen.values()) > 70
    assert failures(seen) == {}


@cache
def tables_of(matter: UUID) -> dict[str, set[str]]:
    """Kept for one house: by address, the tables from which its page reads while nothing is damaged."""
    return {}


def reads_from(house: House, table: str) -> list[tuple[Client, str]]:
    """The pages that read from a table, with who works there; a value in it cannot change any other page."""
    known = tables_of(house.vera.matter.id)
    for client, url in () if known else walked(house):
        with undone(), reading() as tables:
            visit(client, "get", url)
        known[url] = tables
    return [(client, url) for client, url in walked(house) if table in known[url]]


@pytest.mark.parametrize(("label", "column"), COLUMNS)
def test_every_page_opens_beside_a_damaged_value(house: House, label: str, column: str) -> None:
    pages = reads_from(house, apps.get_model(label)._meta.db_table)
    assert pages
    damaged(label, column, house)
    export = visit(house.vera.client, "get", reverse("home:export"))

    seen = {url: visit(client, "get", url) for client, url in pages}

    assert failures(seen) == {}
    assert export.status_code in SENTENCES and body_of(export)


def acts(house: House) -> list[tuple[Client, str, dict[str, Any]]]:
    """What everybody does next; and last Vera erases all of it."""
    ids, vera, day = house.carried.ids, house.vera, boxes(today())
    petya, pavel, matter = house.carried.petya.client, house.pavel.client, house.vera.matter.id
    parcel, letter = ids["parcels"]["parcel"][0], ids["letters"]["letter"][0]
    seen, offer = ids["mailroom"]["letter"][-1], ids["aid"]["offer"][0]
    visit_at = f"/visits/matters/{matter}/{ids['visits']['visit'][0]}/"
    ask = {"page": 3, "kind": "parcel", "things": ["tea"], "words": "Рост 190", "way": "window", "once": "m"}
    return [
        (vera.client, f"/parcels/matters/{matter}/ask/", ask),
        (vera.client, f"/errands/matters/{matter}/used/", {**day, "kind": "parcels", "key": str(uuid4())}),
        (vera.client, f"/errands/matters/{matter}/mend/", {}),
        (vera.client, f"/errands/matters/{matter}/person/still/", {}),
        (petya, f"/parcels/{parcel}/hold/", {"take": "1"}),
        (petya, f"/boxes/parcels/{parcel}/list/", {"act": "take", "tare": "100", **one_tea(house)}),
        (petya, f"/parcels/{parcel}/steps/elsewhere/", {**day, "text": "ИК-3"}),
        (petya, f"/parcels/{parcel}/shelf/", {"thing": "0"}),
        (petya, f"/parcels/{parcel}/steps/handed/", day),
        (petya, f"/parcels/{parcel}/steps/refused/", {**day, "code": "banned"}),
        (petya, f"/boxes/batches/{ids['batches']['batch'][0]}/take/", {}),
        (petya, f"/boxes/batches/{ids['batches']['batch'][0]}/papers/", {"paper": "labels"}),
        (petya, f"/errands/{ids['errands']['errands'][0]}/still/", {}),
        (petya, f"/postroom/letters/{letter}/", {"act": "pass"}),
        (petya, "/postroom/print/", {"letters": [letter], "act": "print"}),
        (petya, f"/postroom/answers/{ids['postroom']['reply'][0]}/", {"words": "жив", "shown": "on"}),
        (house.carried.polina.client, "/letters/write/take/", {}),
        (house.carried.polina.client, "/letters/write/", {"text": "Здравствуйте!"}),
        (vera.client, f"{visit_at}made/", day),
        (petya, f"/visits/rides/{ids['visits']['ride'][0]}/off/", {}),
        (vera.client, f"{visit_at}seats/back/", {}),
        (pavel, f"/mail/{ids['mailroom']['letter'][0]}/pages/1/read/", {"turn": "90"}),
        (pavel, f"/mail/{seen}/look/danger/", {"value": "yes"}),
        (pavel, f"/mail/{seen}/where/", {"same": "new"}),
        (pavel, f"/mail/{seen}/into/", {"into": "helpers"}),
        (pavel, f"/mail/{ids['mailroom']['letter'][0]}/put-away/", {"why": "empty"}),
        (petya, f"/aid/{offer}/step/", {**day, "state": "offered", "seen": "draft"}),
        (petya, f"/goods/{ids['goods']['good'][0]}/papers/{ids['goods']['paper'][0]}/remove/", {}),
        (vera.client, reverse("home:erase"), {"sure": "yes"}),
    ]


def one_tea(house: House) -> dict[str, str]:
    """One packet of the tea in the list of a box."""
    return {f"good_{house.carried.ids['stores']['good'][0]}": "1"}


@pytest.mark.parametrize(("label", "column"), COLUMNS)
def test_everybody_goes_on_beside_a_damaged_value_and_all_of_it_can_be_erased(
    house: House, label: str, column: str
) -> None:
    todo, form, places = acts(house), typed(house), walked(house)
    damaged(label, column, house)

    answers = {url: visit(client, "post", url, data) for client, url, data in todo}
    late = {url: visit(client, "post", url, form) for client, url in places}

    assert failures(answers) == {} and failures(late) == {}
    assert answers[reverse("home:erase")].status_code == 302
    assert not Visit.objects.filter(matter=house.vera.matter.pk).exists()


@pytest.mark.parametrize(("label", "column"), COLUMNS)
def test_the_clocks_go_on_beside_a_damaged_value(house: House, label: str, column: str) -> None:
    damaged(label, column, house)
    day = today() + MUCH_LATER

    assert erase_due_parcels(day) == 1
    for erases in (erase_due_batches, erase_due_letters, erase_due_visits, erase_due_mail, erase_due_offers):
        erases(today=day)

    assert not Visit.objects.exists() and not Ride.objects.exists()
    file = file_of(house.vera.keys, house.vera.matter)
    assert letters_as_text(house.vera.keys, file, now=timezone.now()) is not None


@pytest.mark.parametrize("damage", [flipped, lambda value: value[:-1], lambda value: b""])
def test_damaged_files_are_a_sentence_each(house: House, damage: Any, settings: Any) -> None:
    for path in settings.BLOBS.iterdir():
        path.write_bytes(damage(path.read_bytes()))

    seen = {url: visit(client, "get", url) for client, url in walked(house)}
    sent = {url: visit(client, "post", url, data) for client, url, data in acts(house)}

    assert failures(seen) == {} and failures(sent) == {}
