"""What the room does."""

from peredacha.rooms.know_how.services.drafts import (
    MayLeadToPerson,
    NotYours,
    OpenDraft,
    Words,
    change_draft,
    confirm,
    drafts_of,
    find_draft,
    is_reviewer,
    may_review,
    propose,
    publish,
    send_back,
    withdraw,
)

__all__ = [
    "MayLeadToPerson",
    "NotYours",
    "OpenDraft",
    "Words",
    "change_draft",
    "confirm",
    "drafts_of",
    "find_draft",
    "is_reviewer",
    "may_review",
    "propose",
    "publish",
    "send_back",
    "withdraw",
]
