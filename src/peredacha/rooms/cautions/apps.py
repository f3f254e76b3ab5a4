"""The room as the framework knows it."""

from django.apps import AppConfig


class CautionsConfig(AppConfig):
    """The risk step, and undertakings of secrecy."""

    name = "peredacha.rooms.cautions"
    label = "cautions"
