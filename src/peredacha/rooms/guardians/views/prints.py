"""Fingerprints of keys, to be compared by telephone, and agreements of a second member."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peredacha.rooms.guardians.services import approvals_to_give, give_approval, person
from peredacha.rooms.guardians.views.gently import gently
from peredacha.rooms.people.services import SignedMember, helpers
from peredacha.rooms.vault.models import Holder, HolderKind
from peredacha.rooms.vault.services import Keys, accept_key, holder_of, print_words, raw_keys, with_keys


def language() -> str:
    """The language of the words on this page."""
    return (get_language() or "ru")[:2]


@require_safe
@helpers()
def mine(request: HttpRequest, signed: SignedMember) -> HttpResponse:
    """The words of the own key, as the own passphrase opened it: what the database says does not matter here."""
    own = Holder(id=signed.member.id, public=signed.pair.public.packed())
    return render(request, "guardians/my_key.html", {"words": print_words(own, language())})


@require_http_methods(["GET", "HEAD", "POST"])
@helpers()
@gently
def compare(request: HttpRequest, signed: SignedMember, holder_id: UUID) -> HttpResponse:
    """The words of another member's key, and "they are the same"."""
    rows = Holder.objects.select_related("member")
    found = get_object_or_404(
        rows, id=holder_id, kind=HolderKind.MEMBER, member__chapter=signed.member.chapter
    )
    if found.member is None or found.id == signed.member.id or not found.is_genuine:
        raise Http404
    if request.method == "POST":
        accept_key(keys=raw_keys(signed.member, signed.pair), holder=holder_of(found.member))
        return redirect("guardians:index")
    context = {"person": person(found.member), "words": print_words(found, language())}
    return render(request, "guardians/compare.html", context)


@require_safe
@with_keys("coordinator", "steward")
def approvals(request: HttpRequest, keys: Keys) -> HttpResponse:
    """What others want to do and cannot do alone."""
    told = {"export": _("take a matter out of the house"), "grant": _("get access to a matter")}
    told["recovery"] = _("stop the key of last resort")
    rows = approvals_to_give(keys.member, timezone.localdate()) if keys.member else []
    asked = [
        {"id": one.id, "name": person(one.asked_by).name, "what": told.get(one.what, one.what)}
        for one in rows
    ]
    return render(request, "guardians/approvals.html", {"asked": asked})


@require_POST
@with_keys("coordinator", "steward")
@gently
def approve(request: HttpRequest, keys: Keys, approval_id: UUID) -> HttpResponse:
    """Yes, I know of this."""
    give_approval(keys=keys, approval_id=approval_id, today=timezone.localdate())
    return redirect("guardians:approvals")
