"""The room as the framework knows it."""

from django.apps import AppConfig


class ArrivalsConfig(AppConfig):
    """Calls and letters: what helpers write down."""

    name = "peredacha.rooms.arrivals"
    label = "arrivals"
