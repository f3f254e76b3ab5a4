"""What the room does."""

from peredacha.rooms.conversations.services.addressees import Box, change_wish, notice_wish
from peredacha.rooms.conversations.services.attaching import Incoming, Sent, send_file
from peredacha.rooms.conversations.services.fetching import (
    DamagedFile,
    OpenAttachment,
    find_attachment,
    whole,
)
from peredacha.rooms.conversations.services.forgetting import Swept, forget_files, sweep_blobs
from peredacha.rooms.conversations.services.listing import FileLine, address_of
from peredacha.rooms.conversations.services.marking import TalkSummary, mark_read, summary_for
from peredacha.rooms.conversations.services.posting import (
    Posted,
    count_failed,
    house_post,
    send_due,
    try_failed_again,
)
from peredacha.rooms.conversations.services.talking import (
    Draft,
    Said,
    Thread,
    author_of,
    fresh_once,
    read_thread,
    send,
    was_sent,
)
from peredacha.rooms.conversations.services.uploading import MemoryUpload

__all__ = [
    "Box",
    "DamagedFile",
    "Draft",
    "FileLine",
    "Incoming",
    "MemoryUpload",
    "OpenAttachment",
    "Posted",
    "Said",
    "Sent",
    "Swept",
    "TalkSummary",
    "Thread",
    "address_of",
    "author_of",
    "change_wish",
    "count_failed",
    "find_attachment",
    "forget_files",
    "fresh_once",
    "house_post",
    "mark_read",
    "notice_wish",
    "read_thread",
    "send",
    "send_due",
    "send_file",
    "summary_for",
    "sweep_blobs",
    "try_failed_again",
    "was_sent",
    "whole",
]
