"""What is typed on the pages of the vault, turned into clean values."""

from peredacha.rooms.vault.forms.closing import CheckInForm, SureForm
from peredacha.rooms.vault.forms.recovery import ComebackForm, LostForm, SharesForm, TypedBackForm

__all__ = ["CheckInForm", "ComebackForm", "LostForm", "SharesForm", "SureForm", "TypedBackForm"]
