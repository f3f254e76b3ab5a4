"""Papers of a whole batch: of few boxes at once, of many beside the request and fetched once they are ready."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from peredacha.design.printing import PrintForm
from peredacha.rooms.batches.services import (
    FEW,
    MANY,
    DamagedPapers,
    NotPrinted,
    OpenBatch,
    PaperJob,
    begin_papers,
    fetch_papers,
    papers_now,
    papers_words,
    ready_papers,
)
from peredacha.rooms.batches.views.doors import BUSY, LOOKS_AGAIN, PAGES, with_batch
from peredacha.rooms.boxes.services import PDF_HEADERS, printing_of
from peredacha.rooms.vault.services import Keys

GONE = 410


@require_http_methods(PAGES)
@with_batch
def papers(request: HttpRequest, keys: Keys, opened: OpenBatch) -> HttpResponse:
    """The papers of every box of a batch that was taken."""
    now, kind = timezone.now(), request.POST.get("paper", "")
    form, works = PrintForm.asked(request), opened.papers is not None and opened.papers.works(now)
    if not form.is_bound or not form.is_valid() or kind not in MANY or works:
        return shown(request, opened, form, status=form.status)
    job = job_of(request, opened, form, kind)
    if len(opened.taken) > FEW:
        begin_papers(keys=keys, batch=opened, job=job, now=now)
        return redirect("batches:papers", batch=opened.id)
    try:
        return pdf(papers_now(keys, opened, job, now=now))
    except NotPrinted:
        return shown(request, opened, form, status=BUSY)


@require_safe
@with_batch
def paper(request: HttpRequest, keys: Keys, opened: OpenBatch, paper: UUID) -> HttpResponse:
    """Papers that are ready, as a file."""
    try:
        body = fetch_papers(opened, paper)
    except DamagedPapers:
        return shown(request, opened, PrintForm(), status=GONE)
    if body is None:
        raise Http404
    return pdf(body)


def job_of(request: HttpRequest, opened: OpenBatch, form: PrintForm, kind: str) -> PaperJob:
    """What is printed; where each paper leads back to is known without opening a parcel."""
    return PaperJob(
        kind=kind,
        printing=printing_of(form.cleaned_data, request.build_absolute_uri("/").rstrip("/")),
        path=reverse("batches:batch", args=[opened.id]),
        ways={one.parcel: reverse("boxes:box", args=[one.parcel]) for one in opened.taken},
    )


def pdf(body: bytes) -> HttpResponse:
    """A file whose name tells nothing."""
    return HttpResponse(body, content_type="application/pdf", headers=dict(PDF_HEADERS))


def shown(request: HttpRequest, opened: OpenBatch, form: PrintForm, *, status: int) -> HttpResponse:
    """What can be printed, what is being made, what is ready."""
    now, work = timezone.now(), opened.papers
    works = work is not None and work.works(now)
    context = {
        "batch": opened,
        "form": form,
        "taken": len(opened.taken),
        "many": len(opened.taken) > FEW,
        "busy": status == BUSY,
        "damaged": status == GONE,
        "works": papers_words(work.kind) if work and works else "",
        "broke": papers_words(work.kind) if work and work.broke(now) else "",
        "ready": ready_papers(opened),
    }
    answer = render(request, "batches/papers.html", context, status=status)
    if works:
        answer.headers["Refresh"] = LOOKS_AGAIN
    return answer
