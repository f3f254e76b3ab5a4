"""The file of an e-mail read in memory: who wrote, when, what, and which files hang on it."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from email import message_from_bytes, policy
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from html.parser import HTMLParser
from typing import Any

from django.utils import timezone

LONGEST = 12_000
MOST_NAMES = 20
MOST_PARTS = 200
BLOCKS = {"p", "br", "div", "li", "tr", "h1", "h2", "h3", "h4", "blockquote", "table", "ul", "ol"}
UNSEEN = {"script", "style", "head", "title", "template", "noscript"}
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


class NoMail(Exception):
    """The bytes are no e-mail: neither a sender nor a text stands in them."""


@dataclass(frozen=True, repr=False)
class ReadMail:
    """What stood in the file."""

    sender: str
    address: str
    subject: str
    sent_on: date | None
    text: str
    attachments: tuple[str, ...]
    cut: bool
    """Whether the text was longer than the form holds."""

    @property
    def initial(self) -> dict[str, Any]:
        """What is typed into the form beforehand."""
        return {
            "words": "\n\n".join(filter(None, [self.subject, self.text]))[:LONGEST],
            "name": self.sender[:60],
            "way": "mail" if self.address else "none",
            "value": self.address[:200],
            "received_on": self.sent_on,
        }


def read_mail(body: bytes) -> ReadMail:
    """The e-mail in these bytes; nothing is fetched, run or stored. Raises NoMail."""
    try:
        message = message_from_bytes(body, policy=policy.default)
        sender, address = sender_of(message)
        subject = clean(str(message.get("subject", "")))
        text, attachments = text_of(message), names_of(message)
    except (ValueError, LookupError, AttributeError, TypeError, IndexError, RecursionError) as error:
        raise NoMail from error
    if not (address or sender or subject) or not (text or subject or attachments):
        raise NoMail
    whole = "\n\n".join(filter(None, [subject, text]))
    return ReadMail(sender, address, subject, sent_on(message), text, attachments, len(whole) > LONGEST)


def sender_of(message: EmailMessage) -> tuple[str, str]:
    """Name and address of who wrote; the answer address where one is named."""
    for header in ("reply-to", "from"):
        named: tuple[Address, ...] = getattr(message.get(header), "addresses", ())
        if named:
            return clean(named[0].display_name), clean(
                named[0].addr_spec if "@" in named[0].addr_spec else ""
            )
    return "", ""


def sent_on(message: EmailMessage) -> date | None:
    """The day of the letter in the time of this place; none where it is missing, wrong or ahead."""
    try:
        at: datetime = parsedate_to_datetime(str(message.get("date", "")))
        day = timezone.localtime(at if at.tzinfo else timezone.make_aware(at)).date()
    except (ValueError, TypeError, OverflowError):
        return None
    return day if date(2000, 1, 1) <= day <= timezone.localdate() else None


def text_of(message: EmailMessage) -> str:
    """The text; a letter in HTML alone is turned into plain lines."""
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None or part.get_content_maintype() != "text":
        return ""
    payload = part.get_payload(decode=True)
    raw = payload if isinstance(payload, bytes) else b""
    told = decoded(raw, part.get_content_charset() or "utf-8")
    return clean(plain(told) if part.get_content_subtype() == "html" else told)


def decoded(raw: bytes, charset: str) -> str:
    """The text of these bytes; what cannot be read becomes a mark, never an error."""
    try:
        return raw.decode(charset, errors="replace")
    except LookupError:
        return raw.decode("utf-8", errors="replace")


def names_of(message: EmailMessage) -> tuple[str, ...]:
    """Names of the files that hang on the letter, the first ones."""
    names = []
    for number, part in enumerate(message.walk()):
        name = part.get_filename()
        if name and number < MOST_PARTS:
            names.append(clean(str(name))[:80])
    return tuple(names[:MOST_NAMES])


def clean(text: str) -> str:
    """Text without control signs, with single empty lines."""
    lines = (line.rstrip() for line in CONTROL.sub("", text.replace("\r\n", "\n")).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


class Words(HTMLParser):
    """Collects what a reader would see of a letter in HTML; addresses of links and pictures are left out."""

    def __init__(self) -> None:
        """Begins with nothing."""
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A block begins a line; what is not shown is not read."""
        if tag in UNSEEN:
            self.unseen += 1
        elif tag in BLOCKS:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """The end of a block ends its line."""
        if tag in UNSEEN:
            self.unseen = max(0, self.unseen - 1)
        elif tag in BLOCKS:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        """The words themselves."""
        if not self.unseen:
            self.pieces.append(re.sub(r"\s+", " ", data))


def plain(html: str) -> str:
    """The words of a letter in HTML, line by line."""
    reader = Words()
    reader.feed(html)
    reader.close()
    return "\n".join(" ".join(line.split()) for line in "".join(reader.pieces).split("\n"))
