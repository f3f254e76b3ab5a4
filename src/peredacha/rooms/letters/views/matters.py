"""Letters of one matter: for the family and its helpers."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peredacha.rooms.conversations.services import DamagedFile
from peredacha.rooms.letters.forms import AgreeForm
from peredacha.rooms.letters.services import (
    NotOpen,
    RealName,
    agree,
    family_page,
    first_answers,
    page_of_matter,
    sent_page,
    stop,
)
from peredacha.rooms.matters.services import OpenMatter, with_matter

FORM = ("GET", "HEAD", "POST")


@require_safe
@with_matter
def letters(request: HttpRequest, opened: OpenMatter) -> HttpResponse:
    """Whether letters are wished, what was written, what came back."""
    return render(
        request, "letters/matter.html", {"opened": opened, "told": family_page(opened, now=timezone.now())}
    )


@require_http_methods(FORM)
@with_matter
def agree_to(request: HttpRequest, opened: OpenMatter) -> HttpResponse:
    """A yes to letters, with an alias and what to write about."""
    now = timezone.now()
    form = AgreeForm.asked(request, initial=first_answers(opened.keys, opened.file, now=now))
    if form.is_bound and form.is_valid():
        try:
            agree(keys=opened.keys, file=opened.file, card=form.card, consent=form.consent, now=now)
            return redirect("letters:matter", matter=opened.matter)
        except RealName as real:
            form.refuse_name(real.where)
    return render(request, "letters/agree.html", {"opened": opened, "form": form}, status=form.status)


@require_POST
@with_matter
def stop_all(request: HttpRequest, opened: OpenMatter) -> HttpResponse:
    """No more letters, from now on."""
    stop(keys=opened.keys, file=opened.file, now=timezone.now())
    return redirect("letters:matter", matter=opened.matter)


@require_safe
@with_matter
def page(request: HttpRequest, opened: OpenMatter, letter: UUID, page: UUID) -> HttpResponse:
    """A page of an answer, once somebody has looked at it."""
    try:
        return sent_page(page_of_matter(opened, letter, page, now=timezone.now()))
    except (NotOpen, DamagedFile):
        raise Http404 from None
