"""Pages of who writes letters: an alias, a text, the own letters and what came back."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peredacha.rooms.conversations.services import DamagedFile
from peredacha.rooms.letters.forms import LetterForm
from peredacha.rooms.letters.models import Letter
from peredacha.rooms.letters.services import (
    Check,
    NobodyWaits,
    NoMoreSkips,
    NoPackers,
    NotOpen,
    NotYours,
    OpenLetter,
    Stopped,
    another,
    offer_of,
    own,
    page_for,
    sent_page,
    take_offer,
    told_check,
    told_for_writer,
    told_notes,
    told_own,
    with_letter,
    write,
    write_again,
    write_anew,
)
from peredacha.rooms.vault.services import Keys, with_keys

FORM = ("GET", "HEAD", "POST")
UNPROCESSABLE, CONFLICT = 422, 409


def blank(request: HttpRequest, keys: Keys, said: str = "", status: int = 200) -> HttpResponse:
    """The page without anybody to write to; ``said``: why, in a sentence."""
    return render(request, "letters/nobody.html", {"said": said}, status=status)


@require_http_methods(FORM)
@with_keys("writer")
def write_letter(request: HttpRequest, keys: Keys) -> HttpResponse:
    """A letter to the alias that was given."""
    given = offer_of(keys, now=timezone.now())
    if given is None:
        return blank(request, keys) if request.method != "POST" else redirect("letters:mine")
    offer, to = given
    form, check = LetterForm.asked(request), None
    if form.is_bound and form.is_valid():
        try:
            write(keys=keys, offer=offer, to=to, **form.cleaned_data, now=timezone.now())
            return redirect("letters:mine")
        except Stopped as stopped:
            check = told_check(form.cleaned_data["text"], stopped.findings)
        except NoPackers:
            form.refuse(
                _("Nobody in your chapter could post it yet: ask a coordinator. Your words stand below.")
            )
        except NotYours:
            return redirect("letters:mine")
    return show(request, form, check, {"card": to.card, "notes": told_notes(), "skips": offer.skips})


def show(
    request: HttpRequest, form: LetterForm, check: Check | None, told: dict[str, object]
) -> HttpResponse:
    """The page on which a letter is written, with what was found in it."""
    status = UNPROCESSABLE if check else form.status
    return render(request, "letters/write.html", {"form": form, "check": check, **told}, status=status)


@require_POST
@with_keys("writer")
def take(request: HttpRequest, keys: Keys) -> HttpResponse:
    """Whoever had no letter for longest."""
    try:
        take_offer(keys=keys, now=timezone.now())
    except NobodyWaits:
        return blank(request, keys, _("Nobody waits for a letter just now. Look in again in some days."))
    return redirect("letters:write")


@require_POST
@with_keys("writer")
def skip(request: HttpRequest, keys: Keys) -> HttpResponse:
    """Another one; two times a day."""
    try:
        another(keys=keys, now=timezone.now())
    except NoMoreSkips:
        said = _("You have asked for another one twice today. Whoever waits now waits for longest.")
        return blank(request, keys, said, CONFLICT)
    except NobodyWaits:
        return blank(request, keys, _("Nobody else waits for a letter just now."), CONFLICT)
    return redirect("letters:write")


@require_safe
@with_keys("writer")
def mine(request: HttpRequest, keys: Keys) -> HttpResponse:
    """The own letters: alias, number, where they stand."""
    return render(request, "letters/mine.html", {"letters": told_own(keys, now=timezone.now())})


def opened(keys: Keys, letter: Letter) -> OpenLetter:
    """A letter of one's own; Http404 for every other one."""
    try:
        return own(keys, letter, now=timezone.now())
    except NotYours:
        raise Http404 from None


@require_http_methods(FORM)
@with_keys("writer")
@with_letter
def own_letter(request: HttpRequest, keys: Keys, letter: Letter) -> HttpResponse:
    """One letter with its answers; one that came back can be written again."""
    one, check = opened(keys, letter), None
    form = LetterForm.asked(request, initial={"text": one.text})
    if form.is_bound and form.is_valid():
        try:
            write_anew(keys=keys, letter=letter, **form.cleaned_data, now=timezone.now())
            return redirect("letters:mine")
        except Stopped as stopped:
            check = told_check(form.cleaned_data["text"], stopped.findings)
        except NotYours:
            return redirect("letters:own", letter=letter.id)
    context = {"letter": told_for_writer(one), "card": one.card, "form": form, "check": check}
    return render(request, "letters/own.html", context, status=UNPROCESSABLE if check else form.status)


@require_POST
@with_keys("writer")
@with_letter
def again(request: HttpRequest, keys: Keys, letter: Letter) -> HttpResponse:
    """Go on writing to somebody who answered."""
    opened(keys, letter)
    found = write_again(keys=keys, letter=letter, now=timezone.now())
    return redirect("letters:write" if found else "letters:mine")


@require_safe
@with_keys("writer")
@with_letter
def page(request: HttpRequest, keys: Keys, letter: Letter, page: UUID) -> HttpResponse:
    """A page of an answer that the writer may see."""
    opened(keys, letter)
    try:
        return sent_page(page_for(keys, letter, page, now=timezone.now()))
    except (NotOpen, DamagedFile):
        raise Http404 from None
