"""The room as the framework knows it."""

from django.apps import AppConfig


class KnowHowConfig(AppConfig):
    """Answers that help others too, public after a second pair of eyes."""

    name = "peredacha.rooms.know_how"
    label = "know_how"
