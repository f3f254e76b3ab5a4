"""The words of a quota."""

from collections.abc import Mapping

from peredacha.core.language import Phrase, phrase, plural_phrase
from peredacha.core.law.quotas.law import Number

NAMES: Mapping[str, Phrase] = {
    "parcels": phrase("Parcels and hand-ins"),
    "packets": phrase("Small packets"),
    "short_visits": phrase("Short visits"),
    "long_visits": phrase("Long visits"),
    "parcel_weight_g": phrase("Weight of one parcel"),
    "packet_weight_g": phrase("Weight of one small packet"),
    "month_weight_g": phrase("Weight of everything in a month"),
    "short_hours": phrase("One short visit lasts up to"),
    "long_days": phrase("One long visit lasts up to"),
}
PERIODS: Mapping[str, Phrase] = {
    "year": phrase("in a year"),
    "month": phrase("in a month"),
    "half_year": phrase("in half a year"),
    "stay": phrase("while he is in the cell"),
}


def number_said(name: str, number: Number | None, per: str) -> Phrase:
    """“6 in a year”, “no limit”, “20 kg”, “4 hours”."""
    if not isinstance(number, int):
        return phrase("no limit") if number == "no_limit" else phrase("not known here, ask the institution")
    if name.endswith("_g"):
        return phrase("{kg} kg", kg=number // 1000)
    if name == "short_hours":
        return plural_phrase("{count} hour", "{count} hours", number)
    if name == "long_days":
        return plural_phrase("{count} day", "{count} days", number)
    return phrase("{number} {period}", number=number, period=PERIODS[per])
