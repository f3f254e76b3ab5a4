"""Before something that could lock the owner out, the passphrase is asked once more; that holds ten minutes."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from peredacha.design.wording import said
from peredacha.rooms.people.services import (
    SignedMember,
    change_extra,
    helpers,
    is_own_passphrase,
    patient,
)
from peredacha.rooms.team.forms import SureForm

SURE = timedelta(minutes=10)
ASKING = ("passphrase", "words", "app", "passkey", "new_codes")
"""Names of the pages that ask."""
View = Callable[[HttpRequest, SignedMember], HttpResponse]


def surely(name: str) -> Callable[[View], Callable[..., HttpResponse]]:
    """Guard a page of the own account, ``team:<name>``, for a helper who gave the passphrase just now."""

    def guard(view: View) -> Callable[..., HttpResponse]:
        @wraps(view)
        def guarded(request: HttpRequest, signed: SignedMember) -> HttpResponse:
            return view(request, signed) if is_sure(signed) else redirect("team:sure", name)

        return helpers()(guarded)

    return guard


def is_sure(signed: SignedMember) -> bool:
    """Whether the passphrase was given within ten minutes."""
    given = signed.visit.extra.get("sure")
    return given is not None and timezone.now() - datetime.fromisoformat(given) < SURE


@helpers()
@require_http_methods(["GET", "HEAD", "POST"])
@patient
def sure(request: HttpRequest, signed: SignedMember, name: str) -> HttpResponse:
    """The passphrase once more, then on to the page."""
    if name not in ASKING:
        raise Http404
    form = SureForm.asked(request)
    if form.is_valid():
        now = timezone.now()
        refused = is_own_passphrase(member=signed.member, passphrase=form.cleaned_data["passphrase"], now=now)
        if refused is None:
            change_extra(signed.visit, sure=now.isoformat())
            return redirect(f"team:{name}")
        form.refuse(said(refused.said))
    return render(request, "team/sure.html", {"form": form}, status=form.status)
