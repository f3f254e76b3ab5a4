"""The server's key derivations get their memory in large pages, where the machine has them."""

import os
import platform
import subprocess
import sys
from pathlib import Path

import pytest

from peredacha.config.commands.serve import LARGE_PAGES, with_large_pages

OFFERED = Path("/sys/kernel/mm/transparent_hugepage/enabled")
DERIVE = """
import resource
from peredacha.core.sealing import FAMILY_COST, stretch
before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
stretch("eight words of a family", bytes(16), FAMILY_COST)
print(resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before)
"""


def test_what_the_host_says_stays() -> None:
    assert with_large_pages("") == LARGE_PAGES
    assert with_large_pages("glibc.malloc.arena_max=2") == f"glibc.malloc.arena_max=2:{LARGE_PAGES}"
    assert with_large_pages("glibc.malloc.hugetlb=0") == "glibc.malloc.hugetlb=0"


@pytest.mark.skipif(
    platform.libc_ver()[0] != "glibc" or not OFFERED.exists() or "[never]" in OFFERED.read_text(),
    reason="this machine has no large pages to give",
)
def test_a_derivation_touches_a_tenth_of_the_pages() -> None:
    assert touched(with_large_pages("")) * 10 < touched("glibc.malloc.hugetlb=0")


def touched(tunables: str) -> int:
    """How many pages one derivation touched first, in a fresh process."""
    told = os.environ | {"GLIBC_TUNABLES": tunables}
    done = subprocess.run(
        [sys.executable, "-c", DERIVE], env=told, capture_output=True, text=True, check=True
    )
    return int(done.stdout)
