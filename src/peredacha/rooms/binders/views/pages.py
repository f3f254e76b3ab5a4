"""Pages looked at: the list, one page, all words, what was taken away."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from peredacha.core.cleaning import Unacceptable
from peredacha.design.numbers import TOO_LONG
from peredacha.design.pictures import no_picture, page_picture
from peredacha.design.wording import said
from peredacha.rooms.binders.forms import DescribeForm
from peredacha.rooms.binders.services import (
    HeldPage,
    can_read,
    describe,
    large_picture,
    page_line,
    screen_of,
    screen_with,
    small_picture,
)
from peredacha.rooms.binders.views.doors import GONE, PAGES, UNPROCESSABLE, OpenBinder, with_binder, with_page
from peredacha.rooms.conversations.services import DamagedFile
from peredacha.rooms.matters.selectors import matter_of_family
from peredacha.rooms.matters.services import leave_trace
from peredacha.rooms.vault.services import Keys, TooLong, with_family


@require_safe
@with_family(settings.FAMILY_DOOR)
def mine(request: HttpRequest, keys: Keys) -> HttpResponse:
    """The family's own binder, behind an address that names nothing."""
    matter = matter_of_family(keys.holder)
    return redirect("binders:binder", matter=matter.id) if matter else redirect(settings.FAMILY_HOME)


def screen_number(text: str | None) -> int:
    """The number of a screen as an address or a form tells it; 1 for what is no number."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else 1


@require_safe
@with_binder
def binder(request: HttpRequest, opened: OpenBinder) -> HttpResponse:
    """The pages in their order, a part at a time."""
    number = screen_number(request.GET.get("screen"))
    screen = screen_of(opened.held, number)
    return render(request, "binders/binder.html", {"opened": opened, "screen": screen})


@require_safe
@with_binder
def words(request: HttpRequest, opened: OpenBinder) -> HttpResponse:
    """The words of all pages on one page, so that the browser can search in them."""
    leave_trace(keys=opened.keys, file=opened.file, act="file_read", now=timezone.now())
    lines = [page_line(one) for one in opened.held.pages]
    return render(request, "binders/words.html", {"opened": opened, "lines": lines})


@require_safe
@with_binder
def away(request: HttpRequest, opened: OpenBinder) -> HttpResponse:
    """What was taken away: each page can be put back, or erased for good."""
    lines = [page_line(one) for one in opened.held.away]
    return render(request, "binders/away.html", {"opened": opened, "lines": lines})


@require_http_methods(PAGES)
@with_page
def page(request: HttpRequest, opened: OpenBinder, one: HeldPage) -> HttpResponse:
    """One page, large, with what is told of it."""
    told = {"source": one.page.source, "on": one.page.received_on, "text": one.page.text or ""}
    form = DescribeForm.asked(request, today=timezone.localdate(), initial=told)
    if form.is_bound and form.is_valid():
        clean = form.cleaned_data
        text = clean["text"] if clean["text"] or one.page.text is not None else None
        try:
            describe(**opened.act, page=one, source=clean["source"], on=clean["on"].isoformat(), text=text)
            return redirect(
                f"{opened.address('binder')}?screen={screen_with(opened.held, one.id)}#page-{one.id}"
            )
        except TooLong:
            form.refuse(str(TOO_LONG))
    return show_page(request, opened, one, form)


def show_page(
    request: HttpRequest, opened: OpenBinder, one: HeldPage, form: DescribeForm | None = None, said: str = ""
) -> HttpResponse:
    """The page of a page; ``said`` is why the machine could not read it."""
    told = {"source": one.page.source, "on": one.page.received_on, "text": one.page.text or ""}
    found = opened.held.files.get(one.file)
    context = {
        "opened": opened,
        "page": one,
        "line": page_line(one),
        "form": form or DescribeForm(today=timezone.localdate(), initial=told),
        "can_read": can_read(),
        "left_out": found.left_out if found else (),
        "lost": found is None,
        "said": said,
    }
    status = UNPROCESSABLE if said else context["form"].status  # type: ignore[attr-defined]
    return render(request, "binders/page.html", context, status=status)


@require_safe
@with_page
def small(request: HttpRequest, opened: OpenBinder, one: HeldPage) -> HttpResponse:
    """The small picture of a page."""
    try:
        return page_picture(small_picture(**opened.act, held=opened.held, page=one))
    except (DamagedFile, Unacceptable):
        return no_picture()


@require_safe
@with_page
def large(request: HttpRequest, opened: OpenBinder, one: HeldPage) -> HttpResponse:
    """The picture of a page at which it can be read."""
    try:
        made = large_picture(opened.held, one)
    except DamagedFile:
        return no_picture()
    except Unacceptable as no:
        return HttpResponse(said(no.said), status=GONE, content_type="text/plain; charset=utf-8")
    leave_trace(**opened.act, act="file_read", now=timezone.now())
    return page_picture(made)
