"""Helpers who lost keys or phone, and those who vouch for them."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from peredacha.core.sealing import WrongShares
from peredacha.design.wording import said
from peredacha.rooms.guardians.forms import ComebackForm, LostForm
from peredacha.rooms.guardians.services import (
    LEADING,
    announce_comeback,
    comeback_lines,
    members_to_help,
    recover_member,
    stop_comeback,
    vouch_for_comeback,
)
from peredacha.rooms.guardians.views.gently import gently
from peredacha.rooms.people.selectors import find_in_chapter
from peredacha.rooms.people.services import AllPlacesTaken, SignedMember, helpers
from peredacha.rooms.vault.models import Comeback
from peredacha.rooms.vault.services import minding_keys

PAGE_AND_FORM = require_http_methods(["GET", "HEAD", "POST"])


@PAGE_AND_FORM
@helpers()
@gently
def comebacks(request: HttpRequest, signed: SignedMember) -> HttpResponse:
    """Who lost something and is to come back; and one more."""
    today = timezone.localdate()
    others = members_to_help(signed.member, today)
    form = LostForm.asked(request, members=others, leads=signed.has(*LEADING))
    if form.is_valid():
        member = find_in_chapter(signed.member.chapter, UUID(form.cleaned_data["member"]))
        if member is None:
            raise PermissionDenied
        announce_comeback(by=signed.member, member=member, lost=form.cleaned_data["lost"], today=today)
        return redirect("guardians:comebacks")
    context = {"form": form, "lines": comeback_lines(signed.member, today), "others": others}
    return render(request, "guardians/comebacks.html", context, status=form.status)


@require_POST
@helpers()
@gently
def answer_comeback(request: HttpRequest, signed: SignedMember, member_id: UUID) -> HttpResponse:
    """Vouch, or stop it."""
    found = get_object_or_404(Comeback, member=member_id, member__chapter=signed.member.chapter)
    act = stop_comeback if request.POST.get("answer") == "stop" else vouch_for_comeback
    act(by=signed.member, comeback=found, today=timezone.localdate())
    return redirect("guardians:comebacks")


@PAGE_AND_FORM
@helpers(*LEADING)
@minding_keys
@gently
def come_back(request: HttpRequest, signed: SignedMember, member_id: UUID) -> HttpResponse:
    """The helper types a new passphrase, the holders their shares."""
    found = get_object_or_404(Comeback, member=member_id, member__chapter=signed.member.chapter)
    form = ComebackForm.asked(request)
    if form.is_valid():
        try:
            recover_member(comeback=found, **form.cleaned_data, today=timezone.localdate())
            return redirect("guardians:comebacks")
        except WrongShares as wrong:
            form.add_error("shares", said(wrong.said))
        except AllPlacesTaken:
            form.add_error(
                None, _("Several people are signing in just now. Wait a moment, then send it again.")
            )
    return render(request, "guardians/come_back.html", {"form": form}, status=form.status)
