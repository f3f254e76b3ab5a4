"""The room as the framework knows it."""

from django.apps import AppConfig


class TalliesConfig(AppConfig):
    """Counters that survive erasing."""

    name = "peredacha.rooms.tallies"
    label = "tallies"
