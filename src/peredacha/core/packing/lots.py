"""From which lots pieces are taken: what goes off first goes first, as long as it keeps until it is eaten."""

from collections.abc import Iterable
from datetime import date

from peredacha.core.packing.rules import keeps
from peredacha.core.packing.values import Line, Lot, Store


class Shelves:
    """What is left in the store while parcels are packed one after another."""

    def __init__(self, store: Store) -> None:
        """All lots of the store."""
        self.store = store
        self._lots: dict[str, list[Lot]] = {}
        self._left = {lot.key: lot.pieces for lot in store.lots}
        for lot in sorted(store.lots, key=lambda one: (one.best_before or date.max, one.key)):
            self._lots.setdefault(lot.good, []).append(lot)

    def there(self, good: str, until: date) -> int:
        """How many pieces are left that keep until that day."""
        return sum(self._left[lot.key] for lot in self._lots.get(good, ()) if keeps(lot, until))

    def take(self, good: str, pieces: int, until: date) -> Iterable[Line]:
        """Take pieces, what goes off first first. Raises ValueError when there are not so many.

        Any lot that keeps for a stricter day keeps for a milder one too, so taking the first that goes off never
        leaves less for anybody who comes later.
        """
        if pieces > self.there(good, until):
            raise ValueError("there are not so many pieces")
        lines = []
        for lot in self._lots.get(good, ()):
            taken = min(pieces, self._left[lot.key]) if keeps(lot, until) else 0
            if taken:
                self._left[lot.key] -= taken
                pieces -= taken
                lines.append(Line(lot.key, good, taken))
        return lines
