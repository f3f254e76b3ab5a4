"""Raid day with the real server: after ``peredacha seal`` the old cookie opens nothing, and the key is gone."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from tests.journeys.server import BOOT_KEY, COMMAND, Site, environment, free_port, wait_until_open

from peredacha.config import server
from peredacha.rooms.guardians.services import FORGET

ROOT = Path(__file__).parents[3]
ENROL = """
import json
import django; django.setup()
from tests.rooms.vault.world import founder
from tests.rooms.guardians.world import standing_recovery
pavel = founder()
shares = standing_recovery(pavel)
pavel.member.refresh_from_db()
print(json.dumps([pavel.visit.token, shares, bytes(pavel.member.box).hex()]))
"""


@dataclass(frozen=True)
class Joined:
    """Pavel: the cookie of his open visit, the shares of the chapter's key, the box of his keys."""

    cookie: str
    shares: list[str]
    box: bytes


@pytest.fixture
def site(tmp_path: Path) -> Iterator[tuple[Site, "subprocess.Popen[bytes]"]]:
    """The server in a folder of its own, started with a boot key that was typed by somebody."""
    site = Site(free_port(), tmp_path)
    (tmp_path / "tmp").mkdir()
    process = start(site)
    yield site, process
    process.send_signal(signal.SIGTERM)
    process.wait(timeout=20)


def start(site: Site, **more: str) -> "subprocess.Popen[bytes]":
    with site.log.open("ab") as log:
        process = subprocess.Popen(
            [COMMAND, "serve"], cwd=site.folder, env=surroundings(site) | more, stdout=log, stderr=log
        )
    wait_until_open(site, process)
    return process


def surroundings(site: Site, **more: str) -> dict[str, str]:
    return environment(site) | {"PEREDACHA_CHAPTER": str(ROOT / "chapters" / "demo")} | more


def runs(site: Site, *words: str, typed: str = "", key: bool = True) -> "subprocess.CompletedProcess[str]":
    """A command of the host, in another window."""
    told = surroundings(site)
    if not key:
        del told["PEREDACHA_BOOT_KEY"]
    return subprocess.run(
        [COMMAND, *words], input=typed, cwd=site.folder, env=told, capture_output=True, text=True, check=False
    )


def enrolled(site: Site) -> Joined:
    """Pavel joins and founds his chapter, with a key of last resort."""
    done = subprocess.run(
        [sys.executable, "-c", ENROL],
        cwd=site.folder,
        env=surroundings(site, PYTHONPATH=f"{ROOT}{os.pathsep}{ROOT / 'src'}"),
        capture_output=True,
        text=True,
        check=True,
    )
    cookie, shares, box = json.loads(done.stdout)
    return Joined(cookie, shares, bytes.fromhex(box))


def files_with(site: Site, mark: bytes) -> list[str]:
    """Names of the files beside the database in which these bytes stand."""
    return [path.name for path in site.folder.glob("*.sqlite3*") if mark in path.read_bytes()]


def opens(site: Site, path: str, cookie: str = "") -> int:
    """Status of a page; 0 while the server starts anew."""
    request = Request(f"{site.address}{path}", headers={"Cookie": f"__Host-session={cookie}"})
    try:
        with urlopen(request, timeout=20) as answer:
            return int(answer.status)
    except HTTPError as refused:
        return refused.code
    except OSError:
        return 0


def surroundings_of(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/environ").read_bytes()
    except ProcessLookupError:
        return b""


def family_of(pid: int) -> list[int]:
    """A process and those that it made."""
    made = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid, *map(int, made)]


def wait_until_forgotten(pid: int) -> None:
    until = time.monotonic() + 40
    while BOOT_KEY.encode() in surroundings_of(pid):
        assert time.monotonic() < until, "the server still has its key"
        time.sleep(0.2)


def test_the_server_and_the_vault_mean_the_same_signal() -> None:
    assert server.FORGET == FORGET


@pytest.mark.slow
def test_raid_day(site: tuple[Site, "subprocess.Popen[bytes]"]) -> None:
    house, process = site
    pavel = enrolled(house)
    assert opens(house, "/team/me/", pavel.cookie) == 200
    assert BOOT_KEY.encode() in surroundings_of(process.pid)
    assert files_with(house, pavel.box)

    sealed = runs(house, "seal", key=False)

    assert sealed.returncode == 0, sealed.stderr
    assert opens(house, "/team/me/", pavel.cookie) in (0, 503)
    wait_until_forgotten(process.pid)
    wait_until_open(house, process)
    assert all(BOOT_KEY.encode() not in surroundings_of(pid) for pid in family_of(process.pid))
    assert len(family_of(process.pid)) > 1
    assert files_with(house, pavel.box) == [], (
        "the box of his keys lies open nowhere, also not in the journal"
    )
    public = ("/", "/where/", "/calculators/", "/facilities/")
    assert {path: opens(house, path, pavel.cookie) for path in public} == dict.fromkeys(public, 200)
    guarded = ("/team/me/", "/team/sign-in/", "/desk/", "/return/", "/ask/", "/ask/send/", "/mine/")
    assert {path: opens(house, path, pavel.cookie) for path in guarded} == dict.fromkeys(guarded, 503)

    assert runs(house, "unseal", typed=pavel.shares[0], key=False).returncode == 2
    assert "demo" in runs(house, "unseal", "--boot-key").stdout
    opened = runs(house, "unseal", typed="\n".join(pavel.shares[1:]), key=False)
    assert opened.returncode == 0, opened.stderr
    assert files_with(house, pavel.box), "it is there again, byte for byte"
    assert opens(house, "/team/sign-in/") == 503, "the running server has no key: it is not open yet"
    process.send_signal(signal.SIGTERM)
    process.wait(timeout=20)
    again = start(house)
    try:
        assert opens(house, "/team/sign-in/") == 200
        assert opens(house, "/team/me/", pavel.cookie) == 200, "led to the door: the old visit has ended"
    finally:
        again.send_signal(signal.SIGTERM)
        again.wait(timeout=20)


@pytest.mark.slow
def test_another_boot_key_does_not_start_once_somebody_has_joined(
    site: tuple[Site, "subprocess.Popen[bytes]"],
) -> None:
    house, process = site
    process.send_signal(signal.SIGTERM)
    process.wait(timeout=20)
    other = "b3RoZXItYm9vdC1rZXktZm9yLXRlc3RzLW9ubHktMzI"
    before = runs(house, "check_boot_key")
    enrolled(house)
    wrong = subprocess.run(
        [COMMAND, "serve"],
        cwd=house.folder,
        env=surroundings(house, PEREDACHA_BOOT_KEY=other),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert before.returncode == 0
    assert wrong.returncode == 2
    assert "PEREDACHA_BOOT_KEY" in wrong.stderr and "Traceback" not in wrong.stderr
    assert runs(house, "check_boot_key").returncode == 0
    assert runs(house, "check_boot_key", key=False).returncode == 2
