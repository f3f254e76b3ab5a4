"""Goods and their codes."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from hashlib import sha256
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from peredacha.design.one_form import NotDone
from peredacha.rooms.facilities.selectors import folded
from peredacha.rooms.goods.models import Barcode, Good, Unit
from peredacha.rooms.goods.selectors import name_of


@dataclass(frozen=True)
class GoodDraft:
    """A good as it is told; fields as in :class:`peredacha.rooms.goods.models.Good`."""

    name_ru: str
    grams: int
    unit: str = Unit.PIECE
    groups: str = ""
    name_en: str = ""
    size: str = ""
    season: str = ""
    aliases: str = ""
    least: int = 0
    gone: bool = False

    @property
    def columns(self) -> dict[str, object]:
        """What is written, with the words for search."""
        return {**asdict(self), "search": folded(self.name_ru, self.name_en, self.aliases, self.size)}


def name_of_form(once: str) -> UUID:
    """The name of what a form makes: the same form sent twice has the same; without a mark a fresh one."""
    return UUID(bytes=sha256(once.encode()).digest()[:16]) if once else uuid4()


def draft_of(good: Good) -> GoodDraft:
    """A good as it was told."""
    return GoodDraft(**{field.name: getattr(good, field.name) for field in fields(GoodDraft)})


@transaction.atomic
def add_good(
    *, chapter: str, told: GoodDraft, codes: Iterable[str] = (), code: str = "", once: str = ""
) -> Good:
    """A new good with the codes of shops; the same form sent twice makes one. Raises NotDone for a taken code.

    ``code``: its short name in a table.
    """
    values = {"chapter": chapter, "code": code, **told.columns}
    good, _made = Good.objects.get_or_create(id=name_of_form(once), defaults=values)
    for one in codes:
        add_code(good=good, code=one)
    return good


@transaction.atomic
def change_good(*, good: Good, told: GoodDraft) -> None:
    """Write a good anew. Weights of parcels that were packed before are counted with the new one."""
    Good.objects.filter(id=good.id).update(**told.columns)


@transaction.atomic
def add_code(*, good: Good, code: str) -> None:
    """A shop sells it under this code too. Raises NotDone where the code is that of another good."""
    found, _made = Barcode.objects.get_or_create(chapter=good.chapter, code=code, defaults={"good": good})
    if found.good_id != good.id:
        says = _("This code is already that of %(name)s.") % {"name": name_of(found.good)}
        raise NotDone(says, "barcode")
