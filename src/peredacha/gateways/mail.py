"""Letters by SMTP that say nothing: no name of a sender, no program, no exact hour, no address in an error.

The caller gives constant words; what a mail provider learns is that an address got one of them.
"""

import re
import secrets
import smtplib
import ssl
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from enum import Enum
from typing import Protocol

ADDRESS = re.compile(r"[^\s@,;:<>\"()\[\]\\]{1,64}@[^\s@,;:<>\"()\[\]\\]{1,190}")
LOOPBACK = {"localhost", "127.0.0.1", "::1"}
PERMANENT = 500


class NotSent(Exception):
    """The letter was not taken. ``temporary``: try again later; otherwise this letter will never be taken.

    It holds neither the address nor the words of the other server.
    """

    def __init__(self, *, temporary: bool) -> None:
        super().__init__("temporary" if temporary else "permanent")
        self.temporary = temporary


@dataclass(frozen=True)
class Letter:
    """One letter. Raises ValueError for an address that is none, and for a subject of several lines."""

    to: str = field(repr=False)
    subject: str = field(repr=False)
    text: str = field(repr=False)
    number: str = field(default="", repr=False)
    """Its id, the same at every try, so that a double is seen; empty: a fresh one for each try."""

    def __post_init__(self) -> None:
        if not ADDRESS.fullmatch(self.to):
            raise ValueError("this is not one mail address")
        if not self.subject.isprintable():
            raise ValueError("a subject is one line")


class Post(Protocol):
    """Whoever carries letters."""

    def send(self, letter: Letter) -> None:
        """Hand the letter over; raises NotSent."""


class Security(Enum):
    """How the line to the mail server is closed to others."""

    TLS = "tls"
    STARTTLS = "starttls"
    NONE = "none"
    """Only to a mail server on the same machine."""


@dataclass(frozen=True)
class SmtpPost:
    """Letters through a mail server; a line for each letter, given up after ``timeout`` [seconds]."""

    host: str
    port: int
    sender: str
    user: str = field(default="", repr=False)
    password: str = field(default="", repr=False)
    security: Security = Security.STARTTLS
    timeout: float = 20.0
    tls: ssl.SSLContext = field(default_factory=ssl.create_default_context, repr=False)

    def __post_init__(self) -> None:
        if not ADDRESS.fullmatch(self.sender):
            raise ValueError("the sender is not one mail address")
        if self.security is Security.NONE and self.host not in LOOPBACK:
            raise ValueError("without TLS only a mail server on this machine may be used")

    def send(self, letter: Letter) -> None:
        """Hand the letter over.

        Raises NotSent: permanent only when the server refused this very letter for ever (5xx). A line that does
        not open, a wrong password or a certificate that does not fit may be mended, so they are temporary.
        """
        message = envelope(letter, self.sender, datetime.now(UTC), letter.number or secrets.token_hex(16))
        try:
            server = self._connected()
        except (OSError, smtplib.SMTPException, ValueError):
            raise NotSent(temporary=True) from None
        try:
            server.send_message(message, self.sender, [letter.to])
        except (OSError, smtplib.SMTPException, UnicodeError) as error:
            server.close()
            raise NotSent(temporary=_may_pass(error)) from None
        with suppress(OSError, smtplib.SMTPException):
            server.quit()

    def _connected(self) -> smtplib.SMTP:
        """An open line that was greeted with our domain instead of the machine's name, closed to others."""
        domain = self.sender.rpartition("@")[2]
        server: smtplib.SMTP
        if self.security is Security.TLS:
            server = smtplib.SMTP_SSL(self.host, self.port, domain, timeout=self.timeout, context=self.tls)
        else:
            server = smtplib.SMTP(self.host, self.port, domain, timeout=self.timeout)
        try:
            if self.security is Security.STARTTLS:
                server.starttls(context=self.tls)
            if self.user:
                server.login(self.user, self.password)
        except BaseException:
            server.close()
            raise
        return server


@dataclass(frozen=True)
class KeptPost:
    """A post that keeps its letters in a list; for tests, and for a demo that sends nothing."""

    letters: list[Letter] = field(default_factory=list)

    def send(self, letter: Letter) -> None:
        """Keep the letter."""
        self.letters.append(letter)


def envelope(letter: Letter, sender: str, now: datetime, number: str) -> EmailMessage:
    """The letter as it travels: its hour without minutes, ``number`` as its id, no name and no program."""
    message = EmailMessage(policy=SMTP)
    message["From"] = sender
    message["To"] = letter.to
    message["Subject"] = letter.subject
    message["Date"] = format_datetime(now.astimezone(UTC).replace(minute=0, second=0, microsecond=0))
    message["Message-ID"] = f"<{number}@{sender.rpartition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.text, charset="utf-8", cte="base64")
    return message


def _may_pass(error: Exception) -> bool:
    """Whether the same letter may be taken later: not when the server said 5xx or cannot write the address."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(code < PERMANENT for code, _words in error.recipients.values())
    if isinstance(error, smtplib.SMTPResponseException):
        return error.smtp_code < PERMANENT
    return not isinstance(error, smtplib.SMTPNotSupportedError | UnicodeError)
