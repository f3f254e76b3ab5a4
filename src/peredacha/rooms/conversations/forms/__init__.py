"""What is typed in this room, turned into clean values."""

from peredacha.rooms.conversations.forms.files import SendFileForm
from peredacha.rooms.conversations.forms.notices import NoticeForm

__all__ = ["NoticeForm", "SendFileForm"]
