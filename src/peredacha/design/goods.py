"""Kinds of goods under five words of a person, so that nobody looks through forty lines."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

KINDS_OF_GOODS: tuple[tuple[Promise, str], ...] = (
    (_("Tea, sugar, sweets"), "tea coffee sugar sweets honey jam nuts"),
    (_("Food"), "canned meat cheese dairy grain instant bread fruit vegetables oil spices home_made"),
    (_("Soap, medicine"), "hygiene soap razor medicine vitamins"),
    (_("Clothes, bed"), "clothes underwear shoes bedding"),
)
"""Words of a person, and the keys of the classes that stand under them."""
OTHER_GOODS = _("Books, paper, cigarettes and other things")


NOTHING: Mapping[str, str] = MappingProxyType({})


def in_groups(
    choices: Iterable[tuple[str, str]], lies_in: Mapping[str, str] = NOTHING
) -> list[tuple[str, list[tuple[str, str]]]]:
    """Kinds of goods under five words, each in the order of the land; a word with nothing under it is left out.

    ``lies_in``: of a thing that is no kind itself, the kind beside which it stands.
    """
    found: dict[str, list[tuple[str, str]]] = {str(name): [] for name, _keys in KINDS_OF_GOODS}
    for key, name in choices:
        kind = lies_in.get(key, key)
        group = next((word for word, keys in KINDS_OF_GOODS if kind in keys.split()), OTHER_GOODS)
        found.setdefault(str(group), []).append((key, name))
    return [(group, lines) for group, lines in found.items() if lines]
