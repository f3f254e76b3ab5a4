"""The room as the framework knows it."""

from django.apps import AppConfig


class MailroomConfig(AppConfig):
    """Paper letters on their way into matters."""

    name = "peredacha.rooms.mailroom"
    label = "mailroom"
