"""The list and the button of the writers agree: whoever stands on top of the letters gets the next letter."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.rooms.errands.world import vera_asks_for_food
from tests.rooms.letters.world import Card, goes_out, vera_says_yes, writes, writing
from tests.rooms.matters.world import keys
from tests.rooms.people.world import Enrolled

from peredacha.rooms.letters.models import Correspondent
from peredacha.rooms.letters.services import take_offer
from peredacha.rooms.people.services import COOKIE, HELPER, begin_visit
from peredacha.rooms.turns.services.listing import turns_of

pytestmark = pytest.mark.django_db
NAMES = ("Борис", "Виктор", "Глеб")


def anew(helper: Enrolled) -> Enrolled:
    """The helper signs in again, weeks later."""
    visit = begin_visit(kind=HELPER, subject=helper.member.id, keys=helper.pair.packed(), now=timezone.now())
    helper.client.cookies[COOKIE] = visit.token
    return helper


def test_the_writer_writes_to_whoever_is_on_top_of_the_list(time_machine) -> None:
    time_machine.move_to("2026-09-07T12:00:00+03:00")
    world = writing()
    vera_says_yes(world.vera)
    for name in NAMES:
        vera_says_yes(vera_asks_for_food(), Card(alias=name))
    time_machine.move_to("2026-10-12T12:00:00+03:00")
    goes_out(world, writes(anew(world.nina)))
    later = vera_says_yes(vera_asks_for_food(), Card(alias="Денис"))
    time_machine.move_to("2026-11-16T12:00:00+03:00")
    pavel, writers = keys(anew(world.pavel)), [anew(world.nina), anew(world.igor)]

    chosen = []
    for writer in (*writers, *writers, *writers):
        now = timezone.now()
        top = turns_of(pavel, "demo", kind="letter", now=now)[0]
        offer = take_offer(keys=keys(writer), now=now)
        assert offer.correspondent.matter_id == top.row.matter_id
        chosen.append(offer.correspondent_id)
        goes_out(world, writes(writer))
        time_machine.shift(timedelta(days=1))

    assert len(set(chosen[:5])) == 5 and chosen.index(later.row.id) == 3
    assert set(chosen) == set(Correspondent.objects.values_list("id", flat=True))
