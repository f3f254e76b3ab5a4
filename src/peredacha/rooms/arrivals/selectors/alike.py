"""Who may be here already: the open cards of one's own chapter beside a new name."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from peredacha.core.linkage import Likeness, Named, NameIndex, fold
from peredacha.rooms.matters.services import QueueCard, open_names
from peredacha.rooms.vault.services import Keys

FEW = 12
"""For more names than these every card is indexed: looking at each pair would take longer."""
ENOUGH = 0.4
"""Which share of a word's pairs of letters must stand in a card; one slip in five letters leaves a half."""
SHORT = 4
"""Surnames with fewer letters are given names too; they are not narrowed down."""
ROUGH = str.maketrans({"ё": "е", "й": "и", "ь": "", "ъ": ""})


@dataclass(frozen=True, repr=False)
class Hint:
    """A matter that may be about the same person, and why."""

    matter: UUID
    card: QueueCard
    likeness: Likeness


@dataclass(frozen=True, repr=False)
class IndexedCards:
    """The open cards of a chapter under their names, for one request; it holds names: do not keep it."""

    cards: dict[UUID, QueueCard]
    index: NameIndex[UUID]

    def alike(self, named: Named, *, but: Iterable[UUID] = (), limit: int = 5) -> list[Hint]:
        """Who may be the same person, the likeliest first, without the matters ``but``."""
        left_out = set(but)
        if is_empty(named):
            return []
        found = self.index.find_alike(named, limit=limit + len(left_out))
        hints = [Hint(one.key, self.cards[one.key], one.likeness) for one in found if one.key not in left_out]
        return hints[:limit]


def is_empty(named: Named | QueueCard) -> bool:
    """Whether no part of a name is told."""
    return not (named.surname or named.given or named.patronymic)


def named_of(card: QueueCard) -> Named:
    """The name on a card."""
    return Named(card.surname, card.given, card.patronymic, card.birth_year)


def indexed_cards(keys: Keys, names: Sequence[Named]) -> IndexedCards:
    """Every open card of the keys' own chapter that may be about one of ``names``; closed matters are left out."""
    chapter = keys.member.chapter if keys.member else ""
    wanted = [pairs_of(name) for name in names] if len(names) <= FEW else [()]
    cards = {
        matter: card
        for matter, card in open_names(keys, chapter)
        if not is_empty(card) and any(may_be(card, words) for words in wanted)
    }
    return IndexedCards(cards, NameIndex({key: named_of(card) for key, card in cards.items()}))


def pairs_of(named: Named) -> tuple[frozenset[str], ...]:
    """The pairs of letters of each word of the surname; nothing where any card may be meant."""
    if not named.surname:
        return ()
    words = named.surname.replace("(", " ").replace(")", " ").split()
    small = [fold(word) for part in words for word in part.split("-")]
    if any(len(one) < SHORT for one in small):
        return ()
    return tuple(frozenset(one[at : at + 2] for at in range(len(one) - 1)) for one in small)


def may_be(card: QueueCard, words: Sequence[frozenset[str]]) -> bool:
    """A rough look before the exact one: enough pairs of letters of some word stand in the card.

    Cards without a surname or in other letters than Russian ones are always looked at exactly.
    """
    if not words or not card.surname:
        return True
    text = f"{card.surname} {card.given} {card.patronymic}".lower().translate(ROUGH)
    if any("a" <= letter <= "z" for letter in text):
        return True
    return any(sum(pair in text for pair in pairs) >= ENOUGH * len(pairs) for pairs in words)


def alike_cards(keys: Keys, named: Named, *, but: Iterable[UUID] = (), limit: int = 5) -> list[Hint]:
    """As :meth:`IndexedCards.alike`, for one name; nothing is opened for an empty one."""
    return [] if is_empty(named) else indexed_cards(keys, [named]).alike(named, but=but, limit=limit)
