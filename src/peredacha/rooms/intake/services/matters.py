"""The family's dated plan on the page of its matter, drawn from the answers that it carried over."""

from datetime import datetime

from peredacha.core.law.plan import Answer
from peredacha.rooms.intake.services.plans import draw_plan
from peredacha.rooms.intake.services.telling import ToldPlan, told_plan
from peredacha.rooms.matters.services import MatterFile


def plan_of(file: MatterFile, *, papers_at: str, now: datetime) -> ToldPlan | None:
    """The plan in words; None where the family answered nothing from which one can be drawn.

    ``papers_at``: the page on which the papers of this family are chosen.
    """
    page = draw_plan(answers_of(file), now=now)
    return told_plan(page, papers_at) if page else None


def answers_of(file: MatterFile) -> dict[str, Answer]:
    """The answers of the request as the drawing of plans takes them; what is no answer is left out."""
    found: dict[str, Answer] = {}
    for key, value in file.request.answers.items():
        if isinstance(value, str):
            found[key] = value
        elif isinstance(value, list | tuple):
            found[key] = tuple(str(one) for one in value)
    return found
