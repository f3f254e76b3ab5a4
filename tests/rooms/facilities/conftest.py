"""The people who come to the facilities, and what they find there."""

from collections.abc import Callable, Sequence
from datetime import date

import pytest
from django.test import Client
from django.utils import timezone, translation
from tests.rooms.facilities.world import CARDS, CHAPTER, FACTS, TODAY

from peredacha.rooms.facilities.services import CardDraft, FactDraft, keep_cards, keep_facts


@pytest.fixture
def keep(db: None) -> Callable[..., None]:
    """The chapter keeps its cards and facts."""

    def run(cards: Sequence[CardDraft] = CARDS, facts: Sequence[FactDraft] = FACTS) -> None:
        keep_cards(chapter=CHAPTER, cards=cards)
        keep_facts(chapter=CHAPTER, facts=facts)

    return run


@pytest.fixture
def today(monkeypatch: pytest.MonkeyPatch) -> date:
    """The day on which everybody looks at the pages."""
    monkeypatch.setattr(timezone, "localdate", lambda _moment=None: TODAY)
    return TODAY


@pytest.fixture
def looks(client: Client) -> Callable[..., str]:
    """A person opens a page of the room in a language and reads it."""

    def read(address: Callable[[], str], language: str = "ru", **asked: str) -> str:
        with translation.override(language):
            url = address()
        answer = client.get(url, asked, headers={"accept-language": language})
        assert answer.status_code == 200
        return answer.content.decode()

    return read
