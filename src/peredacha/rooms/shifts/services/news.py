"""What is new in the talks of many matters, without opening their pages."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from peredacha.rooms.conversations.services import news_for, with_talk
from peredacha.rooms.matters.models import Matter
from peredacha.rooms.vault.services import Keys, open_safes


def news_of(keys: Keys, matters: Sequence[Matter], *, now: datetime) -> dict[UUID, int]:
    """By matter, how many messages of the talk with the family this reader has not seen."""
    opened = open_safes(keys, with_talk(one.safe_id for one in matters), now=now)
    fresh = news_for(keys, opened.values())
    return {one.id: len(fresh[one.safe_id]) for one in matters if one.safe_id in fresh}
