"""Weights as people write them."""

from django.utils.formats import number_format

GRAMS = 1000


def kilograms(grams: int) -> str:
    """A weight [g] in kg, with as many decimals as it needs, at most three."""
    kilo, rest = divmod(grams, GRAMS)
    decimals = len(f"{rest:03}".rstrip("0"))
    return number_format(grams / GRAMS, decimal_pos=decimals, use_l10n=True) if rest else str(kilo)
