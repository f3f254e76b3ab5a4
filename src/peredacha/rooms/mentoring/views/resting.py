"""A rest in one step, and the way back; both lead to the own card."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from peredacha.rooms.mentoring.services import pause, resume
from peredacha.rooms.vault.services import Keys, with_keys


@require_POST
@with_keys("veteran")
def rest(request: HttpRequest, keys: Keys) -> HttpResponse:
    """Nobody new is asked of me, and my families are handed over."""
    pause(keys=keys, now=timezone.now())
    return redirect("veterans:me")


@require_POST
@with_keys("veteran")
def back(request: HttpRequest, keys: Keys) -> HttpResponse:
    """I am here again."""
    resume(keys=keys, now=timezone.now())
    return redirect("veterans:me")
