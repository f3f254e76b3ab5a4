"""One question a page, then everything once more, and the button that sends."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from peredacha.design.wording import language
from peredacha.rooms.asking.forms import AskedForm, SendForm
from peredacha.rooms.asking.selectors import question_of
from peredacha.rooms.asking.services import (
    Draft,
    OldTicket,
    draft_of,
    fresh_ticket,
    send_request,
    told_draft,
    way_back,
    way_on,
    with_step,
    without_draft,
)
from peredacha.rooms.intake.selectors import is_somebody_there
from peredacha.rooms.intake.services import TooManyAnswers, keeping, kept_by
from peredacha.rooms.matters.services import NoReception
from peredacha.rooms.people.services import AllPlacesTaken, keep_visit, visit_of

PAGES = ["GET", "HEAD", "POST"]


@require_http_methods(PAGES)
def question(request: HttpRequest, step: str) -> HttpResponse:
    """One question; its answer stays in the browser and leads to the next one."""
    if not is_somebody_there():
        return render(request, "asking/nobody_there.html")
    kept = kept_by(request)
    draft = draft_of(kept)
    if not draft.may_answer(step):
        return redirect(way_on(draft))
    data = request.POST if request.method == "POST" else None
    form = AskedForm(question_of(step, draft.way), draft.given.get(step), data)
    if data is not None and form.is_valid():
        changed = with_step(kept, step, form.cleaned_data["answer"])
        try:
            return keeping(redirect(way_on(draft_of(changed))), changed)
        except TooManyAnswers:
            form.add_error("answer", form.too_long)
    status = 422 if form.errors else 200
    context = {"form": form, "back_url": way_back(draft, step), "progress": draft.progress(step)}
    return render(request, "asking/question.html", context, status=status)


@require_http_methods(PAGES)
def send(request: HttpRequest) -> HttpResponse:
    """What would be sent, what becomes of it, and the button that sends."""
    kept = kept_by(request)
    draft = draft_of(kept)
    if draft.next:
        return redirect(way_on(draft) if draft.given or not is_family(request) else "asking:words")
    form = SendForm(request.POST if request.method == "POST" else None)
    if not form.is_bound or not form.is_valid():
        return last_page(request, form, draft)
    try:
        visit = send_request(
            kept, ticket=form.cleaned_data["ticket"], language=language(), now=timezone.now()
        )
        return keeping(keep_visit(redirect("asking:words"), visit), without_draft(kept))
    except OldTicket:
        return last_page(request, form, draft, form.too_old, 422)
    except (AllPlacesTaken, NoReception) as error:
        said = form.busy if isinstance(error, AllPlacesTaken) else form.nobody
        return last_page(request, form, draft, said, 503)


def is_family(request: HttpRequest) -> bool:
    """Whether a family's visit is open here: then its request was sent a moment ago."""
    visit = visit_of(request)
    return visit is not None and visit.kind == "family"


def last_page(
    request: HttpRequest, form: SendForm, draft: Draft, said: str = "", status: int = 200
) -> HttpResponse:
    """Everything once more; ``said``: one sentence why it was not sent. A ticket that may still serve stays."""
    if said:
        form.add_error(None, said)
    ticket = form.cleaned_data.get("ticket", "") if status == 503 else fresh_ticket(timezone.now())
    context = {
        "form": form,
        "ticket": ticket,
        "told": told_draft(draft),
        "back_url": way_back(draft, "send"),
        "progress": draft.progress("send"),
    }
    return render(request, "asking/send.html", context, status=status)
