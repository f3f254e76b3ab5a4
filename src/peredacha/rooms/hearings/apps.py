"""The room as the framework knows it."""

from django.apps import AppConfig


class HearingsConfig(AppConfig):
    """Hearings of a matter, cards of its courts, hearings open to the public."""

    name = "peredacha.rooms.hearings"
    label = "hearings"
