"""The room as the framework knows it."""

from django.apps import AppConfig


class GoodsConfig(AppConfig):
    """Things, their codes, their certificates."""

    name = "peredacha.rooms.goods"
    label = "goods"
