"""Answers in a sealed cookie: the server keeps nothing, the browser keeps nothing readable, for two hours."""

import json
import secrets
import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from peredacha.core.law.plan import Answer
from peredacha.core.sealing import NotSealedHere, open_envelope, seal

COOKIE = "__Host-answers"
LIFETIME = timedelta(hours=2)
CONTEXT = b"intake.answers"
OF_A_REGION = ("place", "facility")
LONGEST = 2044
"""What fits a cookie of 4,096 characters after sealing [bytes]."""


class TooManyAnswers(Exception):
    """The answers no longer fit a cookie: something very long was typed."""


@dataclass(frozen=True)
class Kept:
    """The answers of one browser, and a random seed that makes calendar entries of its plan recognisable."""

    answers: dict[str, Answer] = field(default_factory=dict)
    seed: str = ""

    def with_answer(self, question: str, answer: Answer) -> "Kept":
        """The same answers with one more; what was answered before and not shown now stays.

        Only a court or a place of another region goes when the region changes: it names nothing there.
        """
        moved = question == "region" and answer != self.answers.get("region")
        kept = {key: value for key, value in self.answers.items() if not (moved and key in OF_A_REGION)}
        return replace(self, answers={**kept, question: answer}, seed=self.seed or secrets.token_hex(8))


def read_answers(cookie: str | None, *, now: datetime) -> Kept:
    """The answers in a cookie; none when it is absent, too old, damaged, or from before a restart."""
    if not cookie:
        return Kept()
    try:
        envelope = urlsafe_b64decode(cookie.encode("ascii", "replace") + b"=" * (-len(cookie) % 4))
        body = open_envelope(settings.ANSWERS_KEY, envelope, CONTEXT)
        stored = json.loads(zlib.decompress(body))
    except (NotSealedHere, ValueError, zlib.error):
        return Kept()
    if now - datetime.fromtimestamp(stored["at"], tz=now.tzinfo) > LIFETIME:
        return Kept()
    answers = {
        key: tuple(value) if isinstance(value, list) else value for key, value in stored["answers"].items()
    }
    return Kept(answers, stored["seed"])


def sealed_answers(kept: Kept, *, now: datetime) -> str:
    """The cookie of these answers; raises TooManyAnswers when they do not fit one."""
    stored = {"answers": kept.answers, "seed": kept.seed, "at": int(now.timestamp())}
    body = zlib.compress(json.dumps(stored, ensure_ascii=False, separators=(",", ":")).encode())
    if len(body) > LONGEST:
        raise TooManyAnswers
    return urlsafe_b64encode(seal(settings.ANSWERS_KEY, body, CONTEXT)).decode().rstrip("=")


def kept_by(request: HttpRequest) -> Kept:
    """The answers that this browser keeps; none when it keeps nothing that opens."""
    return read_answers(request.COOKIES.get(COOKIE), now=timezone.now())


def keeping(response: HttpResponse, kept: Kept) -> HttpResponse:
    """The response with the answers sealed into its cookie, for two hours from now."""
    response.set_cookie(
        COOKIE,
        sealed_answers(kept, now=timezone.now()),
        max_age=LIFETIME,
        path="/",
        secure=True,
        httponly=True,
        samesite="Strict",
    )
    return response
