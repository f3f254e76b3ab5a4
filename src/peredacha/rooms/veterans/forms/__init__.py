"""What is typed into a card, turned into clean values."""

from peredacha.rooms.veterans.forms.profile import ProfileForm

__all__ = ["ProfileForm"]
