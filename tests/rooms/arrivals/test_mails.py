"""A letter by e-mail is dropped in: its file is read in memory, looked through, saved."""

from email.message import EmailMessage
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given
from hypothesis import strategies as st
from tests.rooms.arrivals.world import CALL, matter_of, page, reception, sends, whole

from peredacha.rooms.arrivals.services.mails import NoMail, read_mail
from peredacha.rooms.matters.models import Matter

URL = "/arrivals/mails/"
DAY = "Mon, 02 Nov 2026 09:30:00 +0300"


def letter(text: str = "Помогите найти сына.\n\nВера", *, html: str = "", **headers: str) -> EmailMessage:
    message = EmailMessage()
    told = {"From": "Вера <vera@example.org>", "Subject": "Сын пропал", "Date": DAY, **headers}
    for name, value in told.items():
        message[name.replace("_", "-")] = value
    if text:
        message.set_content(text)
    if html:
        (message.add_alternative if text else message.set_content)(html, subtype="html")
    return message


def dropped(body: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile("letter.eml", body, content_type="message/rfc822")


@pytest.mark.django_db
def test_the_file_fills_the_form_and_saves_nothing_by_itself() -> None:
    pavel = reception()

    answer = pavel.client.post(URL, {"file": dropped(bytes(letter()))})

    text = page(answer)
    assert answer.status_code == 200
    assert 'value="Вера"' in text and 'value="vera@example.org"' in text
    assert "Помогите найти сына." in text and "Сын пропал" in text and 'value="2026"' in text
    assert not Matter.objects.exists()


@pytest.mark.django_db
def test_what_was_looked_through_becomes_a_matter_that_came_by_mail() -> None:
    pavel = reception()

    answer = sends(pavel.client, f"{URL}check/", {**CALL, "way": "mail", "value": "vera@example.org"})

    assert whole(pavel, matter_of(answer)).request.came_by == "mail"


def test_a_letter_in_html_alone_becomes_plain_words() -> None:
    head = "<head><title>x</title><style>p{}</style></head>"
    body = "<body><p>Помогите&nbsp;<b>сыну</b></p><script>alert(1)</script><div>Вера</div></body>"
    html = f"<html>{head}{body}</html>"

    read = read_mail(bytes(letter("", html=html)))

    assert "Помогите сыну" in read.text and "Вера" in read.text
    assert "alert" not in read.text and "<" not in read.text and "p{}" not in read.text


def test_of_both_kinds_the_plain_text_is_taken() -> None:
    assert read_mail(bytes(letter("просто", html="<p>пёстро</p>"))).text == "просто"


def test_files_that_hang_on_the_letter_are_named_and_left() -> None:
    message = letter()
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="приговор.pdf")

    read = read_mail(bytes(message))

    assert read.attachments == ("приговор.pdf",)
    assert read.text.startswith("Помогите")


def test_an_old_letter_in_koi8_is_read_and_an_unknown_alphabet_breaks_nothing() -> None:
    head = b"From: vera@example.org\r\nSubject: =?koi8-r?B?8NLJ18XU?=\r\nContent-Type: text/plain; charset=%s\r\n\r\n"

    assert read_mail(head % b"koi8-r" + "Помогите".encode("koi8-r")).text == "Помогите"
    assert read_mail(head % b"koi8-r" + b"x").subject == "Привет"
    assert read_mail(head % b"klingon" + "Помогите".encode()).text == "Помогите"


def test_signs_that_turn_text_round_and_a_day_ahead_are_left_out() -> None:
    read = read_mail(bytes(letter("а\u202eб\x07в", Date="Mon, 02 Nov 2099 09:30:00 +0300")))

    assert read.text == "абв" and read.sent_on is None


def test_a_long_letter_is_cut_and_says_so() -> None:
    read = read_mail(bytes(letter("а" * 13_000)))

    assert read.cut and len(read.initial["words"]) == 12_000


@given(st.binary(max_size=400), st.integers(0, 400))
def test_no_bytes_break_the_reading(noise: bytes, at: int) -> None:
    body = bytes(letter("Привет", html="<p>Привет</p>"))
    for one in (noise, body[:at] + noise + body[at:]):
        try:
            assert len(read_mail(one).initial["words"]) <= 12_000
        except NoMail:
            assert one != body


@pytest.mark.django_db
def test_no_mail_an_empty_file_and_none_get_a_sentence() -> None:
    pavel = reception()

    for files in ({"file": dropped(b"\x89PNG\r\n\x1a\n")}, {"file": dropped(b"")}, {}):
        answer = pavel.client.post(URL, files)
        assert answer.status_code == 422 and 'href="#id_file"' in page(answer)


@pytest.mark.django_db
def test_a_file_above_ten_megabytes_is_not_taken_and_none_touches_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("django.core.files.uploadedfile.TemporaryUploadedFile.__init__", pytest.fail)
    pavel = reception()
    message = letter()
    message.add_attachment(b"\x00" * 5_000_000, maintype="application", subtype="pdf", filename="a.pdf")

    big = pavel.client.post(URL, {"file": dropped(bytes(message))})
    too_big = pavel.client.post(URL, {"file": dropped(bytes(message) + b"\x00" * 6_000_000)})

    assert big.status_code == 200 and "a.pdf" in page(big)
    assert too_big.status_code == 422 and "10" in page(too_big)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.django_db
def test_a_forged_form_is_refused(client) -> None:
    pavel = reception()
    pavel.client.handler.enforce_csrf_checks = True

    assert pavel.client.post(URL, {"file": dropped(bytes(letter()))}).status_code == 403
    assert client.post(URL, {"file": dropped(bytes(letter()))}).status_code == 403
