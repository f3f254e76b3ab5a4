"""What the room does."""

from peredacha.rooms.conversations.services.addressees import Box, addressees_of, change_wish, notice_wish
from peredacha.rooms.conversations.services.attaching import (
    Incoming,
    Sent,
    Stored,
    context_of,
    pieces_of,
    sealed_blob,
    send_file,
)
from peredacha.rooms.conversations.services.blobs import blob_tables, remove_blobs
from peredacha.rooms.conversations.services.fetching import (
    DamagedFile,
    OpenAttachment,
    files_in,
    find_attachment,
    is_whole,
    open_attachment,
    stands_inside,
    whole,
)
from peredacha.rooms.conversations.services.forgetting import Swept, forget_files, sweep_blobs
from peredacha.rooms.conversations.services.listing import FileLine, address_of
from peredacha.rooms.conversations.services.marking import keeping_marks, mark_read, news_for, with_talk
from peredacha.rooms.conversations.services.noticing import wish_notices
from peredacha.rooms.conversations.services.posting import (
    Posted,
    count_failed,
    house_post,
    send_due,
    try_failed_again,
)
from peredacha.rooms.conversations.services.retelling import (
    Copies,
    FilesChanged,
    copied_files,
    count_files,
    forget_copies,
    tell_files_again,
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
from peredacha.rooms.conversations.services.uploading import LARGE, MemoryUpload, too_large, too_many

__all__ = [
    "LARGE",
    "Box",
    "Copies",
    "DamagedFile",
    "Draft",
    "FileLine",
    "FilesChanged",
    "Incoming",
    "MemoryUpload",
    "OpenAttachment",
    "Posted",
    "Said",
    "Sent",
    "Stored",
    "Swept",
    "Thread",
    "address_of",
    "addressees_of",
    "author_of",
    "blob_tables",
    "change_wish",
    "context_of",
    "copied_files",
    "count_failed",
    "count_files",
    "files_in",
    "find_attachment",
    "forget_copies",
    "forget_files",
    "fresh_once",
    "house_post",
    "is_whole",
    "keeping_marks",
    "mark_read",
    "news_for",
    "notice_wish",
    "open_attachment",
    "pieces_of",
    "read_thread",
    "remove_blobs",
    "sealed_blob",
    "send",
    "send_due",
    "send_file",
    "stands_inside",
    "sweep_blobs",
    "tell_files_again",
    "too_large",
    "too_many",
    "try_failed_again",
    "was_sent",
    "whole",
    "wish_notices",
    "with_talk",
]
