"""What the room reads without a key: batches by their names and codes, parcels by their codes."""

from collections.abc import Iterable
from uuid import UUID

from peredacha.core.slips.codes import LETTERS
from peredacha.rooms.batches.models import Batch
from peredacha.rooms.boxes.selectors import SHIFTED
from peredacha.rooms.facilities.models import Facility
from peredacha.rooms.parcels.models import Parcel, ParcelState


def span_of(code: str) -> tuple[UUID, UUID]:
    """The first and the last random name with this code."""
    number = 0
    for letter in code.replace("-", "")[:-1]:
        number = number << 4 | LETTERS.index(letter)
    return UUID(int=number << SHIFTED), UUID(int=(number + 1 << SHIFTED) - 1)


def parcel_with_code(chapter: str, code: str) -> UUID | None:
    """The parcel of the chapter with this code; None where there is none."""
    rows = Parcel.objects.filter(chapter=chapter, id__range=span_of(code))
    return rows.order_by("erase_on", "id").values_list("id", flat=True).first()


def batch_with_code(chapter: str, code: str) -> UUID | None:
    """The batch of the chapter with this code; None where there is none."""
    rows = Batch.objects.filter(chapter=chapter, id__range=span_of(code))
    return rows.values_list("id", flat=True).first()


def find_batch(chapter: str, batch: UUID) -> Batch | None:
    """A batch of the chapter; None where there is none."""
    return Batch.objects.filter(chapter=chapter, id=batch).first()


def batches_of(chapter: str) -> list[Batch]:
    """The batches of a chapter, the newest first."""
    return list(Batch.objects.filter(chapter=chapter))


def names_of_places(facilities: Iterable[str]) -> list[tuple[str, str]]:
    """The public ids of these facilities and what people call them."""
    rows = Facility.objects.filter(public_id__in=list(facilities)).order_by("pk")
    return [(one.public_id, str(one)) for one in rows]


def waiting_parcels(chapter: str) -> list[Parcel]:
    """The parcels of a chapter that wait to be packed, with their cards."""
    rows = Parcel.objects.filter(chapter=chapter, state=ParcelState.PLANNED)
    return list(rows.select_related("card").order_by("next_on", "id"))
