"""Forms: what is typed at the telephone and over a letter, turned into clean values."""

from peredacha.rooms.arrivals.forms.letters import LetterForm, MailFileForm, MailForm
from peredacha.rooms.arrivals.forms.merges import MergeForm
from peredacha.rooms.arrivals.forms.telling import CallForm
from peredacha.rooms.arrivals.forms.words import WordsBackForm

__all__ = [
    "CallForm",
    "LetterForm",
    "MailFileForm",
    "MailForm",
    "MergeForm",
    "WordsBackForm",
]
