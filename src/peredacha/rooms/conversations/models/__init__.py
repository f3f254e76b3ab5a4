"""Tables of the room: sealed messages and files, how far each has read, and letters that say nothing."""

from peredacha.rooms.conversations.models.attachments import NAME_LETTERS, Attachment, BlobRow
from peredacha.rooms.conversations.models.marks import ReadMark
from peredacha.rooms.conversations.models.messages import LONGEST_MESSAGE, Message
from peredacha.rooms.conversations.models.notices import Notice, NoticeState, NoticeWish

__all__ = [
    "LONGEST_MESSAGE",
    "NAME_LETTERS",
    "Attachment",
    "BlobRow",
    "Message",
    "Notice",
    "NoticeState",
    "NoticeWish",
    "ReadMark",
]
