"""Goods by their name, their code or their words."""

from collections.abc import Collection
from uuid import UUID

from django.conf import settings
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

from peredacha.design.wording import language, words
from peredacha.jurisdictions.parcels import parcel_law
from peredacha.rooms.facilities.selectors import folded
from peredacha.rooms.goods.models import Good, Unit

COUNTED = {
    Unit.PIECE: ngettext_lazy("%(n)s piece", "%(n)s pieces", "n"),
    Unit.PACK: ngettext_lazy("%(n)s pack", "%(n)s packs", "n"),
    Unit.BAG: ngettext_lazy("%(n)s bag", "%(n)s bags", "n"),
    Unit.JAR: ngettext_lazy("%(n)s jar or tin", "%(n)s jars or tins", "n"),
    Unit.BOTTLE: ngettext_lazy("%(n)s bottle", "%(n)s bottles", "n"),
    Unit.BOX: ngettext_lazy("%(n)s box", "%(n)s boxes", "n"),
    Unit.PAIR: ngettext_lazy("%(n)s pair", "%(n)s pairs", "n"),
}
"""So many of each unit, in words."""


def name_of(good: Good) -> str:
    """What it is called in the language of the page, with its size."""
    name = (good.name_en or good.name_ru) if language() == "en" else good.name_ru
    return f"{name}, {good.size}" if good.size else name


def class_choices() -> list[tuple[str, str]]:
    """Every kind of goods of which the law of the land speaks, in the words of the page and in their order."""
    kinds = [(key, words(kind.name)) for key, kind in parcel_law(settings.JURISDICTION).classes.items()]
    return sorted(kinds, key=lambda kind: kind[1].casefold())


def thing_choices() -> list[tuple[str, str]]:
    """Every single thing of which the law speaks beside its kinds, such as a lighter, in the words of the page."""
    things = [(key, words(thing.name)) for key, thing in parcel_law(settings.JURISDICTION).things.items()]
    return sorted(things, key=lambda thing: thing[1].casefold())


def kinds_in_words(good: Good) -> str:
    """The kinds of a good, in the words of the page; a kind that the law does not know, by its key."""
    known = dict([*class_choices(), *thing_choices()])
    return ", ".join(known.get(key, key) for key in good.groups.split())


def find_good(chapter: str, good: UUID) -> Good | None:
    """A good of the chapter; None where there is none."""
    return Good.objects.filter(chapter=chapter, id=good).first()


def known_good(chapter: str, name: str) -> Good | None:
    """A good of the chapter by its random name as an address has it; None for anything else."""
    try:
        return find_good(chapter, UUID(name))
    except ValueError:
        return None


def good_of_code(chapter: str, code: str) -> Good | None:
    """The good that a shop sells under this code; None where nobody has met it yet."""
    return Good.objects.filter(chapter=chapter, barcodes__code=code).first() if code else None


def goods_of(chapter: str, text: str = "", *, beside: Collection[UUID] = ()) -> list[Good]:
    """The goods of a chapter in whose words every typed word stands, by name; what is packed no more only where it is
    among those ``beside``."""
    rows = Good.objects.filter(Q(gone=False) | Q(id__in=list(beside)), chapter=chapter)
    for word in folded(text).split():
        rows = rows.filter(search__contains=word)
    return sorted(rows, key=lambda good: (name_of(good).casefold(), str(good.id)))


def in_pieces(good: Good, pieces: int) -> str:
    """So many of it with their weight, such as "12 packs, 2.4 kg"."""
    return f"{COUNTED[Unit(good.unit)] % {'n': pieces}}, {weight_in_words(good.grams * pieces)}"


def weight_in_words(grams: int) -> str:
    """A weight as people say it: grams below a kilo, then kilos with one figure."""
    if abs(grams) < 1000:
        return _("%(n)s g") % {"n": grams}
    kilos = f"{grams / 1000:.1f}".removesuffix(".0")
    return _("%(n)s kg") % {"n": kilos if language() == "en" else kilos.replace(".", ",")}
