"""Igor sends files that grow without end where scans, certificates and answers are taken: each ends in one sentence."""

from time import monotonic
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from tests.attacks.test_bombs import BOMBS, SOON
from tests.attacks.watching import body_of, rows_of_others, visit
from tests.attacks.world import House
from tests.gateways.bindery.samples import black_photo
from tests.rooms.errands.world import today
from tests.rooms.visits.world import boxes

from peredacha.rooms.aid.models import AidFile
from peredacha.rooms.facilities.models import Facility, Fact, Outcome
from peredacha.rooms.goods.models import GoodPaper
from peredacha.rooms.imports.services import AtlasErrors, merge_atlas
from peredacha.rooms.letters.models import Letter, ReplyScan
from peredacha.rooms.mailroom.models import MailScan

pytestmark = pytest.mark.django_db
TABLES = tuple(one._meta.db_table for one in (AidFile, GoodPaper, MailScan, ReplyScan))


def places(house: House) -> list[tuple[Client, str, dict[str, Any]]]:
    """Where files are taken, by whom, and what is typed beside them."""
    ids, petya = house.carried.ids, house.carried.petya.client
    out = Letter.objects.filter(state__in=("posted", "answered"))[0].id
    return [
        (house.pavel.client, reverse("mailroom:add", args=[ids["mailroom"]["letter"][0]]), {}),
        (petya, reverse("postroom:take_in", args=[out]), boxes(today())),
        (petya, reverse("goods:papers", args=[ids["goods"]["good"][0]]), {}),
        (petya, reverse("aid:file", args=[ids["aid"]["offer"][0]]), {"what": "answer", "words": ""}),
    ]


def blobs(settings: Any) -> set[str]:
    """The names of the encrypted files."""
    return {one.name for one in settings.BLOBS.iterdir()}


@pytest.mark.parametrize("kind", BOMBS)
def test_a_bomb_among_scans_is_refused_with_a_sentence_and_leaves_nothing(
    house: House, kind: str, settings: Any
) -> None:
    make, name = BOMBS[kind]
    before, files = rows_of_others(TABLES), blobs(settings)

    for client, url, typed in places(house):
        begun = monotonic()
        answer = visit(client, "post", url, {**typed, "file": SimpleUploadedFile(name, make())})
        assert answer.status_code == 422 and "<h1" in body_of(answer), url
        assert monotonic() - begun < SOON

    assert rows_of_others(TABLES) == before and blobs(settings) == files


def test_where_the_file_is_good_it_is_taken(house: House, settings: Any) -> None:
    """So that the play above cannot be green only because nothing is ever taken."""
    before = blobs(settings)

    for client, url, typed in places(house):
        sent = {**typed, "file": SimpleUploadedFile("a.jpg", black_photo((70, 80)))}
        assert visit(client, "post", url, sent).status_code == 302, url

    assert len(blobs(settings)) == len(before) + 4


def test_nobody_else_fills_the_disk_with_scans(house: House, settings: Any) -> None:
    before = blobs(settings)
    for who in (house.pavel, house.carried.petya):
        for client in (Client(), house.nina.client, house.larisa.client, forged(who.client)):
            for _own, url, typed in places(house):
                sent = {**typed, "file": SimpleUploadedFile("a.jpg", black_photo((90, 90)))}
                assert visit(client, "post", url, sent).status_code in (403, 404), url
    assert blobs(settings) == before


def forged(client: Client) -> Client:
    """Another site with the cookies of somebody who may send."""
    other = Client(enforce_csrf_checks=True)
    other.cookies = client.cookies
    return other


LINE = '{"kind": "fact", "card": "bcdfghjkmnpq", "key": "queue", "text_ru": "' + "о" * 300 + '"}\n'
ATLASES = {
    "twenty megabytes of facts of no place": '{"atlas": 1}\n' + LINE * 32_000,
    "one line of twenty megabytes": '{"atlas": 1}\n{"kind": "' + "x" * 20_000_000 + '"}\n',
    "lists in lists": '{"atlas": 1}\n' + "[" * 5_000_000 + "\n",
    "numbers without end": '{"atlas": 1}\n{"kind": ' + "9" * 5_000_000 + "}\n",
    "nothing of an atlas": "\0" * 20_000_000,
}


@pytest.mark.parametrize("kind", ATLASES)
def test_a_monstrous_atlas_of_another_chapter_changes_nothing(house: House, kind: str) -> None:
    kept = tuple(one._meta.db_table for one in (Facility, Fact, Outcome))
    before, begun = rows_of_others(kept), monotonic()

    with pytest.raises(AtlasErrors):
        merge_atlas(text=ATLASES[kind], today=today())

    assert monotonic() - begun < 3 * SOON
    assert rows_of_others(kept) == before
