"""After saving: to the matter, or eight words for the caller."""

from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from peredacha.rooms.arrivals.forms import WordsBackForm
from peredacha.rooms.arrivals.services.coding import (
    FirstCard,
    HasWords,
    OldTicket,
    fresh_ticket,
    has_words,
    words_are_written_down,
    words_for,
)
from peredacha.rooms.arrivals.services.wording import matter_url
from peredacha.rooms.arrivals.views.answering import CONFLICT, file_or_404, page
from peredacha.rooms.matters.services import MatterFile
from peredacha.rooms.people.services import AllPlacesTaken
from peredacha.rooms.vault.services import Keys, with_keys


@require_safe
@with_keys("coordinator")
def saved(request: HttpRequest, keys: Keys, matter_id: UUID) -> HttpResponse:
    """It is written down; the caller may get eight words."""
    return offer(request, file_or_404(keys, matter_id))


def offer(request: HttpRequest, file: MatterFile, status: int = 200, busy: bool = False) -> HttpResponse:
    """The page after saving, with a fresh ticket for words."""
    context = {
        "matter_id": file.matter.id,
        "matter_url": matter_url(file.matter.id),
        "has_words": has_words(file),
        "had_words": bool(file.matter.family_id),
        "ticket": fresh_ticket(file, now=timezone.now()),
        "old": status == CONFLICT,
        "busy": busy,
    }
    return page(request, "arrivals/saved.html", context, status)


@require_POST
@with_keys("coordinator")
def words(request: HttpRequest, keys: Keys, matter_id: UUID) -> HttpResponse:
    """Eight words to read aloud; the same form shows the same words until two were read back."""
    file = file_or_404(keys, matter_id)
    ticket, language = request.POST.get("ticket", ""), file.request.language
    try:
        spoken = language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        card = words_for(keys, file, ticket, language=spoken, now=timezone.now())
    except (OldTicket, HasWords):
        return offer(request, file, CONFLICT)
    except AllPlacesTaken:
        return offer(request, file, 503, busy=True)
    return told(request, file, card, ticket)


def told(request: HttpRequest, file: MatterFile, card: FirstCard, ticket: str) -> HttpResponse:
    """The words; or, once two of them came back right, the way to the matter."""
    form = WordsBackForm(card.code.words, request.POST if "word_2" in request.POST else None)
    if form.is_bound and form.is_valid():
        words_are_written_down(file)
        return redirect("arrivals:saved", matter_id=file.matter.id)
    context = {"form": form, "card": card, "ticket": ticket, "address": settings.SITE_ADDRESS}
    return page(request, "arrivals/words.html", context)
