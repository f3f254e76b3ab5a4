"""The shift reads the queue, narrows it, takes the next one; looking claims nothing."""

import re
from datetime import date, timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from tests.rooms.desk.world import at, beside, claims, day_parts, family, in_days, lets_in, page, sees
from tests.rooms.matters.world import asks, keys, reception
from tests.rooms.people.world import enrol

from peredacha.core.facts import Author, NextStep, Place, Request
from peredacha.rooms.desk.services import name_next_step, take
from peredacha.rooms.matters.models import Card, Claim, Matter
from peredacha.rooms.matters.services import CLASSES, OpenCard, QueueCard, put_card, tell
from peredacha.rooms.salts.selectors import salts_of
from peredacha.rooms.shifts.selectors import PAGE, class_now, is_of, read_queue, turn
from peredacha.rooms.shifts.services import take_next, wake
from peredacha.rooms.vault.models import Circle, CircleName
from peredacha.rooms.vault.services import found_circle

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_cards")]

TODAY = date(2026, 3, 2)


def titles(html: str) -> list[str]:
    return re.findall(r'queue-title"><a href="[^"]+">([^<]+)</a>', html)


def a_full_queue() -> dict[str, Matter]:
    return {
        "Письмо": family("Письмо", asks=("letter",)).matter,
        "Посылка": family("Посылка", asks=("parcel",)).matter,
        "Совет": family("Совет").matter,
        "Этап": family("Этап", Place(state="convoy", since=in_days(-9))).matter,
        "Срок": family("Срок", NextStep(what="Позвоним", by=in_days(1))).matter,
        "Беда": family("Беда", danger=True).matter,
    }


def test_danger_stands_on_top_then_deadline_place_legal_parcel_letter() -> None:
    pavel = reception()
    a_full_queue()

    assert titles(page(pavel, "/desk/")) == ["Беда", "Срок", "Этап", "Совет", "Посылка", "Письмо"]


def test_the_first_steward_and_coordinator_finds_the_circles_founded_and_oleg_does_not() -> None:
    oleg = enrol("Oleg", ("coordinator",))
    assert oleg.client.get("/desk/").status_code == 302 and not Circle.objects.exists()

    assert page(enrol("Pavel", ("coordinator", "steward")), "/desk/")

    assert set(Circle.objects.values_list("name", flat=True)) == set(CircleName.values)


def test_inside_a_class_the_longest_untouched_comes_first() -> None:
    pavel = reception()
    now = timezone.now()
    from_words = {"Вторая": now - timedelta(hours=2), "Первая": now - timedelta(hours=9), "Третья": now}
    for name, moment in from_words.items():
        asks(Request(asks=("person",), name=name), now=moment)

    assert titles(page(pavel, "/desk/")) == ["Первая", "Вторая", "Третья"]


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("danger", "Беда"),
        ("deadline", "Срок"),
        ("place", "Этап"),
        ("legal", "Совет"),
        ("parcel", "Посылка"),
        ("letter", "Письмо"),
    ],
)
def test_the_queue_is_narrowed_to_one_class_by_a_link(kind: str, name: str) -> None:
    pavel = reception()
    a_full_queue()
    whole = page(pavel, "/desk/")

    assert f'href="/desk/?kind={kind}"' in whole
    assert titles(page(pavel, f"/desk/?kind={kind}")) == [name]


def test_held_by_nobody_leaves_out_whom_anna_stands_by() -> None:
    pavel, anna = reception(), enrol("Anna")
    held, free = family("Занята").matter, family("Свободна").matter
    lets_in(pavel, anna, held)
    Matter.objects.filter(id=held.id).update(held_by=anna.member)

    assert titles(page(pavel, "/desk/?kind=alone")) == ["Свободна"]
    assert len(titles(page(pavel, "/desk/"))) == 2 and free.held_by_id is None


@pytest.mark.parametrize(
    "asked", ["?kind=<b>&page=x", "?page=-1", "?page=99999999999", "?kind=danger&page=7"]
)
def test_an_address_that_makes_no_sense_still_gives_a_page(asked: str) -> None:
    pavel = reception()
    family("Вера")

    assert "<h1>" in page(pavel, f"/desk/{asked}")


def test_every_matter_stands_on_exactly_one_page() -> None:
    pavel = reception()
    for number in range(PAGE + 3):
        family(f"Семья {number}")

    first, second = titles(page(pavel, "/desk/")), titles(page(pavel, "/desk/?page=2"))

    assert (len(first), len(second)) == (PAGE, 3)
    assert len({*first, *second}) == PAGE + 3
    assert "/desk/?page=2" in page(pavel, "/desk/") and "/desk/?page=3" not in page(pavel, "/desk/?page=2")


def test_looking_at_everything_and_printing_claims_nothing() -> None:
    pavel = reception()
    matter = family("Вера").matter

    for part in ("", "plan/", "people/", "helpers/", "history/", "add/place/"):
        page(pavel, at(matter, part))
    page(pavel, "/desk/"), page(pavel, "/desk/several/"), page(pavel, "/desk/hand-over/")

    assert claims() == 0


def test_take_the_next_one_claims_the_top_free_line_and_leads_to_it() -> None:
    pavel = reception()
    oleg = beside(pavel)
    places = a_full_queue()

    first = pavel.client.post("/desk/next/")
    second = oleg.client.post("/desk/next/")

    assert first.url == at(places["Беда"])
    assert second.url not in (at(places["Беда"]), "/desk/")
    assert claims() == 2
    assert "Pavel" in page(oleg, "/desk/")


def test_when_somebody_is_a_moment_faster_the_next_line_is_taken(monkeypatch) -> None:
    pavel = reception()
    oleg = beside(pavel)
    places = a_full_queue()
    take(keys=keys(oleg), file=sees(oleg, places["Беда"]), now=timezone.now())
    monkeypatch.setattr("peredacha.rooms.shifts.services.shift.claims_on", lambda *_args, **_more: {})

    taken = take_next(keys=keys(pavel), chapter="demo", now=timezone.now())

    assert taken is not None and taken.id != places["Беда"].id
    assert Claim.objects.get(matter=places["Беда"]).member == oleg.member


def test_a_claim_ends_by_itself_and_a_release_at_once() -> None:
    pavel = reception()
    oleg = beside(pavel)
    matter, now = family("Вера").matter, timezone.now()
    pavel.client.post(at(matter, "claim/"))
    assert oleg.client.post(at(matter, "claim/")).status_code == 409

    later = read_queue(keys(oleg), "demo", now=now + timedelta(minutes=31))
    assert later.claims == {} and len(later.cards) == 1
    pavel.client.post(at(matter, "release/"))

    assert oleg.client.post(at(matter, "claim/")).status_code == 302


def test_nothing_to_take_is_said_kindly() -> None:
    pavel = reception()

    answer = pavel.client.post("/desk/next/")

    assert answer.status_code == 200 and "<h1>" in answer.content.decode() and claims() == 0


def test_what_waits_for_another_day_is_not_the_next_one() -> None:
    pavel = reception()
    matter = family("Вера").matter
    name_next_step(
        keys=keys(pavel),
        file=sees(pavel, matter),
        what="Позвоним",
        by=timezone.localdate() + timedelta(days=9),
        now=timezone.now(),
    )

    assert take_next(keys=keys(pavel), chapter="demo", now=timezone.now()) is None


@pytest.mark.parametrize("place", [0, 5, -1])
def test_a_damaged_card_never_takes_the_page_down(place: int) -> None:
    pavel = reception()
    whole, broken = family("Цела").matter, family("Разбита").matter
    card = Card.objects.get(matter=broken)
    sealed = bytearray(card.sealed)
    sealed[place] ^= 1
    Card.objects.filter(matter=broken).update(sealed=bytes(sealed))

    html = page(pavel, "/desk/")

    assert "Цела" in html and "Разбита" not in html
    assert at(broken) in html and at(whole) in html
    for more in ("/desk/?kind=legal", "/desk/several/", "/desk/hand-over/"):
        assert page(pavel, more)
    assert pavel.client.post("/desk/next/").url == at(whole)


def test_a_promise_made_long_ago_becomes_a_deadline_when_its_day_comes() -> None:
    pavel, now = reception(), timezone.now()
    matter = family("Вера").matter
    day = timezone.localdate(now) + timedelta(days=10)
    name_next_step(keys=keys(pavel), file=sees(pavel, matter), what="Позвоним", by=day, now=now)
    matter.refresh_from_db()
    assert matter.urgency == 0

    assert wake(keys=keys(pavel), chapter="demo", now=now) == 0
    assert wake(keys=keys(pavel), chapter="demo", now=now + timedelta(days=8)) == 1
    matter.refresh_from_db()
    assert matter.urgency == 2


def test_an_overdue_promise_rings_on_its_line() -> None:
    pavel = reception()
    matter = family("Вера").matter
    told = NextStep(what="Позвоним", by=in_days(-2))
    tell(keys=keys(pavel), file=sees(pavel, matter), fact=told, author=Author(), now=timezone.now())

    html = page(pavel, "/desk/")

    assert 'class="alarm"' in html.split('class="queue"', 1)[1]


@pytest.mark.parametrize("kinds", [("veteran",), ("lawyer",)])
def test_who_does_not_sit_in_the_reception_sees_only_own_families(kinds) -> None:
    pavel = reception()
    larisa = enrol("Larisa", kinds)
    if kinds == ("lawyer",):
        found_circle(keys=keys(larisa), chapter="demo", name=CircleName.LAWYERS)
    mine, other = family("Своя").matter, family("Чужая").matter
    lets_in(pavel, larisa, mine)

    assert larisa.client.get("/desk/").url == "/desk/mine/"
    own = page(larisa, "/desk/mine/")
    assert "Своя" in own and "Чужая" not in own
    assert larisa.client.get(at(other)).status_code == 404
    for address in ("/desk/next/", "/desk/several/", "/desk/hand-over/"):
        assert larisa.client.post(address, day_parts("by", 1)).status_code == 404


def test_another_chapter_finds_nothing() -> None:
    reception()
    stranger = reception("Egor", "volga")
    matter = family("Вера").matter

    assert "Вера" not in page(stranger, "/desk/")
    for part in ("", "plan/", "people/", "helpers/", "history/", "add/kin/"):
        assert stranger.client.get(at(matter, part)).status_code == 404


CARDS = st.builds(
    QueueCard,
    queue=st.sampled_from(CLASSES),
    touched_at=st.dates(TODAY - timedelta(days=99), TODAY).map(lambda day: day.isoformat()),
    deadline_on=st.one_of(
        st.just(""), st.dates(TODAY - timedelta(9), TODAY + timedelta(9)).map(lambda day: day.isoformat())
    ),
)


@given(cards=st.lists(st.one_of(st.none(), CARDS), max_size=30), mixed=st.randoms())
def test_the_order_does_not_depend_on_how_the_cards_lie(cards, mixed) -> None:
    lying = [OpenCard(Matter(), card) for card in cards]
    ordered = sorted(lying, key=lambda one: turn(one, TODAY))
    mixed.shuffle(lying)

    assert sorted(lying, key=lambda one: turn(one, TODAY)) == ordered
    broken = [one.card is None for one in ordered]
    assert broken == sorted(broken, reverse=True), "what does not open is seen first"
    read = [one.card for one in ordered if one.card]
    places = [(CLASSES.index(class_now(one, TODAY)), one.touched_at) for one in read]
    assert places == sorted(places)


@given(card=CARDS)
def test_every_card_belongs_to_everything_and_to_exactly_one_class(card) -> None:
    one = OpenCard(Matter(), card)

    assert is_of(one, "", TODAY)
    found = [kind for kind in CLASSES if is_of(one, kind, TODAY)]
    assert found == [class_now(card, TODAY)]
    assert (card.queue == "danger") == (found == ["danger"])


@pytest.mark.parametrize("junk", [{"queue": "nonsense"}, {"deadline_on": "soon"}, {"touched_at": ""}])
def test_a_card_that_opens_and_makes_no_sense_is_shown_as_damaged(junk: dict[str, str]) -> None:
    pavel = reception()
    whole, odd = family("Цела").matter, family("Странная").matter
    card = QueueCard(**{"alias": "Странная", "touched_at": timezone.now().isoformat(), **junk})
    put_card(matter=odd, card=card, keys=keys(pavel), salt=salts_of([odd.safe_id])[odd.safe_id])

    html = page(pavel, "/desk/")

    assert "Цела" in html and "Странная" not in html
    assert at(odd) in html and at(whole) in html
