"""One matter: who could stand by the family, yes or no, the hand-over."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from peredacha.rooms.mentoring.forms import ChoiceForm, NoteForm, WhyForm
from peredacha.rooms.mentoring.services import (
    NotNow,
    accept,
    begin_hand_over,
    choose,
    decline,
    end_match,
    family_agrees,
    share_notes,
    stay_after_all,
    suggest_for,
    summary_for,
)
from peredacha.rooms.mentoring.views.answering import (
    PAGES,
    UNPROCESSABLE,
    changed_meanwhile,
    file_or_404,
    matter_page,
    to_matter,
)
from peredacha.rooms.vault.services import Keys, with_keys


@require_http_methods(PAGES)
@with_keys("coordinator")
def suggestions(request: HttpRequest, keys: Keys, matter: UUID) -> HttpResponse:
    """Who could stand by this family, or come next; a button takes one."""
    file, now = file_or_404(keys, matter), timezone.now()
    form = ChoiceForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            return to_matter(choose(keys=keys, file=file, member=form.cleaned_data["member"], now=now))
        except NotNow:
            return changed_meanwhile(request, reverse("mentoring:suggestions", args=[matter]))
    context = {
        "suggested": suggest_for(keys, file, now=now),
        "summary": summary_for(file),
        "back": matter_page(file),
    }
    return render(
        request, "mentoring/suggestions.html", context, status=UNPROCESSABLE if form.errors else 200
    )


@require_POST
@with_keys("veteran")
def take(request: HttpRequest, keys: Keys, matter: UUID) -> HttpResponse:
    """Yes: I stand by this family."""
    file = file_or_404(keys, matter)
    try:
        return to_matter(accept(keys=keys, file=file, now=timezone.now()))
    except NotNow:
        return changed_meanwhile(request, reverse("veterans:me"))


@require_http_methods(PAGES)
@with_keys("veteran")
def refuse(request: HttpRequest, keys: Keys, matter: UUID) -> HttpResponse:
    """No, or no longer; why is for helpers alone."""
    file = file_or_404(keys, matter)
    form = WhyForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            decline(keys=keys, file=file, why=form.cleaned_data["why"], now=timezone.now())
        except NotNow:
            return changed_meanwhile(request, reverse("veterans:me"))
        return redirect("veterans:me")
    context = {"form": form, "back": matter_page(file)}
    return render(request, "mentoring/decline.html", context, status=UNPROCESSABLE if form.errors else 200)


@require_http_methods(PAGES)
@with_keys("veteran", "coordinator")
def hand_over(request: HttpRequest, keys: Keys, matter: UUID) -> HttpResponse:
    """Somebody else shall stand by this family: with a note for who comes."""
    file = file_or_404(keys, matter)
    form = NoteForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            note = form.cleaned_data["note"].strip()
            return to_matter(begin_hand_over(keys=keys, file=file, note=note, now=timezone.now()))
        except NotNow:
            return changed_meanwhile(request, reverse("mentoring:hand_over", args=[matter]))
    context = {"form": form, "back": matter_page(file), "summary": summary_for(file)}
    return render(request, "mentoring/hand_over.html", context, status=UNPROCESSABLE if form.errors else 200)


@require_POST
@with_keys("veteran")
def stay(request: HttpRequest, keys: Keys, matter: UUID) -> HttpResponse:
    """I stay with this family after all."""
    file = file_or_404(keys, matter)
    try:
        return to_matter(stay_after_all(keys=keys, file=file, now=timezone.now()))
    except NotNow:
        return changed_meanwhile(request, reverse("veterans:me"))


@require_POST
@with_keys("coordinator")
def agreed(request: HttpRequest, keys: Keys, matter: UUID) -> HttpResponse:
    """The family said yes by telephone to who comes next."""
    file = file_or_404(keys, matter)
    try:
        family_agrees(keys=keys, file=file, now=timezone.now())
    except NotNow:
        return changed_meanwhile(request, reverse("mentoring:hand_overs"))
    return redirect("mentoring:hand_overs")


@require_POST
@with_keys("coordinator")
def end(request: HttpRequest, keys: Keys, matter: UUID) -> HttpResponse:
    """The veteran cannot be asked any more: the family waits for another."""
    file = file_or_404(keys, matter)
    try:
        end_match(keys=keys, file=file, now=timezone.now())
    except NotNow:
        return changed_meanwhile(request, reverse("mentoring:hand_overs"))
    return redirect("mentoring:suggestions", matter=matter)


@require_POST
@with_keys("coordinator")
def notes(request: HttpRequest, keys: Keys, matter: UUID) -> HttpResponse:
    """Who holds the matter may read the helpers' older notes."""
    share_notes(keys=keys, file=file_or_404(keys, matter), now=timezone.now())
    return redirect("mentoring:hand_overs")
