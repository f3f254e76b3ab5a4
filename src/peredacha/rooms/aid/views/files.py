"""Certificates, receipts and papers of the place: sent, and taken along."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_safe

from peredacha.core.cleaning import Unacceptable
from peredacha.design.wording import said
from peredacha.rooms.aid.forms import FileForm
from peredacha.rooms.aid.services import FILES, OpenOffer, body_of, find_file, keep_file
from peredacha.rooms.aid.views.doors import PAGES, page, with_offer
from peredacha.rooms.conversations.services import DamagedFile, MemoryUpload
from peredacha.rooms.vault.services import Keys

GONE = 410
NOTHING_RUNS = "sandbox; default-src 'none'"


@csrf_exempt
@require_http_methods(PAGES)
@with_offer
def add(request: HttpRequest, keys: Keys, opened: OpenOffer) -> HttpResponse:
    """Choose a file and send it. Who may send is known before the first byte of the file is read."""
    if request.method != "POST":
        return page(request, "aid/file.html", opened, form=FileForm(kinds=FILES))
    upload = MemoryUpload(request)
    request.upload_handlers = [upload]
    try:
        return take(request, keys, opened, upload)
    finally:
        upload.close()


@csrf_protect
def take(request: HttpRequest, keys: Keys, opened: OpenOffer, upload: MemoryUpload) -> HttpResponse:
    """The file that came; a refused one leaves the words on the page."""
    form = FileForm(request.POST, request.FILES, kinds=FILES, refusal=upload.said)
    if form.is_valid():
        told = form.cleaned_data
        try:
            sent = {"what": told["what"], "words": told["words"], "body": told["file"].read()}
            keep_file(keys=keys, opened=opened, now=timezone.now(), **sent)
            return redirect("aid:offer", offer=opened.offer.id)
        except Unacceptable as refused:
            form.add_error("file", said(refused.said))
    return page(request, "aid/file.html", opened, form=form)


@require_safe
@with_offer
def body(request: HttpRequest, keys: Keys, opened: OpenOffer, file: UUID) -> HttpResponseBase:
    """The file itself, checked to its end before the first byte leaves; never a page of ours."""
    found = find_file(opened, file)
    if found is None:
        raise Http404
    try:
        pieces = body_of(found)
    except DamagedFile:
        return page(request, "aid/damaged.html", opened, GONE)
    headers = {
        "Content-Disposition": f'attachment; filename="{found.download_name}"',
        "Content-Length": str(found.size),
        "Content-Security-Policy": NOTHING_RUNS,
        "Cross-Origin-Resource-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
        "Content-Encoding": "identity",
    }
    return StreamingHttpResponse(pieces, content_type=found.kind, headers=headers)
