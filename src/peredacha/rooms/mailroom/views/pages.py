"""Pages of a letter: put in, looked at, turned."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_safe

from peredacha.core.cleaning import Unacceptable
from peredacha.rooms.binders.services import ManyUploads
from peredacha.rooms.conversations.services import DamagedFile
from peredacha.rooms.mailroom.forms import PagesForm
from peredacha.rooms.mailroom.services import OpenPaper, PaperPage, add_pages, large_picture
from peredacha.rooms.mailroom.views.doors import GONE, PAGES, show, with_paper

TURNS = {"90": 90, "180": 180, "270": 270}
ONLY_A_PICTURE = {
    "Content-Disposition": 'inline; filename="page.jpg"',
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Content-Encoding": "identity",
}


@csrf_exempt
@require_http_methods(PAGES)
@with_paper
def add(request: HttpRequest, paper: OpenPaper) -> HttpResponse:
    """Choose photos and send them. Who may send is known before the first byte of a file is read."""
    if request.method != "POST":
        return show(request, paper, "mailroom/add.html", {"form": PagesForm(), "kept": len(paper.pages)})
    upload = ManyUploads(request, paper.safe)
    request.upload_handlers = [upload]
    try:
        return take_files(request, paper, upload)
    finally:
        upload.close()


@csrf_protect
def take_files(request: HttpRequest, paper: OpenPaper, upload: ManyUploads) -> HttpResponse:
    """The files that came: those that can be opened are kept, for the others there is a sentence."""
    form = PagesForm(request.POST)
    form.full_clean()
    if not upload.came:
        form.refuse_files([upload.said or _("Choose at least one file on your device.")])
        return show(request, paper, "mailroom/add.html", {"form": form, "kept": len(paper.pages)})
    kept, refused = add_pages(paper=paper, waiting=upload.came, now=timezone.now())
    form.refuse_files(refused)
    if refused:
        return show(request, paper, "mailroom/add.html", {"form": form, "kept": len(paper.pages) + kept})
    return redirect("mailroom:letter", letter=paper.row.id)


def page_of(paper: OpenPaper, number: int) -> PaperPage:
    """The page with a number; Http404 for one that there is not."""
    found = next((one for one in paper.pages if one.number == number), None)
    if found is None:
        raise Http404
    return found


@require_safe
@with_paper
def page(request: HttpRequest, paper: OpenPaper, number: int) -> HttpResponse:
    """One page, large; links turn it and lead to the next one."""
    one, last = page_of(paper, number), len(paper.pages)
    turned = TURNS.get(request.GET.get("turn", ""), 0)
    context = {
        "number": one.number,
        "last": last,
        "turn": turned,
        "turn_on": (turned + 90) % 360,
        "before": one.number - 1,
        "after": one.number + 1 if one.number < last else 0,
    }
    return show(request, paper, "mailroom/page.html", context)


@require_safe
@with_paper
def picture(request: HttpRequest, paper: OpenPaper, number: int) -> HttpResponse:
    """The picture of a page, never a page of ours, never kept by a browser."""
    one = page_of(paper, number)
    try:
        made = large_picture(one, TURNS.get(request.GET.get("turn", ""), 0))
    except (DamagedFile, Unacceptable):
        return HttpResponse(status=GONE, headers=ONLY_A_PICTURE)
    return HttpResponse(made, content_type="image/jpeg", headers=ONLY_A_PICTURE)
