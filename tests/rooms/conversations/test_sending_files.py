"""Vera sends a photo of the paper; it arrives clean, sealed and whole, and nothing else does."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from django.test import Client
from PIL import Image
from tests.rooms.conversations.world import (
    MARK,
    SECRET,
    animation,
    attach,
    note,
    paper,
    photo,
    puts,
    reads,
    sends,
    whole_body,
)
from tests.rooms.matters.world import FamilyAtDoor, file_of, keys
from tests.rooms.people.world import Enrolled, enrol

from peredacha.rooms.conversations.models import Attachment, Message
from peredacha.rooms.people.services import COOKIE
from peredacha.rooms.vault.services import grant, holder_of, read_row, renew_texts, revoke

MINE = "/talk/mine/file/"
MEGABYTE = 1024 * 1024


def zipped() -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "0" * MEGABYTE)
    return out.getvalue()


def test_vera_sends_a_photo_and_pavel_takes_it_along_without_the_camera(
    pavel: Enrolled, vera: FamilyAtDoor
) -> None:
    sent = sends(vera.client, MINE, "Постановление.jpg", photo(), text="Вот оно.")

    assert sent.status_code == 302 and sent.url == "/mine/#last"
    [said] = reads(pavel, vera).messages
    [line] = said.files
    assert (said.text, line.name, line.is_picture) == ("Вот оно.", "Постановление.jpg", True)
    answer = pavel.client.get(line.url)
    body = whole_body(answer)
    assert Image.open(BytesIO(body)).size == (60, 60)
    assert SECRET not in body and SECRET in photo()
    assert answer["Content-Type"] == "image/jpeg"
    assert answer["Content-Disposition"] == 'attachment; filename="file.jpg"'
    assert answer["Content-Security-Policy"].startswith("sandbox")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert int(answer["Content-Length"]) == len(body)
    page = pavel.client.get(line.page_url).content.decode()
    assert f'<img src="{line.url}"' in page


def test_pavel_answers_with_a_paper_and_vera_opens_it_at_her_own_address(
    pavel: Enrolled, vera: FamilyAtDoor
) -> None:
    sent = sends(pavel.client, attach(vera.matter.id), "жалоба.pdf", paper())

    assert sent.url == f"/desk/matters/{vera.matter.id}/#last"
    [line] = reads(vera, vera, for_family=True).messages[0].files
    assert str(vera.matter.id) not in line.url
    answer = vera.client.get(line.url)
    assert answer["Content-Type"] == "application/pdf" and whole_body(answer).startswith(b"%PDF-")
    assert "<img" not in vera.client.get(line.page_url).content.decode()


def test_the_original_is_kept_beside_as_evidence_when_wished(pavel: Enrolled, vera: FamilyAtDoor) -> None:
    sends(vera.client, MINE, "синяк.jpg", photo(), keep_original="on")

    clean, original = reads(pavel, vera).messages[0].files
    answer = pavel.client.get(original.url)
    assert whole_body(answer) == photo()
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"] == 'attachment; filename="original.jpg"'
    assert SECRET not in whole_body(pavel.client.get(clean.url))
    assert not original.is_picture and "<img" not in pavel.client.get(original.page_url).content.decode()


def test_what_was_left_out_is_told_to_the_sender(vera: FamilyAtDoor) -> None:
    sent = sends(vera.client, MINE, "кот.gif", animation())

    page = vera.client.get(sent.url).content.decode()
    assert "/files/" in sent.url and "notice-title" in page and "<li>" in page


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("фото.jpg", b"<html><script>alert(1)</script>\x00</html>"),
        ("фото.png", b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">\x01</svg>'),
        ("письмо.pdf", zipped()),
        ("письмо.pdf", b"%PDF-1.7 cut"),
        ("голос.ogg", b"OggS" + b"\x00" * 50),
        ("пусто.jpg", b""),
    ],
)
def test_what_is_no_photo_pdf_or_voice_is_refused_and_the_words_stay(
    vera: FamilyAtDoor, blobs: Path, name: str, body: bytes
) -> None:
    answer = sends(vera.client, MINE, name, body, text="не потеряй меня")

    page = answer.content.decode()
    assert answer.status_code == 422 and "не потеряй меня" in page and 'role="alert"' in page
    assert Message.objects.count() == Attachment.objects.count() == 0
    assert not blobs.exists() or list(blobs.iterdir()) == []


def test_html_and_svg_that_are_plain_words_leave_as_plain_words(pavel: Enrolled, vera: FamilyAtDoor) -> None:
    sends(vera.client, MINE, "страница.html", b"<script>alert(1)</script>")

    [line] = reads(pavel, vera).messages[0].files
    answer = pavel.client.get(line.url)
    assert answer["Content-Type"] == "text/plain" and line.name == "страница.txt"
    assert answer["Content-Disposition"] == 'attachment; filename="file.txt"'


def test_fifty_one_megabytes_end_in_one_sentence(vera: FamilyAtDoor) -> None:
    answer = sends(vera.client, MINE, "большой.txt", b"a" * (51 * MEGABYTE), text="слова")

    page = answer.content.decode()
    assert answer.status_code == 422 and "50" in page and "слова" in page
    assert page.count('<div class="error"') == 1
    assert Attachment.objects.count() == 0


def test_a_form_without_a_file_asks_for_one(vera: FamilyAtDoor) -> None:
    answer = vera.client.post(MINE, {"text": "слова"})
    assert answer.status_code == 422 and "слова" in answer.content.decode()


@pytest.mark.parametrize(
    "name", ["../../etc/passwd.txt", "..\\..\\boot.ini", "a\r\nSet-Cookie: x=1.txt", "/" * 300]
)
def test_a_name_leads_nowhere(pavel: Enrolled, vera: FamilyAtDoor, blobs: Path, name: str) -> None:
    sends(vera.client, MINE, name, note(), keep_original="on")

    [line] = reads(pavel, vera).messages[0].files
    answer = pavel.client.get(line.url)
    assert not {"/", "\\", "\r", "\n"} & set(line.name)
    assert answer["Content-Disposition"] == 'attachment; filename="file.txt"'
    assert [len(path.name) for path in blobs.parent.rglob("*") if path.is_file()] == [32]


def test_a_double_click_is_one_message_with_one_file(
    pavel: Enrolled, vera: FamilyAtDoor, blobs: Path
) -> None:
    for _click in range(2):
        assert sends(vera.client, MINE, "a.jpg", photo(), text="раз", once="x" * 22).status_code == 302
    sends(vera.client, MINE, "b.jpg", photo("blue"), text="раз", once="x" * 22)

    messages = reads(pavel, vera).messages
    assert [len(one.files) for one in messages] == [1, 1]
    assert len(list(blobs.iterdir())) == 2


def test_a_file_among_the_helpers_is_not_for_the_family(pavel: Enrolled, vera: FamilyAtDoor) -> None:
    sends(pavel.client, attach(vera.matter.id, "inner-file"), "a.txt", note())

    assert reads(vera, vera, for_family=True).messages == ()
    [line] = reads(pavel, vera, inner=True).messages[0].files
    assert whole_body(pavel.client.get(line.url)).decode() == MARK
    row = Attachment.objects.get()
    assert vera.client.get(f"/talk/mine/files/{row.id}/body/").status_code == 404
    assert vera.client.get(f"/talk/mine/files/{row.id}/").status_code == 404


def test_a_form_from_another_site_is_refused_before_its_file_is_kept(vera: FamilyAtDoor, blobs: Path) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies[COOKIE] = vera.client.cookies[COOKIE].value

    assert sends(strict, MINE, "a.jpg", photo()).status_code == 403
    assert Attachment.objects.count() == 0 and not blobs.exists()


def test_who_has_left_opens_no_file_even_with_the_old_key_and_the_disk(
    pavel: Enrolled, vera: FamilyAtDoor
) -> None:
    row = puts(vera, vera, note())
    anna = enrol("Anna")
    pavels = file_of(keys(pavel), vera.matter)
    grant(keys=keys(pavel), opened=pavels.safe, holder=holder_of(anna.member))
    annas = file_of(keys(anna), vera.matter).safe
    assert read_row(row, annas).content is not None

    revoke(keys=keys(pavel), opened=pavels.safe, holder=anna.member.id)
    renew_texts(keys=keys(pavel), tables=[Attachment])

    row.refresh_from_db()
    assert read_row(row, annas).content is None
    [line] = reads(pavel, vera).messages[0].files
    assert whole_body(pavel.client.get(line.url)).decode() == MARK
