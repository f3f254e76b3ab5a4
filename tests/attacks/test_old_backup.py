"""Igor has last week's backup, every secret of the house, and the disk of today: what was erased since stays erased."""

import shutil
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.apps import apps
from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from tests.attacks.carried import PENNAME
from tests.attacks.thief import Loot, by_code, by_passphrase, read_by
from tests.attacks.world import MARK, NINAS, House

from peredacha.rooms.batches.models import Batch
from peredacha.rooms.home.services import erase
from peredacha.rooms.matters.models import Matter
from peredacha.rooms.matters.services import further_safes
from peredacha.rooms.parcels.models import Parcel, ParcelRow
from peredacha.rooms.parcels.services import KEPT, erase_due
from peredacha.rooms.salts.models import Salt
from peredacha.rooms.salts.services import make_salts
from peredacha.rooms.tallies.models import Tally
from peredacha.rooms.vault.models import Grant, Holder, Safe

pytestmark = pytest.mark.django_db
HERS = {
    f"{MARK} слова",
    f"{MARK} имя",
    f"{MARK} заметка",
    f"{MARK} смене",
    f"{MARK}@example.org",
    f"{MARK}.txt",
    f"{MARK} на листе",
    f"{MARK} packet",
    f"{MARK} О. Л.",
    f"{MARK} вред",
    "2031-02-0",
    f"{MARK} нужда",
    f"{MARK} мёрзнет",
    f"{MARK} бабушка",
    f"{MARK} ярлык",
    f"{MARK} второй ответ",
    f"Здравствуйте, {PENNAME}",
    f"{PENNAME} кошки",
}
DELIVERED = {f"{MARK} квитанция", f"{MARK} пряник"}
"""What stands in the parcel that reached him, and nowhere else."""
HERS |= DELIVERED
CARD = f'"alias":"{PENNAME}","parcel":"20'
"""What the card for the list of the least served says, and nothing else."""
HERS |= {CARD}
OTHERS = {f"{NINAS} слова", f"{MARK} отдел", f"{MARK} карточка", f"{MARK} кто", "Pavel"}
OTHERS |= {f"{MARK} синяя", f"{MARK} полка", f"{MARK} группа", "JFIF"}
"""What is not of Vera's matter: Nina's words, a list, Anna's card, a note beside an invitation, a name; a car, a paper
letter that nobody brought to her matter, an offer to a colony, a certificate."""
Backup = dict[Any, list[Any]]


def backup(folder: Path) -> Backup:
    """Every row as it stands, but for visits and salts; and the files."""
    shutil.copytree(settings.BLOBS, folder)
    own = [one for one in apps.get_models() if one is not Salt and one._meta.label_lower != "people.session"]
    return {model: list(model._default_manager.all()) for model in own}


def put_back(rows: Backup, folder: Path) -> None:
    """Everything that is gone since stands again."""
    shutil.copytree(folder, settings.BLOBS, dirs_exist_ok=True)
    for model, found in rows.items():
        model._default_manager.bulk_create(found, ignore_conflicts=True)


def papers() -> list[UUID]:
    """Where the labels of batches lie, on which she stands too."""
    return [one.papers_safe_id for one in Batch.objects.all() if one.papers_safe_id]


def read_with_all_secrets(house: House) -> set[str]:
    """The marked words that somebody reads who has every passphrase, every family's words, and the boot key."""
    petya, polina = house.carried.petya, house.carried.polina
    pairs = [
        pair for one in (house.pavel, house.anna, house.larisa, petya, polina) for pair in by_passphrase(one)
    ]
    pairs += [pair for one in (house.vera, house.nina) for pair in by_code(one.code)]
    text = read_by(Loot(pairs, boot_key=True))
    return {mark for mark in HERS | OTHERS if mark in text}


def test_what_was_erased_opens_from_no_old_backup_with_every_secret_of_the_house(
    house: House, tmp_path: Path, django_capture_on_commit_callbacks: Any
) -> None:
    old, matter = backup(tmp_path / "blobs"), house.vera.matter
    further = {one.safe_id for one in further_safes(matter)} | set(papers())
    needed = {matter.safe_id, matter.inner_safe_id, house.vera.keys.holder, *further}
    assert read_with_all_secrets(house) == HERS | OTHERS
    assert Salt.objects.filter(whose__in=needed).count() == 3 + len(further) > 9

    with django_capture_on_commit_callbacks(execute=True):
        erased = house.vera.client.post(reverse("home:erase"), {"sure": "yes"})
    assert erased.status_code == 302 and not Matter.objects.filter(id=matter.id).exists()
    assert not Salt.objects.filter(whose__in=needed).exists()
    put_back(old, tmp_path / "blobs")
    make_salts(needed)  # he may as well guess

    assert Matter.objects.filter(id=matter.id).exists() and Safe.objects.filter(id=matter.safe_id).exists()
    assert Grant.objects.filter(safe=matter.safe_id).count() > 3
    assert Holder.objects.filter(id=house.vera.keys.holder).exists()
    assert read_with_all_secrets(house) == OTHERS


def test_the_pages_say_that_it_was_erased_and_the_others_stay_whole(
    house: House, tmp_path: Path, django_capture_on_commit_callbacks: Any
) -> None:
    old, matter = backup(tmp_path / "blobs"), house.vera.matter
    with django_capture_on_commit_callbacks(execute=True):
        erase(matter, today=timezone.localdate())
    put_back(old, tmp_path / "blobs")

    hers = house.pavel.client.get(f"/en/desk/matters/{matter.id}/")
    stranger = house.larisa.client.get(f"/en/desk/matters/{house.nina.matter.id}/")
    ninas = house.pavel.client.get(f"/desk/matters/{house.nina.matter.id}/")
    queue = house.pavel.client.get("/desk/")

    assert hers.status_code == 410 and b"erased before the server was restored" in hers.content
    assert stranger.status_code == 404
    assert ninas.status_code == queue.status_code == 200
    assert f"{NINAS} слова" in ninas.content.decode() and NINAS in queue.content.decode()
    assert MARK not in queue.content.decode()


def test_a_parcel_that_its_clock_erased_opens_from_no_old_backup_with_every_secret(
    house: House, tmp_path: Path, django_capture_on_commit_callbacks: Any
) -> None:
    old = backup(tmp_path / "blobs")
    ended = Parcel.objects.get(id=house.carried.delivered)
    counted = Tally.objects.get(kind="parcel_delivered").number

    with django_capture_on_commit_callbacks(execute=True):
        assert erase_due(timezone.localdate() + KEPT) == 1
    assert not Parcel.objects.filter(id=ended.id).exists()
    put_back(old, tmp_path / "blobs")
    make_salts([ended.safe_id])

    assert (
        Parcel.objects.filter(id=ended.id).exists() and ParcelRow.objects.filter(safe=ended.safe_id).exists()
    )
    assert Grant.objects.filter(safe=ended.safe_id).count() >= 2
    assert read_with_all_secrets(house) == (HERS | OTHERS) - DELIVERED
    assert Tally.objects.get(kind="parcel_delivered").number == counted > 0
