"""The key of last resort, and helpers who come back by it."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peredacha.core.sealing import WrongShares
from peredacha.design.wording import said
from peredacha.rooms.guardians.forms import ComebackForm, LostForm, SharesForm, TypedBackForm
from peredacha.rooms.guardians.selectors import recovery_of
from peredacha.rooms.guardians.services import (
    announce_comeback,
    begin_ceremony,
    check_share,
    comeback_lines,
    end_ceremony,
    members_to_help,
    recover_member,
    settle_recoveries,
    share_of,
    stop_comeback,
    stop_or_ask,
    vouch_for_comeback,
)
from peredacha.rooms.guardians.views.gently import gently
from peredacha.rooms.people.selectors import find_in_chapter
from peredacha.rooms.people.services import AllPlacesTaken, SignedMember, helpers, square_of
from peredacha.rooms.vault.models import Comeback, Recovery
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


@PAGE_AND_FORM
@helpers(*LEADING)
@gently
def comebacks(request: HttpRequest, signed: SignedMember) -> HttpResponse:
    """Who lost everything and is to come back; and one more."""
    today = timezone.localdate()
    form = LostForm.asked(request, members=members_to_help(signed.member, today))
    if form.is_valid():
        lost = find_in_chapter(signed.member.chapter, UUID(form.cleaned_data["member"]))
        if lost is None:
            raise PermissionDenied
        announce_comeback(by=signed.member, member=lost, today=today)
        return redirect("guardians:comebacks")
    context = {"form": form, "lines": comeback_lines(signed.member, today)}
    return render(request, "guardians/comebacks.html", context, status=form.status)


@require_POST
@helpers(*LEADING)
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
