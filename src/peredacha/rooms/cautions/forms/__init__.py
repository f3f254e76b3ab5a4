"""What is asked on each page of the room."""

from peredacha.rooms.cautions.forms.deciding import DecideForm, UrgentForm
from peredacha.rooms.cautions.forms.questions import BeginForm, ConsentForm, HarmForm, SeenForm
from peredacha.rooms.cautions.forms.secrecy import CoverForm, EndForm, SignedForm

__all__ = [
    "BeginForm",
    "ConsentForm",
    "CoverForm",
    "DecideForm",
    "EndForm",
    "HarmForm",
    "SeenForm",
    "SignedForm",
    "UrgentForm",
]
