"""Measures one key derivation of a family's words by itself, in a fresh process. Prints JSON: derivation.py TIMES."""

import json
import os
import sys
from statistics import median
from time import process_time

import django
from figures import Figures

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "peredacha.config.settings")
django.setup()

from django.conf import settings  # noqa: E402

from peredacha.core.sealing import Cost, ReturnCode, fresh_salt, stretch  # noqa: E402


def main(times: int) -> None:
    """Print the processor time of one, the median of some."""
    figures: Figures = {"kdf_cpu_ms": median(one() for _ in range(times)) * 1000}
    print(json.dumps({"figures": figures}))


def one() -> float:
    """Processor time of one derivation at the cost of the house [s]."""
    secret, salt, cost = ReturnCode.fresh("ru").secret, fresh_salt(), Cost.parsed(settings.FAMILY_COST)
    before = process_time()
    stretch(secret, salt, cost)
    return process_time() - before


if __name__ == "__main__":
    main(int(sys.argv[1]))
