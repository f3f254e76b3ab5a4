"""The Django app of the looks."""

from django.apps import AppConfig


class DesignConfig(AppConfig):
    """Holds templates and static files; owns no table."""

    name = "peredacha.design"
    label = "design"
