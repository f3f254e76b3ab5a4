"""The room as the framework knows it."""

from django.apps import AppConfig


class AskingConfig(AppConfig):
    """From the plan to a person, and the way back."""

    name = "peredacha.rooms.asking"
    label = "asking"
