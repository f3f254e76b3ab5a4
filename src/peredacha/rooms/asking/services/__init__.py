"""What the room does: keeps the draft in the browser, sends it sealed, opens the way back."""

from peredacha.rooms.asking.services.check_words import Greeting, greeting_of
from peredacha.rooms.asking.services.drafts import Draft, draft_of, with_step, without_draft
from peredacha.rooms.asking.services.renewing import is_renewing, prepare_new_words
from peredacha.rooms.asking.services.requests import OldTicket, fresh_ticket, send_request
from peredacha.rooms.asking.services.returning import (
    Wait,
    code_qr,
    come_back,
    words_are_written_down,
    words_to_show,
)
from peredacha.rooms.asking.services.telling import told_draft, way_back, way_on

__all__ = [
    "Draft",
    "Greeting",
    "OldTicket",
    "Wait",
    "code_qr",
    "come_back",
    "draft_of",
    "fresh_ticket",
    "greeting_of",
    "is_renewing",
    "prepare_new_words",
    "send_request",
    "told_draft",
    "way_back",
    "way_on",
    "with_step",
    "without_draft",
    "words_are_written_down",
    "words_to_show",
]
