"""Igor sends files that grow without end when they are opened: each ends in one sentence, and leaves nothing behind."""

import io
import zipfile
from typing import Any

import pytest
from pikepdf import Name
from tests.attacks.watching import body_of, rows_of_others
from tests.attacks.world import House
from tests.core.cleaning.samples import png_of
from tests.core.cleaning.test_cleaning_a_paper import bomb, changed
from tests.rooms.conversations.world import attach, sends

from peredacha.rooms.conversations.models import Attachment, Message

pytestmark = pytest.mark.django_db
GROWS = bytes(40_000_000)
"""Forty megabytes of nothing: packed, some forty kilobytes."""


def archive() -> bytes:
    """A ZIP full of nothing."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("plan.txt", GROWS)
    return out.getvalue()


def paper() -> bytes:
    """A true PDF whose page unpacks to 256 megabytes of nothing."""
    return changed(
        lambda pdf: pdf.pages[0].obj.Contents.write(bomb(256 << 20), filter=Name.FlateDecode),
        compress_streams=False,
    )


def picture() -> bytes:
    """A PNG that says of itself that it is 30,000 pixels wide and high."""
    return png_of(30_000, 30_000)


BOMBS = {
    "zip": (archive, "a.zip"),
    "picture": (picture, "a.png"),
    "pdf": (paper, "a.pdf"),
    "zip as pdf": (archive, "a.pdf"),
}


@pytest.mark.parametrize("kind", BOMBS)
def test_a_bomb_is_refused_with_a_sentence_and_leaves_nothing(house: House, kind: str, settings: Any) -> None:
    make, name = BOMBS[kind]
    before, files = rows_of_others(), sorted(one.name for one in settings.BLOBS.iterdir())

    for who, url in ((house.vera, "/talk/mine/file/"), (house.anna, attach(house.vera.matter.id))):
        answer = sends(who.client, url, name, make())
        assert answer.status_code == 422 and "<h1" in body_of(answer)

    assert rows_of_others((Attachment._meta.db_table, Message._meta.db_table)).items() <= before.items()
    assert sorted(one.name for one in settings.BLOBS.iterdir()) == files
