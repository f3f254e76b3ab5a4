"""From where a request came: an address that slows down who guesses, and is forgotten at once."""

from ipaddress import ip_address

from django.http import HttpRequest


def source_of(request: HttpRequest) -> str:
    """The address from which this request came; empty where many people share it (Tor, a proxy of the house)."""
    address = request.META.get("REMOTE_ADDR", "")
    try:
        return address if ip_address(address).is_global else ""
    except ValueError:
        return ""
