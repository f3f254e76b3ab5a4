"""The facilities room as Django knows it."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FacilitiesConfig(AppConfig):
    """The facilities room."""

    name = "peredacha.rooms.facilities"
    label = "facilities"
    verbose_name = _("Facilities")
    default_auto_field = "django.db.models.BigAutoField"
