"""The custody clock: by which day the court must decide again, and how long somebody can be held before a verdict.

Come in with a :class:`CustodyCase` (or a mapping, through :func:`read_custody_case`) and the parts of a land;
leave with a :class:`CustodyClock`, whose every line names its ground.
"""

from peredacha.core.law.custody.answer import CustodyClock, Held, told_custody
from peredacha.core.law.custody.case import CustodyCase
from peredacha.core.law.custody.clock import custody_clock
from peredacha.core.law.custody.law import CustodyLaw, CustodyLimit, FileRead, Quoted
from peredacha.core.law.custody.limits import Limit
from peredacha.core.law.custody.reading import read_custody_case

__all__ = [
    "CustodyCase",
    "CustodyClock",
    "CustodyLaw",
    "CustodyLimit",
    "FileRead",
    "Held",
    "Limit",
    "Quoted",
    "custody_clock",
    "read_custody_case",
    "told_custody",
]
