"""The answers of this browser: read from its cookie, and put back into it."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from peredacha.rooms.intake.services import COOKIE, LIFETIME, Kept, read_answers, sealed_answers
from peredacha.rooms.people.services import drop_visit, end_visit, visit_of


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


def forgetting(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """The response that empties this browser of everything of ours; an open visit ends on the server too."""
    visit = visit_of(request)
    if visit:
        end_visit(visit)
    response.set_cookie(COOKIE, "", max_age=0, path="/", secure=True, httponly=True, samesite="Strict")
    drop_visit(response)
    response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return response
