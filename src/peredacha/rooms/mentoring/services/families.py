"""A matter as matching sees it: what the family told, whom it declined, how long it waits."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from peredacha.core.facts import Place, Proceeding
from peredacha.core.matching import Family, Wish, Wished
from peredacha.rooms.facilities.selectors import folded
from peredacha.rooms.matters.services import MatterFile
from peredacha.rooms.mentoring.services.matches import declined_members, offers_of, served, standing_members
from peredacha.rooms.veterans.selectors import groups_of
from peredacha.rooms.veterans.services import articles_of, conflict_tags

MUST = "!"
"""A wish that ends so is a must: ``"woman!"``."""


def family_of(file: MatterFile, *, now: datetime) -> Family:
    """The family of a matter; nothing is guessed, what was not told stays empty."""
    answers = file.request.answers
    stage, facilities = told(answers.get("stage")), places_of(file)
    articles = articles_of((*file.articles, *told(answers.get("article"))))
    excluded = (
        declined_members(file) | standing_members(file) | {one.member for one in offers_of(file).values()}
    )
    return Family(
        key=str(file.matter.id),
        languages=frozenset({file.request.language} - {""}),
        stages=stage,
        articles=frozenset(articles),
        groups=groups_of(articles),
        facilities=frozenset(facilities[-1:]),
        passed_facilities=frozenset(facilities[:-1]),
        regimes=told(answers.get("regime")),
        kin=told(answers.get("kin")),
        topics=told(answers.get("person")) | (frozenset({"danger"}) if file.request.danger else frozenset()),
        region=next(iter(told(answers.get("region"))), ""),
        town=folded(next(iter(told(answers.get("town"))), "")),
        conflict_tags=frozenset(
            conflict_tags(one.number for one, _told in file.all(Proceeding) if one.number)
        ),
        wishes=wishes_of(file.request.wishes),
        excluded=excluded,
        passed_stages=passed_stages(file, stage),
        waiting_days=waiting_days(file, now),
        served_count=served(file),
    )


def told(answer: Any) -> frozenset[str]:
    """An answer to the plan as keys; none for "I don't know" and for "none of these"."""
    given = (answer,) if isinstance(answer, str) else answer if isinstance(answer, list | tuple) else ()
    return frozenset(one for one in given if isinstance(one, str) and one not in ("", "?", "none"))


def places_of(file: MatterFile) -> list[str]:
    """Cards of the places where the person was, the newest last; a convoy ends the stay."""
    found = [place.facility for place, _told in file.all(Place) if place.facility]
    if not found:
        return sorted(told(file.request.answers.get("facility")))
    return list(dict.fromkeys(reversed(found)))[::-1]


def passed_stages(file: MatterFile, now_at: frozenset[str]) -> frozenset[str]:
    """Stages of the proceedings that are over."""
    return frozenset(one.stage for one, _told in file.all(Proceeding) if one.stage) - now_at


def wishes_of(written: tuple[str, ...]) -> tuple[Wish, ...]:
    """Wishes in the order in which they were told; unknown words are no wish."""
    named = ((text.removesuffix(MUST), text.endswith(MUST)) for text in written)
    return tuple(Wish(Wished(name), must) for name, must in named if name in set(Wished))


def waiting_days(file: MatterFile, now: datetime) -> int:
    """Days since the first fact; since the week of coming where no fact opens."""
    first = file.entries[0].told.at if file.entries else ""
    came = timezone.localdate(datetime.fromisoformat(first)) if first else file.matter.week
    return max((timezone.localdate(now) - came).days, 0)


def is_shut_out(name: str, words: str) -> bool:
    """Whether the family's own words on who must not read this may mean the helper of that name.

    Each word of the name is looked for by its beginning, because Russian changes the end: «Анна», «Анну».
    """
    said = folded(words).split()
    stems = [part[: max(len(part) - 1, 3)] for part in folded(name).split() if len(part) > 1]
    return any(word.startswith(stem) and len(word) <= len(stem) + 3 for stem in stems for word in said)
