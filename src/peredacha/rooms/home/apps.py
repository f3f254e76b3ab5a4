"""The room as the framework knows it."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    """The family's own page."""

    name = "peredacha.rooms.home"
    label = "home"
