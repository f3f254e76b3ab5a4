"""The desk of letters: what waits, each read once more, printed, posted."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from peredacha.gateways.slips import NotPrinted
from peredacha.rooms.letters.models import Letter, LetterState
from peredacha.rooms.letters.services import NO_PAGE_OF_OURS, told_check, told_letter, with_letter
from peredacha.rooms.postroom.forms import AddressForm, PostForm, ReadForm
from peredacha.rooms.postroom.services import (
    NothingToPrint,
    ReadAlready,
    findings_of,
    let_through,
    letter_to_read,
    overview,
    post_letters,
    print_letters,
    printed_lines,
    send_back,
    shelf,
)
from peredacha.rooms.vault.services import Keys, with_keys

FOR = ("packer", "coordinator")
FORM = ("GET", "HEAD", "POST")
CONFLICT, BUSY = 409, 503


@require_safe
@with_keys(*FOR)
def waiting(request: HttpRequest, keys: Keys) -> HttpResponse:
    """What waits to be read, printed, posted, looked at."""
    return render(request, "postroom/desk.html", {"told": overview(keys, now=timezone.now())})


@require_http_methods(FORM)
@with_keys(*FOR)
@with_letter
def read(request: HttpRequest, keys: Keys, letter: Letter) -> HttpResponse:
    """One letter: read it, then let it through or send it back."""
    now = timezone.now()
    form = ReadForm.asked(request)
    try:
        one = letter_to_read(keys, letter, now=now)
        if form.is_bound and form.is_valid():
            told = form.cleaned_data
            if told["act"] == "pass":
                let_through(keys=keys, letter=letter, now=now)
            else:
                send_back(keys=keys, letter=letter, says=told["says"], now=now)
            return redirect("postroom:waiting")
    except ReadAlready:
        if request.method == "POST":
            return redirect("postroom:waiting")
        raise Http404 from None
    context = {"form": form, "letter": told_letter(one), "card": one.card}
    context["check"] = told_check(one.text, findings_of(one))
    return render(request, "postroom/read.html", context, status=form.status)


@require_http_methods(FORM)
@with_keys(*FOR)
def print_batch(request: HttpRequest, keys: Keys) -> HttpResponse:
    """All that was let through as one PDF."""
    now, form, status = timezone.now(), AddressForm.asked(request), 0
    left_out: tuple[str, ...] = ()
    if form.is_bound and form.is_valid():
        try:
            made = print_letters(keys=keys, **form.cleaned_data, now=now)
            told = {"Content-Disposition": 'attachment; filename="letters.pdf"', **NO_PAGE_OF_OURS}
            return HttpResponse(made.body, content_type="application/pdf", headers=told)
        except NothingToPrint as nothing:
            left_out, status = nothing.without_address, CONFLICT
            form.refuse(_("There is nothing to print: each letter needs a name and an address first."))
        except NotPrinted:
            status = BUSY
            form.refuse(
                _("The printer did not answer. Nothing is lost: press “Print once more” in a minute.")
            )
    context = {"form": form, "told": overview(keys, now=now), "left_out": left_out}
    return render(request, "postroom/print.html", context, status=status or form.status)


@require_http_methods(FORM)
@with_keys(*FOR)
def post(request: HttpRequest, keys: Keys) -> HttpResponse:
    """Printed letters are on their way."""
    now = timezone.now()
    printed = shelf(keys, LetterState.PRINTED, now=now)
    data = request.POST if request.method == "POST" else None
    form = PostForm(printed_lines(printed), timezone.localdate(now), data)
    if form.is_bound and form.is_valid():
        post_letters(keys=keys, **form.cleaned_data, now=now)
        return redirect("postroom:waiting")
    return render(request, "postroom/post.html", {"form": form, "printed": printed}, status=form.status)
