"""Places by a short name, and collections without a giver."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from peredacha.design.one_form import NotDone
from peredacha.rooms.stores.models import Drive, Place


@transaction.atomic
def name_place(*, chapter: str, name: str, place: UUID | None = None) -> Place:
    """A new place, or another name for one. The same name again is the same place. Raises NotDone where it is taken."""
    taken = Place.objects.filter(chapter=chapter, name=name).first()
    if taken and taken.id != place:
        if place is None:
            return taken
        raise NotDone(_("Another place has this name already: choose a different one."), "name")
    if place is None:
        return Place.objects.create(chapter=chapter, name=name)
    Place.objects.filter(chapter=chapter, id=place).update(name=name)
    return Place.objects.get(id=place)


@transaction.atomic
def add_drive(*, chapter: str, name: str, what: str, day: date, grams: int | None) -> Drive:
    """A collection: its name, what came, its day, its weight [grams] on the scales. Who gave has no field."""
    same = Drive.objects.filter(chapter=chapter, name=name, what=what, day=day, grams=grams).first()
    return same or Drive.objects.create(chapter=chapter, name=name, what=what, day=day, grams=grams)
