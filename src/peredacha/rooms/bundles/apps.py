"""The room as the framework knows it."""

from django.apps import AppConfig


class BundlesConfig(AppConfig):
    """Bundles and packets made of the pages of a binder."""

    name = "peredacha.rooms.bundles"
    label = "bundles"
