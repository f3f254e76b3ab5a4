"""The answer that is a picture of a page which strangers sent: never a page of ours, never kept by a browser."""

from django.http import HttpResponse

GONE = 410
ONLY_A_PICTURE = {
    "Content-Disposition": 'inline; filename="page.jpg"',
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Content-Encoding": "identity",
}


def page_picture(made: bytes) -> HttpResponse:
    """A picture as JPEG."""
    return HttpResponse(made, content_type="image/jpeg", headers=ONLY_A_PICTURE)


def no_picture() -> HttpResponse:
    """In place of a picture that cannot be shown."""
    return HttpResponse(status=GONE, headers=ONLY_A_PICTURE)
