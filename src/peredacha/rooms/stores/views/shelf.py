"""What lies there, what goes off, what is short."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from peredacha.rooms.goods.services import chapter_of, packers
from peredacha.rooms.stores.forms import FindForm
from peredacha.rooms.stores.selectors import find_goods, going_off, running_short
from peredacha.rooms.vault.services import Keys


@require_safe
@packers
def index(request: HttpRequest, keys: Keys) -> HttpResponse:
    """The whole store, or what a code or some words name."""
    chapter, today = chapter_of(keys), timezone.localdate()
    form = FindForm.sought(request)
    found = find_goods(chapter, form.question, today)
    if found.good:
        return redirect("stores:good", good=found.good.id)
    off = [] if form.is_bound else going_off(chapter, today)
    context = {
        "form": form,
        "found": found,
        "off": [line for line in off if line.is_off],
        "soon": [line for line in off if not line.is_off],
        "short": 0 if form.is_bound else len(running_short(chapter, today)),
    }
    return render(request, "stores/index.html", context, status=form.status)


@require_safe
@packers
def short(request: HttpRequest, keys: Keys) -> HttpResponse:
    """Of what fewer lie there than always should."""
    lines = running_short(chapter_of(keys), timezone.localdate())
    told = [(line, _("Missing: %(n)s") % {"n": line.missing}) for line in lines]
    return render(request, "stores/short.html", {"lines": told})
