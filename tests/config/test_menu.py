"""The menu shows each helper only ways that are open; a closed door is a calm page."""

import pytest
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import override
from tests.rooms.people.world import Enrolled, enrol

from peredacha.config.navigation import WAYS
from peredacha.rooms.people.models import RoleKind

pytestmark = pytest.mark.django_db
TEAM, CARD, ACCOUNT = "team:team", "veterans:me", "team:account"


def shown(helper: Enrolled) -> set[str]:
    """Names of the ways in the menu of this helper."""
    sections = {section.url for section in helper.client.get("/team/me/").context["sections"]}
    with override("ru"):
        return {name for name, _text, _roles in WAYS if reverse(name) in sections}


@pytest.mark.parametrize("kind", [RoleKind.COORDINATOR, RoleKind.STEWARD])
def test_who_leads_finds_the_team(kind: str) -> None:
    ways = shown(enrol("Pavel", (kind,)))

    assert {TEAM, ACCOUNT} <= ways and CARD not in ways


def test_a_veteran_finds_her_card_and_no_team() -> None:
    ways = shown(enrol("Anna"))

    assert {CARD, ACCOUNT} <= ways and TEAM not in ways


def test_who_packs_finds_only_what_is_packed() -> None:
    ways = shown(enrol("Petya", ("packer",)))

    assert {"board:board", "stores:index", ACCOUNT} <= ways
    assert not {"shifts:own", "hearings:mine", "mailroom:index", CARD, TEAM} & ways


def test_four_ways_stand_in_line_and_the_one_of_the_page_itself() -> None:
    sections = enrol("Pavel", ("coordinator",)).client.get("/team/me/").context["sections"]

    in_line = [one for one in sections if not one.group]
    assert len(in_line) == 5 and in_line[-1].current
    assert [one.current for one in sections].count(True) == 1


def test_igor_gets_no_menu(client) -> None:
    assert "sections" not in client.get("/team/sign-in/").context


def test_what_somebody_may_not_do_is_refused_with_a_page_of_the_house() -> None:
    pavel = enrol("Pavel", (RoleKind.STEWARD,))
    kira = enrol("Kira", (RoleKind.STEWARD,), invited_by=pavel.member)

    refused: HttpResponse = kira.client.post(f"/en/team/{pavel.member.id}/branch/")

    page = refused.content.decode()
    assert refused.status_code == 403
    assert "This is not open to you" in page and "<main" in page
    assert "Pavel" not in page
