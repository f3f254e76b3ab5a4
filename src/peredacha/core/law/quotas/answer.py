"""What is left of parcels and visits, and the same in plain values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from peredacha.core.law.basis import Act, Cited, Step
from peredacha.core.law.telling import told_day, told_grounds


@dataclass(frozen=True)
class Allowance:
    """One quota. ``allowed`` None means no limit, or not known where ``known`` is false.

    ``each`` is the measure of one: the weight of a parcel [g], the length of a short visit [hours] or of a
    long one [days]; None where there is no limit or it is not stated.
    """

    allowed: int | None = None
    used: int = 0
    known: bool = False
    until: date | None = None
    each: int | None = None

    @property
    def left(self) -> int | None:
        """How many are left, never less than zero; None where there is no limit or it is not known."""
        return None if self.allowed is None else max(self.allowed - self.used, 0)

    @property
    def is_overdrawn(self) -> bool:
        """Whether more is used than allowed."""
        return self.allowed is not None and self.used > self.allowed


@dataclass(frozen=True)
class QuotaAnswer(Cited):
    """The quotas of one case; ``weight_month`` [g] where the law limits the weight of a month."""

    parcels: Allowance = Allowance()
    packets: Allowance = Allowance()
    short_visits: Allowance = Allowance()
    long_visits: Allowance = Allowance()
    weight_month: Allowance | None = None
    steps: tuple[Step, ...] = ()


def told_quota(answer: QuotaAnswer, acts: Mapping[str, Act], language: str) -> dict[str, object]:
    """The answer under the public keys: weights in [g], dates as ISO texts, sentences in ``language``."""
    return {
        "parcels": told_allowance(answer.parcels, each="weight"),
        "packets": told_allowance(answer.packets, each="weight"),
        "visits": {
            "short": told_allowance(answer.short_visits, each="hours"),
            "long": told_allowance(answer.long_visits, each="days"),
        },
        "weight_month": told_allowance(answer.weight_month) if answer.weight_month else None,
        **told_grounds(answer, answer.steps, acts, language),
    }


def told_allowance(one: Allowance, each: str = "") -> dict[str, object]:
    """One quota; ``allowed`` null with ``known`` true means no limit."""
    told: dict[str, object] = {
        "allowed": one.allowed,
        "used": one.used,
        "left": one.left,
        "known": one.known,
        "until": told_day(one.until) if one.until else None,
    }
    return told | {each: one.each} if each else told
