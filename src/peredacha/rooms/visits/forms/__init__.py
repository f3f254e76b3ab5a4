"""What is asked on each page of the room."""

from peredacha.rooms.visits.forms.rides import GiveForm, RideForm
from peredacha.rooms.visits.forms.visits import (
    DayForm,
    MadeForm,
    PermittedForm,
    RefusedForm,
    StepForm,
    WantForm,
    WhoForm,
)

__all__ = [
    "DayForm",
    "GiveForm",
    "MadeForm",
    "PermittedForm",
    "RefusedForm",
    "RideForm",
    "StepForm",
    "WantForm",
    "WhoForm",
]
