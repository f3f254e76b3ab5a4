"""What the room does."""

from peredacha.rooms.postroom.services.asking import NotYourMatter, Worry, ask_after, look_at, worries
from peredacha.rooms.postroom.services.pages import (
    Desk,
    ToldReply,
    find_reply,
    overview,
    printed_lines,
    told_reply,
    told_waiting_reply,
)
from peredacha.rooms.postroom.services.posting import Way, post_letters
from peredacha.rooms.postroom.services.printing import NothingToPrint, Printed, print_letters
from peredacha.rooms.postroom.services.reading import (
    ReadAlready,
    Shelf,
    findings_of,
    let_through,
    letter_to_read,
    send_back,
    shelf,
    to_read,
)
from peredacha.rooms.postroom.services.replying import OpenReply, Screening, open_reply, take_reply

__all__ = [
    "Desk",
    "NotYourMatter",
    "NothingToPrint",
    "OpenReply",
    "Printed",
    "ReadAlready",
    "Screening",
    "Shelf",
    "ToldReply",
    "Way",
    "Worry",
    "ask_after",
    "find_reply",
    "findings_of",
    "let_through",
    "letter_to_read",
    "look_at",
    "open_reply",
    "overview",
    "post_letters",
    "print_letters",
    "printed_lines",
    "send_back",
    "shelf",
    "take_reply",
    "to_read",
    "told_reply",
    "told_waiting_reply",
    "worries",
]
