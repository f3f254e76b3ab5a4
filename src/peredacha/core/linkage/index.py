"""The few cards that a new name may belong to, found among thousands without comparing with each."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from peredacha.core.linkage.distance import with_a_letter_less
from peredacha.core.linkage.keys import Keys, Reckoner, keys_of
from peredacha.core.linkage.likeness import Likeness, compare_keys
from peredacha.core.linkage.names import Named

Key = TypeVar("Key")


@dataclass(frozen=True, repr=False)
class Alike(Generic[Key]):
    """A card that may be the same person, by its key, and why."""

    key: Key
    likeness: Likeness


class NameIndex(Generic[Key]):
    """Names under their stems, built once for a request and asked many times; it holds names: do not keep it."""

    def __init__(self, many: Mapping[Key, Named]) -> None:
        reckoner = Reckoner()
        self._keys: dict[Key, Keys] = {key: reckoner.keys_of(named) for key, named in many.items()}
        self._place = {key: place for place, key in enumerate(self._keys)}
        self._by_surname: defaultdict[str, list[Key]] = defaultdict(list)
        self._by_given: defaultdict[tuple[str, bool], list[Key]] = defaultdict(list)
        self._without_surname: list[Key] = []
        for key, keys in self._keys.items():
            for form in _surname_forms(keys):
                self._by_surname[form].append(key)
            if not keys.stems and (keys.given.key or keys.patronymic.key):
                self._without_surname.append(key)
            for name in _given_names(keys):
                self._by_given[name, bool(keys.stems)].append(key)
        self._near: defaultdict[str, list[str]] = defaultdict(list)
        for form in self._by_surname:
            for piece in with_a_letter_less(form):
                self._near[piece].append(form)

    def find_alike(self, one: Named, *, limit: int = 5) -> tuple[Alike[Key], ...]:
        """The cards that are not plainly different, at most ``limit``: the likeliest first, then as given."""
        keys = keys_of(one)
        alike = (Alike(key, compare_keys(keys, self._keys[key])) for key in self._candidates(keys))
        found = [one for one in alike if one.likeness.kind != "different"]
        found.sort(key=lambda one: (-one.likeness.odds, self._place[one.key]))
        return tuple(found[:limit])

    def _candidates(self, keys: Keys) -> Iterable[Key]:
        """Every card that a comparison might not call different; without repeats."""
        forms = {*_surname_forms(keys), keys.given_as_surname}
        near = {
            form
            for whole in (keys.whole, keys.plain)
            for piece in with_a_letter_less(whole)
            for form in self._near.get(piece, ())
        }
        found = [] if keys.stems else list(self._without_surname)
        for name in _given_names(keys):
            found += self._by_given.get((name, not keys.stems), [])
        found += [key for form in forms | near for key in self._by_surname.get(form, ())]
        return dict.fromkeys(found)


def find_alike(one: Named, many: Mapping[Key, Named], *, limit: int = 5) -> tuple[Alike[Key], ...]:
    """As :meth:`NameIndex.find_alike`, for one question."""
    return NameIndex(many).find_alike(one, limit=limit)


def _surname_forms(keys: Keys) -> frozenset[str]:
    """What a name stands under: its surname; where there is none, its patronymic, which may be one."""
    return frozenset({*(keys.stems or (keys.patronymic.key,)), keys.plain} - {""})


def _given_names(keys: Keys) -> frozenset[str]:
    """Full names by which a card without surname is found."""
    if not keys.given.is_full:
        return frozenset()
    return frozenset(full for full, _sex in keys.names) | {keys.given.key}
