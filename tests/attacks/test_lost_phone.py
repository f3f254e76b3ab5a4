"""Igor has Anna's passphrase, and says that "she" lost her phone."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from tests.rooms.people.test_signing_in import CODE, ME, app_of, at_the_door
from tests.rooms.people.world import Enrolled, enrol
from tests.rooms.team.vouching import LOST, announced, connects, new_phone, ripe, spoken
from tests.rooms.vault.world import founder, frozen, today

from peredacha.rooms.guardians.services import announce_comeback, recover_member, vouch_for_comeback
from peredacha.rooms.people.models import SecondFactor
from peredacha.rooms.people.services import wait_for
from peredacha.rooms.vault.models import Comeback, Lost

pytestmark = pytest.mark.django_db
WRONG = ("aaaaa-aaaaa", "bbbbb-bbbbb")


@pytest.fixture
def anna(db: None) -> Enrolled:
    """The veteran, with a phone."""
    anna = enrol("Anna")
    app_of(anna)
    return anna


def kept(anna: Enrolled, before: list[bytes]) -> bool:
    """Whether Anna's factor is the one that it was."""
    return [bytes(one.secret_box) for one in SecondFactor.objects.filter(member=anna.member)] == before


def factors(anna: Enrolled) -> list[bytes]:
    return [bytes(one.secret_box) for one in SecondFactor.objects.filter(member=anna.member)]


def test_a_thief_with_the_passphrase_alone_gets_nothing(anna: Enrolled) -> None:
    igor, before = at_the_door(), factors(anna)

    assert 'name="code"' not in igor.get(LOST).content.decode()
    assert igor.post(LOST, {"first": WRONG[0], "second": WRONG[1], "code": "000000"}).url == LOST
    assert igor.get(ME).url == CODE and kept(anna, before)


def test_nor_on_the_day_on_which_anna_may_come_back(anna: Enrolled) -> None:
    pavel, nina = founder(), enrol("Nina")
    comeback, before = ripe(anna, pavel, nina), factors(anna)
    pavels, ninas = spoken(comeback, pavel, nina)
    igor = at_the_door()

    for codes in (WRONG, (pavels, WRONG[1]), (pavels, pavels), (pavels + ninas, ".")):
        assert connects(igor, *codes).status_code == 422
    assert igor.get(ME).url == CODE and kept(anna, before) and Comeback.objects.exists()


def test_guessing_what_two_said_slows_down(anna: Enrolled) -> None:
    pavel, nina = founder(), enrol("Nina")
    codes = spoken(ripe(anna, pavel, nina), pavel, nina)
    igor = at_the_door()

    for _try in range(5):
        connects(igor, *WRONG)

    assert connects(igor, *codes).status_code == 422
    assert wait_for(b"second-factor", anna.member.id.bytes, now=timezone.now()) > timedelta(0)


def test_one_voucher_alone_opens_nothing(anna: Enrolled) -> None:
    pavel = founder()
    comeback, before = ripe(anna, pavel, None), factors(anna)
    igor = at_the_door()

    with pytest.raises(PermissionDenied):
        vouch_for_comeback(by=pavel.member, comeback=comeback, today=today())
    Comeback.objects.update(second=pavel.member)
    assert 'name="code"' not in igor.get(LOST).content.decode()
    assert igor.post(LOST, {"code": "000000"}).url == LOST and kept(anna, before)


def test_nobody_vouches_for_oneself(anna: Enrolled) -> None:
    pavel = founder()
    with pytest.raises(PermissionDenied):
        announce_comeback(by=anna.member, member=anna.member, lost=Lost.FACTORS, today=today())
    comeback = announced(anna, pavel, None)

    for one in (anna, pavel):
        with pytest.raises(PermissionDenied):
            vouch_for_comeback(by=one.member, comeback=comeback, today=today())
        place = f"/vault/comebacks/{anna.member.id}/answer/"
        assert one.client.post(place, {"answer": "vouch"}).status_code == 422
    assert (
        str(anna.member.id) not in anna.client.get("/vault/comebacks/").content.decode().partition("Vouch")[2]
    )
    assert Comeback.objects.get().second is None


def test_nobody_of_another_chapter_and_nobody_without_a_fitting_role_vouches(anna: Enrolled) -> None:
    pavel, igor = founder(), founder("Igor", "volga")
    packer, gone = enrol("Boris", ("packer",)), enrol("Vlad")
    frozen(gone)
    comeback = announced(anna, pavel, None)

    for one in (igor, packer, gone):
        with pytest.raises(PermissionDenied):
            vouch_for_comeback(by=one.member, comeback=comeback, today=today())
    assert igor.client.post(f"/vault/comebacks/{anna.member.id}/answer/").status_code == 404
    told = {"lost": "factors", "member": str(anna.member.id)}
    assert igor.client.post("/vault/comebacks/", told).status_code == 422
    assert packer.client.post("/vault/comebacks/", told).status_code == 422
    assert "Anna" not in packer.client.get("/vault/comebacks/").content.decode()


def test_a_voucher_who_was_frozen_counts_no_more(anna: Enrolled) -> None:
    pavel, nina = founder(), enrol("Nina")
    codes = spoken(ripe(anna, pavel, nina), pavel, nina)
    igor = at_the_door()
    phone, before = new_phone(igor), factors(anna)
    frozen(nina)

    answer = igor.post(LOST, {"first": codes[0], "second": codes[1], "code": phone.now()})

    assert answer.url == LOST and kept(anna, before)


def test_what_was_used_once_opens_no_second_time(anna: Enrolled) -> None:
    pavel, nina = founder(), enrol("Nina")
    codes = spoken(ripe(anna, pavel, nina), pavel, nina)
    hers, his = at_the_door(), at_the_door()
    form = {"first": codes[0], "second": codes[1]}
    igors = form | {"code": new_phone(his).now()}
    annas = form | {"code": new_phone(hers).now()}

    assert hers.post(LOST, annas).status_code == 302
    before = factors(anna)
    again = at_the_door()
    assert [one.post(LOST, igors).url for one in (his, again)] == [LOST, LOST]
    assert kept(anna, before)


def test_a_comeback_for_a_phone_makes_no_new_keys(anna: Enrolled) -> None:
    pavel, nina = founder(), enrol("Nina")
    comeback = ripe(anna, nina, enrol("Oleg"))

    with pytest.raises(PermissionDenied):
        recover_member(comeback=comeback, passphrase="пять синих чашек и чемодан", today=today())
    place = f"/vault/comebacks/{anna.member.id}/"
    assert pavel.client.post(place, {"passphrase": "пять синих чашек и чемодан"}).status_code == 422
    assert nina.client.get(place).status_code == 404


def test_a_veteran_does_not_vouch_for_lost_keys(anna: Enrolled) -> None:
    pavel, nina = founder(), enrol("Nina")
    told = {"lost": "keys", "member": str(anna.member.id)}

    assert nina.client.post("/vault/comebacks/", told).status_code == 302
    assert Comeback.objects.get().lost == Lost.FACTORS
    Comeback.objects.all().delete()
    with pytest.raises(PermissionDenied):
        vouch_for_comeback(by=nina.member, comeback=announced(anna, pavel, None, Lost.KEYS), today=today())


def test_two_rows_written_into_the_database_open_nothing(anna: Enrolled) -> None:
    pavel, nina = founder(), enrol("Nina")
    long_ago = today() - timedelta(days=4)
    Comeback.objects.create(
        member=anna.member, by=pavel.member, second=nina.member, since=long_ago, lost=Lost.FACTORS
    )
    igor, before = at_the_door(), factors(anna)

    assert connects(igor, *WRONG).status_code == 422
    assert kept(anna, before)
