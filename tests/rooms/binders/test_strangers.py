"""Igor, another family, and helpers of no matter and of another chapter find nothing at any address."""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, reverse
from django.utils import timezone
from tests.gateways.bindery.samples import black_photo
from tests.rooms.binders.test_telling import EVENT, tells
from tests.rooms.binders.world import held_by, lies_in
from tests.rooms.desk.world import lets_in
from tests.rooms.matters.world import FamilyAtDoor, asks, file_of, reception
from tests.rooms.people.world import Enrolled, enrol

from peredacha.rooms.binders import urls as binder_urls
from peredacha.rooms.binders.models import BinderRow
from peredacha.rooms.bundles import urls as bundle_urls
from peredacha.rooms.bundles.models import BundleRow
from peredacha.rooms.bundles.services import save
from peredacha.rooms.matters.services import MatterFile

pytestmark = pytest.mark.django_db


@pytest.fixture
def addresses(vera: FamilyAtDoor) -> list[str]:
    """Every address of both rooms with Vera's real names."""
    lies_in(vera, black_photo((30, 30)))
    for word, told in (
        ("events", EVENT | {"pages": "1"}),
        ("documents", {"title": "Протокол", "pages": "1"}),
        ("contradictions", {"first": "да", "first_pages": "1", "second": "нет", "second_pages": "1"}),
    ):
        tells(vera, word, **told)
    held = held_by(vera)
    file: MatterFile = file_of(vera.keys, vera.matter)
    page = held.pages[0].id
    known = {one.kind: one.id for one in held.things}
    told = {"title": "На четверг", "under": "", "sources": False}
    for kind in ("bundle", "packet"):
        chosen = {"pages": [str(page)]} if kind == "bundle" else {}
        known[kind] = save(keys=vera.keys, file=file, kind=kind, told=told | chosen, now=timezone.now())  # type: ignore[arg-type]
    rooms = (("binders", binder_urls.urlpatterns), ("bundles", bundle_urls.urlpatterns))
    return [one for room, patterns in rooms for one in addresses_of(room, patterns, vera, page, known)]


def addresses_of(
    room: str, patterns: list[URLPattern], vera: FamilyAtDoor, page: object, known: dict
) -> Iterator[str]:  # type: ignore[type-arg]
    for one in patterns:
        kind = one.default_args.get("kind")
        ids = {
            "matter": vera.matter.id,
            "page": page,
            "thing": known.get(kind),
            "bundle": known.get(kind),
            "number": 1,
        }
        if one.pattern.converters:
            yield reverse(f"{room}:{one.name}", kwargs={name: ids[name] for name in one.pattern.converters})


def walks(client: Client, addresses: list[str], looks: set[int], sends: set[int]) -> None:
    before = list(BinderRow.objects.values_list("sealed")), list(BundleRow.objects.values_list("sealed"))
    for address in addresses:
        assert client.get(address).status_code in looks, address
        assert client.post(address, {"title": "Игорь", "act": "turn:1"}).status_code in sends, address
    assert before == (
        list(BinderRow.objects.values_list("sealed")),
        list(BundleRow.objects.values_list("sealed")),
    )


def test_igor_is_led_to_the_door_and_sends_nothing(addresses: list[str]) -> None:
    assert len(addresses) > 35
    walks(Client(), addresses, {302, 405}, {404, 405})


def test_another_family_finds_nothing(addresses: list[str]) -> None:
    walks(asks().client, addresses, {404, 405}, {404, 405})


@pytest.mark.parametrize("chapter", ["demo", "far"])
def test_a_helper_without_a_key_of_this_matter_finds_nothing(addresses: list[str], chapter: str) -> None:
    helper = reception("Boris", chapter) if chapter == "far" else enrol("Maria")
    walks(helper.client, addresses, {404, 405}, {404, 405})


def test_anna_who_stands_by_vera_finds_every_page(
    addresses: list[str], vera: FamilyAtDoor, pavel: Enrolled
) -> None:
    """So that the walk above cannot be green only because the pages are empty."""
    anna = enrol("Anna")
    lets_in(pavel, anna, vera.matter)
    seen = {address: anna.client.get(address).status_code for address in addresses}
    assert {address for address, status in seen.items() if status not in (200, 405)} == {
        address for address in addresses if address.endswith("papers.pdf")
    }
    assert "На четверг" in anna.client.get(reverse("bundles:bundles", args=[vera.matter.id])).content.decode()
