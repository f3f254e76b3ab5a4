"""A good: what lies of it, and what happened to it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from peredacha.rooms.goods.services import with_good
from peredacha.rooms.stores.models import Good
from peredacha.rooms.stores.selectors import good_page
from peredacha.rooms.vault.services import Keys


@require_safe
@with_good
def good(request: HttpRequest, _keys: Keys, good: Good) -> HttpResponse:
    """Everything about one good."""
    return render(request, "stores/good.html", {"good": good, "view": good_page(good, timezone.localdate())})
