"""The shelf: what lies there, a letter that comes, what was put away."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from peredacha.rooms.mailroom.forms import ReceivedForm
from peredacha.rooms.mailroom.services import shelf, take_letter, told_away
from peredacha.rooms.mailroom.views.doors import PAGES, with_mail
from peredacha.rooms.matters.services import NoReception
from peredacha.rooms.vault.services import Keys


@require_safe
@with_mail
def index(request: HttpRequest, keys: Keys) -> HttpResponse:
    """Letters with which something is to be done."""
    return render(request, "mailroom/index.html", {"lines": shelf(keys, now=timezone.now())})


@require_http_methods(PAGES)
@with_mail
def new(request: HttpRequest, keys: Keys) -> HttpResponse:
    """A letter came: it gets its number."""
    now = timezone.now()
    form = ReceivedForm(request.POST if request.method == "POST" else None, today=timezone.localdate(now))
    if form.is_bound and form.is_valid():
        told = form.cleaned_data
        try:
            row = take_letter(keys=keys, letter=told["letter"], received_on=told["on"], now=now)
        except NoReception:
            row = None
        if row:
            return redirect("mailroom:add", letter=row.id)
        form.refuse(_("This form cannot be used any more. Open the page once more."))
    return render(request, "mailroom/new.html", {"form": form}, status=form.status)


@require_safe
@with_mail
def away(request: HttpRequest, keys: Keys) -> HttpResponse:
    """Letters that were put away and are not erased yet."""
    return render(request, "mailroom/away.html", {"lines": told_away(keys, now=timezone.now())})
