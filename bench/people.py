"""What a chapter with people in it needs of the server: intakes, the queue, a long talk, and none lost by a kill."""

import os
import signal
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Thread
from time import perf_counter, sleep
from typing import Any

from asking import Sent, comes_back, forms, ready, sent
from family import HEADERS, Browser
from figures import Figures, spread
from load import Target, at_rate
from processes import Spent, children, memory
from server import HOST, Served, environment_of, serving

Script = Callable[[str, list[str], dict[str, str]], Any]
"""Runs a script of this folder with words and an environment; gives what it printed."""

DEMO = "--demo"
CHEAP = "cheap"
ALONE, FOUR, EIGHT = 1, 4, 8
WARM = 4
DERIVATIONS = 9
TOUCHES = 40
"""So many start pages, on connections of their own, are answered by every process."""
FIRST_KILL, LATER = 1.0, 0.17
"""When the first kill comes after the load began, and how much later each next one [s]."""


def idle(site: Served) -> Figures:
    """Memory of a server whose every process has answered a page, and that has nothing to do."""
    for _ in range(TOUCHES):
        Browser(HOST, site.port).ask("/")
    sleep(1)
    found = memory(site.pid)
    return {"idle_mb": found["memory_mb"], "idle_processes": found["processes"]}


def intakes(folder: Path, sizes: dict[str, int], script: Script) -> Figures:
    """Sealed requests with the family's key derivation, then with one of almost nothing; and it by itself."""
    with serving(folder, DEMO) as site:
        found = idle(site)
        found |= script("derivation.py", [str(DERIVATIONS)], environment_of(folder))["figures"]
        found |= measured(site, "intake", ALONE, sizes["asks"])
        found |= measured(site, "four", FOUR, sizes["asks"])
        found |= measured(site, "eight", EIGHT, sizes["asks"])
    with serving(folder, DEMO, settings=CHEAP) as site:
        return found | measured(site, "cheap", ALONE, sizes["asks"])


def measured(site: Served, name: str, senders: int, count: int) -> Figures:
    """``count`` requests by some senders: times, how many a second were acknowledged, processor time of each."""
    browser = ready(HOST, site.port)
    sent(forms(browser, WARM), WARM)
    waiting = forms(browser, count)
    before = Spent.now(site.pid)
    done = sent(waiting, senders)
    spent = Spent.now(site.pid).since(before, max(len(done.kept), 1), name)
    return {
        **spread(done.tally.took, name),
        **spent,
        f"{name}_per_s": len(done.kept) / done.took_s,
        f"{name}_errors": done.tally.errors,
        f"{name}_sent": count,
    }


def helpers_pages(folder: Path, sizes: dict[str, int], script: Script) -> Figures:
    """The queue of many matters and a long talk, each at a steady rate."""
    with serving(folder, DEMO) as site:
        made = script("world.py", [str(sizes["matters"]), str(sizes["messages"])], environment_of(folder))
        found: Figures = {}
        for name, (path, token) in made["pages"].items():
            headers = {**HEADERS, "Cookie": f"{made['cookie']}={token}"}
            target = Target(HOST, site.port, path, headers)
            at_rate(target, sizes["reads"], 1, "warm")
            before = Spent.now(site.pid)
            found |= at_rate(target, sizes["reads"], sizes["reading"], name)
            found |= Spent.now(site.pid).since(before, found[f"{name}_sent"], name)
        return found


def kills(folder: Path, sizes: dict[str, int]) -> Figures:
    """The whole server killed at once under load, started anew, and every acknowledged family asked to come back."""
    acknowledged, lost, unanswered, kept = 0, 0, 0, Sent()
    for number in range(sizes["kills"] + 1):
        with serving(folder, DEMO) as site:
            lost += sum(not comes_back(moved(family, site), name) for family, name in kept.kept)
            if number < sizes["kills"]:
                kept = until_killed(site, FIRST_KILL + LATER * number)
                acknowledged += len(kept.kept)
                unanswered += kept.tally.errors
    return {
        "kill_rounds": sizes["kills"],
        "kill_acknowledged": acknowledged,
        "kill_lost": lost,
        "kill_unanswered": unanswered,
    }


def until_killed(site: Served, seconds: float) -> Sent:
    """What four senders got acknowledged before every process was killed."""
    browser = ready(HOST, site.port)
    waiting = forms(browser, int(40 * seconds))
    killer = Thread(target=kill, args=(site.pid, seconds))
    killer.start()
    done = sent(waiting, FOUR, perf_counter() + seconds)
    killer.join()
    return done


def kill(pid: int, seconds: float) -> None:
    """SIGKILL to the first process and all its children, after some seconds."""
    sleep(seconds)
    for one in (pid, *children(pid)):
        with suppress(ProcessLookupError):
            os.kill(one, signal.SIGKILL)


def moved(family: Browser, site: Served) -> Browser:
    """The same browser at the server's new port."""
    return Browser(family.host, site.port, family.cookies)
