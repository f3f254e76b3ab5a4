"""What is typed on the pages of the guardians, turned into clean values."""

from peredacha.rooms.guardians.forms.closing import CheckInForm, SureForm
from peredacha.rooms.guardians.forms.recovery import ComebackForm, LostForm, SharesForm

__all__ = ["CheckInForm", "ComebackForm", "LostForm", "SharesForm", "SureForm"]
