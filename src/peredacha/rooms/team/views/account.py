"""My account: what is there, name, rest, printed codes."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peredacha.rooms.people.selectors import display_name, team_member
from peredacha.rooms.people.services import SignedMember, change_extra, helpers
from peredacha.rooms.team.forms import NameForm
from peredacha.rooms.team.selectors import LEADING, count_printed_codes, factors_of
from peredacha.rooms.team.services import account_rows, pause, rename, resume

PAGE_AND_FORM = require_http_methods(["GET", "HEAD", "POST"])


@helpers()
@require_safe
def account(request: HttpRequest, signed: SignedMember) -> HttpResponse:
    """Everything about the own account."""
    member = signed.member
    me = team_member(member, timezone.localdate())
    context = {
        "me": me,
        "rows": account_rows(me, count_printed_codes(member)),
        "factors": factors_of(member),
        "leads": signed.has(*LEADING),
    }
    return render(request, "team/account.html", context)


@helpers()
@PAGE_AND_FORM
def name(request: HttpRequest, signed: SignedMember) -> HttpResponse:
    """Another name for the team."""
    form = NameForm.asked(request, initial={"name": display_name(signed.member)})
    if form.is_valid():
        rename(member=signed.member, name=form.cleaned_data["name"])
        return redirect("team:account")
    return render(request, "team/name.html", {"form": form}, status=form.status)


@helpers()
@require_POST
def take_rest(request: HttpRequest, signed: SignedMember) -> HttpResponse:
    """Pause in one step."""
    pause(member=signed.member)
    return redirect("team:account")


@helpers()
@require_POST
def end_rest(request: HttpRequest, signed: SignedMember) -> HttpResponse:
    """Come back in one step."""
    resume(member=signed.member)
    return redirect("team:account")


@helpers()
@PAGE_AND_FORM
def codes(request: HttpRequest, signed: SignedMember) -> HttpResponse:
    """The ten printed codes, shown until they are said to be on paper."""
    if request.method == "POST":
        change_extra(signed.visit, codes=None)
        return redirect("team:account")
    shown = signed.visit.extra.get("codes", "").split()
    return render(request, "team/codes.html", {"codes": shown})
