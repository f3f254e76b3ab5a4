"""The room as the framework knows it."""

from django.apps import AppConfig


class ParcelsConfig(AppConfig):
    """The chain of a parcel."""

    name = "peredacha.rooms.parcels"
    label = "parcels"
