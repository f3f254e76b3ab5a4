"""Forms: what is typed over a letter, turned into clean values."""

from peredacha.rooms.mailroom.forms.looking import LOOKS, AsksForm, DangerForm, PaperForm, WhoForm
from peredacha.rooms.mailroom.forms.routing import AwayForm, CodeForm, IntoForm, ThingsForm, WhereForm
from peredacha.rooms.mailroom.forms.taking import PagesForm, ReceivedForm

__all__ = [
    "LOOKS",
    "AsksForm",
    "AwayForm",
    "CodeForm",
    "DangerForm",
    "IntoForm",
    "PagesForm",
    "PaperForm",
    "ReceivedForm",
    "ThingsForm",
    "WhereForm",
    "WhoForm",
]
