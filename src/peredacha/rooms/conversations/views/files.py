"""Files of a talk: sent, looked at, taken along."""

from dataclasses import replace
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_safe

from peredacha.core.cleaning import Unacceptable
from peredacha.design.wording import said
from peredacha.rooms.conversations.forms import SendFileForm
from peredacha.rooms.conversations.services import (
    DamagedFile,
    Incoming,
    MemoryUpload,
    OpenAttachment,
    address_of,
    find_attachment,
    fresh_once,
    send_file,
    stands_inside,
    whole,
)
from peredacha.rooms.conversations.views.talks import Talk, for_family, for_helper
from peredacha.rooms.matters.services import leave_trace

GONE = 410
NOTHING_RUNS = "sandbox; default-src 'none'"


def show_form(request: HttpRequest, talk: Talk, form: SendFileForm) -> HttpResponse:
    """The page on which a file is chosen."""
    status = 422 if form.errors else 200
    return render(request, "conversations/send_file.html", {"form": form, "talk": talk}, status=status)


def attach(request: HttpRequest, talk: Talk) -> HttpResponse:
    """Choose a file and send it. Who may send is known before the first byte of the file is read."""
    if request.method != "POST":
        return show_form(request, talk, SendFileForm(initial={"once": fresh_once()}))
    upload = MemoryUpload(request)
    request.upload_handlers = [upload]
    try:
        return take(request, talk, upload)
    finally:
        upload.close()


@csrf_protect
def take(request: HttpRequest, talk: Talk, upload: MemoryUpload) -> HttpResponse:
    """The file that came; a refused one leaves the words on the page."""
    form = SendFileForm(request.POST, request.FILES, refusal=upload.said)
    if not form.is_valid():
        return show_form(request, talk, form)
    told = form.cleaned_data
    incoming = Incoming(told["file"].name or "", told["file"].read(), told["keep_original"])
    try:
        sent = send_file(
            keys=talk.keys,
            file=talk.file,
            incoming=incoming,
            text=told["text"],
            now=timezone.now(),
            inner=talk.inner,
            once=told["once"],
        )
    except Unacceptable as refused:
        form.add_error("file", said(refused.said))
        return show_form(request, talk, form)
    if sent.file and sent.left_out:
        return redirect(address_of("file", sent.file, talk.matter))
    return redirect(talk.home)


def in_its_talk(talk: Talk, attachment: UUID) -> Talk:
    """The talk to which the way back leads: the one in which the file was sent."""
    return replace(talk, inner=stands_inside(talk.file, attachment))


def opened(talk: Talk, attachment: UUID) -> OpenAttachment:
    """The file behind an address; no file for whom it does not open."""
    found = find_attachment(talk.file, attachment)
    if found is None:
        raise Http404
    return found


def damaged(request: HttpRequest, talk: Talk) -> HttpResponse:
    """This one file cannot be read; the rest can."""
    return render(request, "conversations/damaged.html", {"talk": talk}, status=GONE)


def file(request: HttpRequest, talk: Talk, attachment: UUID) -> HttpResponse:
    """What a file is, what was left out of it, and the picture itself where it is one."""
    talk = in_its_talk(talk, attachment)
    try:
        found = opened(talk, attachment)
    except DamagedFile:
        return damaged(request, talk)
    context = {
        "talk": talk,
        "file": found,
        "size": filesizeformat(found.size),
        "body_url": address_of("body", attachment, talk.matter),
    }
    return render(request, "conversations/file.html", context)


def body(request: HttpRequest, talk: Talk, attachment: UUID) -> HttpResponseBase:
    """The file itself, checked to its end before the first byte leaves; never a page of ours."""
    try:
        found = opened(talk, attachment)
        pieces = whole(found)
    except DamagedFile:
        return damaged(request, in_its_talk(talk, attachment))
    leave_trace(keys=talk.keys, file=talk.file, act="file_read", now=timezone.now())
    headers = {
        "Content-Disposition": f'attachment; filename="{found.download_name}"',
        "Content-Length": str(found.size),
        "Content-Security-Policy": NOTHING_RUNS,
        "Cross-Origin-Resource-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
        # Already small; without its length a slow phone could not show how much is left.
        "Content-Encoding": "identity",
    }
    return StreamingHttpResponse(pieces, content_type=found.kind, headers=headers)


FORM = require_http_methods(["GET", "HEAD", "POST"])
helper_attach = csrf_exempt(FORM(for_helper(attach)))
helper_attach_inner = csrf_exempt(FORM(for_helper(attach, inner=True)))
family_attach = csrf_exempt(FORM(for_family(attach)))
helper_file = require_safe(for_helper(file))
family_file = require_safe(for_family(file))
helper_body = require_safe(for_helper(body))
family_body = require_safe(for_family(body))
