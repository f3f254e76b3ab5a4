"""Where a helper arrives."""

from django.conf import settings


def arrival() -> str:
    """The name of the page on which a helper arrives after signing in (AFTER_SIGN_IN in the settings)."""
    return str(settings.AFTER_SIGN_IN)
