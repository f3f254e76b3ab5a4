"""Norms of the land as a reader cites them."""

from collections.abc import Mapping, Sequence

from django.conf import settings

from peredacha.core.language import speak
from peredacha.core.law.basis import Act, norm_phrase
from peredacha.design.wording import language
from peredacha.jurisdictions.load import pack


def norms_in_words(rows: Sequence[str]) -> tuple[str, ...]:
    """The norms behind rows of the law pack, each once; a row that the pack does not know stands as it is."""
    land = pack(settings.JURISDICTION, settings.CHAPTER)
    spoken: list[str] = []
    for row in rows:
        basis = land.grounds.get(row)
        spoken += (
            [speak(norm_phrase(norm, land.acts), language()) for norm in basis.norms] if basis else [row]
        )
    return tuple(dict.fromkeys(spoken))


def all_confirmed(rows: Sequence[str]) -> bool:
    """Whether a lawyer has confirmed every one of the rows."""
    grounds = pack(settings.JURISDICTION, settings.CHAPTER).grounds
    return all(row in grounds and grounds[row].is_confirmed for row in rows)


def acts() -> Mapping[str, Act]:
    """The acts of the land by the word with which norms cite them."""
    return pack(settings.JURISDICTION, settings.CHAPTER).acts
