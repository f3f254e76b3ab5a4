"""Igor, another family, another chapter: at every address of the room they find nothing and change nothing."""

from django.test import Client
from django.urls import URLPattern, reverse
from tests.rooms.hearings.world import (
    COURT,
    card,
    keeps,
    opens,
    pastes,
    public,
    row,
    shelf,
    standing,
    told,
    types,
    vera_asks,
)
from tests.rooms.matters.world import FamilyAtDoor, reception
from tests.rooms.people.world import Enrolled, enrol

from peredacha.rooms.hearings.urls import urlpatterns


def addresses(vera: FamilyAtDoor) -> list[str]:
    """Every address of the room with the real names of Vera's things."""
    real = {"matter": vera.matter.id, "hearing": standing(vera)[0].id}
    places = [(one.name, one.pattern.converters) for one in urlpatterns if isinstance(one, URLPattern)]
    assert len(places) > 12
    return [
        reverse(f"hearings:{name}", kwargs={place: real[place] for place in needs})
        for name, needs in places
        if needs
    ]


def everything(vera: FamilyAtDoor) -> FamilyAtDoor:
    """A card kept, a hearing open to everybody, another card that waits."""
    pastes(vera, card(row("10.12.2026")))
    keeps(vera)
    opens(vera, standing(vera)[0])
    pastes(vera, card(row("10.12.2026"), row("17.12.2026")))
    return vera


def tries(vera: FamilyAtDoor, visitor: Client) -> None:
    """One visitor at every address, looking and sending."""
    waiting = shelf(vera).waiting
    assert waiting
    before = (told(vera), shelf(vera).doors, waiting.mark, vars(public()).copy())
    form = {
        "text": "20.12 10-30",
        "court": COURT,
        "mark": waiting.mark,
        "chosen": "hearings-0",
        "agreed": "on",
    }
    for url in addresses(vera):
        look, send = visitor.get(url), visitor.post(url, form)
        assert look.status_code in (302, 404, 405) and send.status_code in (403, 404, 405), url
        assert b"2026" not in look.content + send.content
        if look.status_code == 302:
            assert look["Location"] in ("/return/", "/team/sign-in/")
    kept = shelf(vera).waiting
    after = (told(vera), shelf(vera).doors, kept and kept.mark, vars(public()).copy())
    before[3].pop("_state")
    after[3].pop("_state")
    assert [one.told for one in before[1]] == [one.told for one in after[1]]
    assert (before[0], before[2], before[3]) == (after[0], after[2], after[3])


def test_igor_finds_nothing(vera: FamilyAtDoor) -> None:
    tries(everything(vera), Client())


def test_another_family_finds_nothing(vera: FamilyAtDoor) -> None:
    tries(everything(vera), vera_asks(name="Нина").client)


def test_another_chapter_finds_nothing(vera: FamilyAtDoor) -> None:
    tries(everything(vera), reception("Oleg", "north").client)


def test_a_helper_without_a_grant_finds_nothing(vera: FamilyAtDoor, pavel: Enrolled) -> None:
    tries(everything(vera), enrol("Larisa", ("lawyer",)).client)


def test_a_forged_form_is_not_taken(vera: FamilyAtDoor) -> None:
    everything(vera)
    forged = Client(enforce_csrf_checks=True)
    forged.cookies = vera.client.cookies
    before = told(vera)

    for url in addresses(vera):
        assert forged.post(url, {"text": card(row("24.12.2026"))}).status_code in (403, 405), url
    assert told(vera) == before


def test_anna_who_stands_by_vera_may_do_everything(vera: FamilyAtDoor, anna: Enrolled) -> None:
    pastes(vera, card(row("10.12.2026")), anna.client)
    keeps(vera, client=anna.client)
    types(vera, "24.12 10-30", COURT, anna.client)

    assert [one.at[:10] for one in told(vera)] == ["2026-12-10", "2026-12-24"]
    statuses = {anna.client.get(url).status_code for url in addresses(vera)}
    assert statuses == {200, 302, 405}
