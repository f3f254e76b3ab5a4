"""Rides to visits, for who finds seats; and whom nobody visits."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peredacha.rooms.errands.selectors import facility_choices
from peredacha.rooms.people.selectors import display_name
from peredacha.rooms.vault.services import Keys, with_keys
from peredacha.rooms.visits.forms import GiveForm, RideForm
from peredacha.rooms.visits.models import RideTold
from peredacha.rooms.visits.services import (
    ChangedMeanwhile,
    NoCircle,
    NoSeats,
    OpenRide,
    RidesAlready,
    call_off,
    give_seats,
    nobody_came,
    note_done,
    offer_ride,
    proposals,
    standing_rides,
    told_proposals,
    told_ride,
    told_rides,
    travellers,
)
from peredacha.rooms.visits.views.doors import PAGES, chapter_of, with_ride

REFUSED = 422


@require_safe
@with_keys("packer", "coordinator")
def rides(request: HttpRequest, keys: Keys) -> HttpResponse:
    """Every ride that goes, and how many visits look for seats."""
    now = timezone.now()
    found = travellers(keys, chapter_of(keys), now=now)
    seeking = [one for one in found if one.told.wants_seats and not one.told.ride]
    context = {
        "rides": told_rides(standing_rides(keys, chapter_of(keys), now=now)),
        "seeking": told_proposals(seeking),
    }
    return render(request, "visits/rides.html", context)


@require_http_methods(PAGES)
@with_keys("packer", "coordinator")
def offer(request: HttpRequest, keys: Keys) -> HttpResponse:
    """A car goes somewhere on a day."""
    today = timezone.localdate()
    form = RideForm.asked(request, today=today, places=facility_choices("", "", today=today))
    if form.is_bound and form.is_valid() and keys.member:
        asked = dict(form.cleaned_data)
        plain = {name: asked.pop(name) for name in ("once", "on", "seats")}
        told = RideTold(**asked, driver=str(keys.member.id), driver_name=display_name(keys.member))
        try:
            row = offer_ride(keys=keys, told=told, now=timezone.now(), **plain)
        except NoCircle:
            form.refuse(
                _("Nobody packs in this chapter yet. Ask a coordinator to found the circle of packers.")
            )
        else:
            return redirect("visits:ride", ride=row.id)
    return render(request, "visits/offer.html", {"form": form}, status=form.status)


@require_safe
@with_ride
def ride(request: HttpRequest, keys: Keys, opened: OpenRide) -> HttpResponse:
    """Who goes with this car, and who could."""
    return show(request, keys, opened)


def show(request: HttpRequest, keys: Keys, opened: OpenRide, *, said: str = "") -> HttpResponse:
    """The page of a ride; ``said``: why the seats were not given."""
    now = timezone.now()
    found = travellers(keys, opened.row.chapter, now=now)
    able = proposals(standing_rides(keys, opened.row.chapter, now=now), found)
    context = {
        "ride": told_ride(opened),
        "open": opened.row.state == "open",
        "along": told_proposals([one for one in found if one.told.ride == str(opened.row.id)]),
        "able": told_proposals([one for name, one in able if name == opened.row.id]),
        "said": said,
    }
    return render(request, "visits/ride.html", context, status=REFUSED if said else 200)


@require_POST
@with_ride
def give(request: HttpRequest, keys: Keys, opened: OpenRide) -> HttpResponse:
    """Give seats of this ride to a visit that was proposed."""
    form, now = GiveForm.asked(request), timezone.now()
    wanted = form.cleaned_data["visit"] if form.is_valid() else None
    found = [one for one in travellers(keys, opened.row.chapter, now=now) if one.id == wanted]
    try:
        for one in found:
            give_seats(opened=one, ride=opened.row, card=opened.told, now=now)
    except NoSeats:
        return show(request, keys, opened, said=_("There are not so many free seats any more."))
    except RidesAlready:
        return show(request, keys, opened, said=_("On this day they go with another car already."))
    except ChangedMeanwhile:
        return show(
            request, keys, opened, said=_("This visit was changed meanwhile. Read what stands here now.")
        )
    return redirect("visits:ride", ride=opened.row.id)


@require_POST
@with_ride
def off(request: HttpRequest, keys: Keys, opened: OpenRide) -> HttpResponse:
    """The car does not go."""
    call_off(keys=keys, ride=opened, now=timezone.now())
    return redirect("visits:rides")


@require_POST
@with_ride
def done(request: HttpRequest, keys: Keys, opened: OpenRide) -> HttpResponse:
    """The car went."""
    note_done(ride=opened, now=timezone.now())
    return redirect("visits:rides")


@require_safe
@with_keys("packer", "coordinator")
def lonely(request: HttpRequest, keys: Keys) -> HttpResponse:
    """Whom nobody visits, the longest alone first."""
    people = nobody_came(keys, chapter_of(keys), now=timezone.now())
    return render(request, "visits/lonely.html", {"people": people})
