"""Vera asks the calculators; the page that she reads back, without its tags."""

import html
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

TODAY = date(2026, 11, 22)
NO_BREAK = "\u00a0"


@dataclass(frozen=True)
class Page:
    """What came back: the answer above the form, and the form."""

    status: int
    answer: str
    form: str
    response: HttpResponse


Asks = Callable[..., Page]
Day = Callable[[str, str], dict[str, str]]


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> date:
    """The day on which everybody asks."""
    monkeypatch.setattr(timezone, "localdate", lambda _moment=None: TODAY)
    return TODAY


@pytest.fixture
def day() -> Day:
    """A day as three boxes hold it: ``day("since", "2025-01-10")``."""

    def boxes(name: str, written: str) -> dict[str, str]:
        year, month, number = written.split("-")
        return {f"{name}_0": number, f"{name}_1": month, f"{name}_2": year}

    return boxes


@pytest.fixture
def asks(client: Client) -> Asks:
    """Vera fills in a page and sends it."""

    def ask(name: str, typed: Mapping[str, str], language: str = "en", **places: str) -> Page:
        with translation.override(language):
            address = reverse(f"calculators:{name}", kwargs=places)
        return read(client.post(address, typed))

    return ask


def read(response: HttpResponse) -> Page:
    """The page as text; the tags of the form are kept, for what stands in its boxes."""
    whole = response.content.decode()
    main = whole.partition("<main")[2].partition("</main>")[0]
    above, _, form = main.partition('<form class="no-print"')
    text = html.unescape(re.sub(r"<[^>]+>", " ", above)).replace(NO_BREAK, " ")
    return Page(response.status_code, " ".join(text.split()), html.unescape(form), response)
