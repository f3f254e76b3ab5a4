"""The law as arithmetic: terms, time served, custody, quotas and the plan, each answer with its derivation.

A library of its own: it needs no framework and no server. Load a land, then ask::

    from datetime import date
    from peredacha.core.law import Start, count_deadline
    from peredacha.jurisdictions.load import pack

    answer = count_deadline(pack("ru"), "CRT-12", Start(date(2024, 12, 20)))
    answer.due.latest          # datetime.date(2025, 1, 9)
    [step.said for step in answer.steps]
"""

from peredacha.core.law.answering import Deadline
from peredacha.core.law.basis import Basis, Confirmation, Step
from peredacha.core.law.calendar import CourtCalendar
from peredacha.core.law.counting import Start
from peredacha.core.law.custody import (
    CustodyCase,
    CustodyClock,
    custody_clock,
    read_custody_case,
    told_custody,
)
from peredacha.core.law.deadlines import DeadlineRule
from peredacha.core.law.land import Land, UnknownRule, count_deadline
from peredacha.core.law.plan import Plan
from peredacha.core.law.quotas import QuotaAnswer, QuotaCase, quota_left, read_quota_case, told_quota
from peredacha.core.law.served import Case, TimeServed, read_case, time_served, told_time_served
from peredacha.core.law.span import Span
from peredacha.core.law.telling import told_deadline

__all__ = [
    "Basis",
    "Case",
    "Confirmation",
    "CourtCalendar",
    "CustodyCase",
    "CustodyClock",
    "Deadline",
    "DeadlineRule",
    "Land",
    "Plan",
    "QuotaAnswer",
    "QuotaCase",
    "Span",
    "Start",
    "Step",
    "TimeServed",
    "UnknownRule",
    "count_deadline",
    "custody_clock",
    "quota_left",
    "read_case",
    "read_custody_case",
    "read_quota_case",
    "time_served",
    "told_custody",
    "told_deadline",
    "told_quota",
    "told_time_served",
]
