"""Sealing the house: by any helper, or by an address that was made beforehand."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from peredacha.rooms.guardians.forms import CheckInForm, SureForm
from peredacha.rooms.guardians.selectors import count_links, find_house
from peredacha.rooms.guardians.services import (
    check_in,
    is_link,
    link_address,
    make_link,
    seal_by_link,
    seal_house,
    set_check_in,
    withdraw_links,
)
from peredacha.rooms.guardians.views.gently import gently
from peredacha.rooms.people.services import SignedMember, helpers
from peredacha.rooms.vault.selectors import recoveries_of

PAGE_AND_FORM = require_http_methods(["GET", "HEAD", "POST"])


def show(
    request: HttpRequest,
    signed: SignedMember,
    form: SureForm,
    days: CheckInForm,
    address: str = "",
) -> HttpResponse:
    """The page: close now, an address for the worst day, the silent days."""
    context = {
        "form": form,
        "days": days,
        "links": count_links(signed.member),
        "address": address,
        "house": find_house(),
        "recovery": bool(recoveries_of([signed.member.chapter])),
        "is_steward": signed.has("steward"),
    }
    return render(request, "guardians/close.html", context, status=max(form.status, days.status))


@PAGE_AND_FORM
@helpers()
def close(request: HttpRequest, signed: SignedMember) -> HttpResponse:
    """Close everything, after one tick."""
    form = SureForm.asked(request)
    if form.is_valid():
        seal_house()
        return redirect("guardians:index")
    return show(request, signed, form, CheckInForm(prefix="check"))


@require_POST
@helpers()
def links(request: HttpRequest, signed: SignedMember) -> HttpResponse:
    """One more address, shown this once; or all of them void."""
    if request.POST.get("what") == "withdraw":
        withdraw_links(member=signed.member)
        return redirect("guardians:close")
    address = link_address(make_link(member=signed.member))
    return show(request, signed, SureForm(), CheckInForm(prefix="check"), address)


@PAGE_AND_FORM
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """Without signing in: one button, and it is done."""
    if request.method == "POST" and seal_by_link(token):
        return render(request, "vault/closed.html", status=503)
    if not is_link(token):
        raise Http404
    return render(request, "guardians/by_link.html")


@require_POST
@helpers("steward")
@gently
def sign_of_life(request: HttpRequest, signed: SignedMember) -> HttpResponse:
    """A steward is there."""
    check_in(member=signed.member, today=timezone.localdate())
    return redirect("guardians:close")


@require_POST
@helpers("steward")
@gently
def silent_days(request: HttpRequest, signed: SignedMember) -> HttpResponse:
    """After how many silent days the house closes by itself."""
    form = CheckInForm(request.POST, prefix="check")
    if form.is_valid():
        set_check_in(member=signed.member, days=form.cleaned_data["days"], today=timezone.localdate())
        return redirect("guardians:close")
    return show(request, signed, SureForm(), form)
