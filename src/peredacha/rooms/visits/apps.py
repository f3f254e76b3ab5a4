"""The room as the framework knows it."""

from django.apps import AppConfig


class VisitsConfig(AppConfig):
    """Visits and the rides to them."""

    name = "peredacha.rooms.visits"
    label = "visits"
