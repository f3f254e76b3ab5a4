"""The salts room as Django knows it."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SaltsConfig(AppConfig):
    """The salts room."""

    name = "peredacha.rooms.salts"
    label = "salts"
    verbose_name = _("Salts")
    default_auto_field = "django.db.models.BigAutoField"
