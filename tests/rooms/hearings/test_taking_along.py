"""Every card goes along with the family, into a merge, out of it again, and with the matter."""

import pytest
from django.utils import timezone
from tests.rooms.hearings.world import (
    COURT,
    at,
    card,
    keeps,
    opens,
    pastes,
    public,
    row,
    shelf,
    standing,
    types,
    vera_asks,
)
from tests.rooms.matters.world import FamilyAtDoor, file_of, keys
from tests.rooms.people.world import Enrolled

from peredacha.rooms.hearings.models import CardRow
from peredacha.rooms.hearings.services import cards_as_text, read_shelf
from peredacha.rooms.matters.models import FactRow
from peredacha.rooms.matters.services import erase_matter, open_file, retell, take_back
from peredacha.rooms.vault.services.renewing import sealed_tables

pytestmark = pytest.mark.django_db


def test_everything_of_the_room_as_words_to_take_along(vera: FamilyAtDoor, anna: Enrolled) -> None:
    pastes(vera, card(row("10.12.2026")))
    keeps(vera)
    pastes(vera, card(row("10.12.2026"), judge="Лесная А. А."))
    opens(vera, standing(vera)[0], anna.client, said_by="Вера по телефону")
    told = cards_as_text(file_of(vera.keys, vera.matter))

    words = "\n".join(f"{one.title} {one.when} {one.text}" for one in told)
    for word in ("1-45/2026", "Брусникина", "Лесная А. А.", "318", "Вера по телефону", COURT):
        assert word in words
    assert len(told) == 3


def test_what_is_erased_leaves_no_row(vera: FamilyAtDoor) -> None:
    pastes(vera, card(row("10.12.2026")))
    erase_matter(vera.matter, today=timezone.localdate())

    assert not CardRow.objects.exists()


def test_cards_are_renewed_with_the_safe() -> None:
    assert CardRow in sealed_tables()


def test_when_two_matters_become_one_the_cards_come_along_and_part_again(
    vera: FamilyAtDoor, pavel: Enrolled
) -> None:
    pastes(vera, card(row("10.12.2026")))
    keeps(vera)
    opens(vera, standing(vera)[0])
    other, opener, now = vera_asks(name="Нина"), keys(pavel), timezone.now()
    types(other, "24.12 10-30", COURT)
    tables = (FactRow, CardRow)
    target = file_of(opener, other.matter)
    copies = retell(tables=tables, source=file_of(opener, vera.matter), target=target)

    fresh = open_file(opener, other.matter, now=now)
    assert fresh and len(read_shelf(fresh).cards) == 1 and len(read_shelf(fresh).doors) == 1
    assert [one.fact.at[:10] for one in standing(other)] == ["2026-12-10", "2026-12-24"]
    other.client.post(at(other, f"{standing(other)[0].id}/moved/"), {"text": "11.12 9-00", "court": COURT})
    assert public().at.day == 11, "the public date follows from the matter that goes on"
    take_back(tables=tables, copies=copies.values(), target=fresh)
    assert shelf(other).cards == () and shelf(other).missing == 0
    assert len(shelf(vera).cards) == 1
