"""What is typed: a wish, one step."""

from peredacha.rooms.parcels.forms.asking import AskDraft
from peredacha.rooms.parcels.forms.steps import HoldForm, StepForm

__all__ = ["AskDraft", "HoldForm", "StepForm"]
