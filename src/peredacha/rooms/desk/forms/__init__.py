"""What is typed on the desk, turned into clean values."""

from peredacha.rooms.desk.forms.acting import ContactForm, DoneForm, NextStepForm, SayForm
from peredacha.rooms.desk.forms.ending import CloseForm, HoldForm, ReadingForm, ReferralForm
from peredacha.rooms.desk.forms.facts import FACT_FORMS, FactForm
from peredacha.rooms.desk.forms.shift import BulkForm, HandOverForm, QueueForm

__all__ = [
    "FACT_FORMS",
    "BulkForm",
    "CloseForm",
    "ContactForm",
    "DoneForm",
    "FactForm",
    "HandOverForm",
    "HoldForm",
    "NextStepForm",
    "QueueForm",
    "ReadingForm",
    "ReferralForm",
    "SayForm",
]
