"""Somebody guesses addresses, and somebody has the disk: each gets a closed door, and nobody else is disturbed."""

from pathlib import Path
from uuid import uuid4

import pytest
from django.test import Client
from tests.rooms.conversations.world import MARK, attach, note, photo, puts, reads, sends, whole_body
from tests.rooms.matters.world import FamilyAtDoor, asks, reception
from tests.rooms.people.world import Enrolled, enrol

from peredacha.rooms.conversations.models import Attachment

GONE = 410


def addresses(vera: FamilyAtDoor, row: Attachment) -> list[str]:
    """Both addresses under which a file could be asked for by a helper, and the form."""
    base = f"/talk/matters/{vera.matter.id}/files/{row.id}/"
    return [base, f"{base}body/", attach(vera.matter.id), attach(vera.matter.id, "inner-file")]


def test_a_helper_of_another_chapter_and_one_without_a_grant_find_no_file(vera: FamilyAtDoor) -> None:
    row = puts(vera, vera, note())
    for other in (reception("Oleg", "volga"), enrol("Anna")):
        for path in addresses(vera, row):
            assert other.client.get(path).status_code == 404
        assert sends(other.client, attach(vera.matter.id), "a.txt", note()).status_code == 404
    assert Attachment.objects.count() == 1


def test_another_family_finds_no_file_even_with_its_id(pavel: Enrolled, vera: FamilyAtDoor) -> None:
    row, nina = puts(vera, vera, note()), asks()

    assert nina.client.get(f"/talk/mine/files/{row.id}/").status_code == 404
    assert nina.client.get(f"/talk/mine/files/{row.id}/body/").status_code == 404
    other = f"/talk/matters/{nina.matter.id}/files/{row.id}/body/"
    assert pavel.client.get(other).status_code == 404


def test_a_guessed_id_is_no_file(pavel: Enrolled, vera: FamilyAtDoor) -> None:
    puts(vera, vera, note())
    for matter, file in ((vera.matter.id, uuid4()), (uuid4(), uuid4())):
        assert pavel.client.get(f"/talk/matters/{matter}/files/{file}/body/").status_code == 404


def test_igor_is_led_to_the_doors_and_his_file_is_never_read(vera: FamilyAtDoor, blobs: Path) -> None:
    row = puts(vera, vera, note())
    igor = Client()
    for path in addresses(vera, row):
        assert igor.get(path).url == "/team/sign-in/"
    for path in (f"/talk/mine/files/{row.id}/", f"/talk/mine/files/{row.id}/body/", "/talk/mine/file/"):
        assert igor.get(path).url == "/return/"
    assert sends(igor, attach(vera.matter.id), "a.jpg", photo()).status_code == 403
    assert sends(igor, "/talk/mine/file/", "a.jpg", photo()).status_code == 404
    assert len(list(blobs.iterdir())) == 1


def flip(path: Path, row: Attachment) -> None:
    body = bytearray(path.read_bytes())
    body[len(body) // 2] ^= 1
    path.write_bytes(body)


def cut(path: Path, row: Attachment) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def cut_at_a_piece(path: Path, row: Attachment) -> None:
    path.write_bytes(path.read_bytes()[: -(64 * 1024 + 17)])


def prolong(path: Path, row: Attachment) -> None:
    path.write_bytes(path.read_bytes() + b"\0")


def empty(path: Path, row: Attachment) -> None:
    path.write_bytes(b"")


def take_away(path: Path, row: Attachment) -> None:
    path.unlink()


def damage_the_row(path: Path, row: Attachment) -> None:
    Attachment.objects.filter(id=row.id).update(sealed=b"\1" + bytes(600))


def lead_elsewhere(path: Path, row: Attachment) -> None:
    Attachment.objects.filter(id=row.id).update(blob="../../../etc/passwd")


HARM = [flip, cut, cut_at_a_piece, prolong, empty, take_away, damage_the_row, lead_elsewhere]


@pytest.mark.parametrize("harm", HARM)
def test_a_damaged_file_is_told_on_one_page_and_the_other_opens(
    pavel: Enrolled, vera: FamilyAtDoor, blobs: Path, harm
) -> None:
    row, other = puts(vera, vera, note("x" * 200_000)), puts(vera, vera, note())
    harm(blobs / row.blob, row)
    base = f"/talk/matters/{vera.matter.id}/files/"

    broken = pavel.client.get(f"{base}{row.id}/body/")

    assert broken.status_code == GONE and "Content-Disposition" not in broken
    assert "<h1>" in broken.content.decode()
    assert whole_body(pavel.client.get(f"{base}{other.id}/body/")).decode() == MARK
    assert len(reads(pavel, vera).messages) == 2


def test_two_files_that_somebody_swapped_do_not_open(pavel: Enrolled, vera: FamilyAtDoor) -> None:
    one, other = puts(vera, vera, note("первый")), puts(vera, vera, note("второй"))
    names = one.blob, other.blob
    Attachment.objects.filter(id=one.id).update(blob="x")
    Attachment.objects.filter(id=other.id).update(blob=names[0])
    Attachment.objects.filter(id=one.id).update(blob=names[1])

    for row in (one, other):
        path = f"/talk/matters/{vera.matter.id}/files/{row.id}/body/"
        assert pavel.client.get(path).status_code == GONE


def test_swapped_bytes_on_the_disk_do_not_open_either(
    pavel: Enrolled, vera: FamilyAtDoor, blobs: Path
) -> None:
    one, other = puts(vera, vera, note("первый")), puts(vera, vera, note("второй"))
    first, second = (blobs / one.blob).read_bytes(), (blobs / other.blob).read_bytes()
    (blobs / one.blob).write_bytes(second)
    (blobs / other.blob).write_bytes(first)

    for row in (one, other):
        path = f"/talk/matters/{vera.matter.id}/files/{row.id}/body/"
        assert pavel.client.get(path).status_code == GONE


def test_a_row_moved_to_another_family_is_told_as_lost(pavel: Enrolled, vera: FamilyAtDoor) -> None:
    row, nina = puts(vera, vera, note()), asks()
    Attachment.objects.filter(id=row.id).update(safe=nina.matter.safe_id)

    assert reads(nina, nina).lost_files == 1
    assert nina.client.get(f"/talk/mine/files/{row.id}/body/").status_code == GONE


def test_a_file_taken_out_of_the_database_is_noticed(pavel: Enrolled, vera: FamilyAtDoor) -> None:
    row = puts(vera, vera, note())
    puts(vera, vera, note())
    Attachment.objects.filter(id=row.id).delete()

    assert reads(pavel, vera).lost_files == 1
