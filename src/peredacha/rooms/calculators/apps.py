"""The room as the framework knows it."""

from django.apps import AppConfig


class CalculatorsConfig(AppConfig):
    """Dates and quotas on pages of their own."""

    name = "peredacha.rooms.calculators"
    label = "calculators"
