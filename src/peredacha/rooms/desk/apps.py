"""The room as the framework knows it."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """The page of one matter."""

    name = "peredacha.rooms.desk"
    label = "desk"
