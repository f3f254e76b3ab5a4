"""The room as the framework knows it."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    """All ways in."""

    name = "peredacha.rooms.intake"
    label = "intake"
