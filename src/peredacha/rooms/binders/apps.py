"""The room as the framework knows it."""

from django.apps import AppConfig


class BindersConfig(AppConfig):
    """The case binder of a matter."""

    name = "peredacha.rooms.binders"
    label = "binders"
