"""Pages put in, put in order, read, taken away and put back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_POST

from peredacha.core.binder import Unbindable
from peredacha.core.cleaning import Unacceptable
from peredacha.design.wording import said
from peredacha.rooms.binders.forms import AddForm, ArrangeForm
from peredacha.rooms.binders.services import (
    MOST_FILES,
    CannotRead,
    HeldPage,
    ManyUploads,
    TakenIn,
    arrange,
    erase_page,
    move,
    read_text,
    screen_of,
    screen_with,
    take_away,
    take_in,
    turn,
)
from peredacha.rooms.binders.views.doors import PAGES, UNPROCESSABLE, OpenBinder, with_binder, with_page
from peredacha.rooms.binders.views.pages import screen_number, show_page
from peredacha.rooms.conversations.services import DamagedFile

STEPS = {"up": -1, "down": 1}


def show_form(
    request: HttpRequest, opened: OpenBinder, form: AddForm, done: TakenIn | None = None
) -> HttpResponse:
    """The page on which files are chosen; ``done`` tells what of the last form is kept."""
    context = {"opened": opened, "form": form, "done": done, "most": MOST_FILES}
    return render(request, "binders/add.html", context, status=form.status)


@csrf_exempt
@require_http_methods(PAGES)
@with_binder
def add(request: HttpRequest, opened: OpenBinder) -> HttpResponse:
    """Choose files and send them. Who may send is known before the first byte of a file is read."""
    if request.method != "POST":
        today = timezone.localdate()
        return show_form(request, opened, AddForm(initial={"on": today}, today=today))
    upload = ManyUploads(request, opened.file.safe)
    request.upload_handlers = [upload]
    try:
        return take_files(request, opened, upload)
    finally:
        upload.close()


@csrf_protect
def take_files(request: HttpRequest, opened: OpenBinder, upload: ManyUploads) -> HttpResponse:
    """The files that came: those that can be opened are kept, the others are told by their place."""
    form = AddForm(request.POST, today=timezone.localdate())
    if not upload.came:
        form.refuse_files([upload.said or _("Choose at least one file on your device.")])
    if not form.is_valid():
        return show_form(request, opened, form)
    told = form.cleaned_data
    now = timezone.now()
    done = take_in(**opened.act, waiting=upload.came, source=told["source"], received_on=told["on"], now=now)
    form.refuse_files(refusals(done, upload.left_over))
    if form.errors:
        return show_form(request, opened, form, done)
    return redirect(opened.address("binder"))


def refusals(done: TakenIn, left_over: int) -> list[str]:
    """One sentence for each file that was not taken."""
    told = [
        _("File %(n)s was not taken: %(why)s") % {"n": one.number, "why": one.why} for one in done.refused
    ]
    if left_over:
        more = ngettext(
            "%(n)s file more was chosen than fits at once: send it now.",
            "%(n)s files more were chosen than fit at once: send them now.",
            left_over,
        )
        told.append(more % {"n": left_over})
    return told


@require_POST
@with_binder
def order(request: HttpRequest, opened: OpenBinder) -> HttpResponse:
    """The numbers typed beside pages, then the button that was pressed."""
    form = ArrangeForm([one.id for one in opened.held.pages], request.POST)
    if not form.is_valid():
        typed = {name.removeprefix("place-"): str(text)[:9] for name, text in request.POST.items()}
        screen = screen_of(opened.held, screen_number(request.POST.get("screen")), typed)
        context = {"opened": opened, "screen": screen, "form": form}
        return render(request, "binders/binder.html", context, status=UNPROCESSABLE)
    told = form.cleaned_data
    page = next((one for one in opened.held.pages if str(one.id) == told["page"]), None)
    try:
        arrange(**opened.act, typed=told["typed"])
        if page and told["act"] in STEPS:
            move(**opened.act, page=told["page"], by=STEPS[told["act"]])
        elif page and told["act"] == "turn":
            turn(**opened.act, page=page)
    except Unbindable:
        return redirect(opened.address("binder"))  # it was taken away meanwhile: the list shows what is there
    number = screen_with(opened.held, page.id) if page else screen_number(request.POST.get("screen"))
    place = f"#page-{page.id}" if page else ""
    return redirect(f"{opened.address('binder')}?screen={number}{place}")


@require_POST
@with_page
def read(request: HttpRequest, opened: OpenBinder, one: HeldPage) -> HttpResponse:
    """The machine reads one page."""
    try:
        read_text(**opened.act, held=opened.held, page=one)
    except CannotRead:
        return show_page(
            request, opened, one, said=_("This server cannot read pages. Type the words yourself.")
        )
    except Unacceptable as no:
        return show_page(request, opened, one, said=said(no.said))
    except DamagedFile:
        return show_page(
            request, opened, one, said=_("The file of this page is damaged. Put it in once more.")
        )
    return redirect(opened.address("page", page=one.id) + "#id_text")


@require_POST
@with_page
def take(request: HttpRequest, opened: OpenBinder, one: HeldPage) -> HttpResponse:
    """Take a page away; the list of what was taken away puts it back."""
    take_away(**opened.act, line=one, now=timezone.now())
    return redirect(opened.address("away"))


@require_POST
@with_page
def put(request: HttpRequest, opened: OpenBinder, one: HeldPage) -> HttpResponse:
    """Put a page back where it was."""
    take_away(**opened.act, line=one, gone=False, now=timezone.now())
    return redirect(opened.address("binder"))


@require_POST
@with_page
def erase(request: HttpRequest, opened: OpenBinder, one: HeldPage) -> HttpResponse:
    """Erase a page for good, if it was taken away before."""
    erase_page(**opened.act, page=one, now=timezone.now())
    return redirect(opened.address("away"))
