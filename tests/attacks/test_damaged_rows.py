"""Somebody writes into the database: one value of every kind is damaged, and the house still answers in sentences."""

from typing import Any

import pytest
from django.apps import apps
from django.db import models
from django.urls import reverse
from tests.attacks.watching import body_of, visit
from tests.attacks.world import MARK, NINAS, House

from peredacha.rooms.people.services import forget_all_wrong

pytestmark = pytest.mark.django_db
SEALED = [
    (model._meta.label, field.name)
    for model in apps.get_models()
    for field in model._meta.concrete_fields
    if isinstance(field, models.BinaryField)
]
"""Every column of bytes in the house: one that is added later is damaged too."""
SENTENCES = {200, 302, 404, 409, 410, 422}
"""A page, a way to the door, or one sentence about that item; never a failure."""


def pages(house: House, room: str) -> list[tuple[Any, str]]:
    """The pages on which Vera's matter is read, by whom; and those of the room whose table was damaged."""
    desk = f"/desk/matters/{house.vera.matter.id}/"
    rooms = {
        "people": (house.pavel, "/team/"),
        "vault": (house.pavel, "/vault/circles/"),
        "rolls": (house.pavel, reverse("rolls:roll", args=[house.roll])),
        "veterans": (house.anna, "/veterans/me/"),
        "conversations": (house.vera, body_url(house)),
        "matters": (house.anna, f"{desk}helpers/"),
    }
    more = [rooms[room]] if room in rooms else []
    always = [(house.vera, "/mine/"), (house.anna, desk), (house.pavel, "/desk/")]
    return [(who.client, url) for who, url in [*always, *more]]


def body_url(house: House) -> str:
    """Where Vera takes her file along."""
    return reverse("conversations:family_body", args=[house.attachment])


def rows(label: str, house: House) -> list[Any]:
    """The first and the last row of a table, of Vera's where the table tells whose they are."""
    model = apps.get_model(label)
    names = {field.name for field in model._meta.get_fields()}
    found = model._default_manager.all()
    if "safe" in names and found.filter(safe=house.vera.matter.safe_id).exists():
        found = found.filter(safe__in=[house.vera.matter.safe_id, house.vera.matter.inner_safe_id])
    elif "matter" in names:
        found = found.filter(matter=house.vera.matter)
    elif label == "matters.Matter":
        found = found.filter(pk=house.vera.matter.pk)
    elif label == "salts.Salt":
        found = found.filter(whose__in=[house.vera.matter.safe_id, house.vera.matter.inner_safe_id])
    elif label in ("vault.ReturnCode", "vault.Holder"):
        found = found.exclude(**{"holder" if label.endswith("Code") else "pk": house.nina.keys.holder})
    found = found.order_by("pk")
    return list(dict.fromkeys(filter(None, (found.first(), found.last()))))


def flipped(value: bytes) -> bytes:
    """The same bytes with one bit changed in the middle."""
    middle = len(value) // 2
    return value[:middle] + bytes([value[middle] ^ 1]) + value[middle + 1 :] if value else b"\1"


def damaged(label: str, column: str, house: House) -> None:
    """One bit is flipped in the first row of a table, the last row is cut to nothing."""
    for row, damage in zip(rows(label, house), (flipped, lambda value: value[:1]), strict=False):
        value = bytes(getattr(row, column) or b"")
        type(row)._default_manager.filter(pk=row.pk).update(**{column: damage(value)})


@pytest.mark.parametrize(("label", "column"), SEALED)
def test_a_damaged_value_is_a_sentence_and_takes_nothing_else_down(
    house: House, label: str, column: str
) -> None:
    damaged(label, column, house)
    wrong = {}
    for client, url in pages(house, label.partition(".")[0]):
        forget_all_wrong()
        answer = visit(client, "get", url)
        body = body_of(answer)
        if answer.status_code not in SENTENCES or (answer.status_code >= 400 and "<h1" not in body):
            wrong[url] = answer.status_code
    nina = visit(house.nina.client, "get", "/mine/")

    assert not wrong
    assert label == "people.Session" or (nina.status_code == 200 and NINAS in body_of(nina))
    assert MARK not in body_of(nina)


@pytest.mark.parametrize(
    "damage", [flipped, lambda value: value[:-1], lambda value: b"", lambda value: value * 2]
)
def test_a_damaged_file_on_the_disk_is_one_sentence(house: House, damage: Any, settings: Any) -> None:
    for path in settings.BLOBS.iterdir():
        before = path.read_bytes()
        path.write_bytes(damage(before))
        answers = [visit(house.vera.client, "get", body_url(house))]
        answers.append(visit(house.anna.client, "get", f"/desk/matters/{house.vera.matter.id}/"))
        path.write_bytes(before)

        assert [one.status_code for one in answers] in ([410, 200], [200, 200])
        assert MARK not in body_of(answers[0]) or answers[0].status_code == 200
    assert len(list(settings.BLOBS.iterdir())) > 1
