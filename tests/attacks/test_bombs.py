"""Igor sends files that grow without end when they are opened: each ends in one sentence, and leaves nothing behind."""

import io
import zipfile
from time import monotonic
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pikepdf import Name
from tests.attacks.watching import body_of, rows_of_others, visit
from tests.attacks.world import House
from tests.core.cleaning.samples import png_of
from tests.core.cleaning.test_cleaning_a_paper import bomb, changed
from tests.gateways.bindery.samples import black_photo
from tests.rooms.binders.world import CAME
from tests.rooms.conversations.world import attach, sends
from tests.rooms.hearings.world import card, row

from peredacha.rooms.binders.models import BinderFile
from peredacha.rooms.conversations.models import Attachment, Message
from peredacha.rooms.hearings.models import CardRow
from peredacha.rooms.matters.models import FactRow

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


HEAD = "Верхнебродский городской суд\nДЕЛО № 1-45/2026\n"
CARDS: dict[str, bytes] = {
    "ten megabytes of one card": (card(row("10.12.2031")) * 10_000).encode(),
    "ten megabytes of hearings": (HEAD + "ДВИЖЕНИЕ ДЕЛА\n" + row("10.12.2031") * 60_000).encode(),
    "ten megabytes of spaces": (HEAD + " \t\n" * 3_500_000).encode(),
    "one line of ten megabytes": (HEAD + "Судья " * 1_000_000).encode(),
    "cells in cells": b"<html><body>" + b"<table><tr><td>" * 300_000,
    "a page that never ends a tag": b"<html><body><table " + b'a="' * 2_000_000,
    "entities": b"<html><body><table><tr><td>" + b"&nbsp;&#1057;" * 700_000,
    "numbers without end": (HEAD + "1" * 8_000_000 + "." + "2" * 1_000_000).encode(),
    "a zip": archive(),
    "nothing": bytes(8_000_000),
    "utf-16": ("\ufeff" + HEAD * 100_000).encode("utf-16"),
}
"""What is no card of a court, each some ten megabytes."""
SOON = 10.0
"""Seconds in which any of it is answered, on a machine that is busy with other things."""


@pytest.mark.parametrize("kind", CARDS)
def test_a_monstrous_card_is_refused_with_a_sentence_and_leaves_nothing(house: House, kind: str) -> None:
    url = reverse("hearings:card", args=[house.vera.matter.id])
    before = rows_of_others((CardRow._meta.db_table, FactRow._meta.db_table))
    typed = {"text": CARDS[kind].decode(errors="replace")}

    begun = monotonic()
    answers = [
        visit(house.vera.client, "post", url, typed),
        sends(house.vera.client, url, "card.html", CARDS[kind]),
    ]

    assert monotonic() - begun < SOON
    assert [one.status_code for one in answers] == [422, 422]
    assert all("<h1" in body_of(one) for one in answers)
    assert rows_of_others((CardRow._meta.db_table, FactRow._meta.db_table)) == before


def test_a_mighty_line_from_the_corridor_is_refused_at_once(house: House) -> None:
    url = reverse("hearings:next", args=[house.vera.matter.id])
    for line in ("1" * 200, "завтра " * 28, "12." * 66, "в " * 100, "9" * 200_000):
        begun = monotonic()
        assert visit(house.vera.client, "post", url, {"text": line}).status_code in (200, 422), line[:20]
        assert monotonic() - begun < SOON


@pytest.mark.parametrize("kind", BOMBS)
def test_a_bomb_among_good_photos_of_the_binder_costs_only_itself(
    house: House, kind: str, settings: Any
) -> None:
    make, name = BOMBS[kind]
    tables, url = (BinderFile._meta.db_table,), reverse("binders:add", args=[house.vera.matter.id])
    files = [SimpleUploadedFile(name, make()), SimpleUploadedFile("b.jpg", black_photo((40, 50)))]
    before, blobs = rows_of_others(tables), len(list(settings.BLOBS.iterdir()))

    answer = visit(house.vera.client, "post", url, {**CAME, "file": files})

    assert answer.status_code == 422 and "<h1" in body_of(answer)
    assert len(rows_of_others(tables)) == len(before) + 1
    assert len(list(settings.BLOBS.iterdir())) == blobs + 1


def test_a_stranger_fills_no_disk_with_files_for_a_binder(house: House, settings: Any) -> None:
    url, before = reverse("binders:add", args=[house.vera.matter.id]), set(settings.BLOBS.iterdir())
    forged = Client(enforce_csrf_checks=True)
    forged.cookies = house.vera.client.cookies

    for client in (Client(), house.nina.client, forged):
        body = {**CAME, "file": SimpleUploadedFile("a.jpg", black_photo((900, 900)))}
        assert visit(client, "post", url, body).status_code in (403, 404)
    assert set(settings.BLOBS.iterdir()) == before


@pytest.mark.parametrize("kind", BOMBS)
def test_a_bomb_is_refused_with_a_sentence_and_leaves_nothing(house: House, kind: str, settings: Any) -> None:
    make, name = BOMBS[kind]
    before, files = rows_of_others(), sorted(one.name for one in settings.BLOBS.iterdir())

    for who, url in ((house.vera, "/talk/mine/file/"), (house.anna, attach(house.vera.matter.id))):
        answer = sends(who.client, url, name, make())
        assert answer.status_code == 422 and "<h1" in body_of(answer)

    assert rows_of_others((Attachment._meta.db_table, Message._meta.db_table)).items() <= before.items()
    assert sorted(one.name for one in settings.BLOBS.iterdir()) == files
