"""What the room reads without a key: who holds how many families, and who cannot read the older notes yet."""

from peredacha.rooms.mentoring.selectors.holding import held_counts, held_matters, without_notes
from peredacha.rooms.veterans.selectors import kin_choices, language_choices, region_choices, stage_choices

__all__ = [
    "held_counts",
    "held_matters",
    "kin_choices",
    "language_choices",
    "region_choices",
    "stage_choices",
    "without_notes",
]
