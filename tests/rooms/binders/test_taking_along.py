"""Everything in a binder goes along with the family, into another matter, and away with its own."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from tests.gateways.bindery.samples import black_photo
from tests.rooms.binders.test_telling import EVENT, tells
from tests.rooms.binders.world import at, held_by, lies_in, names
from tests.rooms.home.world import takes_along
from tests.rooms.matters.world import FamilyAtDoor, asks, file_of, keys
from tests.rooms.people.world import Enrolled

from peredacha.rooms.arrivals.models import Merge
from peredacha.rooms.arrivals.services.merging import merge, part
from peredacha.rooms.binders.models import BinderFile, BinderPreview, BinderRow
from peredacha.rooms.binders.services import held_back
from peredacha.rooms.cautions.services import change_cover, record_undertaking, undertakings_of
from peredacha.rooms.conversations.services import count_files, sweep_blobs
from peredacha.rooms.home.services.leaving import erase
from peredacha.rooms.vault.services import renew_safes, renew_texts

pytestmark = pytest.mark.django_db


@pytest.fixture
def full(vera: FamilyAtDoor) -> FamilyAtDoor:
    """A binder with two photos, words and an event."""
    lies_in(vera, black_photo((30, 30)), black_photo((40, 40)))
    tells(vera, "events", **EVENT)
    typed = {"text": "Слова листа", "source": "с обыска", "on_0": "3", "on_1": "11", "on_2": "2026"}
    vera.client.post(at(vera, f"pages/{names(vera)[0]}/"), typed)
    return vera


def merged(pavel: Enrolled, other: FamilyAtDoor, vera: FamilyAtDoor) -> Merge:
    opener = keys(pavel)
    kept, second = file_of(opener, other.matter), file_of(opener, vera.matter)
    return merge(keys=opener, kept=kept, second=second, one_family=True, now=timezone.now())


def test_vera_takes_every_page_along_with_its_words_and_its_digest(full: FamilyAtDoor) -> None:
    archive = takes_along(full.client)
    page = archive.read("notes.html").decode()

    assert archive.read("binder/001.jpg") == black_photo((30, 30))
    assert archive.read("binder/002.jpg") == black_photo((40, 40))
    assert "Слова листа" in page and "с обыска" in page and "Обыск в квартире" in page
    assert all(one.page.digest in page for one in held_by(full).pages)
    assert 'href="binder/001.jpg"' in page


def test_a_damaged_file_is_named_and_the_rest_goes_along(full: FamilyAtDoor, blobs: Path) -> None:
    (blobs / BinderFile.objects.order_by("sequence")[0].blob).write_bytes(b"nothing")
    archive = takes_along(full.client)

    assert "binder/001.jpg" not in archive.namelist() and "binder/002.jpg" in archive.namelist()
    assert 'href="binder/001.jpg"' not in archive.read("notes.html").decode()


def test_what_is_erased_leaves_no_row_and_no_file(full: FamilyAtDoor, blobs: Path) -> None:
    full.client.get(at(full, f"pages/{names(full)[0]}/small/"))
    assert BinderPreview.objects.count() == 1 and len(list(blobs.iterdir())) == 2
    erase(full.matter, today=timezone.localdate())

    assert not BinderRow.objects.exists() and not BinderFile.objects.exists()
    assert not BinderPreview.objects.exists() and list(blobs.iterdir()) == []


def test_the_daily_sweep_leaves_the_files_of_a_binder_alone(full: FamilyAtDoor, blobs: Path) -> None:
    (blobs / ("0" * 32)).write_bytes(b"left by a crash")
    swept = sweep_blobs(today=timezone.localdate() + timedelta(days=9))

    assert (swept.removed, swept.lost) == (1, 0) and len(list(blobs.iterdir())) == 2
    assert count_files(file_of(full.keys, full.matter)) == (2, 0)


def test_a_binder_goes_into_the_kept_matter_behind_its_own_pages_and_comes_back(
    full: FamilyAtDoor, pavel: Enrolled, blobs: Path
) -> None:
    other = asks()
    lies_in(other, b"own one", b"own two")
    own, came = names(other), names(full)
    row = merged(pavel, other, full)

    assert names(other) == [*own, *came] and held_by(other).damaged == 0
    assert held_by(other).pages[2].page.text == "Слова листа"
    assert held_by(other).in_words(held_by(other).of_kind("event")[0].content["pages"]) == "3–4"
    assert other.client.get(at(other, f"pages/{came[0]}/small/")).status_code == 200
    assert len(list(blobs.iterdir())) == 6

    other.client.post(at(other, "arrange/"), {f"place-{came[0]}": "1"})
    opener = keys(pavel)
    part(keys=opener, kept=file_of(opener, other.matter), row=row, now=timezone.now())
    assert names(other) == own and held_by(other).missing == 0 == held_by(other).damaged
    assert names(full) == came and held_by(full).pages[0].page.text == "Слова листа"


def test_the_files_of_copies_go_once_the_parting_holds(
    full: FamilyAtDoor, pavel: Enrolled, blobs: Path, django_capture_on_commit_callbacks: object
) -> None:
    other, opener = asks(), keys(pavel)
    row = merged(pavel, other, full)
    assert len(list(blobs.iterdir())) == 4
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        part(keys=opener, kept=file_of(opener, other.matter), row=row, now=timezone.now())
    assert len(list(blobs.iterdir())) == 2
    assert count_files(file_of(full.keys, full.matter)) == (2, 0)


def test_pages_outlive_a_new_data_key(full: FamilyAtDoor, pavel: Enrolled) -> None:
    full.client.get(at(full, f"pages/{names(full)[0]}/small/"))
    opener = keys(pavel)
    assert renew_safes(keys=opener, safes=[full.matter.safe_id]) == 1
    assert renew_texts(keys=opener) >= 5

    assert held_by(full).damaged == 0 and held_by(full).pages[0].page.text == "Слова листа"
    assert full.client.get(at(full, f"pages/{names(full)[0]}/large/")).status_code == 200


def test_what_somebody_promised_to_keep_secret_does_not_leave(full: FamilyAtDoor) -> None:
    tells(full, "documents", title="Протокол обыска", pages="1")
    tells(full, "documents", title="Справка из больницы", pages="2")
    now, opener = timezone.now(), full.keys
    record_undertaking(
        keys=opener,
        file=file_of(opener, full.matter),
        signer="lawyer",
        who="",
        signed_on=date(2026, 11, 1),
        now=now,
    )
    file = file_of(opener, full.matter)
    assert len(held_back(file, held_by(full), now=now)) == 2
    assert not [name for name in takes_along(full.client).namelist() if name.startswith("binder/")]

    ((fact, _told),) = undertakings_of(file)
    change_cover(keys=opener, file=file, fact=fact, now=now, covers="named", named=("протокол обыска",))
    archive = takes_along(full.client)
    assert held_back(file_of(opener, full.matter), held_by(full), now=now) == {str(names(full)[0])}
    assert (
        archive.read("binder/001.jpg") == black_photo((40, 40)) and "binder/002.jpg" not in archive.namelist()
    )
    assert "Слова листа" not in archive.read("notes.html").decode()
    assert full.client.get(at(full)).status_code == 200, "it is still read here"
