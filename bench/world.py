"""Makes a chapter with many open matters, and one long talk, in the database that the environment names.

world.py MATTERS MESSAGES. Prints JSON: the addresses to ask for, and the cookies of Pavel and of the family.
"""

import json
import os
import secrets
import sys
from copy import copy
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from uuid import uuid4

import django
import yaml

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "peredacha.config.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.db import connection, transaction  # noqa: E402

from peredacha.core.facts import Author, Request  # noqa: E402
from peredacha.rooms.conversations.services import send  # noqa: E402
from peredacha.rooms.matters.models import Card, Matter  # noqa: E402
from peredacha.rooms.matters.selectors import queue_of  # noqa: E402
from peredacha.rooms.matters.services import URGENCY, QueueCard, open_cards, open_file, open_request  # noqa: E402
from peredacha.rooms.matters.services.cards import sealed_card  # noqa: E402
from peredacha.rooms.people.services import COOKIE, HELPER, Visit, begin_visit, sign_in  # noqa: E402
from peredacha.rooms.people.services.signing_in import SignedIn  # noqa: E402
from peredacha.rooms.salts.services import make_salts  # noqa: E402
from peredacha.rooms.vault.models import Holder, Safe  # noqa: E402
from peredacha.rooms.vault.selectors import reception_holder  # noqa: E402
from peredacha.rooms.vault.services import Keys, keys_of  # noqa: E402

CLASSES = ("other", "legal", "legal", "parcel", "letter", "place", "deadline", "danger")
NAMES = ("Вера", "Ольга", "Тамара", "Зульфия", "Нина", "Лидия", "Галина", "Мадина")
TALK = (
    "Сегодня была у следователя, передачу приняли не всю: лекарства вернули, говорят, нужна справка врача. "
    * 2
)
FULL_SYNC = 2
SLICE = 1000


def main(matters: int, messages: int) -> None:
    """Make both and print where they are."""
    flushed_to_disk()
    now = datetime.now().astimezone()
    visit, pavel = signed_in(now)
    family, talked = long_talk(pavel, messages, now)
    many_matters(pavel, talked, matters, now)
    chapter = talked.chapter
    opened = open_cards(pavel, queue_of(chapter))
    if len(opened) < matters or not all(one.card for one in opened):
        raise SystemExit("cards of the queue do not open: bench/world.py no longer fits the house")
    told = {
        "queue": ["/desk/", visit.token],
        "thread": [f"/desk/matters/{talked.id}/", visit.token],
        "family": ["/mine/", family.token],
    }
    print(json.dumps({"cookie": COOKIE, "pages": told}))


def flushed_to_disk() -> None:
    """Stop when the database does not wait for the disk: then no figure of an intake means anything."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous")
        if cursor.fetchone()[0] < FULL_SYNC:
            raise SystemExit("the database does not write through: PRAGMA synchronous must be FULL")


def signed_in(now: datetime) -> tuple[Visit, Keys]:
    """Pavel past his second factor, and his keys."""
    people = yaml.safe_load((Path(str(settings.CHAPTER)) / "people.yaml").read_text("utf-8"))
    told = next(one for one in people["helpers"] if one["login"] == "pavel")
    found = sign_in(login=told["login"], passphrase=told["passphrase"], now=now)
    if not isinstance(found, SignedIn):
        raise SystemExit("Pavel cannot sign in: start the server with --demo first")
    visit = begin_visit(kind=HELPER, subject=found.member.id, keys=found.visit.keys, now=now)
    return visit, keys_of(visit, found.member)


def long_talk(pavel: Keys, messages: int, now: datetime) -> tuple[Visit, Matter]:
    """A family that asked, and its talk with Pavel; its visit and its matter."""
    chapter = pavel.member.chapter if pavel.member else ""
    facts = [
        Request(asks=("person",), words=TALK, name="Вера", language="ru", received_on=now.date().isoformat())
    ]
    opened = open_request(
        chapter=chapter, ticket=secrets.token_bytes(32), language="ru", facts=facts, now=now
    )
    if opened is None:
        raise SystemExit("the family's words were taken: run it again")
    for number in range(messages):
        keys, author = (
            (opened.keys, Author("family"))
            if number % 2
            else (pavel, Author("member", str(pavel.holder), "Павел"))
        )
        file = open_file(keys, opened.matter, now=now)
        if file is None:
            raise SystemExit("the matter does not open for those who talk in it")
        text, at = f"{number}. {TALK}", now - timedelta(minutes=messages - number)
        send(keys=keys, file=file, text=text, author=author, now=at)
    pair = opened.keys.pair.packed()
    visit = begin_visit(kind="family", subject=opened.keys.holder, keys=pair, now=now)
    return visit, Matter.objects.get(id=opened.matter.id)


def many_matters(pavel: Keys, like: Matter, count: int, now: datetime) -> None:
    """Open matters with sealed cards, each like one that a family made; nothing stands in their safes."""
    chance = Random(1930)
    for start in range(0, count, SLICE):
        some(pavel, like, min(SLICE, count - start), chance, now)


@transaction.atomic
def some(pavel: Keys, like: Matter, count: int, chance: Random, now: datetime) -> None:
    """A slice of them."""
    holder = reception_holder(like.chapter)
    if holder is None:
        raise SystemExit("the chapter has no reception")
    rows = [(drawn := card(chance, now), matter(like, drawn, chance)) for _ in range(count)]
    safes = [safe for _, one in rows for safe in (one.safe_id, one.inner_safe_id)]
    salts = make_salts(safes)
    Safe.objects.bulk_create(Safe(id=safe, salted=True) for safe in safes)
    Matter.objects.bulk_create(one for _, one in rows)
    Card.objects.bulk_create(sealed(pavel, one, drawn, holder, salts[one.safe_id]) for drawn, one in rows)


def card(chance: Random, now: datetime) -> QueueCard:
    """What the reception sees of an invented family."""
    queue, days = chance.choice(CLASSES), chance.randrange(60)
    touched = (now - timedelta(days=days, minutes=chance.randrange(1440))).isoformat()
    deadline = (now + timedelta(days=chance.randrange(3))).date().isoformat() if queue == "deadline" else ""
    return QueueCard(
        alias=chance.choice(NAMES),
        queue=queue,
        asks=("person", "lawyer"),
        stage="remand",
        region="RU-ZRC",
        kinship="parent",
        articles=("228 ч. 2",),
        came_at=touched,
        touched_at=touched,
        deadline_on=deadline,
        alarms=("place_unknown",) if queue == "place" else (),
    )


def matter(like: Matter, drawn: QueueCard, chance: Random) -> Matter:
    """A matter of its own, otherwise like the other; not yet stored."""
    one = copy(like)
    one._state = copy(like._state)
    one.id, one.safe_id, one.inner_safe_id, one.family_id = uuid4(), uuid4(), uuid4(), None
    one.urgency = URGENCY.get(drawn.queue, 0)
    one.week -= timedelta(weeks=chance.randrange(9))
    one.next_on += timedelta(days=chance.randrange(14))
    one.trace_tag = secrets.token_bytes(32)
    return one


def sealed(pavel: Keys, one: Matter, drawn: QueueCard, holder: Holder, salt: bytes) -> Card:
    """Its card under the card key of the reception, as it is once a helper has touched it; not yet stored."""
    form, body = sealed_card(one, drawn, pavel, holder, salt)
    return Card(matter_id=one.id, circle_id=holder.id, form=form, sealed=body)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
