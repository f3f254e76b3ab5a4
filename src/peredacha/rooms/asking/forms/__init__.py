"""What is typed on the pages of the room, turned into clean values."""

from peredacha.rooms.asking.forms.questions import AskedForm, SendForm
from peredacha.rooms.asking.forms.returning import CodeForm, WordsBackForm, busy

__all__ = ["AskedForm", "CodeForm", "SendForm", "WordsBackForm", "busy"]
