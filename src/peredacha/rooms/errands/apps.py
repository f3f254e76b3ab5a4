"""The room as the framework knows it."""

from django.apps import AppConfig


class ErrandsConfig(AppConfig):
    """What is carried to one person, and its counter."""

    name = "peredacha.rooms.errands"
    label = "errands"
