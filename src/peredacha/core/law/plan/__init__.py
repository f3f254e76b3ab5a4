"""From a few answers to one dated plan: questions, steps, and where he may be.

All of it is data of the jurisdiction; here is only how it is read.
"""

from peredacha.core.law.plan.answers import UNKNOWN, Answer, Answers, Condition, asked, holds
from peredacha.core.law.plan.drawing import Drawer, Plan, PlannedStep, Todo
from peredacha.core.law.plan.guide import (
    Due,
    Guide,
    Option,
    Promise,
    Question,
    Stage,
    StepRule,
)
from peredacha.core.law.plan.whereabouts import Clock, Hint, Letter, Place, Whereabouts

__all__ = [
    "UNKNOWN",
    "Answer",
    "Answers",
    "Clock",
    "Condition",
    "Drawer",
    "Due",
    "Guide",
    "Hint",
    "Letter",
    "Option",
    "Place",
    "Plan",
    "PlannedStep",
    "Promise",
    "Question",
    "Stage",
    "StepRule",
    "Todo",
    "Whereabouts",
    "asked",
    "holds",
]
