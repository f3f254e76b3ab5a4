"""The room as the framework knows it."""

from django.apps import AppConfig


class MattersConfig(AppConfig):
    """One family and everything it told, sealed fact by fact."""

    name = "peredacha.rooms.matters"
    label = "matters"
