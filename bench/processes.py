"""What processes of this machine use: memory of a family of processes, and processor time of it and of all others."""

import os
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from figures import Figures

MEGABYTE = 1024 * 1024
TICKS = os.sysconf("SC_CLK_TCK")
IDLE = (3, 4)
"""The places of idle and waiting in the first line of /proc/stat."""


def memory(pid: int) -> Figures:
    """Resident memory of a process and all its children, shared pages shared out (PSS) [MB]."""
    family = [pid, *children(pid)]
    return {
        "memory_mb": sum(proportional(one) for one in family) / MEGABYTE,
        "processes": len(family),
    }


def children(pid: int) -> list[int]:
    """Every process below ``pid``."""
    parents = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parents[int(folder.name)] = int(fields(int(folder.name))[1])
        except OSError:
            continue  # it ended while we looked
    found, fresh = [], [pid]
    while fresh:
        fresh = [child for child, parent in parents.items() if parent in fresh]
        found += fresh
    return found


def fields(pid: int) -> list[str]:
    """The fields of ``/proc/PID/stat`` after the name: state, parent, …"""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()


def proportional(pid: int) -> int:
    """The proportional share of memory of one process [bytes]."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


@dataclass(frozen=True)
class Spent:
    """Processor time until a moment [s]: of a family of processes, of this client, of the whole machine."""

    at: float
    family: float
    client: float
    machine: float

    @classmethod
    def now(cls, pid: int) -> "Spent":
        """What was spent until now by ``pid`` and its children, and by everybody."""
        family = sum(int(ticks) for one in (pid, *children(pid)) for ticks in fields(one)[11:13]) / TICKS
        used = [int(ticks) for ticks in Path("/proc/stat").read_text().splitlines()[0].split()[1:9]]
        busy = sum(ticks for place, ticks in enumerate(used) if place not in IDLE) / TICKS
        mine = os.times()
        return cls(perf_counter(), family, mine.user + mine.system, busy)

    def since(self, before: "Spent", requests: float, name: str) -> Figures:
        """Processor time of the family for one request [ms], and the share that strangers took of all cores."""
        family, client = self.family - before.family, self.client - before.client
        strangers = max(self.machine - before.machine - family - client, 0)
        cores = os.cpu_count() or 1
        return {
            f"{name}_cpu_ms": family / requests * 1000,
            f"{name}_strangers_share": strangers / ((self.at - before.at) * cores),
        }
