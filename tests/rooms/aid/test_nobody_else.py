"""Somebody has the disk, somebody guesses addresses: no official, no giver, no file; and the clock erases."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from tests.rooms.aid.world import (
    TEA,
    Chapter,
    chapter_with_a_packer,
    opened,
    page,
    puts,
    step,
    written,
)
from tests.rooms.matters.world import keys, reception
from tests.rooms.people.world import enrol

from peredacha.rooms.aid.models import AidFile, AidRow, Offer
from peredacha.rooms.aid.services import erase_due_offers
from peredacha.rooms.tallies.models import Tally
from peredacha.rooms.vault.models import Grant, Safe
from peredacha.rooms.vault.selectors import find_circle
from peredacha.rooms.vault.services import found_circle, seat_member

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_cards")]


@pytest.fixture
def demo(demo_cards: None) -> Chapter:
    """Pavel, Rita and the colony."""
    return chapter_with_a_packer()


def photo() -> SimpleUploadedFile:
    """A receipt as plain text, with a mark to be looked for."""
    return SimpleUploadedFile("чек Ивана.txt", "Чек № 7, мыло, МЕТКА".encode())


def sends(client: Client, url: str, **told: str) -> int:
    """A file is sent; gives the status."""
    return client.post(
        f"{url}file/", {"what": "receipt", "words": "чек на мыло", "file": photo(), **told}
    ).status_code


def test_the_official_the_giver_and_the_goods_stand_nowhere_in_clear(demo: Chapter, blobs: Path) -> None:
    url = written(demo)
    step(demo.rita.client, url, "draft", "offered", text="говорили с Кощеевым")
    assert sends(demo.rita.client, url) == 302

    marks = [one.encode() for one in ("Кощее", "Передача»", "Орлова", "чай", "МЕТКА", "чек", "Мира")]
    for model in apps.get_app_config("aid").get_models():
        for row in model._default_manager.values():
            raw = b" ".join(
                bytes(one) if isinstance(one, memoryview | bytes) else str(one).encode()
                for one in row.values()
            )
            assert not [mark for mark in marks if mark in raw], model
    stored = [path.read_bytes() for path in blobs.iterdir()]
    assert stored and not [mark for mark in marks for body in stored if mark in body]


def test_a_file_comes_back_whole_and_under_a_name_that_tells_nothing(demo: Chapter, blobs: Path) -> None:
    url = written(demo)
    assert sends(demo.rita.client, url) == 302
    row = AidFile.objects.get()
    answer = demo.pavel.client.get(f"{url}files/{row.id}/")
    body = b"".join(answer.streaming_content)  # type: ignore[attr-defined]

    assert "МЕТКА" in body.decode() and "Ивана" not in answer["Content-Disposition"]
    assert "A receipt: чек на мыло" in page(demo.pavel.client, url)
    assert sends(demo.rita.client, url, what="bribe") == 422
    assert AidFile.objects.count() == 1


def test_a_damaged_file_breaks_nothing_else(demo: Chapter, blobs: Path) -> None:
    url = written(demo)
    sends(demo.rita.client, url)
    row = AidFile.objects.get()
    (blobs / row.blob).write_bytes(b"")

    assert "damaged" in page(demo.rita.client, f"{url}files/{row.id}/", 410)
    assert "чай чёрный" in page(demo.rita.client, url)


def test_reception_and_packers_read_it_and_nobody_else(demo: Chapter) -> None:
    url = written(demo)
    kinds = set(Grant.objects.values_list("holder__kind", flat=True))
    seatless, anna, far = enrol("Nina", ("packer",)), enrol("Anna"), reception("Zoya", "far")
    addresses = [url, *(f"{url}{one}/" for one in ("goods", "list", "step", "file", "papers/offer"))]

    assert kinds == {"circle"}
    for path in addresses:
        for other in (seatless, anna, far):
            assert other.client.get(path).status_code == 404, path
        assert Client().get(path).status_code == 302
        assert Client().post(path).status_code in (302, 403, 405)
    assert seatless.client.get("/aid/new/").status_code == 404
    assert "Ask a coordinator" in page(seatless.client, "/aid/") and url not in page(seatless.client, "/aid/")
    assert "Aid to places" not in page(far.client, "/aid/").replace("<title>", "") or url not in page(
        far.client, "/aid/"
    )


def test_a_guessed_paper_row_or_file_is_not_there(demo: Chapter) -> None:
    url, rita = written(demo), demo.rita.client
    wrong = ["papers/bribe/", "papers/offer/999/", "papers/offer/8/", "papers/refusal/paper.pdf"]

    for one in (*wrong, f"files/{Offer.objects.get().id}/"):
        assert rita.get(f"{url}{one}").status_code == 404, one
    assert rita.post(f"{url}goods/{Offer.objects.get().id}/out/").status_code == 302
    assert len(opened(demo.rita).goods) == 2


def test_packers_who_come_later_read_after_the_next_line_is_written(demo_cards: None) -> None:
    pavel = reception()
    colony = page(pavel.client, "/aid/new/").split('name="place" value="')[1][:12]
    url = str(pavel.client.post("/aid/new/", {"place": colony})["Location"])
    found_circle(keys=keys(pavel), chapter="demo", name="packers")
    rita, circle = enrol("Rita", ("packer",)), find_circle("demo", "packers")
    assert circle is not None
    seat_member(keys=keys(pavel), circle=circle, member=rita.member)

    assert rita.client.get(url).status_code == 404
    puts(pavel.client, url, TEA)
    assert "чай чёрный" in page(rita.client, url)


def test_a_row_that_somebody_took_out_is_noticed(demo: Chapter) -> None:
    url = written(demo)
    AidRow.objects.filter(sequence=2).delete()

    assert "cannot be read any more" in page(demo.rita.client, url)


def test_the_clock_takes_everything_and_the_counter_stays(demo: Chapter, blobs: Path) -> None:
    url = written(demo)
    sends(demo.rita.client, url)
    for before, after in (
        ("draft", "offered"),
        ("offered", "agreed"),
        ("agreed", "delivered"),
        ("delivered", "accepted"),
    ):
        step(demo.rita.client, url, before, after)
    offer = Offer.objects.get()
    today: date = timezone.localdate()

    assert offer.erase_on >= today + timedelta(weeks=52) and offer.erase_on.weekday() == 0
    assert erase_due_offers(today=offer.erase_on - timedelta(days=1)) == 0
    assert erase_due_offers(today=offer.erase_on) == 1
    assert not (Offer.objects.exists() or AidRow.objects.exists() or AidFile.objects.exists())
    assert not Safe.objects.filter(id=offer.safe_id).exists()
    assert Tally.objects.get().grams == 14_500
