"""The board of the packers, and the places for which something waits."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from peredacha.rooms.board.forms import BoardForm
from peredacha.rooms.board.services import told_board, told_places
from peredacha.rooms.vault.services import Keys, with_keys


@require_safe
@with_keys("packer", "coordinator")
def board(request: HttpRequest, keys: Keys) -> HttpResponse:
    """Parcels that have not ended, those due first."""
    show, at, page = BoardForm(request.GET).asked
    chapter = keys.member.chapter if keys.member else ""
    told = told_board(keys, chapter, show=show, at=at, page=page, now=timezone.now())
    return render(request, "board/board.html", {"board": told})


@require_safe
@with_keys("packer", "coordinator")
def places(request: HttpRequest, keys: Keys) -> HttpResponse:
    """The places with something to carry."""
    chapter = keys.member.chapter if keys.member else ""
    return render(request, "board/places.html", {"places": told_places(keys, chapter)})
