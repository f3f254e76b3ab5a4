"""The room as the framework knows it."""

from django.apps import AppConfig


class TurnsConfig(AppConfig):
    """Whose turn it is."""

    name = "peredacha.rooms.turns"
    label = "turns"
