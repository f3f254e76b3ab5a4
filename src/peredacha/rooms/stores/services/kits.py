"""Ready sets: made, filled, dropped."""

from uuid import UUID

from django.db import transaction

from peredacha.rooms.stores.models import Good, Kit, KitLine


@transaction.atomic
def make_kit(*, chapter: str, name: str) -> Kit:
    """A ready set of this name; the one that stands already, if it does."""
    kit, _made = Kit.objects.get_or_create(chapter=chapter, name=name)
    return kit


@transaction.atomic
def set_line(*, chapter: str, kit: UUID, good: Good, pieces: int) -> None:
    """So many pieces of a good in the set; 0 takes it out."""
    found = Kit.objects.filter(chapter=chapter, id=kit).first()
    if found and pieces and good.chapter == chapter:
        KitLine.objects.update_or_create(kit=found, good=good, defaults={"pieces": pieces})
    elif found:
        KitLine.objects.filter(kit=found, good=good).delete()


@transaction.atomic
def drop_kit(*, chapter: str, kit: UUID) -> None:
    """Take a set away; the store stays as it is."""
    Kit.objects.filter(chapter=chapter, id=kit).delete()
