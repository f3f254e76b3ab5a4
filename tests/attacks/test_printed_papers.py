"""The labels of a whole batch lie sealed beside it: who packs fetches them, nobody else, and they go with who goes."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone
from tests.attacks.carried import many
from tests.attacks.visitors import frozen, of_another_chapter, of_no_matter
from tests.attacks.watching import body_of, visit
from tests.attacks.world import MARK, House
from tests.rooms.matters.world import keys

from peredacha.rooms.batches.models import Batch, BatchPaper
from peredacha.rooms.batches.services import erase_due_batches, find_opened
from peredacha.rooms.batches.services.keeping import keep_papers, with_place
from peredacha.rooms.home.services import erase
from peredacha.rooms.salts.models import Salt
from peredacha.rooms.vault.models import Grant
from peredacha.rooms.vault.services import remove_reader

pytestmark = pytest.mark.django_db
LABELS = f"{MARK} ярлык"
THERE, DAMAGED, NOT_THERE, NO_SUCH_METHOD, FORBIDDEN = 200, 410, 404, 405, 403


def paper_at(house: House, batch: UUID | None = None, paper: UUID | None = None) -> str:
    """Where the labels are fetched."""
    ids = house.carried.ids["batches"]
    return f"/boxes/batches/{batch or ids['batch'][0]}/papers/{paper or ids['paper'][0]}/"


def fetched(client: Client, url: str) -> Any:
    """Somebody asks for the file."""
    return visit(client, "get", url)


def another_batch(house: House) -> Batch:
    """One more batch with labels of its own."""
    batch = many("Ничей", house.carried.petya)
    assert batch.papers_safe_id
    return batch


def test_petya_fetches_them_and_no_browser_keeps_them(house: House) -> None:
    answer = fetched(house.carried.petya.client, paper_at(house))

    assert answer.status_code == THERE and LABELS in body_of(answer)
    assert answer.headers["Content-Disposition"] == 'attachment; filename="slips.pdf"'
    assert "no-store" in answer.headers["Cache-Control"]


def test_nobody_who_does_not_pack_here_fetches_them(house: House) -> None:
    others = [house.vera, house.nina, house.anna, house.larisa, house.carried.polina]
    clients = [Client(), *(one.client for one in others)]
    clients += [who(house) for who in (of_another_chapter, of_no_matter, frozen)]

    for client in clients:
        for url in (
            paper_at(house),
            paper_at(house).removesuffix(f"{house.carried.ids['batches']['paper'][0]}/"),
        ):
            answer = fetched(client, url)
            assert answer.status_code in (302, NOT_THERE) and LABELS not in body_of(answer)


def test_a_packer_who_was_taken_out_and_put_back_by_hand_finds_no_labels_that_came_after(
    house: House,
) -> None:
    petya, pavel = house.carried.petya, house.pavel
    old = list(Grant.objects.filter(holder=petya.member.id))
    remove_reader(keys=keys(pavel), member=petya.member)
    later = many(f"{MARK} позже", pavel)
    for row in old:
        row.save(force_insert=not Grant.objects.filter(pk=row.pk).exists())

    answer = fetched(
        petya.client, paper_at(house, later.id, BatchPaper.objects.get(safe=later.papers_safe_id).id)
    )

    assert answer.status_code in (302, FORBIDDEN, NOT_THERE) and "позже" not in body_of(answer)


def test_names_that_are_guessed_and_methods_that_are_none(house: House) -> None:
    petya, other = house.carried.petya.client, another_batch(house)

    for url in (paper_at(house, paper=uuid4()), paper_at(house, uuid4()), paper_at(house, other.id)):
        assert fetched(petya, url).status_code == NOT_THERE
    for broken in ("x", "../x", "0" * 400, "%00"):
        assert fetched(petya, f"{paper_at(house)[:58]}papers/{broken}/").status_code == NOT_THERE
    for method in ("post", "put", "delete"):
        assert visit(petya, method, paper_at(house)).status_code == NO_SUCH_METHOD
    assert BatchPaper.objects.filter(id=house.carried.ids["batches"]["paper"][0]).exists()


def test_labels_moved_to_another_batch_or_a_file_exchanged_open_there_no_more(house: House) -> None:
    petya, other = house.carried.petya.client, another_batch(house)
    mine = BatchPaper.objects.get(id=house.carried.ids["batches"]["paper"][0])
    theirs = BatchPaper.objects.get(safe=other.papers_safe_id)
    hers, first = mine.blob, mine.safe_id
    BatchPaper.objects.filter(id=mine.id).update(safe=other.papers_safe_id, sequence=1000)
    moved = fetched(petya, paper_at(house, other.id, mine.id))
    BatchPaper.objects.filter(id=mine.id).update(safe=first, blob="0" * 32)
    BatchPaper.objects.filter(id=theirs.id).update(blob=hers)

    exchanged = fetched(petya, paper_at(house, other.id, theirs.id))
    page = fetched(petya, f"/boxes/batches/{other.id}/papers/")

    for answer in (moved, exchanged):
        assert answer.status_code == DAMAGED and LABELS not in body_of(answer) and "<h1" in body_of(answer)
    assert page.status_code == THERE


def test_the_place_of_the_labels_hung_on_another_batch_is_told_by_nobody(house: House) -> None:
    """Igor may hang it there: who opens one batch of a chapter opens them all; who opens none opens none."""
    other = another_batch(house)
    Batch.objects.filter(id=other.id).update(papers_safe=None)
    Batch.objects.update(chapter="far")

    boris = of_another_chapter(house)

    assert fetched(boris, paper_at(house)).status_code == NOT_THERE
    assert fetched(boris, f"/boxes/batches/{other.id}/papers/").status_code == NOT_THERE


def test_at_the_clock_of_the_batch_nothing_is_left_of_them(
    house: House, django_capture_on_commit_callbacks: Any
) -> None:
    batch, paper = Batch.objects.get(), BatchPaper.objects.get()

    with django_capture_on_commit_callbacks(execute=True):
        assert erase_due_batches(batch.erase_on) == 1

    assert gone(house, paper)


def test_when_vera_erases_everything_nothing_is_left_of_them_and_the_batch_stands(
    house: House, django_capture_on_commit_callbacks: Any
) -> None:
    paper = BatchPaper.objects.get()

    with django_capture_on_commit_callbacks(execute=True):
        erase(house.vera.matter, today=timezone.localdate())

    assert gone(house, paper)
    batch = f"/boxes/batches/{Batch.objects.get().id}/"
    for url in (batch, f"{batch}papers/"):
        answer = fetched(house.carried.petya.client, url)
        assert answer.status_code == THERE and MARK not in body_of(answer)


def test_where_their_salt_is_gone_they_are_not_there_and_are_printed_into_a_fresh_place(house: House) -> None:
    """As after a backup that was restored: rows and files stand, and nothing opens."""
    petya, batch, now = house.carried.petya, Batch.objects.get(), timezone.now()
    Salt.objects.filter(whose=batch.papers_safe_id).delete()

    assert fetched(petya.client, paper_at(house)).status_code == NOT_THERE
    assert fetched(petya.client, f"/boxes/batches/{batch.id}/papers/").status_code == THERE
    opened = find_opened(keys(petya), batch, now=now)
    assert opened is not None
    keep_papers(with_place(keys(petya), opened, now=now), "labels", b"%PDF-1.7 anew", now)

    paper = BatchPaper.objects.get()
    assert paper.safe_id != batch.papers_safe_id
    assert "anew" in body_of(fetched(petya.client, paper_at(house, paper=paper.id)))


def gone(house: House, paper: BatchPaper) -> bool:
    """Whether no row, no file, no key and no salt of it is left, and Petya finds nothing."""
    left = BatchPaper.objects.exists() or (settings.BLOBS / paper.blob).exists()
    keys_left = Grant.objects.filter(safe=paper.safe_id).exists() or Salt.objects.filter(whose=paper.safe_id)
    answer = fetched(house.carried.petya.client, paper_at(house))
    return not left and not keys_left and answer.status_code == NOT_THERE
