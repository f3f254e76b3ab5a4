"""The room as the framework knows it."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    """Papers of a matter: filled, reviewed, handed in, answered."""

    name = "peredacha.rooms.plans"
    label = "plans"
