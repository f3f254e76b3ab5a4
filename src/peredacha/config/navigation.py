"""The menu, and every address that a page of a lower floor shows without knowing its room."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from peredacha.rooms.people.services import COOKIE, SignedMember, signed_member, visit_of

NAMES = dict(settings.LANGUAGES)
LEADING = ("coordinator", "steward")
READERS = (*LEADING, "veteran", "lawyer", "editor")
PACKING = ("packer", "coordinator")
Way = tuple[str, Promise, tuple[str, ...]]
GROUPS: tuple[tuple[Promise, tuple[Way, ...]], ...] = (
    (
        _("Families"),
        (
            ("shifts:queue", _("The queue"), LEADING),
            ("shifts:own", _("My families"), READERS),
            ("arrivals:index", _("Calls and letters"), ("coordinator",)),
            ("rolls:index", _("Many were detained at once"), ("coordinator",)),
            ("plans:review", _("Papers to look at"), ("lawyer",)),
            ("hearings:mine", _("Hearings"), READERS),
        ),
    ),
    (
        _("Food, letters, visits"),
        (
            ("board:board", _("Parcels to carry"), PACKING),
            ("letters:mine", _("My letters"), ("writer",)),
            ("stores:index", _("The store"), PACKING),
            ("postroom:waiting", _("Letters"), PACKING),
            ("visits:rides", _("Rides to visits"), PACKING),
            ("turns:turns", _("Whose turn it is"), PACKING),
            ("batches:index", _("Many boxes at once"), PACKING),
            ("mailroom:index", _("Paper mail"), ("coordinator",)),
            ("aid:index", _("Aid to places"), PACKING),
        ),
    ),
    (
        _("All of us"),
        (
            ("team:team", _("The team"), LEADING),
            ("guardians:index", _("Keys and safety"), ()),
            ("know_how:desk", _("Know-how"), ()),
            ("facilities:reports", _("Words about windows"), ()),
            ("tallies:numbers", _("Our numbers"), (*PACKING, "steward")),
        ),
    ),
    (
        _("For you"),
        (
            ("veterans:me", _("My card"), ("veteran",)),
            ("calendars:mine", _("Days in your phone"), ()),
            ("conversations:notices", _("Letters about news"), ()),
            ("team:account", _("My account"), ()),
        ),
    ),
)
"""Where helpers go, by groups: the name of a page, its words, and the roles for which it is there; none: for all."""
WAYS: tuple[Way, ...] = tuple(way for _title, ways in GROUPS for way in ways)
IN_LINE = 4
"""So many ways stand in line; the others open on demand."""


@dataclass(frozen=True)
class Section:
    """One way between the pages of a helper."""

    url: str
    text: str
    current: bool
    group: str = ""
    """Under which words it opens on demand; nothing where it stands in line."""
    count: int | None = None


def for_helpers(request: HttpRequest) -> dict[str, Any]:
    """The ways between the pages of a helper who is signed in; nothing for everybody else."""
    signed = signed_member(request) if COOKIE in request.COOKIES else None
    if signed is None:
        return {}
    sections = list(sections_for(signed, request.path))
    urls = {"sign_out_url": reverse("people:sign_out"), "queue_url": reverse(settings.QUEUE_HOME)}
    return {"sections": sections, **urls}


def sections_for(signed: SignedMember, path: str) -> Iterator[Section]:
    """The first ways that are open stand in line, and so does the one that leads to the page itself."""
    ways = (
        (reverse(name), str(text), str(title))
        for title, group in GROUPS
        for name, text, roles in group
        if not roles or signed.has(*roles)
    )
    for place, (url, text, title) in enumerate(ways):
        current = path == url
        yield Section(url, text, current, "" if current or place < IN_LINE else title)


def navigation(request: HttpRequest) -> dict[str, Any]:
    """What the base page shows: the other language, the exit, what is kept, the source."""
    language = get_language() or settings.LANGUAGE_CODE
    other = "en" if language == "ru" else "ru"
    return {
        "home_url": reverse("intake:start"),
        "exit_url": reverse("intake:exit"),
        "forget_url": reverse("intake:forget"),
        "leaves": COOKIE in request.COOKIES and visit_of(request) is not None,
        "kept_url": reverse("intake:page", kwargs={"page_id": "kept"}),
        "calculators_url": reverse("calculators:index"),
        "facilities_url": reverse("facilities:index"),
        "tallies_url": reverse("tallies:reports"),
        "ask_url": reverse("asking:needs"),
        "return_url": reverse("asking:return"),
        "lost_url": reverse("team:lost"),
        "pack_first_url": reverse("turns:pack"),
        "source_url": settings.SOURCE_URL,
        **for_helpers(request),
        "other_language": {"code": other, "name": NAMES[other], "url": translate_url(request.path, other)},
    }
