"""What is typed about an offer."""

from peredacha.rooms.aid.forms.goods import FileForm, GoodForm
from peredacha.rooms.aid.forms.steps import PlaceForm, SearchForm, StepForm

__all__ = ["FileForm", "GoodForm", "PlaceForm", "SearchForm", "StepForm"]
