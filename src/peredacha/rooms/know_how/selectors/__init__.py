"""What is public of this room: know-how, and the words for where it belongs."""

from peredacha.rooms.know_how.selectors.places import facility_choices, stage_choices, topic_of
from peredacha.rooms.know_how.selectors.public import KnowHowLine, published

__all__ = ["KnowHowLine", "facility_choices", "published", "stage_choices", "topic_of"]
