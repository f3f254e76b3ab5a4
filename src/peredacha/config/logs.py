"""Logs without persons: what failed and where in the code, never for whom, from where, or with what.

Messages of exceptions can hold what somebody typed, and messages of requests hold paths and addresses.
So a line is made from the logger's name, the level, and the frames of the code alone.
"""

import logging
import logging.config
import traceback
from pathlib import Path

from gunicorn.glogging import Logger


class ImpersonalFormatter(logging.Formatter):
    """A line that tells level, place and the kind of error; arguments and messages stay out."""

    def format(self, record: logging.LogRecord) -> str:
        """The record without its arguments, and the error without its message."""
        said = record.msg if isinstance(record.msg, str) and record.name.startswith("peredacha") else ""
        line = " ".join(filter(None, [record.levelname, record.name, said if "%" not in said else ""]))
        if record.exc_info and record.exc_info[0]:
            frames = traceback.extract_tb(record.exc_info[2])
            places = " > ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames[-6:])
            line = f"{line} {record.exc_info[0].__name__} at {places}"
        return line


LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"impersonal": {"()": ImpersonalFormatter}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "impersonal"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        # 4xx answers and wrong hosts are the stranger's words: nothing of them is written.
        "django.request": {"level": "ERROR"},
        "django.security": {"level": "CRITICAL"},
        "django.security.DisallowedHost": {"handlers": [], "propagate": False},
        "gunicorn.access": {"handlers": [], "propagate": False, "level": "CRITICAL"},
        # Its warnings quote the request and the address that sent it.
        "gunicorn.error": {"handlers": ["stderr"], "propagate": False, "level": "ERROR"},
    },
}


def set_up_logs() -> None:
    """Put the rules above into force."""
    logging.config.dictConfig(LOGGING)


class ImpersonalServerLog(Logger):  # type: ignore[misc]
    """The server's own log in the same manner: no address, no path, no access line."""

    def setup(self, cfg: object) -> None:
        """Take the server's handlers and give them the impersonal lines."""
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(ImpersonalFormatter())
