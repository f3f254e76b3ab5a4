"""Time served: from sentences and days under restraint to release, early release and the record.

Come in with a :class:`Case` (or a mapping, through :func:`read_case`) and the law of a land; leave with a
:class:`TimeServed`, whose every line names its ground.
"""

from peredacha.core.law.fields import CaseError
from peredacha.core.law.served.answer import TimeServed, told_time_served
from peredacha.core.law.served.case import Case, Period, Sentence
from peredacha.core.law.served.convert import Converted, UnknownConversionError, convert
from peredacha.core.law.served.law import (
    Condition,
    Conversion,
    CreditRule,
    EarlyRule,
    Ground,
    RecordRule,
    ServedLaw,
)
from peredacha.core.law.served.reading import read_case
from peredacha.core.law.served.serving import time_served

__all__ = [
    "Case",
    "CaseError",
    "Condition",
    "Conversion",
    "Converted",
    "CreditRule",
    "EarlyRule",
    "Ground",
    "Period",
    "RecordRule",
    "Sentence",
    "ServedLaw",
    "TimeServed",
    "UnknownConversionError",
    "convert",
    "read_case",
    "time_served",
    "told_time_served",
]
