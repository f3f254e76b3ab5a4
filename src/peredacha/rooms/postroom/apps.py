"""The room as the framework knows it."""

from django.apps import AppConfig


class PostroomConfig(AppConfig):
    """Letters out and answers in; it keeps no table of its own."""

    name = "peredacha.rooms.postroom"
    label = "postroom"
