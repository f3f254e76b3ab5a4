"""Many who wait: batches opened, long work done at once."""

from collections.abc import Iterator
from contextlib import contextmanager
from unittest import mock
from uuid import UUID

from django.utils import timezone
from tests.rooms.boxes.world import Laid, planned, the_table
from tests.rooms.errands.world import vera_asks_for_food
from tests.rooms.matters.world import keys

from peredacha.core.packing import NotPacked
from peredacha.rooms.batches.models import Batch
from peredacha.rooms.batches.services import OpenBatch, Wanted, begin_batch, find_opened
from peredacha.rooms.parcels.models import ParcelRequest, WishLine
from peredacha.rooms.vault.services import Keys

THREE_TEAS = ParcelRequest(wishes=(WishLine("tea", pieces=3),))


def three_wait(tea: int) -> Laid:
    """Three people of whom each wishes for three teas."""
    world = the_table(THREE_TEAS, tea=tea)
    for _one in range(2):
        planned(world.chapter, vera_asks_for_food(), THREE_TEAS)
    return world


def begun(world: Laid, wanted: Wanted | None = None) -> UUID:
    """A batch that is packed already."""
    with at_once():
        batch = begin_batch(keys=keys(world.petya), wanted=wanted or Wanted(), now=timezone.now())
    return batch.id


def opened(opener: Keys, batch: UUID) -> OpenBatch:
    """A batch as somebody opens it now; it must open."""
    found = find_opened(opener, Batch.objects.get(id=batch), now=timezone.now())
    assert found is not None
    return found


@contextmanager
def at_once() -> Iterator[None]:
    """Long work is done before the next line instead of beside it."""
    rooms = "peredacha.rooms.batches.services"
    with (
        mock.patch(f"{rooms}.batching.later", lambda work: work()),
        mock.patch(f"{rooms}.printing.later", lambda work: work()),
    ):
        yield


@contextmanager
def no_batch_solver() -> Iterator[None]:
    """The solver gives nothing."""
    with mock.patch("peredacha.rooms.batches.services.batching.packed", mock.Mock(side_effect=NotPacked)):
        yield
