"""With a session of their own and with Vera's real ids: everybody who has no business at her matter."""

from dataclasses import dataclass

import pytest
from django.apps import apps
from tests.attacks.addresses import PUBLIC, Address, addresses, typed
from tests.attacks.visitors import (
    Comes,
    another_family,
    expired,
    frozen,
    half_open,
    igor,
    joining,
    of_another_chapter,
    of_no_matter,
    paused,
)
from tests.attacks.watching import Rows, body_of, rows_of_others, undone, visit
from tests.attacks.world import MARK, House

pytestmark = pytest.mark.django_db
OUTSIDE = [igor, expired, frozen, half_open, joining]
"""Who has no whole visit: all of them are strangers."""
INSIDE = [of_another_chapter, of_no_matter, paused]
"""Who has a whole visit, and no key of Vera's."""

LOOK, SEND = "get", "post"
LED_AWAY, NOT_THERE, NO, NO_SUCH_METHOD, CANNOT = 302, 404, 403, 405, 422
TABLE: dict[str, dict[tuple[str, str], set[int]]] = {
    "outside": {
        (LOOK, "family"): {LED_AWAY, NO_SUCH_METHOD},
        (LOOK, "team"): {LED_AWAY, NO_SUCH_METHOD},
        (SEND, "family"): {NO, NOT_THERE, NO_SUCH_METHOD},
        (SEND, "team"): {NO, NOT_THERE, NO_SUCH_METHOD},
    },
    "inside": {
        (LOOK, "family"): {LED_AWAY, NOT_THERE, NO_SUCH_METHOD},
        (LOOK, "team"): {LED_AWAY, NOT_THERE, NO_SUCH_METHOD},
        (SEND, "family"): {NOT_THERE, NO_SUCH_METHOD},
        (SEND, "team"): {NOT_THERE, NO_SUCH_METHOD},
    },
    "family": {
        (LOOK, "family"): {LED_AWAY, NOT_THERE, NO_SUCH_METHOD},
        (LOOK, "team"): {LED_AWAY, NO_SUCH_METHOD},
        (SEND, "family"): {NO, NOT_THERE, NO_SUCH_METHOD},
        (SEND, "team"): {NO, NOT_THERE, NO_SUCH_METHOD},
    },
}
"""What an address with Vera's or her team's real ids answers: by who comes, what is done, whose ids they are."""

ALSO: dict[tuple[str, str, str], set[int]] = {
    # Keys of the own chapter are there to be compared; it changes the own list of known keys alone.
    ("of_no_matter", LOOK, "guardians:compare"): {200},
    ("of_no_matter", SEND, "guardians:compare"): {302},
    ("paused", LOOK, "guardians:compare"): {200},
    ("paused", SEND, "guardians:compare"): {302},
    # "You cannot do this": one sentence, and nothing is done.
    ("of_another_chapter", SEND, "guardians:approve"): {CANNOT},
    ("of_another_chapter", SEND, "guardians:seat"): {CANNOT},
    # The own book and the own factors, in which there is no such line: back to the page, and nothing is done.
    ("of_another_chapter", SEND, "shifts:undo_bulk"): {302},
    ("of_another_chapter", SEND, "shifts:take_line"): {302},
    # To the own list, or the own sets: there is no such person, and no such set.
    ("of_another_chapter", SEND, "postroom:ask"): {302},
    ("of_another_chapter", SEND, "stores:drop_kit"): {302},
    **{
        (name, SEND, "team:remove_factor"): {302} for name in ("of_another_chapter", "of_no_matter", "paused")
    },
    # Her own page, where another family's key means nothing.
    ("another_family", LOOK, "mentoring:family_decline"): {200},
    ("another_family", SEND, "mentoring:family_decline"): {302},
    ("another_family", SEND, "home:answer"): {409},
    ("another_family", SEND, "home:stop_reading"): {409},
}
"""What else is right: by who comes, what is done, and the name of the address; and why."""

OWN_PAGES = {200, 302, 303, 403, 404, 405, 409, 410, 422, 503}
"""What an address without ids may answer: it is about the visitor, never about Vera. Never 500."""
DOORS = ("/team/sign-in/", "/return/", "/mine/", "/desk/mine/")
"""Where somebody is led who has no business there."""


def table_of(comes: Comes) -> dict[tuple[str, str], set[int]]:
    """The rows of the table for one visitor."""
    return TABLE["outside" if comes in OUTSIDE else "family" if comes is another_family else "inside"]


def allowed(comes: Comes, method: str, address: Address) -> set[int]:
    """The statuses that are right."""
    if address.names == "house":
        return OWN_PAGES
    also = ALSO.get((comes.__name__, method, address.name), set())
    return table_of(comes)[method, address.names] | also


def worth(comes: Comes, address: Address) -> bool:
    """Public pages look alike for everybody: Igor goes there for all of them."""
    return comes is igor or address.name.partition(":")[0] not in PUBLIC


@dataclass
class Play:
    """One visitor in the house: the rows that were there before, and those that are nobody's but the visitor's."""

    comes: Comes
    house: House

    def __post_init__(self) -> None:
        """The visitor comes, with a browser that has been at the door once."""
        others = set(rows_of_others())
        self.client = self.comes(self.house)
        self.client.get("/desk/mine/", secure=True)
        self.before = {key: row for key, row in rows_of_others().items() if key in others}
        self.form = typed(self.house)

    def tries(self, method: str, address: Address) -> list[str]:
        """What is wrong with one answer."""
        with undone() as wrote:
            answer = visit(self.client, method, address.url, self.form if method == SEND else None)
            body = body_of(answer)
            after = rows_of_others(wrote) if wrote else {}
        wrong = [] if answer.status_code in allowed(self.comes, method, address) else [answer.status_code]
        if answer.status_code == LED_AWAY and method == LOOK and address.names != "house":
            wrong += [] if answer.url.startswith(DOORS) else [f"led to {answer.url}"]
        if MARK in body:
            wrong.append("tells what Vera told")
        return wrong + [f"changes {name}" for name in sorted(self.changed(wrote, after))]

    def changed(self, wrote: set[str], after: Rows) -> set[str]:
        """Tables in which a row of others is another one now, or gone."""
        if not wrote:
            return set()
        names = {one._meta.label_lower for one in apps.get_models() if one._meta.db_table in wrote}
        return {key[0] for key, row in self.before.items() if key[0] in names and after.get(key) != row}


@pytest.mark.parametrize("comes", [*OUTSIDE, *INSIDE, another_family])
def test_who_has_no_business_there_sees_and_changes_nothing(house: House, comes: Comes) -> None:
    play = Play(comes, house)
    everything = [one for one in addresses(house) if worth(comes, one)]

    wrong = {
        f"{method} {one.name} {one.url}": found
        for method in (LOOK, SEND)
        for one in everything
        if (found := play.tries(method, one))
    }

    assert {"family", "team", "house"} == {one.names for one in everything}
    assert not wrong, "\n".join(f"{where}: {what}" for where, what in wrong.items())


def test_the_walk_meets_every_room_with_addresses(house: House) -> None:
    """A room that is added later is walked without a line here; a family's rooms must be met with real ids."""
    everything = addresses(house)
    rooms = {one.name.partition(":")[0] for one in everything if one.names == "family"}

    assert rooms >= {"desk", "mentoring", "plans", "binders", "bundles", "hearings", "cautions", "calendars"}
    assert rooms >= {
        "errands",
        "parcels",
        "boxes",
        "batches",
        "letters",
        "postroom",
        "visits",
        "mailroom",
        "aid",
    }
    assert len({one.name for one in everything}) > 100


def test_anna_herself_sees_it(house: House) -> None:
    """So that the walk above cannot be green only because the pages are empty."""
    pages = [one for one in addresses(house) if one.names == "family"]

    seen = {one.name for one in pages if MARK in body_of(visit(house.anna.client, LOOK, one.url))}

    assert {"desk:matter", "desk:people", "desk:helpers", "desk:history"} <= seen
    assert {"binders:page", "binders:event", "binders:exhibit", "binders:contradictions"} <= seen
    assert {
        "bundles:bundles",
        "bundles:packet",
        "bundles:section",
        "hearings:matter",
        "hearings:check",
    } <= seen
    assert {"cautions:note", "cautions:secrecy", "plans:paper"} <= seen
    assert {"errands:counter", "errands:person", "parcels:parcel", "visits:visit", "letters:matter"} <= seen
