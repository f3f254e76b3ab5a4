"""Work longer than a page may take: begun when the request is written, done beside it, its end in the database."""

from collections.abc import Callable
from contextlib import suppress
from threading import Semaphore, Thread

from django.db import connections, transaction
from django.utils import translation

ONE_AT_A_TIME = Semaphore(1)


def later(work: Callable[[], None]) -> None:
    """Do the work beside the request, once everything that was written in it stands.

    Work that breaks says nothing: its own row says how far it came, and its page offers to begin again.
    """
    spoken = translation.get_language() or "ru"

    def run() -> None:
        try:
            with (
                ONE_AT_A_TIME,
                translation.override(spoken),
                suppress(Exception),
            ):  # its words could hold a person
                work()
        finally:
            connections.close_all()

    transaction.on_commit(lambda: Thread(target=run, daemon=True).start())
