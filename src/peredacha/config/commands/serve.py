"""The site under one command: messages, static files, database, chapter, then the production server."""

import os
import sys
from ipaddress import ip_address
from pathlib import Path

import polib
from django.core.management import execute_from_command_line

from peredacha.config.commands.demo import keep_demo_key, refuse_demo_key
from peredacha.config.environment import BASE, Environment, WrongEnvironment, read_environment
from peredacha.jurisdictions.aid import aid_papers
from peredacha.jurisdictions.cautions import cautions
from peredacha.jurisdictions.filings import filings
from peredacha.jurisdictions.hints import letter_hints
from peredacha.jurisdictions.letters import letter_law
from peredacha.jurisdictions.load import lands, pack
from peredacha.jurisdictions.parcels import parcel_law
from peredacha.jurisdictions.visits import visit_law

LOCALE = Path(__file__).parents[2] / "locale"
DEMO = BASE / "chapters" / "demo"
LARGE_PAGES = "glibc.malloc.hugetlb=1"
"""Memory of a key derivation comes in large pages: half of its time went into the first touch of small ones."""


def manage(words: list[str]) -> int:
    """Run a management command of the framework or of a room."""
    execute_from_command_line(["peredacha", *words])
    return 0


def compile_messages() -> None:
    """Compile every catalogue whose text is newer than its compiled form."""
    for text in LOCALE.glob("*/LC_MESSAGES/django.po"):
        compiled = text.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime < text.stat().st_mtime:
            polib.pofile(str(text)).save_as_mofile(str(compiled))


def prepare() -> int:
    """Make everything ready for serving or testing; safe to run twice, quick the second time."""
    compile_messages()
    manage(["collectstatic", "--noinput", "-v0"])
    manage(["migrate", "people", "--noinput", "-v0", "--database", "sessions"])
    manage(["migrate", "salts", "--noinput", "-v0", "--database", "salts"])
    return manage(["migrate", "--noinput", "-v0"])


def serve(words: list[str]) -> int:
    """Run the site; with ``--demo`` the invented chapter is loaded first. Does not return while it runs."""
    if words not in ([], ["--demo"]):
        print("Write `peredacha serve` or `peredacha serve --demo`.", file=sys.stderr)
        return 2
    if words:
        os.environ.setdefault("PEREDACHA_CHAPTER", str(DEMO))
        keep_demo_key()
    environment = read_environment()
    if not words:
        refuse_demo_key(environment)
    check_land(environment)
    prepare()
    manage(["check_boot_key"])
    manage(["check_salts"])
    if environment.chapter:
        manage(["load_chapter", str(environment.chapter), "-v0"])
    if words and environment.chapter:
        manage(["load_demo_people", str(environment.chapter)])
    announce(environment)
    server = str(Path(sys.executable).parent / "gunicorn")
    os.environ["GLIBC_TUNABLES"] = with_large_pages(os.environ.get("GLIBC_TUNABLES", ""))
    os.execv(server, [server, *server_options(environment)])  # noqa: S606


def with_large_pages(tunables: str) -> str:
    """What the C library is told beside what the host tells it; one that does not know it passes it over."""
    return tunables if "malloc.hugetlb" in tunables else ":".join(filter(None, (tunables, LARGE_PAGES)))


def check_land(environment: Environment) -> None:
    """Refuse to start on a land that does not exist or holds errors: every one of them is told at once."""
    if environment.jurisdiction not in lands():
        known = ", ".join(lands())
        raise WrongEnvironment(
            f"PEREDACHA_JURISDICTION must be one of {known}, not {environment.jurisdiction!r}."
        )
    pack(environment.jurisdiction, environment.chapter)
    filings(environment.jurisdiction)
    cautions(environment.jurisdiction)
    for more in (parcel_law, visit_law, letter_law, letter_hints, aid_papers):
        more(environment.jurisdiction)


def server_options(environment: Environment) -> list[str]:
    """The server's options: the application is loaded once and shared, and nothing of a request is logged."""
    return [
        "peredacha.config.wsgi:application",
        *("--config", "python:peredacha.config.server"),
        *("--bind", environment.bind),
        *("--workers", str(environment.workers)),
        *("--threads", str(environment.threads)),
        "--preload",
        *("--logger-class", "peredacha.config.logs.ImpersonalServerLog"),
        *("--log-level", "error"),
        *("--keep-alive", "15"),
        *("--max-requests", "100000"),
    ]


def announce(environment: Environment) -> None:
    """Say where the site is, and what a key made at the start means."""
    if environment.boot_key_made:
        print(
            "No PEREDACHA_BOOT_KEY is set, so one was made and lives only in this process: "
            "after a restart, answers that somebody is typing now are forgotten.",
            file=sys.stderr,
        )
    host, _, port = environment.bind.rpartition(":")
    # Cookies are secure: a browser keeps them on plain http only under this name.
    address = f"localhost:{port}" if is_this_machine(host.strip("[]")) else environment.bind
    print(f"Peredacha is open at http://{address}/ (Ctrl+C closes it)", flush=True)


def is_this_machine(host: str) -> bool:
    """Whether an address to listen on can be reached as localhost."""
    try:
        address = ip_address(host)
    except ValueError:
        return host in ("", "localhost")
    return address.is_loopback or address.is_unspecified
