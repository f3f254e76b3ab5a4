"""The key of last resort."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peredacha.design.typed_back import TypedBackForm
from peredacha.rooms.guardians.forms import SharesForm
from peredacha.rooms.guardians.selectors import recovery_of
from peredacha.rooms.guardians.services import (
    begin_ceremony,
    check_share,
    end_ceremony,
    settle_recoveries,
    share_of,
    stop_or_ask,
)
from peredacha.rooms.guardians.views.gently import gently
from peredacha.rooms.people.services import SignedMember, helpers, square_of
from peredacha.rooms.vault.models import Recovery
from peredacha.rooms.vault.services import Keys, keys_of, minding_keys, with_keys

PAGE_AND_FORM = require_http_methods(["GET", "HEAD", "POST"])
LEADING = ("coordinator", "steward")


@require_safe
@with_keys(*LEADING)
def recovery(request: HttpRequest, keys: Keys) -> HttpResponse:
    """How it stands."""
    settle_recoveries(timezone.localdate())
    found = recovery_of(keys.member.chapter) if keys.member else None
    return render(request, "guardians/recovery.html", {"recovery": found})


@PAGE_AND_FORM
@helpers("steward")
def draw(request: HttpRequest, signed: SignedMember) -> HttpResponse:
    """Into how many shares; then the ceremony begins."""
    form = SharesForm.asked(request)
    if form.is_valid():
        begin_ceremony(visit=signed.visit, **form.cleaned_data)
        return redirect("guardians:share")
    return render(request, "guardians/draw.html", {"form": form}, status=form.status)


@require_safe
@helpers("steward")
def share(request: HttpRequest, signed: SignedMember) -> HttpResponse:
    """One share on one page, to be printed or written down."""
    found = share_of(signed.visit)
    if found is None:
        return redirect("guardians:draw")
    return render(
        request, "guardians/share.html", {"share": found, "square": square_of(" ".join(found.words))}
    )


@PAGE_AND_FORM
@helpers("steward")
@minding_keys
@gently
def typed_back(request: HttpRequest, signed: SignedMember) -> HttpResponse:
    """Three words of the share; then the next one, or the announcement."""
    found = share_of(signed.visit)
    if found is None:
        return redirect("guardians:draw")
    form = TypedBackForm.asked(request, places=found.places)
    if form.is_valid():
        keys, typed = keys_of(signed.visit, signed.member), form.cleaned_data["words"]
        done = check_share(visit=signed.visit, keys=keys, typed=typed, today=timezone.localdate())
        if done:
            return redirect("guardians:recovery" if isinstance(done, Recovery) else "guardians:share")
        form.add_error(
            None, _("These are not the words that were shown. Compare with the paper, or look again.")
        )
    return render(request, "guardians/typed_back.html", {"form": form, "share": found}, status=form.status)


@require_POST
@helpers("steward")
def drop(request: HttpRequest, signed: SignedMember) -> HttpResponse:
    """Break the ceremony off: the shares written so far open nothing."""
    end_ceremony(visit=signed.visit)
    return redirect("guardians:recovery")


@require_POST
@with_keys("steward")
@gently
def stop(request: HttpRequest, keys: Keys) -> HttpResponse:
    """Stop it: at once while announced, with a second steward's agreement once it stands."""
    stop_or_ask(keys=keys, today=timezone.localdate())
    return redirect("guardians:recovery")
