"""Pavel's chapter has a packer: Rita. They offer tea and soap to a colony of the demo chapter."""

import re
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from tests.rooms.matters.world import keys, reception
from tests.rooms.people.world import Enrolled, enrol

from peredacha.jurisdictions.aid import aid_papers
from peredacha.rooms.aid.models import Offer
from peredacha.rooms.aid.services import OpenOffer, open_offer
from peredacha.rooms.facilities.models import Facility
from peredacha.rooms.vault.selectors import find_circle
from peredacha.rooms.vault.services import found_circle, seat_member

TEA = {"name": "чай чёрный", "goods": "tea", "pieces": "40", "kilo": "4", "certificate": "РОСС 12"}
SOAP = {"name": "мыло", "goods": "soap", "pieces": "100", "kilo": "10,5", "receipt": "№ 7 от 02.11.2026"}
LETTER = {
    "to": "Начальнику ФКУ ИК-7 УФСИН России по Зареченской области",
    "official": "Б. Б. Кощееву",
    "giver": "инициативная группа «Передача»",
    "giver_address": "170100, г. Заречье, ул. Мира, д. 5",
    "phone": "",
    "place": "ФКУ ИК-7 УФСИН России по Зареченской области",
    "whom": "everybody",
    "wish": "",
    "papers": "сертификат на чай",
    "role": "координатор",
    "signer": "Л. И. Орлова",
}
COMPLAINT = {
    "body": "prosecutor",
    "higher": "Прокурору Зареченской области",
    "what": "written",
    "ground": "none",
    "wrong": "",
    "number": "17",
    "phone": "",
    "papers": "ответ учреждения",
}


@dataclass
class Chapter:
    """Pavel who coordinates, Rita who packs, and the colony."""

    pavel: Enrolled
    rita: Enrolled
    colony: str


def chapter_with_a_packer() -> Chapter:
    """Pavel founded the reception and the packers' circle; Rita has a seat in the second only."""
    pavel = reception()
    found_circle(keys=keys(pavel), chapter="demo", name="packers")
    rita = enrol("Rita", ("packer",))
    circle = find_circle("demo", "packers")
    assert circle is not None
    seat_member(keys=keys(pavel), circle=circle, member=rita.member)
    return Chapter(pavel, rita, Facility.objects.filter(kind="colony")[0].public_id)


def page(client: Client, url: str, status: int = 200) -> str:
    """What stands on a page, in English."""
    answer = client.get(f"/en{url}")
    assert answer.status_code == status, (url, answer.status_code)
    return " ".join(answer.content.decode().split())


def begins(chapter: Chapter) -> str:
    """Rita begins an offer; gives its address."""
    answer = chapter.rita.client.post("/aid/new/", {"place": chapter.colony})
    assert answer.status_code == 302
    return str(answer["Location"])


def puts(client: Client, url: str, thing: dict[str, str], **more: str) -> HttpResponse:
    """A thing is put on the list."""
    return client.post(f"{url}goods/", {**thing, **more})  # type: ignore[return-value]


def answers(client: Client, url: str, told: dict[str, str]) -> list[str]:
    """Every question of a paper is answered as it comes; gives the names of what was asked."""
    asked: list[str] = []
    for _question in range(30):
        came = client.get(url)
        if came.status_code == 200:
            return asked
        where = str(came["Location"])
        name = need_at(where)
        value: Any = told[name]
        typed = dict(zip(("answer_0", "answer_1", "answer_2"), value.split())) if "_day" in name else {}
        sent = client.post(where, {"answer": value, **typed})
        assert sent.status_code == 302, (name, sent.content.decode())
        asked.append(name)
    raise AssertionError(asked)


def need_at(url: str) -> str:
    """Which need an address asks, by its number in the card."""
    from_url = re.search(r"/papers/(\w+)/(\d+)/$", url)
    assert from_url is not None, url
    card = papers()[from_url[1]].card
    return card.needs[int(from_url[2]) - 1].name


def papers() -> Any:
    """The papers of the land."""
    return aid_papers("ru")


def step(client: Client, url: str, seen: str, state: str, on: str = "", **more: str) -> HttpResponse:
    """What happened, today unless a day is told as "2 11 2026"."""
    day = on.split() if on else timezone.localdate().strftime("%d %m %Y").split()
    days = dict(zip(("on_0", "on_1", "on_2"), day))
    return client.post(f"{url}step/", {"seen": seen, "state": state, **days, **more})  # type: ignore[return-value]


def opened(helper: Enrolled) -> OpenOffer:
    """The only offer as a helper opens it."""
    found = open_offer(keys(helper), Offer.objects.get().id, now=timezone.now())
    assert found is not None
    return found


def written(chapter: Chapter) -> str:
    """An offer with its list and its letter; gives its address."""
    url = begins(chapter)
    for thing in (TEA, SOAP):
        assert puts(chapter.rita.client, url, thing).status_code == 302
    answers(chapter.rita.client, f"{url}papers/offer/", LETTER)
    return url
