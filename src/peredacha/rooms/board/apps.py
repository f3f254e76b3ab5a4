"""The room as the framework knows it."""

from django.apps import AppConfig


class BoardConfig(AppConfig):
    """What is to be carried."""

    name = "peredacha.rooms.board"
    label = "board"
