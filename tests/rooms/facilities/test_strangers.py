"""Igor, the stranger, comes to every address of the room."""

from collections.abc import Callable

import pytest
from django.conf import settings
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from peredacha.rooms.facilities import urls
from peredacha.rooms.facilities.models import Facility, Fact, PhoneLine

Keep = Callable[..., None]
METHODS = ["post", "put", "patch", "delete"]


def every_address() -> list[str]:
    card = Facility.objects.get(code="sizo-1")
    place = {"public_id": card.public_id}
    addresses: dict[str, dict[str, str]] = {"index": {}, "card": place, "different": place}
    told = {"tell", "reports", "settle"}  # see test_telling.py
    assert {pattern.name for pattern in urls.urlpatterns} == {*addresses, *told}
    return [reverse(f"facilities:{name}", kwargs=given) for name, given in addresses.items()]


@pytest.mark.parametrize("method", METHODS)
def test_igor_can_write_nowhere(keep: Keep, client: Client, method: str) -> None:
    keep()
    before = list(Facility.objects.order_by("pk").values())

    answers = [
        getattr(client, method)(address, {"name_ru": "Игорь"}).status_code for address in every_address()
    ]

    assert answers == [405, 405, 405]
    assert list(Facility.objects.order_by("pk").values()) == before


def test_igor_gets_no_card_by_guessing(keep: Keep, client: Client) -> None:
    keep()
    index = reverse("facilities:index")

    assert client.get(f"{index}bbbbbbbbbbbb/").status_code == 404
    assert client.get(f"{index}1/").status_code == 404
    assert client.get(f"{index}sizo-1/").status_code == 404


def test_what_igor_types_comes_back_as_text_and_never_as_a_page(keep: Keep, client: Client) -> None:
    keep()

    page = client.get(reverse("facilities:index"), {"text": '"><script>alert(1)</script>'}).content.decode()

    assert "<script>alert" not in page


def test_igor_takes_nothing_along_but_the_token_of_the_exit_button(keep: Keep, client: Client) -> None:
    keep()

    for address in every_address():
        assert set(client.get(address).cookies) <= {settings.CSRF_COOKIE_NAME}


WRONG_ROWS = [
    {"kind": "palace"},
    {"regime": "soft"},
    {"name_ru": ""},
    {"region": ""},
    {"code": "sizo-1"},
]


@pytest.mark.parametrize("wrong", WRONG_ROWS)
def test_the_tables_themselves_refuse_what_cannot_be(keep: Keep, wrong: dict[str, str]) -> None:
    keep()
    right = {"chapter": "sosnov", "code": "new", "kind": "police", "region": "RU-MOW", "name_ru": "Отдел"}

    with pytest.raises(IntegrityError), transaction.atomic():
        Facility.objects.create(**{**right, **wrong})


def test_a_rule_without_its_norm_and_a_line_without_a_number_are_refused(keep: Keep) -> None:
    keep()
    card = Facility.objects.get(code="op-1")

    with pytest.raises(IntegrityError), transaction.atomic():
        Fact.objects.filter(key="weight").update(norms="")
    with pytest.raises(IntegrityError), transaction.atomic():
        Fact.objects.filter(key="weight").update(confirmed_by_n=0)
    with pytest.raises(IntegrityError), transaction.atomic():
        PhoneLine.objects.create(facility=card, position=2, number="")


def test_no_card_is_called_after_its_row_and_none_names_a_person(keep: Keep) -> None:
    keep()

    names = [str(card) for card in Facility.objects.order_by("pk")]

    assert names == ["Следственный изолятор № 1", "Отдел полиции № 1", "Исправительная колония № 1"]
