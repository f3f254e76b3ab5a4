"""From the plan to a person: the request is sealed and stored, and the family gets its words."""

import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import segno
from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from peredacha.core.facts import Asks, Fact, Place, Reach, Request
from peredacha.core.sealing import NotSealedHere, ReturnCode, open_envelope, seal
from peredacha.rooms.intake.selectors import chapter_for, current_land
from peredacha.rooms.intake.services.answers import Kept
from peredacha.rooms.matters.services import Opened, open_request
from peredacha.rooms.people.services import (
    Visit,
    begin_visit,
    change_extra,
    forget_wrong,
    note_wrong,
    wait_for,
)
from peredacha.rooms.vault.services import is_written_down, mark_written_down, open_code

TICKET = b"intake.ticket"
TICKET_LIVES = timedelta(hours=24)
ASK = "ask_"
"""Answers of the request stand beside those of the plan in the browser's cookie, under names that begin so."""


class OldTicket(Exception):
    """The form is older than a day, damaged, or was sent and finished before."""


class Wait(Exception):
    """Too many wrong codes came from there: wait so many seconds."""

    def __init__(self, pause: timedelta) -> None:
        """``pause``: how long."""
        super().__init__()
        self.minutes = int(pause.total_seconds() // 60) + 1


@dataclass(frozen=True)
class Wanted:
    """What the family asked for so far, as its browser keeps it."""

    asks: tuple[Asks, ...]
    danger: bool
    reach: Reach | None


def with_needs(kept: Kept, *, asks: list[str], danger: bool) -> Kept:
    """The answers with what is needed."""
    changed = {**kept.answers, f"{ASK}asks": tuple(asks), f"{ASK}danger": "yes" if danger else "no"}
    return replace(kept, answers=changed)


def with_reach(kept: Kept, data: dict[str, Any]) -> Kept:
    """The answers with how the family can be reached."""
    reach = (
        data["way"],
        data["value"].strip(),
        data["when_safe"].strip(),
        "yes" if data["notices"] else "no",
    )
    return replace(kept, answers={**kept.answers, f"{ASK}reach": reach})


def wanted(kept: Kept) -> Wanted | None:
    """What was asked for so far; None before anything was."""
    asks = kept.answers.get(f"{ASK}asks")
    if not isinstance(asks, tuple):
        return None
    reach = kept.answers.get(f"{ASK}reach")
    return Wanted(
        asks,  # type: ignore[arg-type]
        kept.answers.get(f"{ASK}danger") == "yes",
        Reach(way=reach[0], value=reach[1], when_safe=reach[2], notices=reach[3] == "yes")  # type: ignore[arg-type]
        if isinstance(reach, tuple)
        else None,
    )


def fresh_ticket(now: datetime) -> str:
    """A sealed ticket for one form: from it the words are made, so that a double click asks once."""
    body = secrets.token_bytes(32) + int(now.timestamp()).to_bytes(8, "big")
    return urlsafe_b64encode(seal(settings.TICKET_KEY, body, TICKET)).decode()


def read_ticket(text: str, *, now: datetime) -> bytes:
    """The 32 random bytes of a ticket; raises OldTicket."""
    try:
        body = open_envelope(settings.TICKET_KEY, urlsafe_b64decode(text.encode()), TICKET)
    except (NotSealedHere, ValueError) as error:
        raise OldTicket from error
    if now.timestamp() - int.from_bytes(body[32:], "big") > TICKET_LIVES.total_seconds():
        raise OldTicket
    return body[:32]


def send_request(kept: Kept, data: dict[str, Any], *, language: str, now: datetime) -> Visit:
    """Seal and store the request; gives the family's open visit, which holds the words until they are written down.

    Raises OldTicket (show the page again with a fresh one), NoReception, AllPlacesTaken.
    """
    asked = wanted(kept)
    opened = open_request(
        chapter=chapter_for(str(kept.answers.get("region", ""))),
        ticket=read_ticket(data["ticket"], now=now),
        language=language,
        facts=facts_of(kept, asked, data, language, now),
        now=now,
    )
    if opened is None:
        raise OldTicket
    return family_visit(opened, now)


def facts_of(
    kept: Kept, asked: Wanted | None, data: dict[str, Any], language: str, now: datetime
) -> list[Fact]:
    """The first facts of the matter: the request with the plan's answers, the way to reach, the place if told."""
    answers = current_land().guide.relevant(kept.answers)
    facts: list[Fact] = [
        Request(
            asks=asked.asks if asked else (),
            words=data["words"].strip(),
            danger=bool(asked and asked.danger),
            answers=dict(answers),
            language=language,
            name=data["name"].strip(),
            excluded=data["excluded"].strip(),
            received_on=now.date().isoformat(),
        )
    ]
    if asked and asked.reach and asked.reach.way != "none":
        facts.append(asked.reach)
    facility = answers.get("facility")
    if isinstance(facility, str) and facility != "?":
        facts.append(Place(facility=facility, since="", certainty="likely", source="family"))
    return facts


def family_visit(opened: Opened, now: datetime) -> Visit:
    """A visit of the family that has just asked; it carries the words to show."""
    kept = {"code": " ".join(opened.code.words), "code_language": opened.code.language}
    keys = opened.keys
    return begin_visit(kind="family", subject=keys.holder, keys=keys.pair.packed(), now=now, extra=kept)


def words_to_show(visit: Visit) -> tuple[str, ...] | None:
    """The eight words while they may still be shown; None once they were written down."""
    text = visit.extra.get("code", "")
    if not text or is_written_down(visit.subject):
        return None
    return tuple(text.split(" "))


def code_qr(words: tuple[str, ...]) -> SafeString:
    """The eight words as a picture for a phone's camera: words alone, no address, so that it tells little."""
    picture = segno.make(" ".join(words), error="m", micro=False)
    return mark_safe(picture.svg_inline(scale=4, border=2, svgclass=None, lineclass=None, omitsize=True))  # noqa: S308  # nosec B308 B703


def words_are_written_down(visit: Visit) -> None:
    """Two words were typed back: the words are never shown again."""
    mark_written_down(visit.subject)
    change_extra(visit, code=None, code_language=None)


def come_back(code: ReturnCode, *, source: bytes, now: datetime) -> Visit | None:
    """A visit of the family with this code; None for a wrong one. Raises Wait, AllPlacesTaken.

    The wait belongs to the two first words and to the source [empty where it is not known], and lives in this
    process's memory alone.
    """
    lanes = [(b"locator", code.locator), *([(b"code source", source)] if source else [])]
    pause = max(wait_for(*lane, now=now) for lane in lanes)
    if pause:
        raise Wait(pause)
    keys = open_code(code)
    if keys is None:
        for lane, free in zip(lanes, (5, 20)):
            note_wrong(*lane, now=now, free=free)
        return None
    for lane in lanes:
        forget_wrong(*lane)
    mark_written_down(keys.holder)
    return begin_visit(kind="family", subject=keys.holder, keys=keys.pair.packed(), now=now)
