"""Who can stand by whom: hard limits, a score with its reasons in words, a suggestion, a pair of families.

Come in with a :class:`Family` and some :class:`Veteran`; leave with a :class:`Suggestion`. The proposal for a whole
chapter is made by :mod:`peredacha.core.matching.assigning`, which loads a solver of many megabytes and is therefore
imported only by the process that solves; its answer, :class:`Assignment`, is a plain value of this package.
"""

from peredacha.core.matching.crossing import Pair, cross_help
from peredacha.core.matching.limits import Limit, Refusal, refusals
from peredacha.core.matching.proposal import Assignment, Match, Without
from peredacha.core.matching.scoring import Fit, score
from peredacha.core.matching.suggesting import Suggestion, suggest
from peredacha.core.matching.values import Facts, Family, Reason, Veteran, Wish, Wished
from peredacha.core.matching.weights import CROSS_POINTS, POINTS

__all__ = [
    "CROSS_POINTS",
    "POINTS",
    "Assignment",
    "Facts",
    "Family",
    "Fit",
    "Limit",
    "Match",
    "Pair",
    "Reason",
    "Refusal",
    "Suggestion",
    "Veteran",
    "Wish",
    "Wished",
    "Without",
    "cross_help",
    "refusals",
    "score",
    "suggest",
]
