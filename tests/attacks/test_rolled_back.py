"""Somebody puts old rows back, writes a visit or a state by hand, or seizes a page half-way: what is noticed, what not.

Where a play ends with Igor reading something, docs/threat-model.md says so too.
"""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone
from tests.attacks import thief
from tests.attacks.test_cookies_and_forms import opens, signs_in
from tests.attacks.thief import Loot, read_by
from tests.attacks.watching import body_of, rows_of_others, visit
from tests.attacks.world import MARK, House
from tests.rooms.errands.world import seen_by, today
from tests.rooms.matters.world import asks, keys
from tests.rooms.people.world import Enrolled
from tests.rooms.visits.world import boxes

from peredacha.core.sealing import KeyPair, join_shares, seal
from peredacha.rooms.errands.models import ErrandCard, ErrandFile, ErrandRow
from peredacha.rooms.errands.services import served_cards
from peredacha.rooms.guardians.services import begin_ceremony, check_share, settle_recoveries, share_of
from peredacha.rooms.journal.models import Entry
from peredacha.rooms.journal.selectors import verify_chain
from peredacha.rooms.people.models import Member, MemberState, Role, RoleKind, Session
from peredacha.rooms.people.services import COOKIE, HELPER, begin_visit, change_passphrase
from peredacha.rooms.people.services.sessions import _halves
from peredacha.rooms.team.services import freeze
from peredacha.rooms.vault.models import Grant, Recovery, Safe, Seat
from peredacha.rooms.vault.services import open_safe, remove_reader

pytestmark = pytest.mark.django_db


def desk(house: House, part: str = "") -> str:
    """Vera's matter on the desk."""
    return f"/desk/matters/{house.vera.matter.id}/{part}"


def put_back(rows: list[Any]) -> None:
    """Old rows stand in the database again, as they were."""
    for row in rows:
        type(row)._default_manager.filter(pk=row.pk).delete()
        row._state.adding = True
        row.save(force_insert=True)


def test_a_visit_that_igor_writes_himself_is_no_visit(house: House) -> None:
    """He can write into the database of visits, knows Pavel's random name, and chose id, secret and keys himself."""
    mine = begin_visit(
        kind=HELPER, subject=house.pavel.member.id, keys=KeyPair.fresh().packed(), now=timezone.now()
    )
    id_hash, secret = _halves(mine.token)
    row, context = Session.objects.get(id_hash=id_hash), b"people.session:" + id_hash
    assert thief.by_cookie(mine.token, boot_key=True), "with the boot key he could"
    body = thief.tried(thief.visit_key(secret), row.box, context)
    Session.objects.filter(pk=row.pk).update(box=seal(secret, body, context))

    assert not opens(mine.token, "/team/") and not opens(mine.token)


def test_who_was_taken_out_and_is_put_back_by_hand_reads_what_was_and_nothing_new(house: House) -> None:
    old = list(Grant.objects.filter(holder=house.larisa.member.id))
    remove_reader(keys=keys(house.pavel), member=house.larisa.member)
    visit(house.vera.client, "post", "/mine/talk/", {"text": f"{MARK} после"})
    visit(house.pavel.client, "post", desk(house, "talk/"), {"text": f"{MARK} позже"})

    put_back(old)

    page = visit(house.larisa.client, "get", desk(house))
    read = read_by(Loot([house.larisa.pair]))
    assert f"{MARK} первое" in read, (
        "what she once could read is not taken out of her head, nor out of a copy"
    )
    for fresh in (f"{MARK} после", f"{MARK} позже"):
        assert fresh not in read and fresh not in body_of(page)


def test_a_packer_who_was_taken_out_and_is_put_back_by_hand_reads_no_parcel_that_came_after(
    house: House,
) -> None:
    petya, vera = house.carried.petya, house.vera
    old = [*Seat.objects.filter(holder=petya.member.id), *Grant.objects.filter(holder=petya.member.id)]
    remove_reader(keys=keys(house.pavel), member=petya.member)
    ask = {
        "page": 3,
        "kind": "parcel",
        "things": ["tea"],
        "words": f"{MARK} после",
        "way": "window",
        "once": "m",
    }
    asked = visit(vera.client, "post", f"/parcels/matters/{vera.matter.id}/ask/", ask)
    alias = {"alias": f"{MARK} новый"}
    renamed = visit(vera.client, "post", f"/errands/matters/{vera.matter.id}/person/6/", alias)

    put_back(old)

    read = read_by(Loot([petya.pair]))
    assert asked.status_code == renamed.status_code == 302 and old
    assert f"{MARK} новый" not in read and f"{MARK} новый" in read_by(Loot([house.pavel.pair]))
    assert f"{MARK} мёрзнет" in read and f"{MARK} после" not in read
    assert f"{MARK} после" not in body_of(visit(petya.client, "get", asked.url))
    assert f"{MARK} после" in body_of(visit(vera.client, "get", asked.url))


def test_an_old_card_put_back_tells_the_days_of_then_until_the_next_word(house: House) -> None:
    """Not noticed: it moves somebody up in a list, for as long as nobody says a word about what is carried."""
    errands, petya = f"/errands/matters/{house.vera.matter.id}/", house.carried.petya
    old = list(ErrandCard.objects.all())
    told = {**boxes(today()), "kind": "short_visits", "key": str(uuid4())}
    assert visit(house.vera.client, "post", f"{errands}used/", told).status_code == 302
    assert seen_on_cards(petya) == today()

    put_back(old)

    assert seen_on_cards(petya) is None
    assert visit(house.vera.client, "post", f"{errands}person/6/", {"alias": "Дрозд"}).status_code == 302
    assert seen_on_cards(petya) == today()


def seen_on_cards(petya: Enrolled) -> date | None:
    """When Vera's son was last seen, as Petya's list knows it."""
    (card,) = served_cards(keys(petya), ErrandFile.objects.all()).values()
    return card.visit


def test_a_place_in_the_counter_cut_out_of_the_table_is_told(house: House) -> None:
    row = ErrandRow.objects.filter(safe=ErrandFile.objects.get().safe_id).order_by("sequence")[1]
    row.delete()

    opened = seen_by(house.vera.keys, house.vera)

    assert opened is not None and opened.damaged == 1


def test_the_newest_data_key_is_used_though_the_state_of_the_safe_was_put_back(house: House) -> None:
    before = [Safe.objects.get(pk=house.vera.matter.safe_id)]
    remove_reader(keys=keys(house.pavel), member=house.larisa.member)
    newest = Safe.objects.get(pk=before[0].pk).epoch
    Safe.objects.filter(pk=before[0].pk).update(epoch=before[0].epoch, stale=False)

    opened = open_safe(keys(house.pavel), before[0].pk, now=timezone.now())

    assert opened is not None and opened.epoch == newest > before[0].epoch


def test_an_old_box_put_back_makes_the_old_passphrase_work_again_and_no_one_is_told(house: House) -> None:
    """Not noticed: whoever changes a passphrase because somebody saw it should be given new keys too."""
    before = Member.objects.get(pk=house.anna.member.pk)
    change_passphrase(visit=house.anna.visit, passphrase="пять синих птиц и один пароход")
    assert not opens(signs_in_or_not(house.anna))

    Member.objects.filter(pk=before.pk).update(
        box=before.box, salt=before.salt, cost=before.cost, verifier_hash=before.verifier_hash
    )

    assert opens(signs_in(Client(), house.anna)), "the second factor is still asked"


def signs_in_or_not(helper: Enrolled) -> str:
    """The cookie of somebody who tries to sign in; of nobody where it is refused."""
    try:
        return signs_in(Client(), helper)
    except KeyError:
        return "A" * 64


def test_a_role_and_a_state_written_by_hand_open_no_seal(house: House) -> None:
    """The frozen one is active again, as steward: he comes in, and no key came with it."""
    igor = thief_among_helpers(house)
    Role.objects.create(
        member=igor.member, kind=RoleKind.STEWARD, starts_on="2020-01-01", ends_on="2099-01-01", given_by=None
    )

    assert not keys(igor).circles
    assert visit(igor.client, "get", desk(house)).status_code == 404
    assert MARK not in body_of(visit(igor.client, "get", "/desk/"))


def thief_among_helpers(house: House) -> Enrolled:
    """Larisa was frozen and taken out, and somebody set her state back."""
    freeze(by=house.pavel.member, member=house.larisa.member)
    remove_reader(keys=keys(house.pavel), member=house.larisa.member)
    Member.objects.filter(pk=house.larisa.member.pk).update(state=MemberState.ACTIVE)
    house.larisa.member.refresh_from_db()
    client = Client()
    again = begin_visit(
        kind=HELPER, subject=house.larisa.member.id, keys=house.larisa.pair.packed(), now=timezone.now()
    )
    client.cookies[COOKIE] = again.token
    return Enrolled(house.larisa.member, house.larisa.pair, client, again, "larisa")


def test_a_database_of_yesterday_is_told_by_the_mark_that_was_noted_elsewhere(house: House) -> None:
    from_yesterday = rows_of_journal()
    visit(house.pavel.client, "post", f"/desk/matters/{house.nina.matter.id}/claim/")
    asks()
    noted = verify_chain().mark
    model, newer = type(from_yesterday[0]), {row.pk for row in from_yesterday}

    model._default_manager.exclude(pk__in=newer).delete()
    head = verify_chain(noted)

    assert noted.count > len(from_yesterday)
    assert head.wrong is not None


def rows_of_journal() -> list[Any]:
    """The journal as it stands."""
    return list(Entry.objects.all())


def test_the_frozen_ones_open_page_sends_nothing(house: House) -> None:
    """Her page with its forms was open when the team froze her."""
    page = body_of(visit(house.anna.client, "get", desk(house)))
    assert "<form" in page and f"{MARK} первое" in page
    freeze(by=house.pavel.member, member=house.anna.member)
    before = rows_of_others()

    for part, data in (("talk/", {"text": "слово"}), ("claim/", {}), ("close/", {"why": "x", "sure": "yes"})):
        answer = visit(house.anna.client, "post", desk(house, part), data)
        assert answer.status_code == 403 and MARK not in body_of(answer)

    assert rows_of_others() == before
    assert visit(house.anna.client, "get", desk(house)).status_code == 302


def test_a_ceremony_seized_half_way_gives_shares_of_a_key_that_opens_nothing(house: House) -> None:
    """The room is stormed while the second of three shares is on the screen: whoever breaks off is safe."""
    seen = begun(house.pavel, then=2)

    house.pavel.member.refresh_from_db()
    settle_recoveries(timezone.localdate().replace(year=2099))

    pair = KeyPair.from_seed(join_shares(seen))
    assert not Recovery.objects.exists()
    assert MARK not in read_by(Loot([pair], boot_key=False))


def begun(pavel: Enrolled, then: int) -> list[str]:
    """The shares that stood on the screen, up to the one numbered ``then``."""
    begin_ceremony(visit=pavel.visit, needed=2, shares=3)
    seen = []
    for _page in range(then):
        share = share_of(pavel.visit)
        assert share is not None
        seen.append(" ".join(share.words))
        if share.number < then:
            typed = tuple(share.words[place] for place in share.places)
            assert check_share(visit=pavel.visit, keys=keys(pavel), typed=typed, today=timezone.localdate())
    return seen
