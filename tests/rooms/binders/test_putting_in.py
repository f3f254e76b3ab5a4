"""Vera puts photos and PDF in: each whole or not at all, sealed, once."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from tests.core.cleaning.samples import jpeg_photo
from tests.gateways.bindery.samples import black_photo, two_pages
from tests.rooms.binders.world import at, held_by, lies_in, number_of_rows, puts_in
from tests.rooms.conversations.world import SECRET, note, photo
from tests.rooms.matters.world import FamilyAtDoor

from peredacha.core.binder import digest_of
from peredacha.core.cleaning import LIMITS, CleanFile
from peredacha.rooms.binders.models import BinderFile
from peredacha.rooms.binders.services import arriving, receiving
from peredacha.rooms.people.services import COOKIE

pytestmark = pytest.mark.django_db


def folder(blobs: Path) -> list[Path]:
    return sorted(blobs.iterdir())


def test_a_photo_and_a_pdf_become_three_pages_that_know_where_they_came_from(
    vera: FamilyAtDoor, blobs: Path
) -> None:
    first, second = photo(), two_pages()
    answer = puts_in(vera, first, second)

    assert answer.status_code == 302 and answer.url == at(vera)
    held = held_by(vera)
    assert [(one.page.number, one.page.leaf) for one in held.pages] == [(1, 1), (2, 1), (3, 2)]
    assert [one.page.digest for one in held.pages] == [digest_of(first), *[digest_of(second)] * 2]
    assert {(one.page.source, one.page.received_on.isoformat()) for one in held.pages} == {
        ("от адвоката", "2026-11-20")
    }
    assert {path.name for path in folder(blobs)} == set(BinderFile.objects.values_list("blob", flat=True))
    seized = b"".join(path.read_bytes() for path in folder(blobs))
    assert seized and SECRET not in seized and b"\xff\xd8\xff\xe0" not in seized and b"%PDF" not in seized


def test_one_bad_file_among_good_ones_is_told_by_its_place_and_the_others_are_kept(
    vera: FamilyAtDoor, blobs: Path
) -> None:
    answer = puts_in(vera, photo("red"), b"MZ\0\1", note("текст"), photo("blue"))

    page = answer.content.decode()
    assert answer.status_code == 422
    assert len(held_by(vera).pages) == 2 == len(folder(blobs))
    assert "от адвоката" in page and page.count('href="#id_file"') == 2


def test_the_same_photos_once_more_stand_there_once_and_what_was_taken_away_comes_back(
    vera: FamilyAtDoor, blobs: Path
) -> None:
    puts_in(vera, photo("red"), photo("blue"))
    away = held_by(vera).pages[0]
    vera.client.post(at(vera, f"pages/{away.id}/take-away/"))
    assert len(held_by(vera).pages) == 1

    answer = puts_in(vera, photo("red"), photo("blue"), photo("red"))
    assert answer.status_code == 302
    assert held_by(vera).pages[0].id == away.id
    assert len(held_by(vera).pages) == 2 == len(folder(blobs))


def test_when_it_stops_midway_what_came_before_is_kept_and_nothing_else(
    vera: FamilyAtDoor, blobs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(_name: str, body: bytes) -> CleanFile:
        if body == b"second":
            raise SystemExit
        return CleanFile("", "image/jpeg", body, ())

    monkeypatch.setattr(receiving, "clean_file", breaks)
    with pytest.raises(SystemExit):
        puts_in(vera, b"first", b"second", b"third")

    assert [one.page.digest for one in held_by(vera).pages] == [digest_of(b"first")]
    assert len(folder(blobs)) == 1
    monkeypatch.setattr(receiving, "clean_file", lambda _name, body: CleanFile("", "image/jpeg", body, ()))
    puts_in(vera, b"first", b"second", b"third")
    assert [one.page.digest for one in held_by(vera).pages] == list(
        map(digest_of, (b"first", b"second", b"third"))
    )


def test_a_row_that_cannot_be_written_leaves_no_file(
    vera: FamilyAtDoor, blobs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_args: Any, **_more: Any) -> None:
        raise OSError

    monkeypatch.setattr(receiving, "write_rows", fails)
    with pytest.raises(OSError):
        puts_in(vera, photo())

    assert folder(blobs) == [] and not BinderFile.objects.exists()


def test_the_same_file_from_two_hands_at_once_is_one(
    vera: FamilyAtDoor, blobs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lies_in(vera, photo())
    looks, real = iter([False]), receiving.put_back
    monkeypatch.setattr(
        receiving, "put_back", lambda *args: next(looks) if looks.__length_hint__() else real(*args)
    )
    answer = puts_in(vera, photo())

    assert answer.status_code == 302
    assert len(held_by(vera).pages) == 1 == len(folder(blobs))


def test_more_files_than_fit_and_one_that_is_too_large_are_told(
    vera: FamilyAtDoor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arriving, "MOST_FILES", 2)
    monkeypatch.setattr(arriving, "LIMITS", replace(LIMITS, file_bytes=5_000))
    small, large = photo(size=20), jpeg_photo(6, (900, 900)) + bytes(90_000)
    answer = puts_in(vera, large, small, black_photo((30, 30)))

    assert answer.status_code == 422 and len(held_by(vera).pages) == 1
    assert answer.content.decode().count('href="#id_file"') == 2


@pytest.mark.parametrize("told", [{}, {"on_0": "31", "on_1": "2"}, {"on_2": "2090"}])
def test_without_a_file_or_with_a_day_that_cannot_be_nothing_is_kept_and_nothing_typed_is_lost(
    vera: FamilyAtDoor, blobs: Path, told: dict[str, str]
) -> None:
    bodies = [photo()] if told else []
    answer = puts_in(vera, *bodies, **told)

    assert answer.status_code == 422 and "от адвоката" in answer.content.decode()
    assert number_of_rows() == 0 and folder(blobs) == []


def test_a_form_of_another_site_brings_nothing_in(vera: FamilyAtDoor, blobs: Path) -> None:
    client = Client(enforce_csrf_checks=True)
    client.cookies[COOKIE] = vera.client.cookies[COOKIE].value
    answer = puts_in(vera, photo(), client=client)

    assert answer.status_code == 403
    assert number_of_rows() == 0 and folder(blobs) == []


def test_a_stranger_is_not_even_listened_to(vera: FamilyAtDoor, blobs: Path) -> None:
    assert puts_in(vera, photo(), client=Client()).status_code == 404
    assert number_of_rows() == 0 and folder(blobs) == []
