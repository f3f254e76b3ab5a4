"""What is asked on each page of the room."""

from peredacha.rooms.errands.forms.person import PAGES, PersonForm, PlaceForm
from peredacha.rooms.errands.forms.slots import BecameForm, PlanForm, UsedForm

__all__ = ["PAGES", "BecameForm", "PersonForm", "PlaceForm", "PlanForm", "UsedForm"]
