"""The room as the framework knows it."""

from django.apps import AppConfig


class BoxesConfig(AppConfig):
    """What lies in parcels, one by one and many at once."""

    name = "peredacha.rooms.boxes"
    label = "boxes"
