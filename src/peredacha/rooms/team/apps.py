"""The team room as Django knows it."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TeamConfig(AppConfig):
    """The team room; its tables stand in the people room."""

    name = "peredacha.rooms.team"
    label = "team"
    verbose_name = _("The team")
