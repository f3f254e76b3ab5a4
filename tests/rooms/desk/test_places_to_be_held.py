"""Where is he? Pavel chooses among places where somebody can be held, never among offices."""

import re

import pytest
from django.utils import timezone
from tests.rooms.desk.world import at, family, page, sees
from tests.rooms.matters.world import ANSWERS, keys, reception
from tests.rooms.people.world import Enrolled

from peredacha.core.facts import Author, Place
from peredacha.rooms.facilities.models import HOLDING_KINDS, Facility, FacilityKind
from peredacha.rooms.facilities.selectors import list_by_kinds
from peredacha.rooms.matters.models import Matter
from peredacha.rooms.matters.services import tell

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_cards")]
OFFICES = [kind for kind in FacilityKind if kind not in HOLDING_KINDS]


def vera_asks() -> Matter:
    return family("Вера", answers=ANSWERS).matter


def offered(helper: Enrolled, matter: Matter) -> list[str]:
    """The cards from which the form lets choose."""
    form = page(helper, at(matter, "add/place/"))
    chosen = form.partition('name="facility"')[2].partition("</select>")[0]
    return [one for one in re.findall(r'<option value="([^"]*)"', chosen) if one]


def test_the_form_offers_every_place_of_the_region_where_somebody_can_be_held_and_no_office() -> None:
    pavel = reception()
    held_in = [card.public_id for card in list_by_kinds("RU-ZRC", HOLDING_KINDS)]

    assert offered(pavel, vera_asks()) == held_in
    assert Facility.objects.filter(region="RU-ZRC", kind__in=OFFICES).count() >= 7


def test_an_office_in_a_form_that_was_open_before_is_refused_and_nothing_typed_is_lost() -> None:
    pavel, matter = reception(), vera_asks()
    office = list_by_kinds("RU-ZRC", OFFICES)[0].public_id
    typed = {"state": "there", "facility": office, "certainty": "sure", "source": "адвокат Лариса"}

    answer = pavel.client.post(at(matter, "add/place/"), typed)

    assert answer.status_code == 422 and "адвокат Лариса" in answer.content.decode()
    assert not list(sees(pavel, matter).all(Place))


def test_what_was_chosen_before_stays_in_the_history_and_can_be_told_again() -> None:
    pavel, matter = reception(), vera_asks()
    office = list_by_kinds("RU-ZRC", OFFICES)[0]
    before = Place(facility=office.public_id, certainty="likely")
    tell(keys=keys(pavel), file=sees(pavel, matter), fact=before, author=Author(), now=timezone.now())

    assert office.name in page(pavel, at(matter, "people/"))
    assert offered(pavel, matter)[-1] == office.public_id


def test_another_place_is_told_in_own_words() -> None:
    pavel, matter = reception(), vera_asks()
    typed = {"state": "there", "words": "палата областной больницы", "certainty": "sure"}

    assert pavel.client.post(at(matter, "add/place/"), typed).status_code == 302

    assert "палата областной больницы" in page(pavel, at(matter, "people/"))
