"""Igor found an address: in a chat, over a shoulder, on a sheet of paper. What it opens at the living site."""

import re

import pytest
from django.test import Client
from tests.attacks.watching import body_of, visit
from tests.attacks.world import MARK, NINAS, House
from tests.rooms.guardians.world import standing_recovery
from tests.rooms.team.test_joining import invited_by, joins

from peredacha.rooms.guardians.services import unseal_with_shares
from peredacha.rooms.people.models import Member
from peredacha.rooms.vault.models import Grant, Seat
from peredacha.rooms.vault.selectors import is_closed

pytestmark = pytest.mark.django_db


def test_the_link_of_an_invitation_tells_nothing_and_makes_one_account_without_keys(house: House) -> None:
    before, token = set(Member.objects.values_list("pk", flat=True)), invited_by(house.pavel)
    page = body_of(visit(Client(), "get", f"/team/join/{token}/"))

    joined, _words = joins(token, "igor")
    again = visit(Client(), "get", f"/team/join/{token}/")

    assert not re.search(f"{MARK}|{NINAS}|Pavel|Anna|Boris", page)
    igor = Member.objects.exclude(pk__in=before).get()
    assert again.status_code == 404
    assert (
        not Seat.objects.filter(holder=igor.id).exists() and not Grant.objects.filter(holder=igor.id).exists()
    )
    for url in ("/desk/", f"/desk/matters/{house.vera.matter.id}/"):
        assert MARK not in body_of(visit(joined, "get", url))


def test_a_link_that_needs_a_second_voucher_does_not_open_before(house: House) -> None:
    """The invitation of the world is one for a veteran: Pavel alone vouched."""
    answer = visit(Client(), "get", f"/team/join/{house.links[0]}/")

    assert 'name="passphrase"' not in body_of(answer) and MARK not in body_of(answer)


def test_the_address_that_closes_the_house_closes_it_and_opens_nothing(house: House) -> None:
    house.pavel.member.refresh_from_db()
    shares, igor = standing_recovery(house.pavel), Client()
    url, before = f"/vault/close/now/{house.links[1]}/", boxes()

    looked = visit(igor, "get", url)
    assert not is_closed(), "a preview of the address in a messenger closes nothing"
    visit(igor, "post", url, {"sure": "on"})

    assert is_closed() and set(boxes().values()) == {b""}
    assert MARK not in body_of(looked) and "Pavel" not in body_of(looked)
    for page in ("/desk/", "/mine/", "/team/", "/team/sign-in/"):
        assert visit(igor, "get", page).status_code == 503
    unseal_with_shares(shares[:2])
    assert boxes() == before
    assert visit(igor, "post", url, {"sure": "on"}).status_code == 404 and not is_closed()


def boxes() -> dict[object, bytes]:
    """The passphrase box of every member."""
    return {pk: bytes(box or b"") for pk, box in Member.objects.values_list("pk", "box")}
