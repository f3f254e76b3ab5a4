"""A day and an hour as somebody types them in a corridor, read as one moment; or one sentence with an example."""

from peredacha.core.spoken.moments import DOUBTS, Doubt, Spoken, read_moment, written

__all__ = ["DOUBTS", "Doubt", "Spoken", "read_moment", "written"]
