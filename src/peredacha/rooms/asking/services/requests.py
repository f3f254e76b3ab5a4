"""From the plan to a person: the request is sealed and stored, and the family gets its words."""

import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone

from peredacha.core.facts import Fact, Place, Reach, Request
from peredacha.core.sealing import NotSealedHere, open_envelope, seal
from peredacha.rooms.asking.selectors import receiver_for
from peredacha.rooms.asking.services.drafts import Draft, draft_of, without_draft
from peredacha.rooms.intake.selectors import current_land
from peredacha.rooms.intake.services import Kept
from peredacha.rooms.matters.services import Opened, first_check_word, open_request
from peredacha.rooms.people.services import Visit, begin_visit

TICKET = b"asking.ticket"
TICKET_LIVES = timedelta(hours=24)


class OldTicket(Exception):
    """The form is older than a day, damaged, or was sent and finished before."""


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


def send_request(kept: Kept, *, ticket: str, language: str, now: datetime) -> Visit:
    """Seal and store the request; gives the family's open visit, which holds the words until they are written down.

    Raises OldTicket (show the page again with a fresh one), NoReception, AllPlacesTaken.
    """
    chapter, reception = receiver_for(str(kept.answers.get("region", "")))
    opened = open_request(
        chapter=chapter,
        reception=reception,
        ticket=read_ticket(ticket, now=now),
        language=language,
        facts=facts_of(kept, language, now),
        now=now,
    )
    if opened is None:
        raise OldTicket
    return family_visit(opened, now)


def facts_of(kept: Kept, language: str, now: datetime) -> list[Fact]:
    """The first facts of the matter: the request with the plan's answers, the way to reach, the place if told."""
    draft = draft_of(kept)
    answers = current_land().guide.relevant(without_draft(kept).answers)
    facts: list[Fact] = [
        Request(
            asks=draft.asks,
            words=draft.text("story"),
            danger=draft.text("danger") == "yes",
            answers=dict(answers),
            language=language,
            name=draft.text("name"),
            excluded=draft.text("readers"),
            received_on=timezone.localdate(now).isoformat(),
        )
    ]
    if draft.way not in ("", "none"):
        facts.append(reach_of(draft))
    facility = answers.get("facility")
    if isinstance(facility, str) and facility != "?":
        facts.append(Place(facility=facility, since="", certainty="likely", source="family"))
    return facts


def reach_of(draft: Draft) -> Reach:
    """How the family may be reached; letters about news only where it chose e-mail and wished for them."""
    return Reach(
        way=draft.way,  # type: ignore[arg-type]
        value=draft.text("contact"),
        when_safe=draft.text("safe"),
        notices=draft.way == "mail" and draft.text("notices") == "yes",
    )


def family_visit(opened: Opened, now: datetime) -> Visit:
    """A visit of the family that has just asked; it carries the words to show."""
    language = opened.code.language
    keys = opened.keys
    check = first_check_word(keys.pair, language)
    kept = {"code": opened.code.text, "code_language": language, "check_word": check}
    return begin_visit(kind="family", subject=keys.holder, keys=keys.pair.packed(), now=now, extra=kept)
