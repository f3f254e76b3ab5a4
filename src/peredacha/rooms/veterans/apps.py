"""The room as the framework knows it."""

from django.apps import AppConfig


class VeteransConfig(AppConfig):
    """The cards of the veterans: what each lived through and can take on."""

    name = "peredacha.rooms.veterans"
    label = "veterans"
