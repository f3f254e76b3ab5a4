"""The room as the framework knows it."""

from django.apps import AppConfig


class GuardiansConfig(AppConfig):
    """Who watches over the keys, and what is done on the worst day."""

    name = "peredacha.rooms.guardians"
    label = "guardians"
