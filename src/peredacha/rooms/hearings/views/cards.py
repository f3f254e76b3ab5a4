"""The court's card: brought, looked at, kept or thrown away. Nothing is fetched, and no file is kept."""

from contextlib import suppress

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_POST

from peredacha.rooms.conversations.services import MemoryUpload
from peredacha.rooms.hearings.forms import CardForm, ChosenForm
from peredacha.rooms.hearings.services import (
    ChangedMeanwhile,
    keep_card,
    lay_down,
    read_brought,
    read_shelf,
    throw_away,
    told_check,
)
from peredacha.rooms.hearings.views.listing import PAGES
from peredacha.rooms.matters.services import OpenMatter, with_matter
from peredacha.rooms.vault.services import TooLong


@csrf_exempt
@require_http_methods(PAGES)
@with_matter
def card(request: HttpRequest, opened: OpenMatter) -> HttpResponse:
    """Paste the card or choose the saved page. Who may is known before the first byte is read, in memory."""
    if request.method != "POST":
        return show_card(request, opened, CardForm())
    upload = MemoryUpload(request)
    request.upload_handlers = [upload]
    try:
        return take_card(request, opened, upload)
    except RequestDataTooBig:
        return show_card(
            request,
            opened,
            CardForm.refused(_("This is more than one card. Open the case itself and copy only its card.")),
        )
    finally:
        upload.close()


def show_card(request: HttpRequest, opened: OpenMatter, form: CardForm) -> HttpResponse:
    """The page on which a card is pasted."""
    waits = read_shelf(opened.file).waiting is not None
    context = {"opened": opened, "form": form, "waits": waits}
    return render(request, "hearings/card.html", context, status=form.status)


@csrf_protect
def take_card(request: HttpRequest, opened: OpenMatter, upload: MemoryUpload) -> HttpResponse:
    """What came, read; laid down sealed to be looked at."""
    form = CardForm(request.POST, request.FILES)
    if upload.said:
        form.full_clean()
        form.add_error("file", upload.said)
    if not form.is_valid():
        return show_card(request, opened, form)
    brought = read_brought(form.cleaned_data["text"], form.cleaned_data["file"])
    if isinstance(brought, str):
        form.add_error("file" if form.cleaned_data["file"] else "text", brought)
        return show_card(request, opened, form)
    try:
        lay_down(keys=opened.keys, file=opened.file, card=brought, now=timezone.now())
    except TooLong:
        form.refuse(
            _("This card is longer than we can keep. Copy only its first pages: number, judge, hearings.")
        )
        return show_card(request, opened, form)
    return redirect("hearings:check", matter=opened.matter)


@require_http_methods(PAGES)
@with_matter
def check(request: HttpRequest, opened: OpenMatter) -> HttpResponse:
    """What is new on the card that waits; what is chosen is kept."""
    told = told_check(opened.file, now=timezone.now())
    if told is None:
        return redirect("hearings:matter", matter=opened.matter)
    form = ChosenForm(told.lines, request.POST if request.method == "POST" else None, initial=told.first)
    if form.is_bound and form.is_valid():
        with suppress(ChangedMeanwhile):
            keep_card(keys=opened.keys, file=opened.file, now=timezone.now(), **form.cleaned_data)
            return redirect("hearings:matter", matter=opened.matter)
        return redirect("hearings:check", matter=opened.matter)
    context = {"opened": opened, "form": form, "told": told}
    return render(request, "hearings/check.html", context, status=form.status)


@require_POST
@with_matter
def away(request: HttpRequest, opened: OpenMatter) -> HttpResponse:
    """The card that waits is not kept."""
    try:
        throw_away(keys=opened.keys, file=opened.file, mark=request.POST.get("mark", ""), now=timezone.now())
    except ChangedMeanwhile:
        return redirect("hearings:check", matter=opened.matter)
    return redirect("hearings:matter", matter=opened.matter)
