"""The team of the own chapter, for its coordinators and stewards."""

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peredacha.design.wording import said
from peredacha.rooms.people.models import Member
from peredacha.rooms.people.selectors import find_in_chapter, team_member, team_of
from peredacha.rooms.people.services import Refused, SignedMember, change_extra, helpers
from peredacha.rooms.team.forms import InviteForm, RoleForm
from peredacha.rooms.team.selectors import LEADING, branch_of, kinds_to_give, open_invitations
from peredacha.rooms.team.services import (
    cut_branch,
    end_role,
    freeze,
    give_role,
    invitation_rows,
    invite,
    join_address,
    let_go,
    team_rows,
    thaw,
    vouch,
    withdraw,
)

PAGE_AND_FORM = require_http_methods(["GET", "HEAD", "POST"])
View = Callable[..., HttpResponse]


def about_member(view: View) -> View:
    """Hand another member of the own chapter to a view; any other id finds nothing."""

    @wraps(view)
    def guarded(request: HttpRequest, signed: SignedMember, member_id: UUID, **places: int) -> HttpResponse:
        member = find_in_chapter(signed.member.chapter, member_id)
        if member is None or member == signed.member:
            raise Http404
        return view(request, signed, member, **places)

    return helpers(*LEADING)(guarded)


@helpers(*LEADING)
@require_safe
def team(request: HttpRequest, signed: SignedMember) -> HttpResponse:
    """Everybody of the chapter, and the open invitations."""
    today, me = timezone.localdate(), signed.member
    context = {
        "rows": team_rows(team_of(me.chapter, today), me.id),
        "invitations": invitation_rows(open_invitations(me.chapter, today), me.id),
    }
    return render(request, "team/team.html", context)


@helpers(*LEADING)
@PAGE_AND_FORM
def invite_one(request: HttpRequest, signed: SignedMember) -> HttpResponse:
    """Invite one person; the link is shown on the next page."""
    today = timezone.localdate()
    form = InviteForm.asked(request, kinds=kinds_to_give(signed.roles), today=today)
    if form.is_valid():
        asked = form.cleaned_data
        invited = invite(
            by=signed.member,
            kind=asked["kind"],
            role_ends_on=asked["ends_on"],
            note=asked["note"],
            today=today,
        )
        change_extra(signed.visit, link=invited.token)
        return redirect("team:link")
    return render(request, "team/invite.html", {"form": form}, status=form.status)


@helpers(*LEADING)
@PAGE_AND_FORM
def link(request: HttpRequest, signed: SignedMember) -> HttpResponse:
    """The link of the invitation just made, until it is said to be passed on."""
    token = signed.visit.extra.get("link")
    if request.method == "POST" or token is None:
        change_extra(signed.visit, link=None)
        return redirect("team:team")
    return render(request, "team/link.html", {"address": join_address(token)})


@helpers(*LEADING)
@require_POST
def vouch_for(request: HttpRequest, signed: SignedMember, invitation_id: UUID) -> HttpResponse:
    """Vouch for an invitation of the own chapter."""
    if not vouch(by=signed.member, invitation_id=invitation_id, today=timezone.localdate()):
        raise Http404
    return redirect("team:team")


@helpers(*LEADING)
@require_POST
def take_back(request: HttpRequest, signed: SignedMember, invitation_id: UUID) -> HttpResponse:
    """Take an invitation of the own chapter back."""
    if not withdraw(by=signed.member, invitation_id=invitation_id):
        raise Http404
    return redirect("team:team")


@about_member
@PAGE_AND_FORM
def member(request: HttpRequest, signed: SignedMember, other: Member) -> HttpResponse:
    """One member; the form gives a role."""
    today = timezone.localdate()
    form = RoleForm.asked(request, kinds=kinds_to_give(signed.roles), today=today)
    if form.is_valid():
        found = give_role(by=signed.member, member=other, **form.cleaned_data, today=today)
        if not isinstance(found, Refused):
            return redirect("team:member", other.id)
        form.refuse(said(found.said))
    branch = len(branch_of(other)) - 1
    context = {"form": form, "person": team_member(other, today), "branch": branch}
    return render(request, "team/member.html", context, status=form.status)


@about_member
@require_POST
def end(request: HttpRequest, signed: SignedMember, other: Member, role_id: int) -> HttpResponse:
    """End a role as of now."""
    end_role(by=signed.member, member=other, role_id=role_id, today=timezone.localdate())
    return redirect("team:member", other.id)


@about_member
@require_POST
def freeze_one(request: HttpRequest, signed: SignedMember, other: Member) -> HttpResponse:
    """Freeze one account at once."""
    freeze(by=signed.member, member=other)
    return redirect("team:member", other.id)


@about_member
@require_POST
def thaw_one(request: HttpRequest, signed: SignedMember, other: Member) -> HttpResponse:
    """Let a frozen member come back with the printed words."""
    thaw(by=signed.member, member=other)
    return redirect("team:member", other.id)


@about_member
@PAGE_AND_FORM
def cut(request: HttpRequest, signed: SignedMember, other: Member) -> HttpResponse:
    """Cut a branch: first who would be frozen, then do it."""
    if request.method == "POST":
        cut_branch(by=signed.member, member=other)
        return redirect("team:team")
    today, branch = timezone.localdate(), branch_of(other)
    context = {
        "names": [team_member(one, today).name for one in branch],
        "person": team_member(other, today),
        "is_inside": signed.member in branch,
    }
    return render(request, "team/cut.html", context)


@about_member
@require_POST
def part(request: HttpRequest, signed: SignedMember, other: Member) -> HttpResponse:
    """A member leaves for good."""
    let_go(by=signed.member, member=other, today=timezone.localdate())
    return redirect("team:team")
