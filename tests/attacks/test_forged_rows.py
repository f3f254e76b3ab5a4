"""Somebody owns the database, and even has keys that the house gave out: rows moved, copied, swapped, forged."""

import re
from typing import Any

import pytest
from django.db.models import F
from django.test import Client
from django.utils import timezone
from tests.attacks.visitors import of_no_matter
from tests.attacks.watching import body_of, visit
from tests.attacks.world import MARK, NINAS, House
from tests.people import Visitor
from tests.rooms.asking.world import ALONE, answers_all, presses_send
from tests.rooms.home.world import notes
from tests.rooms.matters.world import FamilyAtDoor, asks, file_of, keys
from tests.rooms.people.world import Enrolled, enrol
from tests.rooms.vault.world import circle_of, holder

from peredacha.core.sealing import KeyPair
from peredacha.rooms.binders.models import BinderFile, BinderRow
from peredacha.rooms.bundles.models import BundleFile, BundleRow
from peredacha.rooms.conversations.models import Message
from peredacha.rooms.hearings.models import CardRow
from peredacha.rooms.matters.models import Card, FactRow, Matter
from peredacha.rooms.people.models import Member
from peredacha.rooms.vault.models import Circle, CircleName, Grant, Holder, Safe, Seat
from peredacha.rooms.vault.selectors import newest_epoch, reception_holder
from peredacha.rooms.vault.services import OpenSafe, open_safe
from peredacha.rooms.vault.services.safes import new_grant

pytestmark = pytest.mark.django_db


def page(client: Client, url: str) -> str:
    """A page that opens."""
    answer = visit(client, "get", url)
    assert answer.status_code == 200, (url, answer.status_code)
    return body_of(answer)


def desk(house: House, part: str = "") -> str:
    """Vera's matter on the desk."""
    return f"/desk/matters/{house.vera.matter.id}/{part}"


def test_facts_swapped_between_two_families_open_for_neither(house: House) -> None:
    hers = FactRow.objects.filter(safe=house.vera.matter.safe_id).first()
    ninas = FactRow.objects.filter(safe=house.nina.matter.safe_id).first()
    assert hers and ninas
    FactRow.objects.filter(pk=hers.pk).update(sealed=ninas.sealed)
    FactRow.objects.filter(pk=ninas.pk).update(sealed=hers.sealed)

    assert MARK not in page(house.nina.client, "/mine/")
    assert NINAS not in page(house.vera.client, "/mine/")
    assert file_of(house.vera.keys, house.vera.matter).damaged == 1


@pytest.mark.parametrize("table", [FactRow, Message, BinderRow, BinderFile, BundleRow, BundleFile, CardRow])
def test_rows_moved_to_another_family_open_there_no_more(house: House, table: Any) -> None:
    rows = table.objects.filter(safe=house.vera.matter.safe_id)
    rows.update(safe=house.nina.matter.safe_id, sequence=F("sequence") + 1000)

    assert MARK not in page(house.nina.client, "/mine/")
    assert MARK not in notes(house.nina.client)
    for part in ("binder/{}", "binder/{}events/", "bundles/{}bundles/", "bundles/{}packets/", "hearings/{}"):
        there = part.format(f"matters/{house.nina.matter.id}/")
        assert MARK not in page(house.nina.client, f"/{there}")
    assert (
        visit(house.nina.client, "get", f"/hearings/matters/{house.nina.matter.id}/card/check/").status_code
        == 302
    )


def test_a_pdf_put_in_the_place_of_another_is_told_as_damaged(house: House) -> None:
    """Igor swaps the names of two encrypted files of one family, so that another paper would go to the court."""
    one, other = BundleFile.objects.filter(safe=house.vera.matter.safe_id)
    names = one.blob, other.blob
    for row, name in ((one, "0" * 32), (other, names[0]), (one, names[1])):
        BundleFile.objects.filter(pk=row.pk).update(blob=name)

    for kind, name in house.case.bundles.items():
        url = f"/bundles/matters/{house.vera.matter.id}/{kind}s/{name}/papers.pdf"
        assert visit(house.vera.client, "get", url).status_code == 410


def test_the_helpers_thread_moved_into_the_familys_safe_is_not_shown_to_the_family(house: House) -> None:
    inner = Message.objects.filter(safe=house.vera.matter.inner_safe_id)
    inner.update(safe=house.vera.matter.safe_id, sequence=F("sequence") + 1000)
    Matter.objects.filter(pk=house.vera.matter.pk).update(family=house.vera.keys.holder)

    assert f"{MARK} второе" in page(house.vera.client, "/mine/")
    assert page(house.vera.client, "/mine/").count(f"{MARK} второе") == 1


def test_a_matter_hung_on_another_familys_holder_does_not_open_for_it(house: House) -> None:
    Matter.objects.filter(pk=house.nina.matter.pk).update(family=None)
    Matter.objects.filter(pk=house.vera.matter.pk).update(family=house.nina.keys.holder)

    answer = visit(house.nina.client, "get", "/mine/")

    assert answer.status_code == 410
    assert MARK not in body_of(answer)


@pytest.mark.parametrize("signed_by", ["the giver of before", "herself"])
def test_a_grant_copied_for_somebody_else_opens_nothing(house: House, signed_by: str) -> None:
    maria = enrol("Maria")
    maria.client.get("/desk/mine/")
    for one in Grant.objects.filter(safe=house.vera.matter.safe_id, holder=house.anna.member.id):
        one.pk, one._state.adding = None, True
        one.holder_id = maria.member.id
        one.giver_id = one.giver_id if signed_by == "the giver of before" else maria.member.id
        one.save()

    answer = visit(maria.client, "get", desk(house))

    assert answer.status_code == 404
    assert MARK not in body_of(answer)
    assert MARK not in page(maria.client, "/desk/mine/")


def test_a_helper_of_another_chapter_is_not_let_in_by_moving_the_matter(house: House) -> None:
    client = of_no_matter(house)
    Matter.objects.filter(pk=house.vera.matter.pk).update(chapter="far")

    assert visit(client, "get", desk(house)).status_code == 404


def forged(safe: Any, by: FamilyAtDoor | Enrolled) -> OpenSafe:
    """A new data key that ``by`` knows, sealed to every reader of a safe, signed with keys that the house made."""
    giver, pair = (by.keys.holder, by.keys.pair) if isinstance(by, FamilyAtDoor) else (by.member.id, by.pair)
    number = safe.epoch + 1
    made_up = safe.epoch.to_bytes(4, "big") + b"x" * 32
    opened = OpenSafe(safe.id, number, {number: b"k" * 32}, {number: made_up})
    readers = Grant.objects.filter(safe=safe, epoch=safe.epoch).values("holder")
    for one in Holder.objects.filter(id__in=readers):
        new_grant(opened, one, number, giver=giver, pair=pair).save()
    Safe.objects.filter(pk=safe.pk).update(epoch=number)
    return opened


@pytest.mark.parametrize("who", ["a family that asked to get keys", "a veteran without this matter"])
def test_a_data_key_slipped_under_a_safe_is_never_written_with(house: House, who: str) -> None:
    """Igor has the database and keys of his own that the house marked. He must not read what Vera says next."""
    igor = asks() if who.startswith("a family") else enrol("Igor")
    if isinstance(igor, Enrolled):
        igor.client.get("/desk/mine/")
    safe = Safe.objects.get(pk=house.vera.matter.safe_id)
    forged(safe, igor)
    before = set(Message.objects.values_list("pk", flat=True))

    visit(house.vera.client, "post", "/mine/talk/", {"text": f"{MARK} тайна"})

    written = [one for one in Message.objects.exclude(pk__in=before) if one.epoch > safe.epoch]
    assert not written, "a message was sealed with a data key that Igor made"


def test_a_public_key_of_a_reader_replaced_gets_nothing_sealed(house: House) -> None:
    """Igor puts his own public key in Anna's place; the house notices before anything is sealed to it."""
    igor = KeyPair.fresh().public.packed()
    Holder.objects.filter(id=house.anna.member.id).update(public=igor)
    before = set(Grant.objects.values_list("pk", flat=True))

    seen = visit(house.anna.client, "get", desk(house))
    stopped = visit(house.pavel.client, "post", desk(house, f"readers/{house.larisa.member.id}/stop/"))

    assert seen.status_code == 409 and MARK not in body_of(seen)
    assert stopped.status_code in (409, 422)
    assert not Grant.objects.filter(holder=house.anna.member.id).exclude(pk__in=before).exists()


@pytest.mark.parametrize("table", [Holder, Member])
def test_a_swapped_key_of_a_member_warns_whoever_would_seal_to_it(house: House, table: Any) -> None:
    larisa = house.larisa.member.id
    fresh, field = KeyPair.fresh().public.packed(), "public" if table is Holder else "public_pair"
    table.objects.filter(pk=larisa).update(**{field: fresh})

    url = f"/vault/circles/{circle_of(CircleName.LAWYERS).id}/{larisa}/seat/"
    answer = visit(house.pavel.client, "post", url)

    assert answer.status_code == 409 and "<h1" in body_of(answer)
    assert not Seat.objects.filter(holder=larisa).exists()


def asks_now() -> Any:
    """A new family sends its request through the pages."""
    visitor = Visitor()
    visitor.client.raise_request_exception = False
    first = visitor.sends("/ask/", answer=["person"])
    if first.status_code != 302:
        return first
    answers_all(visitor, **ALONE)
    return presses_send(visitor)


def test_the_receptions_key_replaced_gets_no_request_and_the_family_gets_a_sentence(house: House) -> None:
    reception = newest_epoch(circle_of()).holder
    Holder.objects.filter(pk=reception.pk).update(public=KeyPair.fresh().public.packed())
    before = Matter.objects.count()

    answer = asks_now()

    assert Matter.objects.count() == before
    assert answer.status_code in (200, 422, 503)
    assert "<h1" in answer.content.decode()


def test_a_chapter_without_a_reception_beside_one_that_has_one_is_a_sentence(house: House) -> None:
    Circle.objects.filter(pk=circle_of().pk).update(chapter="far")
    before = set(Matter.objects.values_list("pk", flat=True))

    answer = asks_now()

    made = Matter.objects.exclude(pk__in=before)
    assert answer.status_code in (200, 302, 422, 503)
    assert all(reception_holder(one.chapter) for one in made), "a request never lies where nobody reads"


def test_a_seat_that_somebody_gave_to_himself_opens_nothing(house: House) -> None:
    maria = enrol("Maria")
    maria.client.get("/desk/mine/")
    for one in Seat.objects.filter(holder=house.pavel.member.id):
        one.pk, one._state.adding = None, True
        one.holder = holder(maria)
        one.save()

    assert not keys(maria).circles
    assert visit(maria.client, "get", "/desk/").status_code == 302
    assert visit(maria.client, "get", desk(house)).status_code == 404


def test_a_message_taken_out_or_out_of_order_is_told(house: House) -> None:
    rows = list(Message.objects.filter(safe=house.vera.matter.safe_id).order_by("sequence"))
    rows[1].delete()

    assert file_of(house.vera.keys, house.vera.matter)
    assert "<h1" in page(house.vera.client, "/mine/")
    told = page(house.anna.client, desk(house))
    assert f"{MARK} первое" in told and f"{MARK} второе" not in told
    assert re.search(r"(?i)missing|gone|нет на месте|пропал|не хватает|удал", told)


def test_messages_in_another_order_do_not_open(house: House) -> None:
    first, second, *_more = Message.objects.filter(safe=house.vera.matter.safe_id).order_by("sequence")
    one, other = first.sequence, second.sequence
    for row, place in ((first, 999), (second, one), (first, other)):
        Message.objects.filter(pk=row.pk).update(sequence=place)

    told = page(house.anna.client, desk(house))

    assert f"{MARK} первое" not in told and f"{MARK} второе" not in told
    assert f"{MARK} третье" in told


def test_the_card_of_another_matter_is_not_taken_for_this_one(house: House) -> None:
    hers, ninas = Card.objects.get(matter=house.vera.matter), Card.objects.get(matter=house.nina.matter)
    before = page(house.pavel.client, "/desk/").count(f"{NINAS} имя")
    Card.objects.filter(pk=hers.pk).update(sealed=ninas.sealed, form=ninas.form, circle=ninas.circle)

    queue = page(house.pavel.client, "/desk/")

    assert f"{MARK} имя" not in queue
    assert queue.count(f"{NINAS} имя") == before > 0
    assert f"{MARK}" in page(house.anna.client, desk(house))


def test_the_state_of_a_safe_set_back_seals_nothing_with_an_old_key(house: House) -> None:
    safe = house.vera.matter.safe_id
    opened = open_safe(house.vera.keys, safe, now=timezone.now())
    assert opened is not None
    Safe.objects.filter(pk=safe).update(epoch=opened.epoch - 1 if opened.epoch > 1 else 1)

    again = open_safe(house.vera.keys, safe, now=timezone.now())

    assert again is not None and again.epoch == opened.epoch
