"""What every page carries: it is never kept by a browser, a proxy or a disk."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

Handler = Callable[[HttpRequest], HttpResponse]


def private_pages(get_response: Handler) -> Handler:
    """Forbid keeping a page: after "Exit" the back button and the disk show nothing."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        response.headers["Permissions-Policy"] = (
            "camera=(), geolocation=(), microphone=(), interest-cohort=()"
        )
        response.headers["X-Robots-Tag"] = "noarchive"
        return response

    return answer
