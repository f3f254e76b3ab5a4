"""A certificate goes with the tea: cleaned, sealed to the packers, readable by nobody who holds the disk."""

from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from tests.rooms.conversations.world import photo
from tests.rooms.matters.world import keys, reception
from tests.rooms.people.world import Enrolled, enrol
from tests.rooms.stores.world import opens, said, text_of, the_tea

from peredacha.rooms.conversations.services import blob_tables, sweep_blobs
from peredacha.rooms.goods.models import Good, GoodPaper
from peredacha.rooms.vault.models import CircleName
from peredacha.rooms.vault.services import found_circle, seat_member

NO_CIRCLE = (
    "Papers are sealed to the packers’ circle, and you do not sit in it yet. A coordinator who is steward too founds "
    "it and gives you a seat, under “Keys and safety”."
)


@pytest.fixture(autouse=True)
def blobs(settings: LazySettings, tmp_path: Path) -> Path:
    settings.BLOBS = tmp_path / "blobs"
    return tmp_path / "blobs"


@pytest.fixture
def pavel(db: None) -> Enrolled:
    """He founded the reception and the packers' circle."""
    pavel = reception()
    found_circle(keys=keys(pavel), chapter="demo", name=CircleName.PACKERS)
    return pavel


@pytest.fixture
def seated(pavel: Enrolled, petya: Enrolled) -> Enrolled:
    """Petya, with a seat among the packers."""
    circle = found_circle(keys=keys(pavel), chapter="demo", name=CircleName.PACKERS)
    seat_member(keys=keys(pavel), circle=circle, member=petya.member)
    return petya


def keeps(helper: Enrolled, tea: Good, name: str = "сертификат.png", body: bytes | None = None) -> int:
    """Send a paper; gives the status."""
    file = SimpleUploadedFile(name, photo() if body is None else body)
    return helper.client.post(reverse("goods:papers", args=[tea.id]), {"file": file}).status_code


def test_a_paper_is_kept_and_read_by_packers_and_reception(
    seated: Enrolled, pavel: Enrolled, tea: Good, blobs: Path
) -> None:
    assert keeps(seated, tea) == 302

    paper = GoodPaper.objects.get()
    for helper in (seated, pavel):
        assert "сертификат" in opens(helper, "papers", tea.id)
        answer = helper.client.get(reverse("goods:paper", args=[tea.id, paper.id]))
        body = b"".join(answer.streaming_content)  # type: ignore[attr-defined]
        assert body.startswith(b"\x89PNG") or body.startswith(b"\xff\xd8")
        assert body not in (blobs / paper.blob).read_bytes()
    assert GoodPaper in blob_tables()


def test_who_has_no_seat_is_told_who_gives_one(pavel: Enrolled, petya: Enrolled, tea: Good) -> None:
    keeps(pavel, tea)

    page = opens(petya, "papers", tea.id)

    assert said(NO_CIRCLE) in page and "сертификат" not in page
    assert (
        petya.client.get(reverse("goods:paper", args=[tea.id, GoodPaper.objects.get().id])).status_code == 404
    )
    assert keeps(petya, tea) == 302 and GoodPaper.objects.count() == 1


def test_without_a_circle_nothing_is_kept(petya: Enrolled, tea: Good) -> None:
    reception()

    assert said(NO_CIRCLE) in opens(petya, "papers", tea.id)
    keeps(petya, tea)
    assert not GoodPaper.objects.exists()


def test_what_is_no_picture_is_refused_in_one_sentence(seated: Enrolled, tea: Good) -> None:
    file = SimpleUploadedFile("чек.exe", b"MZ\x00\x01\x02 not a picture")

    answer = seated.client.post(reverse("goods:papers", args=[tea.id]), {"file": file})

    assert answer.status_code == 422 and 'role="alert"' in text_of(answer)
    assert not GoodPaper.objects.exists()


def test_a_paper_is_taken_away_with_its_file(seated: Enrolled, tea: Good, blobs: Path) -> None:
    keeps(seated, tea)
    paper = GoodPaper.objects.get()
    stranger = enrol("Igor", ("packer",))

    stranger.client.post(reverse("goods:remove_paper", args=[tea.id, paper.id]))
    assert GoodPaper.objects.exists()
    seated.client.post(reverse("goods:remove_paper", args=[tea.id, paper.id]))

    assert not GoodPaper.objects.exists() and not list(blobs.iterdir())
    assert sweep_blobs(today=timezone.localdate()).lost == 0


def test_a_paper_of_one_thing_is_not_that_of_another(seated: Enrolled, tea: Good) -> None:
    keeps(seated, tea)
    other = the_tea(chapter="other")
    Good.objects.filter(id=other.id).update(chapter="demo")

    address = reverse("goods:paper", args=[other.id, GoodPaper.objects.get().id])

    assert seated.client.get(address).status_code == 404
