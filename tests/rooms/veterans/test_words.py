"""What a card offers to tick, in the language of the page."""

import pytest
from django.test import override_settings
from django.utils.translation import override

from peredacha.rooms.veterans.selectors import group_choices, groups_of, kin_choices, language_choices


def test_groups_are_named_in_the_language_of_the_page() -> None:
    with override("ru"):
        assert ("drugs", "Наркотики") in group_choices()
    with override("en"):
        assert ("drugs", "Drugs") in group_choices()


@override_settings(JURISDICTION="example", CHAPTER=None)
def test_another_land_has_groups_of_its_own() -> None:
    assert [key for key, _name in group_choices()] == ["fishing"]
    assert groups_of(["228.1"]) == frozenset() and groups_of(["7"]) == {"fishing"}


@pytest.mark.parametrize("language", ["ru", "en"])
def test_nobody_is_asked_to_tick_none_of_these(language: str) -> None:
    with override(language):
        assert len(kin_choices()) > 3
        assert "none" not in dict(kin_choices())
        assert dict(language_choices())["ru"][0].isupper()
