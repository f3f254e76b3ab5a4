"""Whether somebody looks at a page, or a browser only fetches it ahead."""

from django.http import HttpRequest

AHEAD = ("prefetch", "prerender", "preview")
HEADERS = ("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz")
"""How browsers say that nobody has asked for the page yet: the standard and the older ways."""


def is_looked_at(request: HttpRequest) -> bool:
    """Whether the page goes to somebody's eyes: not for a HEAD request, nor for a browser that fetches ahead."""
    told = " ".join(request.headers.get(name, "") for name in HEADERS).lower()
    return request.method == "GET" and not any(word in told for word in AHEAD)
