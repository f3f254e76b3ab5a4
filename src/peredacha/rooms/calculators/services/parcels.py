"""Parcels and visits: allowed, used, left."""

from django.utils.translation import gettext as _

from peredacha.core.law.quotas import QuotaCase, quota_left
from peredacha.design.quotas import about_the_rest, allowed_used_left, biggest, measures
from peredacha.rooms.calculators.selectors import current_land
from peredacha.rooms.calculators.services.told import Row, Table, ToldAnswer, told_answer


def count_parcels(case: QuotaCase) -> ToldAnswer:
    """What is left of every quota on the day of the case."""
    answer = quota_left(current_land().quotas, case)
    label, big = biggest(answer)
    return told_answer(
        answer,
        answer.steps,
        label=label,
        big=big,
        says=about_the_rest(answer),
        rows=(Row(key, value) for key, value in measures(answer)),
        tables=(Table(_("Allowed, used, left"), allowed_used_left(answer)),),
        decides=_(
            "The institution keeps its own card of parcels and visits, and its count decides. "
            "Ask at the parcel window or in the visiting office before you travel."
        ),
    )
