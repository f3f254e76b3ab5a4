"""The room as the framework knows it."""

from django.apps import AppConfig


class VaultConfig(AppConfig):
    """Who can open what, proved by keys and by nothing else."""

    name = "peredacha.rooms.vault"
    label = "vault"
