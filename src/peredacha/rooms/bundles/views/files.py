"""One PDF to take along: what will be in it, what is wrong with it, the button that makes it, the file."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from peredacha.core.binder import Unbindable, exhibit_list
from peredacha.design.numbers import in_words
from peredacha.design.wording import said
from peredacha.gateways.binding import NotBound
from peredacha.rooms.bundles.services import (
    KeptBack,
    Packing,
    arranged,
    flaws,
    made_of,
    make,
    secret_among,
    sections_of,
    taken_along,
)
from peredacha.rooms.bundles.views.doors import BUSY, CONFLICT, GONE, LISTS, OpenShelf, with_packing
from peredacha.rooms.conversations.services import DamagedFile

NOTHING_RUNS = "sandbox; default-src 'none'"


def show(
    request: HttpRequest, opened: OpenShelf, one: Packing, *, wrong: str = "", status: int = 200
) -> HttpResponse:
    """The page of a bundle or a packet; ``wrong`` is a sentence about what could not be done."""
    rows: list[tuple[str, ...]] = []
    secret: tuple[int, ...] = ()
    try:
        plan = arranged(opened.held, one)
        rows = [row[-2:] for row in exhibit_list(plan.bundle).rows]
        secret = secret_among(opened.file, opened.held, plan.bundle.pages, now=timezone.now())
    except Unbindable as no:
        wrong = wrong or (said(no.said) if one.kind == "bundle" else "")
    made = made_of(opened.held, opened.shelf, one)
    sections = sections_of(opened.held, one)
    context = {
        "title": one.content["title"],
        "parts": [(two, opened.address("section", bundle=one.id, number=two.number)) for two in sections],
        "rows": rows,
        "flaws": [said(fault.said) for fault in flaws(opened.held, one)],
        "made": made,
        "damaged": [(in_words(two.numbers), two.why) for two in made.damaged] if made else [],
        "secret": in_words(secret),
        "wrong": wrong,
        "back_url": opened.address(LISTS[one.kind]),
        "change_url": opened.address(f"change_{one.kind}", bundle=one.id),
        "make_url": opened.address(f"make_{one.kind}", bundle=one.id),
        "file_url": opened.address(f"{one.kind}_file", bundle=one.id),
        "documents_url": opened.documents_url,
    }
    return render(request, "bundles/bundle.html", context, status=status)


@require_safe
@with_packing
def bundle(request: HttpRequest, opened: OpenShelf, one: Packing) -> HttpResponse:
    """What a bundle or a packet holds."""
    return show(request, opened, one)


@require_POST
@with_packing
def bind(request: HttpRequest, opened: OpenShelf, one: Packing) -> HttpResponse:
    """Make the PDF; it is kept sealed, so that a broken download begins again at once."""
    try:
        make(**opened.act, held=opened.held, packing=one, now=timezone.now())
    except KeptBack:
        return show(request, opened, one, status=CONFLICT)
    except Unbindable as no:
        return show(request, opened, one, wrong=said(no.said), status=CONFLICT)
    except NotBound as no:
        return show(request, opened, one, wrong=said(no.said), status=BUSY)
    return redirect(opened.address(one.kind, bundle=one.id))


@require_safe
@with_packing
def download(request: HttpRequest, opened: OpenShelf, one: Packing) -> HttpResponseBase:
    """The PDF, checked to its end before the first byte leaves; its name tells nothing."""
    made = made_of(opened.held, opened.shelf, one)
    if made is None:
        raise Http404
    try:
        pieces = taken_along(**opened.act, held=opened.held, made=made, now=timezone.now())
    except DamagedFile:
        return show(request, opened, one, wrong=_("The PDF is damaged. Make it once more."), status=GONE)
    except KeptBack:
        return show(request, opened, one, status=CONFLICT)
    headers = {
        "Content-Disposition": 'attachment; filename="papers.pdf"',
        "Content-Length": str(made.file.size),
        "Content-Security-Policy": NOTHING_RUNS,
        "Cross-Origin-Resource-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
        "Content-Encoding": "identity",
    }
    return StreamingHttpResponse(pieces, content_type="application/pdf", headers=headers)
