"""The menu, and every address that a page of a lower floor shows without knowing its room."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from peredacha.rooms.people.services import COOKIE, signed_member, visit_of

NAMES = dict(settings.LANGUAGES)
LEADING = ("coordinator", "steward")
WAYS: tuple[tuple[str, Promise, tuple[str, ...]], ...] = (
    ("shifts:queue", _("The queue"), LEADING),
    ("team:team", _("The team"), LEADING),
    ("shifts:own", _("My families"), ()),
    ("arrivals:index", _("Calls and letters"), ("coordinator",)),
    ("rolls:index", _("Many were detained at once"), ("coordinator",)),
    ("hearings:mine", _("Hearings"), ()),
    ("plans:review", _("Papers to look at"), ("lawyer",)),
    ("veterans:me", _("My card"), ("veteran",)),
    ("guardians:index", _("Keys and safety"), ()),
    ("know_how:desk", _("Know-how"), ()),
    ("calendars:mine", _("Days in your phone"), ()),
    ("conversations:notices", _("Letters about news"), ()),
    ("team:account", _("My account"), ()),
)
"""Where helpers go: the name of a page, its words, and the roles for which it is there; none: for every helper."""


@dataclass(frozen=True)
class Section:
    """One way between the pages of a helper."""

    url: str
    text: str
    current: bool
    count: int | None = None


def for_helpers(request: HttpRequest) -> dict[str, Any]:
    """The ways between the pages of a helper who is signed in; nothing for everybody else."""
    signed = signed_member(request) if COOKIE in request.COOKIES else None
    if signed is None:
        return {}
    ways = [(reverse(name), str(text)) for name, text, roles in WAYS if not roles or signed.has(*roles)]
    sections = [Section(url, text, request.path == url) for url, text in ways]
    urls = {"sign_out_url": reverse("people:sign_out"), "queue_url": reverse(settings.QUEUE_HOME)}
    return {"sections": sections, **urls}


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
        "ask_url": reverse("asking:needs"),
        "return_url": reverse("asking:return"),
        "lost_url": reverse("team:lost"),
        "source_url": settings.SOURCE_URL,
        **for_helpers(request),
        "other_language": {"code": other, "name": NAMES[other], "url": translate_url(request.path, other)},
    }
