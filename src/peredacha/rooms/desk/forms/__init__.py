"""What is typed on the desk, turned into clean values."""

from peredacha.rooms.desk.forms.acting import ContactForm, DoneForm, NextStepForm
from peredacha.rooms.desk.forms.ending import CloseForm, HoldForm, ReadingForm, ReferralForm
from peredacha.rooms.desk.forms.facts import FACT_FORMS, FactForm

__all__ = [
    "FACT_FORMS",
    "CloseForm",
    "ContactForm",
    "DoneForm",
    "FactForm",
    "HoldForm",
    "NextStepForm",
    "ReadingForm",
    "ReferralForm",
]
