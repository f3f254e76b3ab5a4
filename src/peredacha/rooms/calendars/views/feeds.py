"""The addresses of one's own calendars: made, shown once, ended."""

from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peredacha.rooms.calendars.models import FeedKind
from peredacha.rooms.calendars.selectors import LEADING, chapter_feeds, lacking, own_feeds
from peredacha.rooms.calendars.services import (
    TooManyFeeds,
    end_feed,
    find_own,
    make_feed,
    publish_all,
    wants_letters,
)
from peredacha.rooms.calendars.views.doors import with_own_keys
from peredacha.rooms.people.selectors import roles_of
from peredacha.rooms.people.services import change_extra, square_of, visit_of
from peredacha.rooms.vault.services import Keys, with_keys

UNPROCESSABLE = 422
SHOWN, FOR_TEAM = "calendars_token", "calendars_for_team"


@require_safe
@with_own_keys
def mine(request: HttpRequest, keys: Keys) -> HttpResponse:
    """The own addresses, what stands in them and what does not."""
    return listed(request, keys, FeedKind.OWN)


@require_safe
@with_keys(*LEADING)
def team(request: HttpRequest, keys: Keys) -> HttpResponse:
    """The addresses that show the days of the whole chapter."""
    return listed(request, keys, FeedKind.CHAPTER)


def listed(request: HttpRequest, keys: Keys, kind: FeedKind, *, status: int = 200) -> HttpResponse:
    """The page with the addresses of one kind."""
    shared = kind == FeedKind.CHAPTER
    chapter = keys.member.chapter if keys.member else ""
    context = {
        "feeds": chapter_feeds(chapter) if shared else own_feeds(keys.holder),
        "shared": shared,
        "lacking": lacking(chapter, today=timezone.localdate()).count() if shared else 0,
        "leads": not shared and leads(keys),
        "letters": wants_letters(keys.holder),
        "too_many": status == UNPROCESSABLE,
        "home": reverse(settings.AFTER_SIGN_IN if keys.member else settings.FAMILY_HOME),
    }
    return render(request, "calendars/feeds.html", context, status=status)


def leads(keys: Keys) -> bool:
    """Whether a helper leads the chapter now."""
    return bool(keys.member and roles_of(keys.member, timezone.localdate()) & LEADING)


@require_POST
@with_own_keys
def make(request: HttpRequest, keys: Keys) -> HttpResponse:
    """A new address for the own days."""
    return made(request, keys, FeedKind.OWN)


@require_POST
@with_keys(*LEADING)
def make_for_team(request: HttpRequest, keys: Keys) -> HttpResponse:
    """A new address for the days of the chapter."""
    return made(request, keys, FeedKind.CHAPTER)


@require_POST
@with_keys(*LEADING)
def bring_rest(request: HttpRequest, keys: Keys) -> HttpResponse:
    """The days of families that the calendars of the chapter have not got yet, some at a time."""
    publish_all(keys=keys, kind=FeedKind.CHAPTER, now=timezone.now())
    return redirect("calendars:team")


def made(request: HttpRequest, keys: Keys, kind: FeedKind) -> HttpResponse:
    """Make it, and show it from the open visit, so that a phone that loads the page again does not lose it."""
    visit = visit_of(request)
    try:
        secret = make_feed(keys=keys, kind=kind, now=timezone.now())
    except TooManyFeeds:
        return listed(request, keys, kind, status=UNPROCESSABLE)
    if visit:
        change_extra(visit, **{SHOWN: secret.token, FOR_TEAM: "yes" if kind == FeedKind.CHAPTER else None})
    return redirect("calendars:shown")


@require_http_methods(["GET", "HEAD", "POST"])
@with_own_keys
def shown(request: HttpRequest, keys: Keys) -> HttpResponse:
    """The address, until it is in the calendar; then nobody can show it again."""
    visit = visit_of(request)
    token = visit.extra.get(SHOWN) if visit else None
    back = "calendars:team" if visit and visit.extra.get(FOR_TEAM) else "calendars:mine"
    if visit is None or token is None or request.method == "POST":
        if visit and token:
            change_extra(visit, **{SHOWN: None, FOR_TEAM: None})
        return redirect(back)
    address = settings.SITE_ADDRESS.rstrip("/") + reverse("calendars:feed", kwargs={"token": token})
    to_subscribe = "webcal:" + address.partition(":")[2]
    context = {"address": address, "to_subscribe": to_subscribe, "square": square_of(to_subscribe)}
    return render(request, "calendars/address.html", context)


@require_POST
@with_own_keys
def end(request: HttpRequest, keys: Keys, feed: UUID) -> HttpResponse:
    """An address gives nothing from now on."""
    row = find_own(keys, feed, leads=leads(keys))
    if row is None:
        raise Http404
    end_feed(row, today=timezone.localdate())
    return redirect("calendars:team" if row.kind == FeedKind.CHAPTER else "calendars:mine")
