"""The room as the framework knows it."""

from django.apps import AppConfig


class MentoringConfig(AppConfig):
    """Who can stand by whom, with reasons, and how nobody is dropped."""

    name = "peredacha.rooms.mentoring"
    label = "mentoring"
