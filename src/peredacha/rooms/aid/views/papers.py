"""The letter of offer and the complaint: one question a page, the paper, its file."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_http_methods, require_safe

from peredacha.core.documents import cover_note, html
from peredacha.core.documents.jobs import Form
from peredacha.design.needs import TOO_LONG, AnswerForm
from peredacha.design.wording import language, words
from peredacha.gateways.printing import NotPrinted
from peredacha.rooms.aid.services import (
    KINDS,
    ChangedMeanwhile,
    OpenOffer,
    Writing,
    answer,
    printed,
    writing_of,
)
from peredacha.rooms.aid.views.doors import BUSY, PAGES, page, with_offer
from peredacha.rooms.vault.services import Keys, TooLong

NOTHING_RUNS = "sandbox; default-src 'none'"


def writing_or_404(opened: OpenOffer, key: str) -> Writing:
    """A paper of the offer by its key."""
    found = writing_of(opened, key, today=timezone.localdate())
    if found is None:
        raise Http404
    return found


def show(request: HttpRequest, opened: OpenOffer, writing: Writing, *, status: int = 200) -> HttpResponse:
    """The page of a paper that can be made; each answer has a way to change it."""
    card = writing.filing.card
    needs = [need for need in card.needs if writing.need(writing.number(need))]
    context: dict[str, Any] = {
        "key": writing.key,
        "title": words(card.title),
        "about": words(card.about),
        "risk": words(card.risk),
        "body": mark_safe(html(writing.paper)) if writing.paper else "",  # noqa: S308  # core/documents/page.py escapes every word  # nosec B308 B703
        "cover": mark_safe(html(cover_note(writing.filing, timezone.localdate(), language()))),  # noqa: S308  # nosec B308 B703
        "changes": [(writing.number(need), words(need.label)) for need in needs],
        "may_change": opened.is_draft or writing.key != "offer",
        "busy": status == BUSY,
    }
    return page(request, "aid/paper.html", opened, status, **context)


@require_safe
@with_offer
def paper(request: HttpRequest, keys: Keys, opened: OpenOffer, key: str) -> HttpResponse:
    """The paper; while something must be told, the first question of it; without a list, the list."""
    writing = writing_or_404(opened, key)
    if not opened.goods:
        return redirect("aid:goods", offer=opened.offer.id)
    if writing.asked:
        number = writing.number(writing.asked[0])
        return redirect("aid:question", offer=opened.offer.id, key=key, number=number)
    return show(request, opened, writing)


@require_http_methods(PAGES)
@with_offer
def question(request: HttpRequest, keys: Keys, opened: OpenOffer, key: str, number: int) -> HttpResponse:
    """One question; its answer is kept sealed at once."""
    writing = writing_or_404(opened, key)
    need = writing.need(number)
    if need is None or (key == "offer" and not opened.is_draft):
        raise Http404
    form = AnswerForm(need, writing.facts.get(need.name), request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            answer(keys=keys, opened=opened, key=key, name=need.name, value=form.told, now=timezone.now())
            return redirect("aid:paper", offer=opened.offer.id, key=key)
        except TooLong:
            form.refuse(str(TOO_LONG))
        except ChangedMeanwhile:
            return redirect("aid:offer", offer=opened.offer.id)
    return page(request, "aid/question.html", opened, form=form, key=key, left=len(writing.asked))


@require_safe
@with_offer
def take(request: HttpRequest, keys: Keys, opened: OpenOffer, key: str, form: Form) -> HttpResponse:
    """The file of a paper: whole in memory, with a name that tells nothing."""
    writing = writing_or_404(opened, key)
    if writing.paper is None:
        raise Http404
    try:
        body = printed(writing.paper, form)
    except NotPrinted:
        return show(request, opened, writing, status=BUSY)
    headers = {
        "Content-Disposition": f'attachment; filename="paper.{form}"',
        "Content-Security-Policy": NOTHING_RUNS,
        "X-Content-Type-Options": "nosniff",
        "Content-Encoding": "identity",
    }
    return HttpResponse(body, content_type=KINDS[form], headers=headers)
