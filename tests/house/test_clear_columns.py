"""What a seized disk shows is a list in the threat model; a column that is not on it stops the check."""

import re

from django.apps import apps
from django.db import models
from tests.house.tree import ROOT

NOT_OF_PEOPLE = {"facilities", "goods", "imports", "stores", "tallies"}
SEALED = (models.BinaryField, models.UUIDField, models.BigAutoField)


def clear_columns() -> set[str]:
    """Every column of the rooms that keep something of people which is neither bytes nor a random name."""
    return {
        f"{model.__name__}.{field.name}"
        for model in apps.get_models()
        if model.__module__.startswith("peredacha.") and model._meta.app_label not in NOT_OF_PEOPLE
        for field in model._meta.local_fields
        if not isinstance(field, SEALED)
    }


def listed_columns() -> set[str]:
    """What the threat model lists as standing in clear."""
    text = (ROOT / "docs" / "threat-model.md").read_text("utf-8")
    part = text.partition("## In clear")[2].partition("\n## ")[0]
    return set(re.findall(r"`(\w+\.\w+)`", part))


def test_every_column_in_clear_is_on_the_list_of_the_threat_model() -> None:
    assert len(clear_columns()) > 20
    assert sorted(clear_columns() - listed_columns()) == [], (
        "say in docs/threat-model.md why these stand in clear"
    )


def test_the_list_names_nothing_that_is_gone() -> None:
    assert sorted(listed_columns() - clear_columns()) == []
