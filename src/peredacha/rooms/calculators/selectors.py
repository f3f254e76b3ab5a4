"""What the room reads: the land of this installation, its deadlines in groups, its regions."""

from collections.abc import Mapping

from django.conf import settings

from peredacha.core.law.basis import Statement
from peredacha.core.law.deadlines import DeadlineRule
from peredacha.core.law.land import Land
from peredacha.jurisdictions.load import pack

GROUPS: Mapping[str, str] = {
    "PRE": "before_trial",
    "CRT": "court",
    "ADM": "administrative",
    "TRN": "inside",
    "CON": "inside",
    "TEL": "inside",
    "LET": "inside",
    "KAS": "complaints",
    "INT": "complaints",
    "LIM": "record",
    "SUS": "record",
    "REC": "record",
}
"""To which group of the list a rule belongs, by the letters of its row; any other stands under ``other``."""
ORDER = ("before_trial", "court", "administrative", "inside", "complaints", "record", "other")


def current_land() -> Land:
    """The land of this installation with its chapter; read once."""
    return pack(settings.JURISDICTION, settings.CHAPTER)


def find_rule(ref: str) -> DeadlineRule | None:
    """The deadline with this id or row, or None."""
    return current_land().rules.get(ref)


def find_statement(ref: str) -> Statement | None:
    """The rule without a length that has this id, or None."""
    return next((one for one in current_land().statements if one.id == ref), None)


def list_groups() -> dict[str, list[DeadlineRule]]:
    """Every deadline of the land in its group, the groups in the order of the way; none is empty."""
    found: dict[str, list[DeadlineRule]] = {name: [] for name in ORDER}
    for rule in current_land().deadlines:
        letters = rule.rows[-1].partition("-")[0]
        found[GROUPS.get(letters, "other")].append(rule)
    return {name: rules for name, rules in found.items() if rules}
