"""What the room does: keeps answers in the browser, draws plans, puts them into words and files."""

from peredacha.rooms.intake.services.advising import told_page, told_rule
from peredacha.rooms.intake.services.answers import (
    COOKIE,
    LIFETIME,
    Kept,
    TooManyAnswers,
    read_answers,
    sealed_answers,
)
from peredacha.rooms.intake.services.asking import choices_for, told_answers, way_back, way_on
from peredacha.rooms.intake.services.calendars import plan_calendar
from peredacha.rooms.intake.services.plans import PlanPage, draw_plan
from peredacha.rooms.intake.services.requests import (
    OldTicket,
    Wait,
    Wanted,
    code_qr,
    come_back,
    fresh_ticket,
    send_request,
    wanted,
    with_needs,
    with_reach,
    words_are_written_down,
    words_to_show,
)
from peredacha.rooms.intake.services.telling import draw_start, told_letter, told_plan, told_search

__all__ = [
    "COOKIE",
    "LIFETIME",
    "Kept",
    "OldTicket",
    "PlanPage",
    "TooManyAnswers",
    "Wait",
    "Wanted",
    "choices_for",
    "code_qr",
    "come_back",
    "draw_plan",
    "draw_start",
    "fresh_ticket",
    "plan_calendar",
    "read_answers",
    "sealed_answers",
    "send_request",
    "told_answers",
    "told_letter",
    "told_page",
    "told_plan",
    "told_rule",
    "told_search",
    "wanted",
    "way_back",
    "way_on",
    "with_needs",
    "with_reach",
    "words_are_written_down",
    "words_to_show",
]
