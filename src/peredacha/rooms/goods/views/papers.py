"""Certificates and receipts of a good: sent, looked at, taken away."""

from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peredacha.core.cleaning import Unacceptable
from peredacha.design.wording import said
from peredacha.rooms.conversations.services import DamagedFile, MemoryUpload, whole
from peredacha.rooms.goods.forms import PaperForm
from peredacha.rooms.goods.models import Good
from peredacha.rooms.goods.selectors import name_of
from peredacha.rooms.goods.services import (
    PAGES,
    attach_paper,
    can_keep_papers,
    find_paper,
    papers_of,
    remove_paper,
    with_good,
)
from peredacha.rooms.vault.services import Keys

NOTHING_RUNS = "sandbox; default-src 'none'"


def show(request: HttpRequest, keys: Keys, good: Good, form: PaperForm) -> HttpResponse:
    """The papers of a good, and a new one."""
    context = {
        "good": good,
        "name": name_of(good),
        "home": reverse(settings.GOOD_HOME, args=[good.id]),
        "form": form,
        "papers": papers_of(keys, good, now=timezone.now()),
        "can": can_keep_papers(keys),
    }
    return render(request, "goods/papers.html", context, status=form.status)


def sent_or_shown(request: HttpRequest, keys: Keys, good: Good) -> HttpResponse:
    """Look, or send a file. Who may send is known before the first byte of the file is read."""
    if request.method != "POST":
        return show(request, keys, good, PaperForm())
    upload = MemoryUpload(request)
    request.upload_handlers = [upload]
    try:
        response: HttpResponse = taken(request, keys, good, upload)
        return response
    finally:
        upload.close()


@csrf_protect
def taken(request: HttpRequest, keys: Keys, good: Good, upload: MemoryUpload) -> HttpResponse:
    """The file that came."""
    form = PaperForm(request.POST, request.FILES, refusal=upload.said)
    if form.is_valid():
        told = form.cleaned_data
        try:
            attach_paper(
                keys=keys,
                good=good,
                name=told["file"].name or "",
                body=told["file"].read(),
                best_before=told["best_before"],
                now=timezone.now(),
            )
            return redirect("goods:papers", good=good.id)
        except Unacceptable as refused:
            form.add_error("file", said(refused.said))
    return show(request, keys, good, form)


papers = csrf_exempt(require_http_methods(PAGES)(with_good(sent_or_shown)))


@require_safe
@with_good
def body(request: HttpRequest, keys: Keys, good: Good, paper: UUID) -> HttpResponseBase:
    """The paper itself, checked to its end before the first byte leaves; never a page of ours."""
    try:
        found = find_paper(keys, good, paper, now=timezone.now())
        if found is None:
            raise Http404
        pieces = whole(found)
    except DamagedFile:
        raise Http404 from None
    headers = {
        "Content-Disposition": f'attachment; filename="{found.download_name}"',
        "Content-Length": str(found.size),
        "Content-Security-Policy": NOTHING_RUNS,
        "Cross-Origin-Resource-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
        "Content-Encoding": "identity",
    }
    return StreamingHttpResponse(pieces, content_type=found.kind, headers=headers)


@require_POST
@with_good
def remove(_request: HttpRequest, keys: Keys, good: Good, paper: UUID) -> HttpResponse:
    """A paper is taken away by somebody who can open it."""
    remove_paper(keys=keys, good=good, paper=paper, now=timezone.now())
    return redirect("goods:papers", good=good.id)
