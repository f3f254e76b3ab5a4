"""Monstrous forms wherever something is carried or stored: each is one sentence, and the word after it is taken."""

from typing import Any
from uuid import uuid4

import pytest
from tests.attacks.test_cookies_and_forms import MONSTERS
from tests.attacks.test_damaged_carried import BUSY, NO_SUCH_METHOD, SENTENCES, walked
from tests.attacks.watching import body_of, undone, visit
from tests.attacks.world import MARK, House
from tests.rooms.errands.world import errands_for

pytestmark = pytest.mark.django_db
FINE = SENTENCES | {400, 403, 413, NO_SUCH_METHOD, BUSY}
FIELDS = ("at", "thing", "parcel", "turn", "paper", "kind", "sender", "act", "anew", "code", "pieces", "on_0")
"""Fields that views read themselves, and fields of every kind."""


def monstrous(value: Any) -> dict[str, Any]:
    """The same monster in every field."""
    return dict.fromkeys(FIELDS, value)


ALL = {
    **MONSTERS,
    "everything endless": monstrous("9" * 100_000),
    "everything null": monstrous("\x00"),
    "everything below nothing": monstrous("-1e999"),
    "everything upside down": monstrous("\u202e\ud7ff٣"),
}


@pytest.mark.parametrize("monster", ALL)
def test_a_monstrous_form_is_a_sentence_wherever_something_is_carried(house: House, monster: str) -> None:
    places, wrong = walked(house), {}

    for client, url in places:
        with undone():
            answer = visit(client, "post", url, ALL[monster])
        if answer.status_code not in FINE:
            wrong[url] = answer.status_code

    assert len(places) > 90 and wrong == {}


@pytest.mark.parametrize(
    "asked",
    [
        "x",
        "",
        "\x00",
        "9" * 9000,
        "//igor.example/",
        "https://igor.example",
        "../../desk",
        "5f3c1f6e-0b1d-4c39-9a44-3f6d5a1c7e20",
    ],
)
def test_what_igor_writes_behind_an_address_leads_nowhere_else(house: House, asked: str) -> None:
    """The parcel from which somebody comes, the turn of a page, the kind of a list."""
    errands = f"/errands/{house.carried.ids['errands']['errands'][0]}/"
    petya, pavel = house.carried.petya.client, house.pavel.client
    mail = f"/mail/{house.carried.ids['mailroom']['letter'][0]}/pages/1/"

    page = visit(petya, "get", errands, {"parcel": asked})
    sent = visit(petya, "post", f"{errands}still/?parcel=" + asked.replace("\x00", "%00"), {})
    others = [visit(pavel, "get", mail, {"turn": asked}), visit(petya, "get", "/turns/", {"kind": asked})]

    assert [one.status_code for one in (page, *others)] == [200, 200, 200]
    assert "igor.example" not in body_of(page) and sent.status_code == 302
    assert sent["Location"].startswith(("/errands/", f"/parcels/{asked}/"))


def test_the_parcel_of_somebody_else_behind_an_address_tells_nothing_of_it(house: House) -> None:
    """Nina's errands with Vera's parcel: a link, as for a parcel that there is not; behind it everybody's own door."""
    hers = errands_for(house.nina.keys, house.nina, held="colony").row.id
    veras, guessed = house.carried.ids["parcels"]["parcel"][0], uuid4()
    petya = house.carried.petya.client

    real, none = (
        body_of(visit(petya, "get", f"/errands/{hers}/", {"parcel": str(one)})).replace(str(one), "")
        for one in (veras, guessed)
    )
    sent = visit(house.carried.polina.client, "post", f"/errands/{hers}/still/?parcel={veras}", {})

    assert MARK not in real and without_tokens(real) == without_tokens(none)
    assert sent.status_code in (403, 404)
    assert visit(house.nina.client, "get", f"/parcels/{veras}/").status_code == 404


def without_tokens(page: str) -> list[str]:
    """The lines of a page that are not drawn anew each time."""
    return [line for line in page.splitlines() if "csrfmiddlewaretoken" not in line and "nonce" not in line]
