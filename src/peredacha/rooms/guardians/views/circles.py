"""Circles, and what is to be renewed when somebody leaves."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peredacha.rooms.guardians.services import (
    LEADING,
    left_for_recovery,
    notices_for,
    person,
    share_with_recovery,
    told_circles,
)
from peredacha.rooms.guardians.views.gently import gently
from peredacha.rooms.people.models import SEES_MATTERS, Member
from peredacha.rooms.people.selectors import roles_of
from peredacha.rooms.vault.models import Circle, SeatProposal
from peredacha.rooms.vault.selectors import leavers_of
from peredacha.rooms.vault.services import (
    Keys,
    confirm_seat,
    ensure_circles,
    give_seat_to,
    left_to_renew,
    remove_reader,
    renew_safes,
    renew_texts,
    sits_in_reception,
    unseat_member,
    with_keys,
)

PAGE_AND_FORM = require_http_methods(["GET", "HEAD", "POST"])
SITTING = ("coordinator", "steward", "lawyer", "editor")
STEPS: dict[str, Callable[..., int]] = {
    "safes": renew_safes,
    "texts": renew_texts,
    "recovery": share_with_recovery,
}


@require_safe
@with_keys()
def index(request: HttpRequest, keys: Keys) -> HttpResponse:
    """Keys and safety: what waits, and the ways on."""
    today = timezone.localdate()
    roles = roles_of(keys.member, today) if keys.member else frozenset()
    context = {
        "notices": notices_for(keys, today),
        "sits": bool(roles.intersection(SITTING)),
        "leads": bool(roles & LEADING),
        "vouches": bool(roles & SEES_MATTERS),
    }
    return render(request, "guardians/index.html", context)


@require_safe
@with_keys(*SITTING)
def circles(request: HttpRequest, keys: Keys) -> HttpResponse:
    """Who sits where, who waits; the first steward and coordinator finds the circles founded."""
    today = timezone.localdate()
    if keys.member:
        keys = ensure_circles(keys, keys.member.chapter, today=today)
    return render(request, "guardians/circles.html", {"circles": told_circles(keys, today)})


@require_POST
@with_keys(*SITTING)
@gently
def seat(request: HttpRequest, keys: Keys, circle_id: UUID, member_id: UUID) -> HttpResponse:
    """Give a seat, or propose it."""
    chapter = keys.member.chapter if keys.member else ""
    circle = get_object_or_404(Circle, id=circle_id, chapter=chapter)
    member = get_object_or_404(Member, id=member_id, chapter=chapter)
    give_seat_to(keys=keys, circle=circle, member=member, today=timezone.localdate())
    return redirect("guardians:circles")


@require_POST
@with_keys(*SITTING)
@gently
def confirm(request: HttpRequest, keys: Keys, circle_id: UUID, member_id: UUID) -> HttpResponse:
    """The second yes."""
    chapter = keys.member.chapter if keys.member else ""
    proposal = get_object_or_404(SeatProposal, circle=circle_id, circle__chapter=chapter, member=member_id)
    confirm_seat(keys=keys, proposal=proposal, today=timezone.localdate())
    return redirect("guardians:circles")


@PAGE_AND_FORM
@with_keys(*SITTING)
@gently
def unseat(request: HttpRequest, keys: Keys, circle_id: UUID, member_id: UUID) -> HttpResponse:
    """Take a seat away: once asked, then done, and the keys begin to be renewed."""
    chapter = keys.member.chapter if keys.member else ""
    circle = get_object_or_404(Circle, id=circle_id, chapter=chapter)
    member = get_object_or_404(Member, id=member_id, chapter=chapter)
    if request.method == "POST":
        unseat_member(keys=keys, circle=circle, member=member)
        return redirect("guardians:renewal")
    return render(request, "guardians/unseat.html", {"person": person(member)})


@PAGE_AND_FORM
@with_keys(*SITTING)
@gently
def renewal(request: HttpRequest, keys: Keys) -> HttpResponse:
    """Who is to be taken out, and what is still to be renewed; each press does one slice."""
    if request.method == "POST":
        step = STEPS.get(request.POST.get("what", ""))
        if step:
            step(keys=keys)
        return redirect("guardians:renewal")
    leavers = leavers_of(keys.member.chapter, timezone.localdate()) if keys.member else []
    context = {
        "leavers": [person(one.member, one.member.get_state_display()) for one in leavers],
        "may_remove": sits_in_reception(keys),
        "left": left_to_renew(keys),
        "left_for_recovery": left_for_recovery(keys),
    }
    return render(request, "guardians/renewal.html", context)


@require_POST
@with_keys("coordinator", "steward")
@gently
def remove(request: HttpRequest, keys: Keys, member_id: UUID) -> HttpResponse:
    """Take every key of a member away."""
    chapter = keys.member.chapter if keys.member else ""
    remove_reader(keys=keys, member=get_object_or_404(Member, id=member_id, chapter=chapter))
    return redirect("guardians:renewal")
