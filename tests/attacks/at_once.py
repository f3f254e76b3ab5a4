"""Plays in which two and more come in the same moment, on a database of a real house: run in a process of their own.

``python -c "from tests.attacks.at_once import plays; plays()"`` prints what came out, as one line of JSON.
"""

import json
import logging
import secrets
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from threading import Barrier
from typing import Any
from uuid import uuid4

import django

django.setup()

import pyotp  # noqa: E402
from django.conf import settings  # noqa: E402
from django.core.files.uploadedfile import SimpleUploadedFile  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connections  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import setup_test_environment  # noqa: E402
from django.utils import timezone  # noqa: E402
from tests.attacks.watching import visit  # noqa: E402
from tests.attacks.world import House, full_house, told  # noqa: E402
from tests.gateways.bindery.samples import black_photo  # noqa: E402
from tests.rooms.binders.test_telling import EVENT  # noqa: E402
from tests.rooms.binders.world import CAME, held_by  # noqa: E402
from tests.rooms.errands.world import Packing, errands_for, seen_by  # noqa: E402
from tests.rooms.guardians.world import standing_recovery  # noqa: E402
from tests.rooms.hearings.world import COURT, standing  # noqa: E402
from tests.rooms.matters.world import file_of, keys  # noqa: E402
from tests.rooms.parcels.world import as_seen, petya_walks, vera_wants  # noqa: E402
from tests.rooms.team.test_joining import APP, begins, invited_by, phone_of, shown_words, types_back  # noqa: E402
from tests.rooms.vault.world import today  # noqa: E402

from peredacha.core.law.quotas import Slot  # noqa: E402
from peredacha.rooms.bundles.models import BundleFile  # noqa: E402
from peredacha.rooms.calendars.models import Feed, FeedBox  # noqa: E402
from peredacha.rooms.conversations.models import Message  # noqa: E402
from peredacha.rooms.conversations.services import author_of, read_thread, send  # noqa: E402
from peredacha.rooms.errands.services import (  # noqa: E402
    NoSlot,
    OpenErrands,
    begin_errands,
    note_slot,
    reserve,
)
from peredacha.rooms.guardians.services import (  # noqa: E402
    NotApproved,
    ask_approval,
    give_approval,
    seal_by_link,
    unseal_with_shares,
    use_approval,
)
from peredacha.rooms.mailroom.models import PaperLetter  # noqa: E402
from peredacha.rooms.matters.models import Claim, Matter  # noqa: E402
from peredacha.rooms.matters.services import open_request  # noqa: E402
from peredacha.rooms.parcels.services import open_parcel  # noqa: E402
from peredacha.rooms.people.models import Member  # noqa: E402
from peredacha.rooms.people.services import SignedIn, sign_in, stretching  # noqa: E402
from peredacha.rooms.people.services.factors import add_totp, make_printed_codes, use_code  # noqa: E402
from peredacha.rooms.stores.models import Lot  # noqa: E402
from peredacha.rooms.vault.models import Grant, SealedBoxes  # noqa: E402
from peredacha.rooms.vault.services import remove_reader  # noqa: E402

MANY = 4
Act = Callable[[], Any]


def at_once(*acts: Act) -> list[Any]:
    """What each act gives when all begin in the same moment, each on connections of its own."""
    begin = Barrier(len(acts))

    def acting(act: Act) -> Any:
        try:
            begin.wait(30)
            return act()
        except Exception as error:
            return type(error).__name__
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(acting, acts))


def same(act: Act) -> list[Any]:
    """The same act, several times at once."""
    return at_once(*[act] * MANY)


def posts(who: Any, url: str, data: Any = None) -> Act:
    """Somebody sends a form; gives the status."""
    return lambda: status(who.client, url, data)


def status(client: Client, url: str, data: Any) -> int:
    """What a form is answered with."""
    return int(visit(client, "post", url, data).status_code)


def claim(house: House) -> dict[str, Any]:
    """Two helpers take the same matter."""
    url = f"/desk/matters/{house.nina.matter.id}/claim/"
    statuses = at_once(posts(house.pavel, url), posts(house.olga, url))
    return {"statuses": sorted(statuses), "claims": Claim.objects.filter(matter=house.nina.matter).count()}


def request(_house: House) -> dict[str, Any]:
    """A frightened mother taps four times."""
    before, ticket = Matter.objects.count(), secrets.token_bytes(32)
    sent = {"chapter": "demo", "ticket": ticket, "language": "ru", "facts": told("Слово9914")}
    given = same(lambda: " ".join(open_request(**sent, now=timezone.now()).code.words))
    return {"words": len(set(given)), "errors": errors(given), "matters": Matter.objects.count() - before}


def message(house: House) -> dict[str, Any]:
    """One form of the talk arrives four times."""
    file, before = file_of(house.vera.keys, house.vera.matter), Message.objects.count()
    said = {"text": "Где он?", "author": author_of(house.vera.keys), "once": "x" * 22}
    given = same(lambda: str(send(keys=house.vera.keys, file=file, now=timezone.now(), **said).id))
    return {"ids": len(set(given)), "errors": errors(given), "messages": Message.objects.count() - before}


def talk(house: House) -> dict[str, Any]:
    """Two helpers and the family write into one matter, several times each."""
    desk = f"/desk/matters/{house.vera.matter.id}/talk/"
    places = [(house.anna, desk), (house.pavel, desk), (house.vera, "/mine/talk/")]
    forms = [posts(who, url, {"text": f"слово {number}"}) for who, url in places for number in range(3)]
    before = Message.objects.filter(safe=house.vera.matter.safe_id).count()
    statuses = at_once(*forms)
    rows = Message.objects.filter(safe=house.vera.matter.safe_id).values_list("sequence", flat=True)
    return {
        "statuses": sorted(set(statuses)),
        "written": len(rows) - before,
        "gaps": sorted(set(range(1, max(rows) + 1)) - set(rows)),
        "unread": unread(house),
    }


def work(house: House) -> dict[str, Any]:
    """Two helpers and the family do everything at once that can be done in one matter."""
    desk = f"/desk/matters/{house.vera.matter.id}/"
    forms = {
        "talk": {"text": "слово"},
        "inner": {"inner-text": "слово"},
        "contact": {"contact-outcome": "reached"},
    }
    acts = [
        posts(who, f"{desk}{part}/", data)
        for who in (house.anna, house.pavel)
        for part, data in forms.items()
    ]
    statuses = at_once(*acts, posts(house.vera, "/mine/talk/", {"text": "слово"}))
    return {"statuses": sorted(set(statuses)), "unread": unread(house)}


def case(house: House) -> dict[str, Any]:
    """Vera and Anna change the binder, a PDF and the hearings in the same moment; six calendars are made at once."""
    one, matter = house.case, house.vera.matter.id
    binder, bundles, court = (f"/{room}/matters/{matter}/" for room in ("binder", "bundles", "hearings"))
    before, safe = held_by(house.vera), house.vera.matter.safe_id
    forms: list[tuple[str, Any]] = [
        (f"{binder}events/new/", {**EVENT, "pages": "1", "order": before.order}),
        (f"{binder}add/", {**CAME, "on_0": "21"}),
        (f"{bundles}bundles/{one.bundles['bundle']}/make/", {}),
        (
            f"{bundles}packets/{one.bundles['packet']}/sections/2/",
            {"words": "Слесарь", "order": before.order},
        ),
        (f"{court}next/", {"text": "завтра в 10", "court": COURT}),
    ]
    photo = black_photo((70, 71))
    acts = [
        posts(who, url, {**data, "file": SimpleUploadedFile("a", photo)} if url.endswith("add/") else data)
        for who in (house.vera, house.anna)
        for url, data in forms
    ]
    statuses, feeds = at_once(*acts), at_once(*[posts(house.vera, "/dates/new/")] * 6)
    held = held_by(house.vera)
    pdf = visit(house.vera.client, "get", f"{bundles}bundles/{one.bundles['bundle']}/papers.pdf")
    return {
        "statuses": sorted(set(statuses)),
        "pages": len(held.pages) - len(before.pages),
        "events": len(held.of_kind("event")) - len(before.of_kind("event")),
        "wrong": held.damaged + held.missing,
        "pdf": [pdf.status_code, BundleFile.objects.filter(safe=safe).count()],
        "hearings": len(standing(house.vera)) - len(one.hearings),
        "feeds": [feeds.count(302), Feed.objects.filter(holder=house.vera.keys.holder).count()],
        "boxes": FeedBox.objects.filter(feed__holder=house.vera.keys.holder).count(),
    }


def calendars(house: House) -> dict[str, Any]:
    """Calendars of the whole chapter and letters are ordered while two families write."""
    days = {"text": "завтра в 11", "court": COURT}
    families = [
        posts(one, f"/hearings/matters/{one.matter.id}/next/", days) for one in (house.vera, house.nina)
    ]
    leads = [posts(one, "/dates/team/new/") for one in (house.pavel, house.olga)]
    letters = [posts(one, "/dates/letters/") for one in (house.vera, house.anna)]
    statuses = at_once(*families, *leads, *letters, *families, *leads)
    shared = Feed.objects.filter(kind="chapter").count()
    return {"statuses": sorted(set(statuses)), "feeds": shared}


def slot(house: House) -> dict[str, Any]:
    """Two helpers and the family reach for the last parcel of the year, each on a page that still shows it."""
    now, day = timezone.now(), today()
    for who in (house.pavel, house.anna):
        begin_errands(keys=keys(who), file=file_of(keys(who), house.vera.matter), now=now)
    opened = errands_for(keys(house.pavel), house.vera, held="colony")
    standing = opened.counter(day, today=day).parcels.left or 0
    for name in "abcdef"[: standing - 1]:
        note_slot(opened=opened, slot=Slot(name, "parcels", day), now=now)
    reach = [keys(house.pavel), keys(house.anna), house.vera.keys] * 2
    acts = [partial(take_slot, seen, f"last {n}") for n, seen in enumerate(map(seen_of(house), reach))]
    given = at_once(*acts)
    left = seen_of(house)(house.vera.keys).counter(day, today=day).parcels
    return {"taken": given.count(True), "refused": given.count(False), "left": left.left, "used": left.used}


def seen_of(house: House) -> Callable[[Any], OpenErrands]:
    """What somebody's keys show of what is carried to Vera's son."""

    def seen(opener: Any) -> OpenErrands:
        found = seen_by(opener, house.vera)
        assert found
        return found

    return seen


def book(house: House) -> dict[str, Any]:
    """Two helpers open envelopes at one table: each gives a letter the next number of the book, four times."""
    before = PaperLetter.objects.count()
    day = {"on_0": today().day, "on_1": today().month, "on_2": today().year}
    acts = [
        posts(who, "/en/mail/new/", {**day, "letter": str(uuid4())})
        for who in (house.pavel, house.olga)
        for _time in range(MANY)
    ]
    statuses = at_once(*acts)
    numbers = sorted(PaperLetter.objects.values_list("number", flat=True))
    whole = numbers == list(range(1, len(numbers) + 1))
    return {"statuses": sorted(set(statuses)), "letters": len(numbers) - before, "without_gaps": whole}


def tea(house: House) -> dict[str, Any]:
    """Petya and Pavel lay the last tea into two boxes; then both hand in the box that got it, with two receipts."""
    ids, petya = house.carried.ids, house.carried.petya
    first = open_parcel(house.vera.keys, ids["parcels"]["parcel"][0], now=timezone.now())
    assert first
    second = petya_walks(Packing(house.pavel, petya), vera_wants(house.vera), "planned")
    good, lot = ids["stores"]["good"][0], Lot.objects.get(id=ids["stores"]["lot"][0])
    lays = {"act": "take", "tare": "100", f"good_{good}": str(lot.pieces)}
    laid = at_once(
        *[
            posts(who, f"/en/boxes/parcels/{parcel.id}/list/", lays)
            for who, parcel in ((petya, first), (house.pavel, second))
        ]
    )
    packed = next(one for one in (first, second) if as_seen(keys(petya), one).state == "packed")
    day = {"on_0": today().day, "on_1": today().month, "on_2": today().year}
    step = f"/en/parcels/{packed.id}/steps/handed/"
    handed = at_once(*[posts(who, step, {**day, "text": who.login}) for who in (petya, house.pavel)])
    steps = [one.step for one in as_seen(keys(petya), packed).steps]
    left = Lot.objects.get(id=lot.id).pieces
    return {"laid": sorted(laid), "left": left, "handed": sorted(handed), "steps": steps.count("handed")}


def take_slot(opened: OpenErrands, name: str) -> bool:
    """Plan a parcel; False where the law leaves none."""
    until = today() + timedelta(days=7)
    try:
        plan = Slot(name, "parcels", today(), state="reserved", until=until)
        reserve(opened=opened, slot=plan, now=timezone.now())
    except NoSlot:
        return False
    return True


def codes(house: House) -> dict[str, Any]:
    """A code that Igor saw is given by him and by her in the same moment."""
    printed, now = make_printed_codes(member=house.anna.member)[0], datetime.now(UTC)
    secret = pyotp.random_base32()
    add_totp(member=house.anna.member, secret=secret, label="", step=-1, today=today())
    used = {"member": house.anna.member, "now": now, "today": today()}
    return {
        "printed": same(lambda: use_code(typed=printed, **used)).count(True),
        "app": same(lambda: use_code(typed=pyotp.TOTP(secret).at(now), **used)).count(True),
    }


def link(house: House) -> dict[str, Any]:
    """Two people stand at the last step of one invitation."""
    token, before = invited_by(house.pavel), Member.objects.count()
    steps = []
    for name in ("boris", "igor"):
        client = begins(token, name)
        types_back(client, shown_words(client))
        steps.append((client, phone_of(client).now()))
    acts = [lambda client=client, code=code: status(client, APP, {"code": code}) for client, code in steps]
    return {"statuses": sorted(at_once(*acts)), "members": Member.objects.count() - before}


def agreement(house: House) -> dict[str, Any]:
    """An agreement of two is used up once."""
    what = {"member": house.pavel.member, "what": "export", "subject": house.nina.matter.id, "today": today()}
    wish = ask_approval(**what)
    give_approval(keys=keys(house.olga), approval_id=wish.id, today=today())

    def use() -> bool:
        with suppress(NotApproved):
            use_approval(**what)
            return True
        return False

    return {"used": same(use).count(True)}


def guesses(_house: House) -> dict[str, Any]:
    """Forty wrong passphrases for one account at once; how many were stretched."""
    stretched = count_stretched()
    at_once(
        *[lambda: isinstance(sign_in(login="olga", passphrase="мимо", now=timezone.now()), SignedIn)] * 40
    )
    return {"stretched": len(stretched)}


def count_stretched() -> list[int]:
    """Filled with one number for each passphrase that is stretched from now on."""
    done, really = [], stretching.stretch

    def counted(*given: Any) -> Any:
        done.append(1)
        return really(*given)

    stretching.stretch = counted  # type: ignore[assignment]
    return done


def leaving(house: House) -> dict[str, Any]:
    """Larisa is taken out of everything while she writes."""
    desk = f"/desk/matters/{house.vera.matter.id}/talk/"
    writes = [posts(house.larisa, desk, {"text": f"ещё {number}"}) for number in range(3)]
    removes = lambda: str(remove_reader(keys=keys(house.pavel), member=house.larisa.member))  # noqa: E731
    *statuses, _removed = at_once(*writes, removes)
    after = posts(house.larisa, desk, {"text": "после"})()
    return {
        "statuses": sorted(set(statuses)),
        "after": after,
        "grants": Grant.objects.filter(holder=house.larisa.member.id).count(),
        "unread": unread(house),
    }


def erasing(house: House) -> dict[str, Any]:
    """Nina erases everything while two helpers write."""
    matter, safes = house.nina.matter, (house.nina.matter.safe_id, house.nina.matter.inner_safe_id)
    desk = f"/desk/matters/{matter.id}/"
    forms = {
        "talk": {"text": "слово"},
        "inner": {"inner-text": "слово"},
        "claim": {},
        "contact": {"contact-outcome": "reached"},
    }
    writes = [posts(house.pavel, f"{desk}{part}/", data) for part, data in forms.items()]
    erased, *statuses = at_once(posts(house.nina, "/mine/erase/", {"sure": "yes"}), *writes)
    return {
        "erased": erased,
        "statuses": sorted(set(statuses)),
        "left": Message.objects.filter(safe__in=safes).count() + Grant.objects.filter(safe__in=safes).count(),
        "matters": Matter.objects.filter(pk=matter.pk).count(),
    }


def closing(house: House) -> dict[str, Any]:
    """The address that closes the house is opened four times at once, and a helper closes it too."""
    shares = standing_recovery(house.pavel)
    before = boxes()
    sealed = same(lambda: seal_by_link(house.links[1]))
    moved = SealedBoxes.objects.count()
    unseal_with_shares(shares[:2])
    return {"sealed": sealed.count(True), "errors": errors(sealed), "moved": moved, "back": boxes() == before}


def boxes() -> dict[Any, bytes]:
    """The passphrase box of every member."""
    return {pk: bytes(box or b"") for pk, box in Member.objects.values_list("pk", "box")}


def unread(house: House) -> int:
    """How many messages of Vera's matter do not open for her, or are missing."""
    thread = read_thread(file_of(house.vera.keys, house.vera.matter))
    return thread.missing + sum(one.text is None for one in thread.messages)


def errors(given: list[Any]) -> list[str]:
    """Names of exceptions among results."""
    return [one for one in given if isinstance(one, str) and one.endswith("Error")]


PLAYS = (
    claim,
    request,
    message,
    talk,
    work,
    case,
    calendars,
    book,
    tea,
    slot,
    codes,
    link,
    agreement,
    guesses,
    leaving,
    erasing,
    closing,
)


def plays() -> None:
    """Every play in one house, one after the other."""
    setup_test_environment()
    logging.disable(logging.CRITICAL)
    for alias in settings.DATABASES:
        call_command("migrate", verbosity=0, database=alias, skip_checks=True)
    house = full_house()
    house.pavel.member.refresh_from_db()
    sys.stdout.write(json.dumps({play.__name__: play(house) for play in PLAYS}))


def guess_beside() -> None:
    """One process of several: guesses one account's passphrase as fast as it can; prints how often it was stretched."""
    stretched = count_stretched()
    for _try in range(30):
        sign_in(login="anna", passphrase="мимо", now=timezone.now())
    sys.stdout.write(str(len(stretched)))
