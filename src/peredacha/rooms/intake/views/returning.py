"""The way back with eight words."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from peredacha.rooms.intake.forms import CodeForm
from peredacha.rooms.intake.services import Wait, come_back
from peredacha.rooms.people.services import AllPlacesTaken, keep_visit, source_of


@require_http_methods(["GET", "HEAD", "POST"])
def come(request: HttpRequest) -> HttpResponse:
    """Eight words open the family's page; a wrong code opens nothing and tells nothing."""
    form = CodeForm(request.POST if request.method == "POST" else None, use_required_attribute=False)
    status = 422
    if form.is_bound and form.is_valid():
        try:
            visit = come_back(
                form.cleaned_data["code"], source=source_of(request).encode(), now=timezone.now()
            )
            if visit:
                return keep_visit(redirect(settings.FAMILY_HOME), visit)
            form.add_error("code", form.wrong)
        except Wait as wait:
            form.add_error("code", form.wait(wait.minutes))
            status = 429
        except AllPlacesTaken:
            form.add_error("code", form.busy)
            status = 503
    return render(request, "intake/return.html", {"form": form}, status=status if form.errors else 200)
