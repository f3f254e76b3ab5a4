"""The room as the framework knows it."""

from django.apps import AppConfig


class StoresConfig(AppConfig):
    """Goods, shelves, what came and what went."""

    name = "peredacha.rooms.stores"
    label = "stores"
