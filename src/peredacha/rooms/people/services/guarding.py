"""Guards of pages: strangers are led to the door, wrong roles find nothing, too many at once are asked to wait."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from peredacha.core.sealing import KeyPair
from peredacha.rooms.people.models import Member
from peredacha.rooms.people.services.sessions import FACTOR, Visit, any_visit_of, seen_in
from peredacha.rooms.people.services.stretching import AllPlacesTaken

View = Callable[..., HttpResponse]


@dataclass(frozen=True, repr=False)
class SignedMember:
    """A helper past the second factor: the account, the roles that run today, the visit with the keys."""

    member: Member
    roles: frozenset[str]
    visit: Visit

    @property
    def pair(self) -> KeyPair:
        """The private keys, which live in this visit only."""
        return KeyPair.unpacked(self.visit.keys)

    def has(self, *kinds: str) -> bool:
        """Whether one of these roles runs today."""
        return bool(self.roles.intersection(kinds))


def signed_member(request: HttpRequest) -> SignedMember | None:
    """The helper who is signed in; None for everybody else."""
    seen = seen_in(request)
    if seen is None or seen.member is None or not seen.visit.is_whole:
        return None
    return SignedMember(seen.member, seen.roles, seen.visit)


def helpers(*kinds: str) -> Callable[[View], View]:
    """Guard a view for helpers with one of these roles, or for every helper when none is named.

    The view gets ``(request, signed_member, …)``. A stranger who looks is led to the door, one who sends gets
    403; a helper without the role finds no such page.
    """

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **places: Any) -> HttpResponse:
            signed = signed_member(request)
            if signed is None:
                return _to_the_door(request)
            if kinds and not signed.has(*kinds):
                raise Http404
            return view(request, signed, *args, **places)

        return guarded

    return guard


def patient(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A view that stretches passphrases: when all places are taken, a page asks for patience."""

    @wraps(view)
    def waiting(request: HttpRequest, *args: object, **places: object) -> HttpResponse:
        try:
            return view(request, *args, **places)
        except AllPlacesTaken:
            response = render(request, "people/wait.html", status=503)
            response.headers["Refresh"] = "5"
            response.headers["Retry-After"] = "5"
            return response

    return waiting


def _to_the_door(request: HttpRequest) -> HttpResponse:
    if request.method not in ("GET", "HEAD"):
        return render(request, "people/signed_out.html", status=403)
    visit = any_visit_of(request)
    waits = visit is not None and FACTOR in visit.extra and not visit.is_whole
    return redirect("people:second_factor" if waits else "people:sign_in")
