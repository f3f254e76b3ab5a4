"""A letter reaches the server whole and says nothing more; a letter that does not is told as soon or never."""

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, timezone
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP as Server
from aiosmtpd.smtp import AuthResult, Envelope, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from peredacha.gateways.mail import KeptPost, Letter, NotSent, Post, Security, SmtpPost, envelope

TO, SENDER = "vera@relatives.example", "post@peredacha.example"
LETTER = Letter(TO, "Новое сообщение", "Зайдите на сайт: вам ответили.\n\nЭто письмо отправлено само.\n")


class Box:
    """The mailbox behind a server, with what the server answers at each step."""

    def __init__(self, **answers: str) -> None:
        self.answers = answers
        self.taken: list[bytes] = []
        self.greeted = ""

    async def handle_EHLO(
        self, server: Server, session: Session, _envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        self.greeted = session.host_name = hostname
        return responses

    async def handle_MAIL(
        self, server: Server, session: Session, taken: Envelope, address: str, options: list[str]
    ) -> str:
        taken.mail_from = address
        return self.answers.get("mail", "250 OK")

    async def handle_RCPT(
        self, server: Server, session: Session, taken: Envelope, address: str, options: list[str]
    ) -> str:
        taken.rcpt_tos.append(address)
        return self.answers.get("rcpt", "250 OK")

    async def handle_DATA(self, server: Server, session: Session, taken: Envelope) -> str:
        assert isinstance(taken.content, bytes)
        self.taken.append(taken.content)
        return self.answers.get("data", "250 OK")

    async def handle_QUIT(self, server: Server, session: Session, taken: Envelope) -> str:
        return self.answers.get("quit", "221 Bye")


@contextmanager
def mail_server(box: Box, **options: Any) -> Iterator[int]:
    """A real server on this machine; gives its port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(box, hostname="127.0.0.1", port=port, server_hostname="mx.example", **options)
    controller.start()
    try:
        yield port
    finally:
        controller.stop()


def post_to(port: int, **options: Any) -> SmtpPost:
    return SmtpPost(
        **{"host": "127.0.0.1", "port": port, "sender": SENDER, "security": Security.NONE, **options}
    )


def refusal(post: Post) -> NotSent:
    with pytest.raises(NotSent) as refused:
        post.send(LETTER)
    assert refused.value.__cause__ is None and TO not in repr(refused.value)
    return refused.value


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """A server's certificate for localhost, and a client that trusts it."""
    key, name = (
        ec.generate_private_key(ec.SECP256R1()),
        x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "mx")]),
    )
    begins = datetime(2020, 1, 1, tzinfo=UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(begins)
        .not_valid_after(begins + timedelta(days=36500))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    folder: Path = tmp_path_factory.mktemp("tls")
    pem = certificate.public_bytes(serialization.Encoding.PEM)
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (folder / "server.pem").write_bytes(pem + secret)
    serving = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    serving.load_cert_chain(folder / "server.pem")
    return serving, ssl.create_default_context(cadata=pem.decode())


def test_a_russian_letter_arrives_whole_and_says_nothing_more() -> None:
    box = Box()

    with mail_server(box) as port:
        post_to(port).send(LETTER)

    (taken,) = box.taken
    letter = message_from_bytes(taken, policy=default)
    assert isinstance(letter, EmailMessage)
    assert letter.get_content().replace("\r\n", "\n") == LETTER.text
    assert (letter["Subject"], letter["From"], letter["To"]) == (LETTER.subject, SENDER, TO)
    assert letter["Auto-Submitted"] == "auto-generated"
    assert ":00:00 +0000" in letter["Date"]
    assert letter["Message-ID"].endswith("@peredacha.example>") and taken.isascii()
    standard = {"MIME-Version", "Content-Type", "Content-Transfer-Encoding"}
    server = {"X-Peer", "X-MailFrom", "X-RcptTo"}
    ours = {"From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted"}
    assert set(letter.keys()) - server == standard | ours
    assert box.greeted == "peredacha.example"


def test_two_letters_have_two_numbers_and_the_same_words() -> None:
    box = Box()

    with mail_server(box) as port:
        post_to(port).send(LETTER)
        post_to(port).send(LETTER)

    ids = [message_from_bytes(one)["Message-ID"] for one in box.taken]
    assert len(set(ids)) == 2


def test_the_hour_is_told_without_minutes_and_without_the_zone_of_the_server() -> None:
    now = datetime(2026, 11, 22, 14, 37, 12, 5, tzinfo=timezone(timedelta(hours=3)))

    assert envelope(LETTER, SENDER, now, "ab")["Date"] == "Sun, 22 Nov 2026 11:00:00 +0000"


@pytest.mark.parametrize("step", ["mail", "rcpt", "data"])
@pytest.mark.parametrize(("answer", "temporary"), [("451 Later", True), ("550 Never", False)])
def test_a_server_that_says_later_or_never_is_understood(step: str, answer: str, temporary: bool) -> None:
    with mail_server(Box(**{step: answer})) as port:
        assert refusal(post_to(port)).temporary is temporary


def test_a_letter_that_was_taken_is_not_sent_again_because_the_goodbye_failed() -> None:
    box = Box(quit="421 Gone")

    with mail_server(box) as port:
        post_to(port).send(LETTER)

    assert len(box.taken) == 1


def test_a_server_that_is_not_there_may_come_back() -> None:
    with mail_server(Box()) as port:
        pass

    assert refusal(post_to(port)).temporary


def test_a_server_that_says_nothing_is_given_up() -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()

        assert refusal(post_to(silent.getsockname()[1], timeout=0.2)).temporary


def test_a_closed_line_carries_the_letter(lines: tuple[ssl.SSLContext, ssl.SSLContext]) -> None:
    serving, trusting = lines
    box = Box()

    with mail_server(box, tls_context=serving, require_starttls=True) as port:
        post_to(port, host="localhost", security=Security.STARTTLS, tls=trusting).send(LETTER)
    with mail_server(box, ssl_context=serving) as port:
        post_to(port, host="localhost", security=Security.TLS, tls=trusting).send(LETTER)

    assert len(box.taken) == 2


def test_no_letter_leaves_over_a_line_that_cannot_be_trusted(
    lines: tuple[ssl.SSLContext, ssl.SSLContext],
) -> None:
    serving, trusting = lines
    box = Box()

    with mail_server(box, tls_context=serving) as port:
        assert refusal(post_to(port, host="localhost", security=Security.STARTTLS)).temporary
        wrong_name = post_to(port, host="127.0.0.1", security=Security.STARTTLS, tls=trusting)
        assert refusal(wrong_name).temporary
    with mail_server(box) as port:
        assert refusal(post_to(port, security=Security.STARTTLS, tls=trusting)).temporary

    assert not box.taken


def test_the_password_is_told_only_over_a_closed_line(lines: tuple[ssl.SSLContext, ssl.SSLContext]) -> None:
    serving, trusting = lines
    box = Box()

    def knows(server: Server, session: Session, taken: Envelope, mechanism: str, told: Any) -> AuthResult:
        return AuthResult(success=told.password == b"right", handled=False)

    asking: dict[str, Any] = {
        "authenticator": knows,
        "auth_required": True,
        "auth_exclude_mechanism": ["LOGIN"],
    }
    with mail_server(box, tls_context=serving, **asking) as port:
        closed: dict[str, Any] = {"host": "localhost", "security": Security.STARTTLS, "tls": trusting}
        post_to(port, user="post", password="right", **closed).send(LETTER)
        assert refusal(post_to(port, user="post", password="wrong", **closed)).temporary

    assert len(box.taken) == 1


def test_an_open_line_leads_only_to_this_machine() -> None:
    with pytest.raises(ValueError, match="without TLS"):
        post_to(25, host="mail.example")


@pytest.mark.parametrize(
    "to", ["", "vera", "vera@", "a@b, c@d", "Vera <vera@x.example>", "a@b\r\nBcc: igor@x.example", "a b@c"]
)
def test_an_address_that_is_none_is_refused_without_repeating_it(to: str) -> None:
    with pytest.raises(ValueError, match="not one mail address"):
        Letter(to, "s", "t")


def test_a_subject_of_two_lines_is_refused() -> None:
    with pytest.raises(ValueError, match="one line"):
        Letter(TO, "Новое\nBcc: igor@x.example", "t")


def test_nobody_is_named_when_a_letter_or_a_post_is_printed() -> None:
    told = repr(LETTER) + repr(post_to(25, user="post", password="secret-word"))

    assert TO not in told and LETTER.text not in told and "secret-word" not in told


def test_a_kept_post_keeps_its_letters() -> None:
    kept = KeptPost()
    post: Post = kept

    post.send(LETTER)

    assert kept.letters == [LETTER]
