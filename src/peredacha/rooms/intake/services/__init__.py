"""What the room does: keeps answers in the browser, draws plans, puts them into words and files."""

from peredacha.rooms.intake.services.advising import told_page, told_rule
from peredacha.rooms.intake.services.answers import (
    COOKIE,
    LIFETIME,
    Kept,
    TooManyAnswers,
    keeping,
    kept_by,
    read_answers,
    sealed_answers,
)
from peredacha.rooms.intake.services.asking import choices_for, told_answers, way_back, way_on
from peredacha.rooms.intake.services.calendars import plan_calendar
from peredacha.rooms.intake.services.matters import plan_of
from peredacha.rooms.intake.services.plans import PlanPage, draw_plan
from peredacha.rooms.intake.services.telling import draw_start, told_letter, told_plan, told_search

__all__ = [
    "COOKIE",
    "LIFETIME",
    "Kept",
    "PlanPage",
    "TooManyAnswers",
    "choices_for",
    "draw_plan",
    "draw_start",
    "keeping",
    "kept_by",
    "plan_calendar",
    "plan_of",
    "read_answers",
    "sealed_answers",
    "told_answers",
    "told_letter",
    "told_page",
    "told_plan",
    "told_rule",
    "told_search",
    "way_back",
    "way_on",
]
