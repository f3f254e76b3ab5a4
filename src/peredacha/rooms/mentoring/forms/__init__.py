"""What is typed on the pages of the room, turned into clean values."""

from peredacha.rooms.mentoring.forms.answering import (
    ChoiceForm,
    CrossForm,
    LinesForm,
    NoteForm,
    PairForm,
    WhyForm,
)

__all__ = ["ChoiceForm", "CrossForm", "LinesForm", "NoteForm", "PairForm", "WhyForm"]
