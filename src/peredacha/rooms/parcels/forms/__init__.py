"""What is typed: a wish, one step."""

from peredacha.rooms.parcels.forms.asking import AskDraft
from peredacha.rooms.parcels.forms.steps import BackForm, HoldForm, StepForm

__all__ = ["AskDraft", "BackForm", "HoldForm", "StepForm"]
