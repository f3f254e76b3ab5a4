"""Error pages: one clear sentence, what to do, and nothing of what was asked."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def no_cookie(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page for a form that came without its cookie: blocked cookies, or a page left open too long."""
    return render(request, "errors/no_cookie.html", status=403)


def not_allowed(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page for something that this person may not do; it does not say why."""
    return render(request, "errors/not_allowed.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page for an address that does not exist."""
    return render(request, "errors/not_found.html", status=404)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page for a request that cannot be read."""
    return render(request, "errors/bad_request.html", status=400)


def server_error(request: HttpRequest) -> HttpResponse:
    """The page for a failure of ours."""
    return render(request, "errors/server_error.html", status=500)
