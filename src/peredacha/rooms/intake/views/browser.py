"""The answers of this browser: read from its cookie, and put back into it."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from peredacha.rooms.intake.services import COOKIE, LIFETIME, Kept, read_answers, sealed_answers


def kept_by(request: HttpRequest) -> Kept:
    """The answers that this browser keeps; none when it keeps nothing that opens."""
    return read_answers(request.COOKIES.get(COOKIE), now=timezone.now())


def keeping(response: HttpResponse, kept: Kept) -> HttpResponse:
    """The response with the answers sealed into its cookie, for two hours from now."""
    response.set_cookie(
        COOKIE,
        sealed_answers(kept, now=timezone.now()),
        max_age=LIFETIME,
        path="/",
        secure=True,
        httponly=True,
        samesite="Strict",
    )
    return response


def forgetting(response: HttpResponse) -> HttpResponse:
    """The response that empties this browser of everything of ours."""
    response.set_cookie(COOKIE, "", max_age=0, path="/", secure=True, httponly=True, samesite="Strict")
    response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return response
