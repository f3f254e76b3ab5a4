"""Forms of the room: they turn text into clean values."""

from peredacha.rooms.binders.forms.adding import AddForm, ArrangeForm, DescribeForm
from peredacha.rooms.binders.forms.things import FORMS

__all__ = ["FORMS", "AddForm", "ArrangeForm", "DescribeForm"]
