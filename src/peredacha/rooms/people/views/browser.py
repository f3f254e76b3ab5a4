"""What this room reads from a browser: an address that is forgotten at once; and where a helper arrives."""

from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest


def source_of(request: HttpRequest) -> str:
    """The address from which this request came; empty where many people share it (Tor, a proxy of the house)."""
    address = request.META.get("REMOTE_ADDR", "")
    try:
        return address if ip_address(address).is_global else ""
    except ValueError:
        return ""


def arrival() -> str:
    """The name of the page on which a helper arrives after signing in (AFTER_SIGN_IN in the settings)."""
    return str(settings.AFTER_SIGN_IN)
