"""What a family answers, with its own keys: who comes next, somebody else, another family."""

from contextlib import suppress

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from peredacha.rooms.mentoring.forms import CrossForm, WhyForm
from peredacha.rooms.mentoring.services import (
    CROSS,
    NotNow,
    answer_cross_help,
    decline_by_family,
    family_agrees,
    family_part,
)
from peredacha.rooms.mentoring.views.answering import PAGES, UNPROCESSABLE, family_file
from peredacha.rooms.vault.services import Keys, with_family


@require_POST
@with_family(settings.FAMILY_HOME)
def agree(request: HttpRequest, keys: Keys) -> HttpResponse:
    """Yes to who comes next."""
    with suppress(NotNow):
        family_agrees(keys=keys, file=family_file(keys), now=timezone.now())
    return redirect(settings.FAMILY_HOME)


@require_http_methods(PAGES)
@with_family(settings.FAMILY_HOME)
def refuse(request: HttpRequest, keys: Keys, key: str) -> HttpResponse:
    """Somebody else, please."""
    file = family_file(keys)
    form = WhyForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        with suppress(NotNow):
            decline_by_family(keys=keys, file=file, key=key, why=form.cleaned_data["why"], now=timezone.now())
        return redirect(settings.FAMILY_HOME)
    context = {"form": form, "back": reverse(settings.FAMILY_HOME)}
    return render(
        request, "mentoring/family_decline.html", context, status=UNPROCESSABLE if form.errors else 200
    )


@require_http_methods(PAGES)
@with_family(settings.FAMILY_HOME)
def meet(request: HttpRequest, keys: Keys, key: str) -> HttpResponse:
    """Yes or no to another family."""
    file = family_file(keys)
    offer = next(
        (one for one in family_part(file).offers if one.key == key and one.state == "proposed"), None
    )
    if offer is None:
        raise Http404
    form = CrossForm(request.POST if request.method == "POST" else None, use_required_attribute=False)
    if form.is_bound and form.is_valid():
        yes, words = form.cleaned_data["answer"] == "yes", form.cleaned_data["words"].strip()
        with suppress(NotNow):
            answer_cross_help(keys=keys, file=file, key=CROSS + key, yes=yes, words=words, now=timezone.now())
        return redirect(settings.FAMILY_HOME)
    context = {"form": form, "offer": offer, "back": reverse(settings.FAMILY_HOME)}
    return render(
        request, "mentoring/family_meet.html", context, status=UNPROCESSABLE if form.errors else 200
    )
