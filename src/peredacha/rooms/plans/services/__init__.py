"""What the room does."""

from peredacha.rooms.plans.services.binders import Binder, NotMade, PaperFile, Version, read_binder
from peredacha.rooms.plans.services.choosing import about, choices_for
from peredacha.rooms.plans.services.drafting import (
    NotReady,
    Writing,
    answer,
    begin,
    change_again,
    choose_forms,
    make,
    writing_of,
)
from peredacha.rooms.plans.services.gates import Gate, HeldBack, gate_of
from peredacha.rooms.plans.services.printing import KINDS, printed
from peredacha.rooms.plans.services.reviewing import changes_since_look, review_queue
from peredacha.rooms.plans.services.stepping import (
    ChangedMeanwhile,
    answering,
    days_of_papers,
    last_day,
    take_step,
)
from peredacha.rooms.plans.services.telling import (
    PaperText,
    papers_as_text,
    told_check,
    told_paper,
    told_papers,
)

__all__ = [
    "KINDS",
    "Binder",
    "ChangedMeanwhile",
    "Gate",
    "HeldBack",
    "NotMade",
    "NotReady",
    "PaperFile",
    "PaperText",
    "Version",
    "Writing",
    "about",
    "answer",
    "answering",
    "begin",
    "change_again",
    "changes_since_look",
    "choices_for",
    "choose_forms",
    "days_of_papers",
    "gate_of",
    "last_day",
    "make",
    "papers_as_text",
    "printed",
    "read_binder",
    "review_queue",
    "take_step",
    "told_check",
    "told_paper",
    "told_papers",
    "writing_of",
]
