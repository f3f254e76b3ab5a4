"""The room as the framework knows it."""

from django.apps import AppConfig


class AidConfig(AppConfig):
    """Aid to a whole place."""

    name = "peredacha.rooms.aid"
    label = "aid"
