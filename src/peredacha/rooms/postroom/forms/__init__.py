"""Forms of the room."""

from peredacha.rooms.postroom.forms.desk import AddressForm, CodeForm, PostForm, ReadForm
from peredacha.rooms.postroom.forms.replies import ReplyForm, ScreenForm

__all__ = ["AddressForm", "CodeForm", "PostForm", "ReadForm", "ReplyForm", "ScreenForm"]
