"""Something is wrong: sign-ins that were not mine, and the lock."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peredacha.rooms.people.services.devices import device_of, forget_news, news_of_devices
from peredacha.rooms.people.services.guarding import SignedMember, helpers
from peredacha.rooms.people.services.keeping import lock_mine
from peredacha.rooms.people.services.sessions import drop_visit
from peredacha.rooms.people.views.browser import arrival


@helpers()
@require_POST
def lock(request: HttpRequest, signed: SignedMember) -> HttpResponse:
    """Lock the own account at once."""
    lock_mine(member=signed.member)
    return drop_visit(redirect("people:locked"))


@require_safe
def locked(request: HttpRequest) -> HttpResponse:
    """The account is locked, and how it comes back; says nothing about anybody."""
    return render(request, "people/locked.html")


@helpers()
@require_http_methods(["GET", "HEAD", "POST"])
def news(request: HttpRequest, signed: SignedMember) -> HttpResponse:
    """Sign-ins on other new devices: was it you?"""
    device = device_of(request)
    if request.method == "POST":
        forget_news(member=signed.member, device=device)
        return redirect(arrival())
    return render(request, "people/news.html", {"days": news_of_devices(signed.member, device)})
