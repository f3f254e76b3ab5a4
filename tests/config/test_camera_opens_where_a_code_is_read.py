"""The camera is let in on the pages that read a code of a shop, and nowhere else in the house."""

import pytest
from django.test import Client
from django.urls import reverse
from tests.rooms.people.world import enrol
from tests.rooms.stores.world import lies, the_tea

from peredacha.config.middleware import SCANNING

pytestmark = pytest.mark.django_db


def test_a_page_with_the_script_lets_the_camera_in_and_no_other_page_does() -> None:
    petya, tea = enrol("Petya", ("packer",)).client, the_tea()
    lot = lies(tea, 3)
    pages = {
        "stores:index": [],
        "stores:receive": [],
        "goods:new": [],
        "goods:code": [tea.id],
        "goods:change": [tea.id],
        "stores:receive_good": [tea.id],
        "stores:good": [tea.id],
        "stores:lot": [lot.id],
        "stores:places": [],
        "stores:new_drive": [],
        "tallies:reports": [],
    }
    for name, places in pages.items():
        answer = petya.get(reverse(name, args=places))
        policy = answer["Permissions-Policy"]

        assert answer.status_code == 200, name
        assert (
            ("camera=(self)" in policy) == ("data-scan=" in answer.content.decode()) == (name in SCANNING)
        ), name
        assert "microphone=()" in policy and "geolocation=()" in policy
    assert set(pages) > SCANNING


def test_an_address_that_is_not_there_lets_no_camera_in() -> None:
    for address in ("/", "/no-such-page/", "/tallies/"):
        assert Client().get(address)["Permissions-Policy"].startswith("camera=(),"), address
