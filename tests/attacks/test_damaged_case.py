"""Somebody writes into what Vera keeps beside the talk, or into the files on the disk: she reads and writes on."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from tests.attacks.addresses import addresses
from tests.attacks.test_damaged_rows import SEALED, SENTENCES, damaged, flipped, rows
from tests.attacks.watching import body_of, visit
from tests.attacks.world import MARK, House
from tests.gateways.bindery.samples import black_photo
from tests.rooms.binders.test_telling import EVENT
from tests.rooms.binders.world import CAME, held_by
from tests.rooms.hearings.world import COURT, card, row
from tests.rooms.matters.world import file_of, keys

from peredacha.gateways.mail import KeptPost
from peredacha.rooms.arrivals.services.merging import merge, part
from peredacha.rooms.calendars.services import send_reminders
from peredacha.rooms.matters.models import Matter

pytestmark = pytest.mark.django_db
ROOMS = ("binders", "bundles", "calendars", "hearings")
"""Rooms whose tables hold what Vera keeps beside the talk."""
COLUMNS = [one for one in SEALED if one[0].startswith(ROOMS)]
NO_SUCH_METHOD, BUSY = 405, 503


@pytest.mark.parametrize(("label", "column"), [*COLUMNS, ("matters.FactRow", "sealed")])
def test_every_page_opens_beside_a_damaged_value(house: House, label: str, column: str) -> None:
    pages = [one.url for one in addresses(house) if one.name.startswith((*ROOMS, "cautions"))]
    links = [house.case.hers, house.case.chapters, reverse("home:export"), reverse("home:family")]
    assert rows(label, house)
    damaged(label, column, house)

    wrong = {}
    for url in [*pages, *links]:
        answer = visit(house.vera.client, "get", url)
        body_of(answer)
        if answer.status_code not in SENTENCES | {NO_SUCH_METHOD}:
            wrong[url] = answer.status_code
    assert not wrong


def acts(house: House) -> list[tuple[str, dict[str, Any]]]:
    """What Vera does next, and last: an address, and what she types there."""
    case, vera = house.case, house.vera.matter.id
    binder, bundles, court = (f"/{room}/matters/{vera}/" for room in ("binder", "bundles", "hearings"))
    pdf, page = f"{bundles}bundles/{case.bundles['bundle']}/", f"{binder}pages/{case.page}/"
    event = {**EVENT, "order": held_by(house.vera).order, "pages": "1"}
    line = {"text": "завтра в 10", "court": COURT}
    return [
        (page, {**CAME, "text": "слова"}),
        (f"{binder}events/new/", event),
        (f"{binder}events/{case.things['event']}/", event),
        (f"{bundles}bundles/new/", {"title": "Ещё", "pages": "1", "order": event["order"]}),
        (
            f"{bundles}packets/{case.bundles['packet']}/sections/2/",
            {"words": "Слесарь", "order": event["order"]},
        ),
        (f"{binder}add/", {**CAME, "file": SimpleUploadedFile("a", black_photo((50, 60)))}),
        (f"{binder}arrange/", {f"place-{case.page}": "2", "act": f"turn:{case.page}"}),
        (f"{pdf}make/", {}),
        (f"{pdf}take-away/", {}),
        (f"{page}take-away/", {}),
        (f"{page}erase/", {}),
        (f"{court}next/", line),
        *((f"{court}{one}/{act}/", line) for one in case.hearings for act in ("moved", "off", "close")),
        (f"{court}card/", {"text": card(row("10.12.2031"))}),
        (f"{court}card/away/", {}),
        ("/dates/new/", {}),
        ("/dates/letters/", {}),
        (f"/dates/end/{case.feeds[0]}/", {}),
        (reverse("home:erase"), {"sure": "yes"}),
    ]


def test_all_of_it_is_done_where_nothing_is_damaged(house: House) -> None:
    """So that the next play cannot be green only because nothing happens."""
    todo = acts(house)

    refused = {url: visit(house.vera.client, "post", url, data) for url, data in todo}

    assert {url: one.status_code for url, one in refused.items() if one.status_code != 302} == {}


@pytest.mark.parametrize(("label", "column"), COLUMNS)
def test_vera_goes_on_writing_beside_a_damaged_value_and_can_erase_it_all(
    house: House, label: str, column: str
) -> None:
    todo, post = acts(house), KeptPost()
    damaged(label, column, house)

    answers = {url: visit(house.vera.client, "post", url, data).status_code for url, data in todo}
    send_reminders(now=timezone.now(), post=post)

    assert {url: status for url, status in answers.items() if status not in SENTENCES | {BUSY}} == {}, answers
    assert answers[reverse("home:erase")] == 302
    assert not [one for one in rows(label, house) if getattr(one, "matter_id", None) == house.vera.matter.id]


@pytest.mark.parametrize(("label", "column"), COLUMNS)
def test_two_matters_become_one_and_two_again_beside_a_damaged_value(
    house: House, label: str, column: str
) -> None:
    damaged(label, column, house)
    Matter.objects.filter(pk=house.vera.matter.pk).update(held_by=None)
    house.vera.matter.refresh_from_db()
    opener, now = keys(house.pavel), timezone.now()
    hers, ninas = file_of(opener, house.vera.matter), file_of(opener, house.nina.matter)

    done = merge(keys=opener, kept=ninas, second=hers, one_family=True, now=now)
    told = body_of(visit(house.nina.client, "get", f"/bundles/matters/{house.nina.matter.id}/packets/"))
    part(keys=opener, kept=file_of(opener, house.nina.matter), row=done, now=now)

    assert f"{MARK} packet" in told or label == "bundles.BundleRow"
    assert visit(house.nina.client, "get", f"/binder/matters/{house.nina.matter.id}/").status_code == 200


@pytest.mark.parametrize("damage", [flipped, lambda value: value[:-1], lambda value: b""])
def test_damaged_files_of_the_binder_are_a_sentence_each(house: House, damage: Any, settings: Any) -> None:
    places = [one for one in addresses(house) if one.name.startswith(("binders", "bundles"))]
    for path in settings.BLOBS.iterdir():
        path.write_bytes(damage(path.read_bytes()))

    seen = {one.name: visit(house.vera.client, "get", one.url) for one in places}
    made = visit(house.vera.client, "post", seen_at(places, "bundles:make_bundle"))

    assert {name: one.status_code for name, one in seen.items() if one.status_code >= 500} == {}
    assert {seen[f"bundles:{kind}_file"].status_code for kind in ("bundle", "packet")} == {410}
    assert made.status_code in SENTENCES


def seen_at(places: list[Any], name: str) -> str:
    """The address with a name."""
    return str(next(one.url for one in places if one.name == name))
