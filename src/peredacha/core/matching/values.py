"""A family, a veteran, and what one of them knows of the other's trouble.

Every set may be empty and every text may be ``""``: that means *not told*, shuts nobody out, and scores nothing.
Keys are opaque: whoever calls decides what a language, a stage, a facility or a topic is called.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from peredacha.core.language import Phrase

Keys = frozenset[str]
NOTHING: Keys = frozenset()


class Wished(StrEnum):
    """What a family may wish of the person who comes."""

    WOMAN = "woman"
    MAN = "man"
    OTHER_TOWN = "other_town"
    WAS_INSIDE = "was_inside"
    WAITED_OUTSIDE = "waited_outside"


@dataclass(frozen=True)
class Wish:
    """One wish; with ``must`` it is a limit, without it only adds points when it is met."""

    what: Wished
    must: bool = False


@dataclass(frozen=True)
class Reason:
    """Why two fit: the row of the table of points, the points, a sentence, and the shared keys in order.

    A page that knows the name of a shared key (a facility, a stage) may show it beside the sentence.
    """

    row: str
    points: int
    says: Phrase
    shared: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, repr=False)
class Facts:
    """What both sides may tell. Without a telling ``repr``, so that no trace of an error holds a fact.

    ``articles`` are written ``"228.1"`` or, with the part, ``"228.1/3"``; ``kin`` is who somebody is to the person
    who was taken (``parent``, ``spouse``, …, ``self``); ``conflict_tags`` are opaque and shared by all who are tied
    to one case.
    """

    key: str
    languages: Keys = NOTHING
    stages: Keys = NOTHING
    articles: Keys = NOTHING
    groups: Keys = NOTHING
    facilities: Keys = NOTHING
    regimes: Keys = NOTHING
    kin: Keys = NOTHING
    topics: Keys = NOTHING
    region: str = ""
    town: str = ""
    conflict_tags: Keys = NOTHING

    @cached_property
    def whole_articles(self) -> Keys:
        """The articles without their parts: ``228.1`` for ``228.1/3``."""
        return frozenset(article.partition("/")[0] for article in self.articles)

    @cached_property
    def parts(self) -> Keys:
        """Only the articles that name their part."""
        return frozenset(article for article in self.articles if "/" in article)


@dataclass(frozen=True, kw_only=True, repr=False)
class Family(Facts):
    """A family that asks. ``stages`` and ``facilities`` are those of now, the ``passed_…`` those of before.

    ``wishes`` stand with the most important first: when nobody fits, the last is set aside first. ``excluded`` are
    keys of veterans (or families) whom it declined. ``waiting_days`` [days, 0 or more] since it asked, and
    ``served_count`` how often it was helped already, decide its turn.
    """

    wishes: tuple[Wish, ...] = ()
    excluded: Keys = NOTHING
    passed_stages: Keys = NOTHING
    passed_facilities: Keys = NOTHING
    waiting_days: int = 0
    served_count: int = 0

    @cached_property
    def wished(self) -> dict[Wished, bool]:
        """Each wish once, in its order, with whether it is a must."""
        found: dict[Wished, bool] = {}
        for wish in self.wishes:
            found[wish.what] = wish.must or found.get(wish.what, False)
        return found

    @cached_property
    def touched(self) -> Keys:
        """Everything that would come up in the talk, as keys that a veteran may never want to meet again."""
        told = (self.stages, self.articles, self.whole_articles, self.groups, self.facilities)
        return frozenset().union(*told, self.regimes, self.kin, self.topics)


@dataclass(frozen=True, kw_only=True, repr=False)
class Veteran(Facts):
    """Somebody who was there. The facts are what was lived through, at any time.

    ``was_inside`` and ``capacity`` are None when not told; ``capacity`` and ``holds`` count families. ``gender`` is
    ``"woman"``, ``"man"`` or ``""``. ``never`` holds keys of any kind (topics, stages, articles, facilities).
    ``last_asked_days`` [days] since somebody last asked for help, None when that never happened.
    """

    was_inside: bool | None = None
    gender: str = ""
    capacity: int | None = None
    holds: int = 0
    never: Keys = NOTHING
    paused: bool = False
    last_asked_days: int | None = None

    @property
    def free(self) -> int:
        """How many more families; one when the capacity is not known, because then one asks."""
        return 1 if self.capacity is None else max(self.capacity - self.holds, 0)

    @property
    def inside(self) -> bool | None:
        """Whether it happened to this person; None when not told."""
        return True if self.was_inside is None and "self" in self.kin else self.was_inside
