"""Pages of a letter: put in, looked at, turned."""

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peredacha.core.cleaning import Unacceptable
from peredacha.design.pictures import no_picture, page_picture
from peredacha.design.wording import said
from peredacha.rooms.binders.services import CannotRead, ManyUploads, can_read
from peredacha.rooms.conversations.services import DamagedFile
from peredacha.rooms.mailroom.forms import PagesForm
from peredacha.rooms.mailroom.selectors import STANDING
from peredacha.rooms.mailroom.services import (
    OpenPaper,
    PaperPage,
    add_pages,
    large_picture,
    read_before,
    read_words,
)
from peredacha.rooms.mailroom.views.doors import PAGES, show, with_paper

TURNS = {"90": 90, "180": 180, "270": 270}


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


def turn_of(told: QueryDict) -> int:
    """How far the page is turned [degrees]."""
    return TURNS.get(told.get("turn", ""), 0)


def show_page(
    request: HttpRequest, paper: OpenPaper, one: PaperPage, turn: int, why_not: str = ""
) -> HttpResponse:
    """One page, large, with what the machine read on it; ``why_not``: why it could not read."""
    last = len(paper.pages)
    context = {
        "number": one.number,
        "last": last,
        "turn": turn,
        "turn_on": (turn + 90) % 360,
        "before": one.number - 1,
        "after": one.number + 1 if one.number < last else 0,
        "read": read_before(paper, one),
        "may_read": can_read() and paper.row.state in STANDING,
        "why_not": why_not,
    }
    return show(request, paper, "mailroom/page.html", context, 422 if why_not else 200)


@require_safe
@with_paper
def page(request: HttpRequest, paper: OpenPaper, number: int) -> HttpResponse:
    """One page, large; links turn it and lead to the next one."""
    return show_page(request, paper, page_of(paper, number), turn_of(request.GET))


@require_POST
@with_paper
def read(request: HttpRequest, paper: OpenPaper, number: int) -> HttpResponse:
    """The machine reads a page, turned as it is looked at."""
    one, turn = page_of(paper, number), turn_of(request.POST)
    try:
        read_words(paper=paper, page=one, rotation=turn, now=timezone.now())
    except CannotRead:
        why_not = _("This server cannot read pages. Type the words yourself.")
    except Unacceptable as no:
        why_not = said(no.said)
    except DamagedFile:
        why_not = _("The file of this page is damaged. Put it in once more.")
    else:
        address = reverse("mailroom:page", args=[paper.row.id, number])
        return redirect(f"{address}?turn={turn}#words" if turn else f"{address}#words")
    return show_page(request, paper, one, turn, why_not)


@require_safe
@with_paper
def picture(request: HttpRequest, paper: OpenPaper, number: int) -> HttpResponse:
    """The picture of a page, never a page of ours, never kept by a browser."""
    one = page_of(paper, number)
    try:
        made = large_picture(one, turn_of(request.GET))
    except (DamagedFile, Unacceptable):
        return no_picture()
    return page_picture(made)
