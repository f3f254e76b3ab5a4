"""The veterans of a chapter as matching sees them."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from peredacha.core.matching import Veteran
from peredacha.rooms.facilities.selectors import folded
from peredacha.rooms.people.models import RoleKind
from peredacha.rooms.people.selectors import display_name, members_with
from peredacha.rooms.vault.services import Keys
from peredacha.rooms.veterans.models import ProfileContent
from peredacha.rooms.veterans.selectors import groups_of
from peredacha.rooms.veterans.services.profiles import OpenProfile, list_profiles


def profiles_of(keys: Keys, chapter: str, *, now: datetime) -> list[OpenProfile]:
    """Every veteran of a chapter, with an empty card where she has told nothing yet, and those who are away."""
    found = {one.member.id: one for one in list_profiles(keys, chapter, now=now)}
    asked = members_with(chapter, RoleKind.VETERAN, timezone.localdate(now))
    silent = [one for one in asked if one.id not in found]
    active = {one.id for one in asked}
    told = [one for one in found.values() if one.member.id in active or one.is_away]
    return told + [OpenProfile(one, display_name(one), ProfileContent()) for one in silent]


def veterans_of(profiles: list[OpenProfile], held: Mapping[UUID, int], *, today: date) -> list[Veteran]:
    """The same as values of matching; a damaged card proposes nobody.

    ``held``: how many families each member stands by, by the member's id.
    """
    return [
        veteran(
            str(one.member.id),
            one.content,
            holds=held.get(one.member.id, 0),
            away=one.is_away,
            today=today,
        )
        for one in profiles
        if one.content is not None
    ]


def veteran(key: str, told: ProfileContent, *, holds: int, away: bool, today: date) -> Veteran:
    """One veteran."""
    return Veteran(
        key=key,
        languages=frozenset(told.languages),
        stages=frozenset(told.stages),
        articles=frozenset(told.articles),
        groups=frozenset(told.groups) | groups_of(told.articles),
        facilities=frozenset(told.facilities),
        regimes=frozenset(told.regimes),
        kin=frozenset(told.kin),
        topics=frozenset(told.topics),
        region=told.region,
        town=folded(told.town),
        conflict_tags=frozenset(told.conflict_tags),
        was_inside=told.was_inside,
        gender=told.gender,
        capacity=told.capacity,
        holds=holds,
        never=frozenset(told.never),
        paused=away,
        last_asked_days=max((today - date.fromisoformat(told.asked_on)).days, 0) if told.asked_on else None,
    )
