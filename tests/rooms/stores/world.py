"""Petya the packer at the shelves, and what lies there."""

import re
from datetime import date, timedelta
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, override
from tests.rooms.people.world import Enrolled

from peredacha.rooms.goods.models import Good
from peredacha.rooms.stores.models import Lot, Place
from peredacha.rooms.stores.services import Delivery, GoodDraft, add_good, name_place, receive

TEA_CODE = "4006381333931"
SOAP_CODE = "96385074"
OF_THE_GOODS = {"new", "change", "code", "papers", "paper", "remove_paper"}


def the_tea(chapter: str = "demo", **more: Any) -> Good:
    """Black tea, a box of 235 grams, with a code of the shop."""
    told = GoodDraft(
        **{"name_ru": "Чай чёрный", "name_en": "Black tea", "grams": 235, "groups": "tea", **more}
    )
    return add_good(chapter=chapter, told=told, codes=[TEA_CODE])


def the_cupboard(chapter: str = "demo", name: str = "Шкаф") -> Place:
    """A place that the helpers call the cupboard."""
    return name_place(chapter=chapter, name=name)


def lies(good: Good, pieces: int, days: int | None = None, place: Place | None = None) -> Lot:
    """So many pieces were put on the shelf today, good for so many days."""
    today = timezone.localdate()
    best = None if days is None else today + timedelta(days=days)
    told = Delivery(pieces=pieces, place=place or the_cupboard(good.chapter), best_before=best)
    return receive(good=good, told=told, today=today)


def there(good: Good) -> int:
    """How many pieces of it lie in the store."""
    return sum(Lot.objects.filter(good=good).values_list("pieces", flat=True))


def day_typed(day: date, name: str = "best_before") -> dict[str, str]:
    """A day as it is typed into three boxes."""
    return {f"{name}_{place}": str(part) for place, part in enumerate((day.day, day.month, day.year))}


def page_at(page: str, *places: object) -> str:
    """The address of a page of the store, or of the goods where it is about the thing itself."""
    room = "goods" if page in OF_THE_GOODS else "stores"
    return reverse(f"{room}:{page}", args=places)


def opens(helper: Enrolled, name: str, *places: object, status: int = 200, **asked: str) -> str:
    """A page of the store as a helper sees it."""
    answer = helper.client.get(page_at(name, *places), asked, follow=True)
    assert answer.status_code == status, answer.content.decode()
    return text_of(answer)


def sends(helper: Enrolled, page: str, *places: object, **typed: Any) -> HttpResponse:
    """A form of the store as a browser would send it, with the mark that stood in the page."""
    address = page_at(page, *places)
    shown = helper.client.get(address).content.decode()
    mark = re.search(r'name="once" value="([^"]+)"', shown)
    return helper.client.post(address, {"once": mark[1] if mark else "", **typed})  # type: ignore[return-value]


def text_of(answer: Any) -> str:
    """A page without the spaces that hold words together."""
    return str(answer.content.decode()).replace("\xa0", " ")


def said(sentence: str) -> str:
    """A sentence of the house as a Russian page says it."""
    with override("ru"):
        return gettext(sentence)
