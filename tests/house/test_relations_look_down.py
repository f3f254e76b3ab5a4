"""Tables: relations point down, every field is explained, every migration is spoken and can be undone."""

import re

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import models
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations import RunPython, RunSQL
from tests.house.tree import may_name, packages

OURS = [model for model in apps.get_models() if model.__module__.startswith("peredacha.")]
FIELDS = [
    (model, field) for model in OURS for field in model._meta.local_fields + model._meta.local_many_to_many
]


def test_every_table_stands_in_a_room() -> None:
    assert OURS
    assert {model._meta.app_label for model in OURS} <= packages("rooms")


def test_a_relation_to_another_room_points_down_and_nobody_reads_it_upward() -> None:
    relations = [(model, field) for model, field in FIELDS if field.remote_field]
    wrong = []
    for model, field in relations:
        here, there = model._meta.app_label, field.related_model._meta.app_label
        if here != there and not (may_name(here, there) and field.remote_field.hidden):
            wrong.append(str(field))
    assert relations
    assert not wrong, f'point down, as a string, with related_name="+": {wrong}'


def test_what_is_gathered_goes_with_what_it_belongs_to() -> None:
    relations = [field for _, field in FIELDS if isinstance(field, models.ForeignKey)]

    keeping = {models.CASCADE, models.SET_NULL, models.PROTECT}
    assert relations
    assert not [str(field) for field in relations if field.remote_field.on_delete not in keeping]


def test_every_field_says_what_it_holds() -> None:
    explained = [(str(field), str(field.help_text)) for _, field in FIELDS if not field.auto_created]

    assert len(explained) > 20
    assert not [name for name, text in explained if len(text) < 10], "write a help_text of one sentence"


def test_no_table_tells_a_person_in_its_name() -> None:
    assert [model.__name__ for model in OURS if model.__str__ is models.Model.__str__] == [], (
        "give each model its own __str__"
    )


def migrations() -> list[tuple[str, object]]:
    loader = MigrationLoader(None)
    return [
        (name, migration)
        for (app, name), migration in loader.disk_migrations.items()
        if app in packages("rooms")
    ]


def test_every_migration_has_a_spoken_name() -> None:
    names = [name for name, _ in migrations()]

    assert names
    wrong = [
        name
        for name in names
        if not re.fullmatch(r"\d{4}(_[a-z]+)+", name) or "auto" in name or "initial" in name
    ]
    assert not wrong, f"rename: what does it do? {wrong}"


def test_every_migration_can_be_undone() -> None:
    looked = [(name, one) for name, migration in migrations() for one in migration.operations]  # type: ignore[attr-defined]

    assert looked
    assert not [name for name, one in looked if not one.reversible], (
        "give RunPython a reverse, or RunPython.noop"
    )


def test_data_and_tables_change_in_different_migrations() -> None:
    for name, migration in migrations():
        data = [isinstance(one, RunPython | RunSQL) for one in migration.operations]  # type: ignore[attr-defined]
        assert all(data) or not any(data), f"split {name}: data apart from schema"


@pytest.mark.django_db
def test_no_change_of_a_model_is_without_its_migration() -> None:
    try:
        call_command("makemigrations", check=True, dry_run=True, verbosity=0)
    except SystemExit:
        pytest.fail("a model changed: run `peredacha makemigrations --name what_it_does`")
    assert {model._meta.app_label for model in OURS} <= {
        app for app, _ in MigrationLoader(None).disk_migrations
    }
