"""Bounded load on a server of this machine: at a fixed rate, and as fast as a few connections go."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from itertools import count
from threading import Thread
from time import perf_counter, sleep

from figures import Figures, percentile, spread

LOOPBACK = ("127.0.0.1", "localhost", "::1")
TIMEOUT = 10.0
SENDERS = 24
MOST_REQUESTS = 20_000
"""No run sends more, however long it was asked to be."""


@dataclass(frozen=True)
class Target:
    """A page of a server on this machine, and what a browser sends with it."""

    host: str
    port: int
    path: str
    headers: Mapping[str, str]

    def __post_init__(self) -> None:
        """Refuse every machine but this one."""
        if self.host not in LOOPBACK:
            raise ValueError(f"load goes to this machine only, not to {self.host}")

    def connection(self) -> HTTPConnection:
        """A fresh connection."""
        return HTTPConnection(self.host, self.port, timeout=TIMEOUT)


@dataclass
class Tally:
    """What came back: milliseconds of each good answer, and how many were not good."""

    took: list[float] = field(default_factory=list)
    errors: int = 0

    def note(self, answered: bool, milliseconds: float) -> None:
        """One more answer."""
        if answered:
            self.took.append(milliseconds)
        else:
            self.errors += 1


def at_rate(target: Target, rate: int, seconds: float, name: str) -> Figures:
    """``rate`` requests a second, each due at its own moment and on its own connection, however slow the answers.

    A wait for a free sender counts as time of the answer: a slow server cannot hide behind a slow client.
    """
    sent = min(int(rate * seconds), MOST_REQUESTS)
    tally, numbers = Tally(), iter(range(sent))
    begun = perf_counter() + 0.1

    def send() -> None:
        for number in numbers:
            due = begun + number / rate
            sleep(max(due - perf_counter(), 0))
            connection = target.connection()
            answered = good(connection, target)
            tally.note(answered, (perf_counter() - due) * 1000)
            connection.close()

    together(send, SENDERS)
    return {**spread(tally.took, name), f"{name}_errors": tally.errors, f"{name}_sent": sent}


def as_fast_as_it_goes(target: Target, connections: int, seconds: float, name: str) -> Figures:
    """Requests per second of a few connections, each of which asks again as soon as it is answered."""
    tally, numbers = Tally(), count()
    begun = perf_counter()
    until = begun + seconds

    def send() -> None:
        connection = target.connection()
        while perf_counter() < until and next(numbers) < MOST_REQUESTS:
            before = perf_counter()
            answered = good(connection, target)
            tally.note(answered, (perf_counter() - before) * 1000)
            if not answered:
                connection.close()
                connection = target.connection()
        connection.close()

    together(send, connections)
    done = perf_counter() - begun
    return {
        f"{name}_per_s": len(tally.took) / done,
        f"{name}_burst_p95_ms": percentile(tally.took, 0.95),
        f"{name}_burst_errors": tally.errors,
    }


def good(connection: HTTPConnection, target: Target) -> bool:
    """Whether one request was answered with a whole page."""
    try:
        connection.request("GET", target.path, headers=dict(target.headers))
        response = connection.getresponse()
        return bool(response.read()) and response.status == 200
    except (OSError, HTTPException):
        return False


def together(act: Callable[[], None], senders: int) -> None:
    """Run ``act`` in some threads and wait for all."""
    threads = [Thread(target=act, daemon=True) for _ in range(senders)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
