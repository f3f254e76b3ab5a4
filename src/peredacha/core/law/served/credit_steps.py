"""The lines that say how the credit was reached."""

from collections.abc import Iterator

from peredacha.core.language import Phrase, Value, phrase
from peredacha.core.law.basis import Basis, Step
from peredacha.core.law.served.credit import Counted, Credit
from peredacha.core.law.served.law import ServedLaw
from peredacha.core.law.served.wording import KINDS, amount_said, days_said, ratio_said


def credit_steps(law: ServedLaw, credit: Credit, hours: bool) -> Iterator[Step]:
    """A line for each stretch, then the doubts, then the sum."""
    if credit.twice:
        yield Step(
            phrase("Some days are named twice. Each day is counted once, under the more specific kind.")
        )
    for one in credit.counted:
        yield Step(counted_said(one, hours), one.rate.bases)
    reasons = {reason.message: reason for one in credit.counted for reason in one.rate.reasons}
    for reason in reasons.values():
        yield Step(reason)
    if any(one.has_half_days for one in credit.counted):
        said = phrase(
            "There is no published rule for half days: both the smaller and the larger number are kept."
        )
        yield Step(said, _grounds(law, "half_days"))
    if any(one.edge for one in credit.counted):
        said = phrase(
            "The day of entry into force is day 1 of the term. Some rulings credit it as well: "
            "the answer shows both."
        )
        yield Step(said, _grounds(law, "edge_day"))
    if credit.counted and not hours:
        yield Step(phrase("Credit in all: {credit}.", credit=amount_said(credit.least, credit.most)))


def counted_said(one: Counted, hours: bool) -> Phrase:
    """One stretch in words."""
    values: dict[str, Value] = {
        "kind": KINDS[one.kind],
        "first": one.stretch.first,
        "last": one.stretch.last,
        "days": days_said(one.stretch.days),
        "ratio": ratio_said(one.rate.least, one.rate.most, hours=hours),
        "credit": amount_said(one.least, one.most, hours=hours),
    }
    if one.inside and one.most == 0:
        return phrase(
            "{kind}, {first} – {last}: these days lie inside the term, count day for day "
            "and are not credited again.",
            **values,
        )
    if one.inside:
        return phrase(
            "{kind}, {first} – {last}: {days} inside the term, before entry into force. "
            "Beyond the day itself: {ratio}. Credit: {credit}.",
            **values,
        )
    return phrase("{kind}, {first} – {last}: {days}. {ratio}. Credit: {credit}.", **values)


def _grounds(law: ServedLaw, name: str) -> tuple[Basis, ...]:
    basis = law.ground(name)
    return (basis,) if basis else ()
