"""The room as the framework knows it."""

from django.apps import AppConfig


class CalendarsConfig(AppConfig):
    """Secret addresses for calendars, and reminders that say nothing."""

    name = "peredacha.rooms.calendars"
    label = "calendars"
