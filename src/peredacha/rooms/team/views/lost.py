"""The phone and the printed codes are lost: what to do, and the new phone when two members vouched."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from peredacha.design.wording import said
from peredacha.rooms.people.services import Refused, waiting_visit_of
from peredacha.rooms.team.forms import NewPhoneForm
from peredacha.rooms.team.services import replace_phone, standing_of
from peredacha.rooms.team.views.joining import app_picture, arrive


@require_http_methods(["GET", "HEAD", "POST"])
def lost(request: HttpRequest) -> HttpResponse:
    """What to do; after the passphrase, how it stands; when it is time, the codes and the new app."""
    visit = waiting_visit_of(request)
    standing = standing_of(visit, today=timezone.localdate())
    if visit is None or not standing.secret:
        if request.method == "POST":
            return redirect("team:lost")
        return render(request, "team/lost.html", {"standing": standing})
    form = NewPhoneForm.asked(request)
    if form.is_valid():
        found = replace_phone(visit=visit, **form.cleaned_data, now=timezone.now())
        if not isinstance(found, Refused):
            return arrive(request, found)
        form.refuse(said(found.said))
    context = {"form": form, **app_picture(standing.secret)}
    return render(request, "team/new_phone.html", context, status=form.status)
