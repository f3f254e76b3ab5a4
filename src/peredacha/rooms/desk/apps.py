"""The room as the framework knows it."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """The queue of the shift, the page of one matter, and the family's own page."""

    name = "peredacha.rooms.desk"
    label = "desk"
