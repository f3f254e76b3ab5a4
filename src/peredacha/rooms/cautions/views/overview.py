"""Everything of the room about one matter on one page."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from peredacha.rooms.cautions.services import PUBLICITY, risk_step, secrecy_of, told_steps
from peredacha.rooms.matters.selectors import matter_of_family
from peredacha.rooms.matters.services import OpenMatter, with_matter
from peredacha.rooms.vault.services import Keys, with_family


@require_safe
@with_family(settings.FAMILY_DOOR)
def mine(request: HttpRequest, keys: Keys) -> HttpResponse:
    """The family's own page, behind an address that names nothing."""
    matter = matter_of_family(keys.holder)
    return redirect("cautions:overview", matter=matter.id) if matter else redirect(settings.FAMILY_HOME)


@require_safe
@with_matter
def overview(request: HttpRequest, opened: OpenMatter) -> HttpResponse:
    """What was thought over, and what must stay secret."""
    now = timezone.now()
    context = {
        "opened": opened,
        "steps": told_steps(opened.file, now),
        "secrecy": secrecy_of(opened.file, now),
        "publicity": risk_step(opened.file, PUBLICITY, now),
        "about": PUBLICITY,
    }
    return render(request, "cautions/overview.html", context)
