"""Forms of the room."""

from peredacha.rooms.letters.forms.agreeing import AgreeForm
from peredacha.rooms.letters.forms.writing import LetterForm

__all__ = ["AgreeForm", "LetterForm"]
