"""What is typed on the pages of the room, turned into clean values."""

from peredacha.rooms.intake.forms.questions import QuestionForm

__all__ = ["QuestionForm"]
