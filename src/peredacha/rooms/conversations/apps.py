"""The room as the framework knows it."""

from django.apps import AppConfig


class ConversationsConfig(AppConfig):
    """Sealed talk between a family and its helpers, and among the helpers."""

    name = "peredacha.rooms.conversations"
    label = "conversations"
