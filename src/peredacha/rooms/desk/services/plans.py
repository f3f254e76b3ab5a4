"""The family's dated plan on the page of its matter, drawn from the answers that it carried over."""

from datetime import datetime
from typing import Any

from peredacha.core.law.plan import Answer
from peredacha.rooms.intake.services import draw_plan, told_plan
from peredacha.rooms.matters.services import MatterFile


def plan_of(file: MatterFile, *, now: datetime) -> Any:
    """The plan in words; None where the family answered nothing from which one can be drawn."""
    page = draw_plan(answers_of(file), now=now)
    return told_plan(page) if page else None


def answers_of(file: MatterFile) -> dict[str, Answer]:
    """The answers of the request as the drawing of plans takes them; what is no answer is left out."""
    found: dict[str, Answer] = {}
    for key, value in file.request.answers.items():
        if isinstance(value, str):
            found[key] = value
        elif isinstance(value, list | tuple):
            found[key] = tuple(str(one) for one in value)
    return found
