"""My card."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from peredacha.rooms.vault.services import Keys, with_keys
from peredacha.rooms.veterans.forms import ProfileForm
from peredacha.rooms.veterans.services import my_profile, save_told

UNPROCESSABLE = 422


@require_http_methods(["GET", "HEAD", "POST"])
@with_keys("veteran")
def me(request: HttpRequest, keys: Keys) -> HttpResponse:
    """What I lived through, what I can take on, what never again."""
    now = timezone.now()
    before = my_profile(keys, now=now)
    form = ProfileForm(
        before, today=timezone.localdate(now), data=request.POST if request.method == "POST" else None
    )
    if form.is_bound and form.is_valid():
        save_told(
            keys=keys,
            told=form.told(),
            articles=form.cleaned_data["articles"],
            cases=form.case_numbers,
            kept_tags=form.kept_tags,
            now=now,
        )
        return redirect("veterans:me")
    ways = {"rest_url": reverse(settings.REST), "back_url": reverse(settings.BACK_FROM_REST)}
    context = {"form": form, "resting": before.resting, "tags": len(before.conflict_tags), **ways}
    return render(request, "veterans/card.html", context, status=UNPROCESSABLE if form.errors else 200)
