"""The room as the framework knows it."""

from django.apps import AppConfig


class ShiftsConfig(AppConfig):
    """The queue of a chapter, a helper's own list, and the book of the shift."""

    name = "peredacha.rooms.shifts"
    label = "shifts"
