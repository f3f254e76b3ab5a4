"""A line on the machine: without it no figure means anything."""

import os
import platform
from datetime import datetime
from pathlib import Path

GIGABYTE = 1024**3


def told(rounds: int) -> str:
    """The day, the rounds, the cores, the interpreter and how busy the machine was when the run began."""
    cores = len(os.sched_getaffinity(0))
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / GIGABYTE
    load = " ".join(f"{one:.2f}" for one in os.getloadavg())
    today = datetime.now().astimezone().date().isoformat()
    return (
        f"{today}, medians of {rounds} rounds. {cores} cores ({processor()}), {memory:.0f} GB, "
        f"Python {platform.python_version()}. Load average at the start: {load}."
    )


def processor() -> str:
    """The name of the processor."""
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return " ".join(line.partition(":")[2].split())
    return platform.machine()
