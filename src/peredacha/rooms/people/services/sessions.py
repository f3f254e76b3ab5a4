"""Open visits of helpers and of families: the cookie holds the secret, the database a box that it opens.

A dump of the database gives no live visit: the id is only there as a hash, and what the box holds (who, keys,
state) needs the secret half of the cookie.
"""

import json
import secrets
from base64 import b64decode, b64encode, urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from peredacha.core.sealing import NotSealedHere, open_envelope, seal, tag
from peredacha.rooms.people.models import Member, Session, WrongTries
from peredacha.rooms.people.selectors import find_member, roles_of
from peredacha.statements import add, change

COOKIE = "__Host-session"
ID_BYTES, SECRET_BYTES = 16, 32
HELPER, FAMILY, JOINING = "helper", "family", "joining"
IDLE = timedelta(minutes=20)
LONGEST = {HELPER: timedelta(hours=10), FAMILY: timedelta(hours=2), JOINING: timedelta(hours=1)}
TOUCH = timedelta(minutes=1)
FACTOR, ASKED = "factor", "asked"
"""The mark of a visit whose second factor is still to be given: it opens nothing else."""
DATABASE = "sessions"
OVER = 'DELETE FROM "people_session" WHERE "ends_at" <= %s OR "seen_at" <= %s'


@dataclass(frozen=True, repr=False)
class Visit:
    """One open visit. ``keys`` is a packed KeyPair; ``extra`` holds short texts that live as long as it."""

    kind: str
    subject: UUID
    keys: bytes
    extra: dict[str, str]
    started: datetime
    token: str

    @property
    def is_whole(self) -> bool:
        """Whether it opens rooms: a helper past the second factor, or a family."""
        return self.kind in (HELPER, FAMILY) and self.extra.get(FACTOR) != ASKED


@dataclass(frozen=True, repr=False)
class Seen:
    """A visit as one request found it; ``member`` and the running ``roles`` only for a helper."""

    visit: Visit
    member: Member | None
    roles: frozenset[str]


def begin_visit(
    *, kind: str, subject: UUID, keys: bytes, now: datetime, extra: dict[str, str] | None = None
) -> Visit:
    """A new visit with a new random id and secret; rows of visits that are over go away with it."""
    token = urlsafe_b64encode(secrets.token_bytes(ID_BYTES + SECRET_BYTES)).decode()
    visit = Visit(kind, subject, keys, dict(extra or {}), now, token)
    id_hash, secret = _halves(token)
    with transaction.atomic(using=DATABASE):
        change(Session, OVER, now, now - IDLE)
        row = Session(
            id_hash=id_hash,
            owner_tag=_owner_tag(kind, subject),
            box=_sealed(visit, id_hash, secret),
            ends_at=now + LONGEST[kind],
            seen_at=now.replace(second=0, microsecond=0),
        )
        add(row)
    return visit


def visit_of(request: HttpRequest) -> Visit | None:
    """The whole visit of this request; None for strangers, ended visits and half-open ones."""
    visit = any_visit_of(request)
    return visit if visit and visit.is_whole else None


def waiting_visit_of(request: HttpRequest) -> Visit | None:
    """The visit that still waits for a step (second factor, joining); None otherwise."""
    visit = any_visit_of(request)
    return visit if visit and not visit.is_whole else None


def any_visit_of(request: HttpRequest) -> Visit | None:
    """The visit of this request, whole or half-open; read once a request."""
    seen = seen_in(request)
    return seen.visit if seen else None


def seen_in(request: HttpRequest) -> Seen | None:
    """The visit of this request and, for a helper, who it is; read once a request."""
    if not hasattr(request, "_seen"):
        request._seen = _read_visit(request.COOKIES.get(COOKIE, ""), timezone.now())  # type: ignore[attr-defined]
    seen: Seen | None = request._seen  # type: ignore[attr-defined]
    return seen


def keep_visit(response: HttpResponse, visit: Visit) -> HttpResponse:
    """The response with the visit in its cookie, which goes when the browser closes."""
    response.set_cookie(COOKIE, visit.token, path="/", secure=True, httponly=True, samesite="Strict")
    return response


def drop_visit(response: HttpResponse) -> HttpResponse:
    """The response that takes the cookie away."""
    response.set_cookie(COOKIE, "", max_age=0, path="/", secure=True, httponly=True, samesite="Strict")
    return response


def change_extra(visit: Visit, **extra: str | None) -> Visit:
    """The visit with these texts kept in it, stored at once; None forgets a text."""
    id_hash, secret = _halves(visit.token)
    with transaction.atomic(using=DATABASE):
        row = Session.objects.select_for_update().filter(id_hash=id_hash).first()
        stored = _opened(row, visit.token) if row else None
        if row and stored:
            visit.extra.clear()
            kept = {**stored.extra, **extra}
            visit.extra.update({name: text for name, text in kept.items() if text is not None})
            row.box = _sealed(visit, id_hash, secret)
            row.save(update_fields=["box"])
    return visit


def end_visit(visit: Visit) -> None:
    """End this visit."""
    Session.objects.filter(id_hash=_halves(visit.token)[0]).delete()


def end_visits(*, kind: str, subject: UUID, but: Visit | None = None) -> int:
    """End all visits of one helper or family, except ``but``; gives how many."""
    rows = Session.objects.filter(owner_tag=_owner_tag(kind, subject))
    if but:
        rows = rows.exclude(id_hash=_halves(but.token)[0])
    return rows.delete()[0]


def end_all_visits() -> int:
    """End every visit of everybody, and forget who tried wrong; gives how many visits there were."""
    WrongTries.objects.all().delete()
    return Session.objects.all().delete()[0]


def _read_visit(token: str, now: datetime) -> Seen | None:
    halves = _read_token(token)
    row = Session.objects.filter(id_hash=halves[0]).first() if halves else None
    if row is None or row.ends_at <= now or row.seen_at <= now - IDLE:
        return None
    visit = _opened(row, token)
    if visit is None:
        return None
    member = find_member(visit.subject) if visit.kind == HELPER else None
    roles = roles_of(member, timezone.localdate(now)) if member else frozenset[str]()
    if visit.kind == HELPER and not roles:
        return None  # frozen, gone, or without a role since yesterday
    if row.seen_at <= now - TOUCH:
        Session.objects.filter(pk=row.pk).update(seen_at=now.replace(second=0, microsecond=0))
    return Seen(visit, member, roles)


def _read_token(token: str) -> tuple[bytes, bytes] | None:
    try:
        return _halves(token)
    except ValueError:
        return None


def _halves(token: str) -> tuple[bytes, bytes]:
    """Hash of the id, and the secret; raises ValueError for anything that is no token."""
    data = urlsafe_b64decode(token.encode("ascii"))
    if len(data) != ID_BYTES + SECRET_BYTES:
        raise ValueError("no token of a visit")
    return sha256(data[:ID_BYTES]).digest(), data[ID_BYTES:]


def _owner_tag(kind: str, subject: UUID) -> bytes:
    return tag(settings.LOGIN_KEY, b"people.session", kind.encode(), subject.bytes)


def _box_key(secret: bytes) -> bytes:
    """The key of a visit's box. Without the boot key nobody makes one, and a seized cookie opens nothing of a disk."""
    return tag(settings.LOGIN_KEY, b"people.visit", secret)


def _sealed(visit: Visit, id_hash: bytes, secret: bytes) -> bytes:
    stored = {
        "kind": visit.kind,
        "subject": visit.subject.hex,
        "keys": b64encode(visit.keys).decode(),
        "extra": visit.extra,
        "started": visit.started.isoformat(),
    }
    return seal(_box_key(secret), json.dumps(stored).encode(), b"people.session:" + id_hash)


def _opened(row: Session, token: str) -> Visit | None:
    id_hash, secret = _halves(token)
    try:
        stored = json.loads(open_envelope(_box_key(secret), bytes(row.box), b"people.session:" + id_hash))
    except NotSealedHere:
        return None
    return Visit(
        kind=stored["kind"],
        subject=UUID(stored["subject"]),
        keys=b64decode(stored["keys"]),
        extra=stored["extra"],
        started=datetime.fromisoformat(stored["started"]),
        token=token,
    )
