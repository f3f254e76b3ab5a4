"""Devices that an account knows, and the line about a new one. No address and no kind of browser is kept."""

import json
import secrets
from datetime import date
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse

from peredacha.core.sealing import NotSealedHere, open_envelope, seal, tag
from peredacha.rooms.people.models import Member

DEVICE_COOKIE = "__Host-device"
DEVICE_DAYS = 180
MOST_DEVICES, MOST_NEWS = 20, 5
TOKEN_CHARACTERS = 43
Stored = dict[str, list[str]]
"""``known``: marks of devices; ``news``: "day mark" of a sign-in on a new one."""


def new_device() -> str:
    """A random mark for a browser [32 bytes in URL-safe letters]."""
    return secrets.token_urlsafe(32)


def device_of(request: HttpRequest) -> str:
    """The mark of this browser; empty where it has none, or one that is not ours."""
    device = request.COOKIES.get(DEVICE_COOKIE, "")
    return device if len(device) == TOKEN_CHARACTERS and device.isascii() else ""


def keep_device(response: HttpResponse, device: str) -> HttpResponse:
    """The response that marks this browser."""
    response.set_cookie(
        DEVICE_COOKIE,
        device,
        max_age=DEVICE_DAYS * 24 * 3600,
        path="/",
        secure=True,
        httponly=True,
        samesite="Strict",
    )
    return response


def is_known_device(member: Member, device: str) -> bool:
    """Whether this browser has signed in to this account before."""
    return len(device) == TOKEN_CHARACTERS and _mark(member, device) in _read(member)["known"]


def note_device(*, member_id: UUID, device: str, today: date) -> None:
    """Remember the browser; a new one is news for the member's other devices. The first of all is none."""
    with transaction.atomic():
        member = Member.objects.select_for_update().get(pk=member_id)
        stored, mark = _read(member), _mark(member, device)
        if mark not in stored["known"]:
            news = [*stored["news"], f"{today.isoformat()} {mark}"] if stored["known"] else []
            _write(member, {"known": [*stored["known"], mark][-MOST_DEVICES:], "news": news[-MOST_NEWS:]})


def news_of_devices(member: Member, device: str) -> tuple[date, ...]:
    """Days on which another device than this one was new. Whoever came in on it does not see its own line."""
    news = [line.split() for line in _read(member)["news"]]
    return tuple(date.fromisoformat(day) for day, mark in news if mark != _mark(member, device))


def forget_news(*, member: Member, device: str) -> None:
    """The member has read the lines about other devices: it was him or her."""
    with transaction.atomic():
        member = Member.objects.select_for_update().get(pk=member.pk)
        stored, mark = _read(member), _mark(member, device)
        _write(member, {**stored, "news": [line for line in stored["news"] if line.endswith(mark)]})


def _mark(member: Member, device: str) -> str:
    return tag(settings.FACTORS_KEY, b"people.device", member.id.bytes, device.encode()).hex()[:32]


def _read(member: Member) -> Stored:
    nothing: Stored = {"known": [], "news": []}
    if member.devices_box is None:
        return nothing
    try:
        body = open_envelope(settings.FACTORS_KEY, bytes(member.devices_box), member.context("devices"))
    except NotSealedHere:
        return nothing
    return {**nothing, **json.loads(body)}


def _write(member: Member, stored: Stored) -> None:
    member.devices_box = seal(settings.FACTORS_KEY, json.dumps(stored).encode(), member.context("devices"))
    member.save(update_fields=["devices_box"])
