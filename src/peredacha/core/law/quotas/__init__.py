"""Quotas: parcels, small packets and visits that are allowed, used and left.

Come in with a :class:`QuotaCase` (or a mapping, through :func:`read_quota_case`) and the quotas of a land;
leave with a :class:`QuotaAnswer`, whose every number names its ground.
"""

from peredacha.core.law.quotas.answer import Allowance, QuotaAnswer, told_quota
from peredacha.core.law.quotas.case import QuotaCase
from peredacha.core.law.quotas.count import quota_left
from peredacha.core.law.quotas.law import QuotaLaw, QuotaRule
from peredacha.core.law.quotas.ledger import NoneLeft, Slot, counted, none_left, out_of_sight
from peredacha.core.law.quotas.reading import read_quota_case

__all__ = [
    "Allowance",
    "NoneLeft",
    "QuotaAnswer",
    "QuotaCase",
    "QuotaLaw",
    "QuotaRule",
    "Slot",
    "counted",
    "none_left",
    "out_of_sight",
    "quota_left",
    "read_quota_case",
    "told_quota",
]
