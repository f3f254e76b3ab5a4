"""The room as the framework knows it."""

from django.apps import AppConfig


class BatchesConfig(AppConfig):
    """Many boxes at once."""

    name = "peredacha.rooms.batches"
    label = "batches"
