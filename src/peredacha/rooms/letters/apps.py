"""The room as the framework knows it."""

from django.apps import AppConfig


class LettersConfig(AppConfig):
    """Letters to somebody inside, and the answers."""

    name = "peredacha.rooms.letters"
    label = "letters"
