"""Matters as they stand in clear."""

from peredacha.rooms.matters.selectors.listing import (
    QueueHealth,
    claims_on,
    find_matter,
    find_matters,
    matter_of_family,
    matters_of_safes,
    queue_health,
    queue_of,
)
from peredacha.rooms.matters.selectors.shelves import closed_of_safes, due_between, matters_of_tags

__all__ = [
    "QueueHealth",
    "claims_on",
    "closed_of_safes",
    "due_between",
    "find_matter",
    "find_matters",
    "matter_of_family",
    "matters_of_safes",
    "matters_of_tags",
    "queue_health",
    "queue_of",
]
