"""What the room does."""

from peredacha.rooms.hearings.services.changing import (
    ChangedMeanwhile,
    Date,
    after_change,
    call_off,
    correct_hearing,
    may_take_back,
    move_hearing,
    set_hearing,
    take_word_back,
)
from peredacha.rooms.hearings.services.comparing import Compared, Proposal
from peredacha.rooms.hearings.services.keeping import (
    comparison,
    keep_card,
    lay_down,
    read_brought,
    throw_away,
)
from peredacha.rooms.hearings.services.opening import (
    NotThoughtOver,
    Yes,
    follow,
    forget_past_openings,
    let_in,
    may_be_opened,
    withdraw,
    withdraw_all,
)
from peredacha.rooms.hearings.services.public import open_feed, told_open
from peredacha.rooms.hearings.services.shelf import Shelf, read_shelf
from peredacha.rooms.hearings.services.spoken import Heard, as_typed, understand
from peredacha.rooms.hearings.services.standing import (
    Standing,
    find_standing,
    last_court,
    next_of,
    standing_of,
)
from peredacha.rooms.hearings.services.telling import (
    CardText,
    cards_as_text,
    own_matters,
    title_of,
    told_check,
    told_hearings,
    told_one,
    when_in_words,
)

__all__ = [
    "CardText",
    "ChangedMeanwhile",
    "Compared",
    "Date",
    "Heard",
    "NotThoughtOver",
    "Proposal",
    "Shelf",
    "Standing",
    "Yes",
    "after_change",
    "as_typed",
    "call_off",
    "cards_as_text",
    "comparison",
    "correct_hearing",
    "find_standing",
    "follow",
    "forget_past_openings",
    "keep_card",
    "last_court",
    "lay_down",
    "let_in",
    "may_be_opened",
    "may_take_back",
    "move_hearing",
    "next_of",
    "open_feed",
    "own_matters",
    "read_brought",
    "read_shelf",
    "set_hearing",
    "standing_of",
    "take_word_back",
    "throw_away",
    "title_of",
    "told_check",
    "told_hearings",
    "told_one",
    "told_open",
    "understand",
    "when_in_words",
    "withdraw",
    "withdraw_all",
]
