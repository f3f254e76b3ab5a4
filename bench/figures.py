"""Numbers from many measurements: percentiles, and medians of rounds."""

from collections.abc import Callable, Mapping, Sequence
from math import ceil
from statistics import median
from time import perf_counter

Figures = dict[str, float]
"""Measured numbers by name; the end of the name says the unit (``_ms``, ``_s``, ``_per_s``, ``_mb``, ``_kb``)."""


def percentile(values: Sequence[float], share: float) -> float:
    """The value that ``share`` of all values do not exceed (nearest rank); not a number when there are none."""
    if not values:
        return float("nan")
    return sorted(values)[max(ceil(share * len(values)), 1) - 1]


def medians(rounds: Sequence[Mapping[str, float]]) -> Figures:
    """For each name the middle one of its rounds."""
    names = dict.fromkeys(name for one in rounds for name in one)
    return {name: median(one[name] for one in rounds if name in one) for name in names}


def timed(acts: Sequence[Callable[[], object]], name: str) -> Figures:
    """How often in a second the acts ran one after another, and how long one takes [ms]."""
    took = []
    for act in acts:
        before = perf_counter()
        act()
        took.append((perf_counter() - before) * 1000)
    return {f"{name}_per_s": len(took) / (sum(took) / 1000), **spread(took, name)}


def spread(took: Sequence[float], name: str) -> Figures:
    """The usual percentiles [ms]."""
    return {f"{name}_p{share}_ms": percentile(took, share / 100) for share in (50, 95, 99)}
