"""What is public of this room: know-how, and the words for where it belongs."""

from peredacha.rooms.know_how.selectors.places import facility_choices, stage_choices, topic_of
from peredacha.rooms.know_how.selectors.public import KnowHowLine, is_published, published

__all__ = ["KnowHowLine", "facility_choices", "is_published", "published", "stage_choices", "topic_of"]
