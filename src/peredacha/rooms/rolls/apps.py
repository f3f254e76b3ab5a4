"""The room as the framework knows it."""

from django.apps import AppConfig


class RollsConfig(AppConfig):
    """The grid of a mass detention."""

    name = "peredacha.rooms.rolls"
    label = "rolls"
