"""This browser emptied of everything of ours."""

from django.http import HttpRequest, HttpResponse

from peredacha.rooms.intake.services import COOKIE
from peredacha.rooms.people.services import drop_visit, end_visit, visit_of


def forgetting(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """The response that empties this browser of everything of ours; an open visit ends on the server too."""
    visit = visit_of(request)
    if visit:
        end_visit(visit)
    response.set_cookie(COOKIE, "", max_age=0, path="/", secure=True, httponly=True, samesite="Strict")
    drop_visit(response)
    response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return response
