"""Several workers carry the post at once, and two clicks arrive at once: each letter and each message is one."""

import os
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import connection
from django.utils import timezone
from tests.house.tree import ROOT
from tests.rooms.matters.world import asks, file_of, reception

from peredacha.gateways.mail import KeptPost
from peredacha.rooms.conversations.models import Message, Notice
from peredacha.rooms.conversations.services import author_of, send, send_due
from peredacha.rooms.conversations.services.addressees import Addressee, Box
from peredacha.rooms.conversations.services.noticing import wish_notices
from peredacha.rooms.vault.models import Holder, HolderKind

WORKERS, LETTERS = 3, 25
BEGIN = """
import django
django.setup()
from tests.rooms.conversations.test_side_by_side import letters_wait
letters_wait()
"""
WORK = """
import sys, django
django.setup()
from tests.rooms.conversations.test_side_by_side import carries_all
sys.stdout.write("\\n".join(carries_all(0)))
"""
THREADS = pytest.mark.skipif(
    connection.vendor == "sqlite", reason="threads cannot share a database in memory"
)


def letters_wait() -> None:
    """Letters for many families are due."""
    now = timezone.now() - timedelta(hours=2)
    for number in range(LETTERS):
        holder = Holder.objects.create(id=uuid4(), kind=HolderKind.FAMILY, public=b"", mark=b"")
        wish_notices([Addressee(holder.id, Box(f"v{number}@example.org"))], now=now)


def carries_all(_worker: int) -> list[str]:
    """What one worker has sent when nothing is due any more."""
    post = KeptPost()
    try:
        while send_due(now=timezone.now(), post=post).more:
            continue
    finally:
        connection.close()
    return [letter.to for letter in post.letters]


def each_once(sent: list[list[str]]) -> bool:
    """Whether every letter was sent by exactly one of the workers."""
    counted = Counter(address for one in sent for address in one)
    return len(counted) == LETTERS and set(counted.values()) == {1}


@THREADS
@pytest.mark.django_db(transaction=True)
def test_threads_send_each_letter_once() -> None:
    letters_wait()
    with ThreadPoolExecutor(WORKERS) as pool:
        sent = list(pool.map(carries_all, range(WORKERS)))

    assert each_once(sent)
    assert Notice.objects.filter(box=None).count() == LETTERS


@THREADS
@pytest.mark.django_db(transaction=True)
def test_a_form_that_arrives_three_times_at_once_is_one_message() -> None:
    reception()
    vera = asks()
    file = file_of(vera.keys, vera.matter)

    def sends(_click: int) -> str:
        try:
            told = {"text": "Где он?", "author": author_of(vera.keys), "once": "x" * 22}
            return str(send(keys=vera.keys, file=file, now=timezone.now(), **told).id)
        finally:
            connection.close()

    with ThreadPoolExecutor(WORKERS) as pool:
        ids = set(pool.map(sends, range(WORKERS)))

    assert len(ids) == 1 and Message.objects.count() == 1


@pytest.mark.slow
def test_processes_on_one_file_send_each_letter_once(tmp_path: Path) -> None:
    environment = os.environ | {
        "DATABASE_URL": f"sqlite:///{tmp_path / 'house.sqlite3'}",
        "PEREDACHA_SESSIONS": str(tmp_path / "sessions.sqlite3"),
        "PEREDACHA_SALTS": str(tmp_path / "salts.sqlite3"),
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT), os.environ.get("PYTHONPATH", "")]),
    }
    migrate = ["-m", "django", "migrate", "-v0", "--skip-checks", "--settings"]
    settings = os.environ["DJANGO_SETTINGS_MODULE"]
    subprocess.run([sys.executable, *migrate, settings], env=environment, check=True)
    salts = [*migrate, settings, "--database", "salts", "salts"]
    subprocess.run([sys.executable, *salts], env=environment, check=True)
    subprocess.run([sys.executable, "-c", BEGIN], env=environment, check=True)
    working = [
        subprocess.Popen([sys.executable, "-c", WORK], env=environment, stdout=subprocess.PIPE, text=True)
        for _ in range(WORKERS)
    ]

    sent = [one.communicate(timeout=120)[0].split() for one in working]

    assert [one.returncode for one in working] == [0] * WORKERS
    assert each_once(sent)
