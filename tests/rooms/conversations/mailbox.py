"""A mail server that is real, and stands on this machine for the length of a play."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.policy import default

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP as Server
from aiosmtpd.smtp import Envelope, Session

from peredacha.gateways.mail import Security, SmtpPost


class Mailbox:
    """What arrived; ``answers`` are given one after the other, the last for ever."""

    def __init__(self, *answers: str) -> None:
        self.answers = list(answers) or ["250 OK"]
        self.arrived: list[tuple[str, str, str]] = []
        self.raw: list[bytes] = []

    async def handle_DATA(self, _server: Server, _session: Session, taken: Envelope) -> str:
        """Keep the letter if it is to be taken."""
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        assert isinstance(taken.content, bytes)
        if answer.startswith("250"):
            letter = message_from_bytes(taken.content, policy=default)
            self.raw.append(taken.content)
            self.arrived.append((taken.rcpt_tos[0], letter["Subject"], letter.get_content()))
        return answer


def free_port() -> int:
    """A port on which nobody listens now."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def post_to(port: int) -> SmtpPost:
    """The house's post, to a server on this machine."""
    return SmtpPost("127.0.0.1", port, "post@peredacha.example", security=Security.NONE, timeout=5)


@contextmanager
def served(box: Mailbox) -> Iterator[SmtpPost]:
    """The post to a server that stands behind this mailbox."""
    port = free_port()
    controller = Controller(box, hostname="127.0.0.1", port=port, server_hostname="mx.example")
    controller.start()
    try:
        yield post_to(port)
    finally:
        controller.stop()
