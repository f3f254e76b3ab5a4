"""Every environment variable of the house, read once; a wrong value stops the start with one sentence."""

import os
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

BASE = Path(__file__).parents[3]
BOOT_KEY_BYTES = 32
LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


class WrongEnvironment(Exception):
    """A variable has a value that cannot be used; the message says which and what to write."""


@dataclass(frozen=True)
class Environment:
    """The settings of one installation. Each field is the variable ``PEREDACHA_<NAME>`` in capitals."""

    boot_key: bytes
    """32 random bytes in URL-safe base64. Only ever in memory: typed or sent at the start. Everything that is
    sealed for a short time (the answers in a browser's cookie) opens only while this key lives."""
    boot_key_made: bool
    """Whether the key above was made at this start, so that a restart forgets every open answer."""
    hosts: tuple[str, ...]
    """Host names under which the site may be asked for, with commas. Default: localhost,127.0.0.1,[::1]."""
    database_url: str
    """``sqlite:///path`` or ``postgresql://user:password@host/name``. Default: SQLite in ``var/``."""
    sessions: Path
    """File of the open sign-ins, a SQLite database of its own that no backup takes. Default: beside the database."""
    salts: Path
    """File of the salts, a SQLite database of its own. Default: beside the database."""
    blobs: Path
    """Folder of attachments, each an encrypted file with a random name. Default: beside the database."""
    site_address: str
    """The address that people type: it stands on the printable card and in the letters. Default: from BIND."""
    jurisdiction: str
    """The land: a folder of ``jurisdictions/``. Default: ru."""
    chapter: Path | None
    """The folder of the chapter (its region, courts, facilities). Default: none."""
    exit_url: str
    """Where "Exit this page" leads: a harmless https page that loads fast. Default: a weather page."""
    source_url: str
    """Where the source code of this installation can be had (the licence asks for it)."""
    smtp_host: str
    """Mail server for notices. Default: none, and notices wait."""
    smtp_port: int
    """Port of the mail server. Default: 587."""
    smtp_user: str
    """Name under which the mail server is used. Default: none."""
    smtp_password: str
    """Password for it; best sent at the start like the boot key. Default: none."""
    smtp_from: str
    """Address from which notices come; no name of a person or a movement in it. Needed with SMTP_HOST."""
    smtp_tls: str
    """``starttls``, ``tls``, or ``none`` for a mail server on this machine alone. Default: starttls."""
    bind: str
    """Address and port on which the server listens. Default: 127.0.0.1:8000."""
    workers: int
    """Server processes. Default: 2."""
    threads: int
    """Threads of each process. Default: 32: a line that is opened and stays silent holds one for some seconds."""


def read_environment(values: Mapping[str, str] = os.environ) -> Environment:
    """The environment from ``values``; raises WrongEnvironment with one sentence."""

    def get(name: str, default: str) -> str:
        return values.get(f"PEREDACHA_{name}", "").strip() or default

    boot_key, made = boot_key_from(get("BOOT_KEY", ""))
    beside = beside_database(database_url(values))
    bind = get("BIND", "127.0.0.1:8000")
    return Environment(
        boot_key=boot_key,
        boot_key_made=made,
        hosts=tuple(host.strip() for host in get("HOSTS", ",".join(LOOPBACK)).split(",") if host.strip()),
        database_url=database_url(values),
        sessions=Path(get("SESSIONS", str(beside / "sessions.sqlite3"))),
        salts=Path(get("SALTS", str(beside / "salts.sqlite3"))),
        blobs=Path(get("BLOBS", str(beside / "blobs"))),
        site_address=get("SITE_ADDRESS", f"http://localhost:{bind.rpartition(':')[2]}"),
        jurisdiction=get("JURISDICTION", "ru"),
        chapter=folder("CHAPTER", get("CHAPTER", "")),
        exit_url=https_address("EXIT_URL", get("EXIT_URL", "https://yandex.ru/pogoda")),
        source_url=get("SOURCE_URL", ""),
        smtp_host=get("SMTP_HOST", ""),
        smtp_port=number("SMTP_PORT", get("SMTP_PORT", "587"), most=65_535),
        smtp_user=get("SMTP_USER", ""),
        smtp_password=get("SMTP_PASSWORD", ""),
        smtp_from=sender(get("SMTP_HOST", ""), get("SMTP_FROM", "")),
        smtp_tls=one_of("SMTP_TLS", get("SMTP_TLS", "starttls"), ("starttls", "tls", "none")),
        bind=bind,
        workers=number("WORKERS", get("WORKERS", "2")),
        threads=number("THREADS", get("THREADS", "32")),
    )


def boot_key_from(text: str) -> tuple[bytes, bool]:
    """The boot key in ``text``, or a fresh one; the second value says whether it is fresh."""
    if not text:
        return secrets.token_bytes(BOOT_KEY_BYTES), True
    try:
        key = urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except ValueError:
        key = b""
    if len(key) != BOOT_KEY_BYTES:
        raise WrongEnvironment(
            "PEREDACHA_BOOT_KEY must be 32 bytes in URL-safe base64: make one with `peredacha boot_key`."
        )
    return key, False


def database_url(values: Mapping[str, str]) -> str:
    """The address of the database."""
    return values.get("DATABASE_URL", "") or f"sqlite:///{BASE / 'var' / 'peredacha.sqlite3'}"


def beside_database(url: str) -> Path:
    """The folder in which the database file stands; ``var/`` where it is no file."""
    path = url.removeprefix("sqlite:///")
    return BASE / "var" if path in (url, ":memory:") else Path(path).parent


def new_boot_key() -> str:
    """A fresh boot key as it is written in the environment."""
    return urlsafe_b64encode(secrets.token_bytes(BOOT_KEY_BYTES)).decode().rstrip("=")


def number(name: str, text: str, *, most: int = 64) -> int:
    """A whole number from 1 to ``most``."""
    if not text.isdigit() or not 1 <= int(text) <= most:
        raise WrongEnvironment(f"PEREDACHA_{name} must be a whole number from 1 to {most}, not {text!r}.")
    return int(text)


def one_of(name: str, text: str, known: tuple[str, ...]) -> str:
    """One of the known words."""
    if text not in known:
        raise WrongEnvironment(f"PEREDACHA_{name} must be one of {', '.join(known)}, not {text!r}.")
    return text


def sender(host: str, text: str) -> str:
    """A mail address, where a mail server is named."""
    if host and "@" not in text:
        raise WrongEnvironment("PEREDACHA_SMTP_FROM must be a mail address when PEREDACHA_SMTP_HOST is set.")
    return text


def folder(name: str, text: str) -> Path | None:
    """An existing folder, or None where nothing is written."""
    if not text:
        return None
    path = Path(text) if Path(text).is_absolute() else BASE / text
    if not path.is_dir():
        raise WrongEnvironment(f"PEREDACHA_{name} must be a folder that exists, not {text!r}.")
    return path


def https_address(name: str, text: str) -> str:
    """A whole https address."""
    parts = urlsplit(text)
    if parts.scheme != "https" or not parts.netloc:
        raise WrongEnvironment(f"PEREDACHA_{name} must be a whole https address, not {text!r}.")
    return text
