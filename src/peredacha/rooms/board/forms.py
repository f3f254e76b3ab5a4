"""What of the board is asked for, in its address: days, states and public cards; nothing about a person."""

from django import forms

from peredacha.rooms.parcels.models import ParcelState

SHOWS = ("", "today", "mine", *(one for one in ParcelState.values if one != ParcelState.ENDED))
FIRST_PAGE = 1


class BoardForm(forms.Form):
    """``show``: today, mine or a state; ``at``: a public id of a card; ``page``. What is wrong is left out."""

    show = forms.ChoiceField(choices=[(one, one) for one in SHOWS], required=False)
    at = forms.CharField(required=False, max_length=12)
    page = forms.IntegerField(required=False, min_value=1, max_value=10_000)

    @property
    def asked(self) -> tuple[str, str, int]:
        """What is shown, at which place, which page."""
        self.is_valid()
        data = self.cleaned_data
        return data.get("show") or "", data.get("at") or "", data.get("page") or FIRST_PAGE
