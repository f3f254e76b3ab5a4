"""Writes every table of the rooms that keep something of people into ``docs/reference/tables.md``, from the models.

``--check`` changes nothing and fails when the page does not say what the models say.
"""

import os
import sys
from pathlib import Path

import django
from django.apps import apps
from django.db import models

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "tables.md"
BY_HAND = {"facilities", "imports"}
KINDS = {
    "UUIDField": "random id",
    "BinaryField": "bytes",
    "SlugField": "short name",
    "CharField": "text",
    "TextField": "text",
    "DateField": "day",
    "DateTimeField": "moment",
    "BooleanField": "yes or no",
    "BigAutoField": "number",
    "PositiveIntegerField": "whole number",
    "PositiveSmallIntegerField": "whole number",
    "PositiveBigIntegerField": "whole number",
    "BigIntegerField": "whole number",
    "JSONField": "JSON",
}
HEAD = """# Tables about people and matters

Made by `tools/tables.py` from the models; `make test` compares. What stands here in clear, and why, is told in the
[threat model](../threat-model.md). Fields of kind *bytes* are sealed, hashed, signed or public keys, as the line says.
"""


def main(words: list[str]) -> int:
    """Write or compare the page."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "peredacha.config.settings")
    django.setup()
    text = HEAD + "".join(
        room_part(config.label) for config in apps.get_app_configs() if is_ours(config.name)
    )
    if words == ["--check"]:
        same = PAGE.is_file() and PAGE.read_text("utf-8") == text
        print(
            "" if same else "docs/reference/tables.md is not what the models say: run tools/tables.py",
            end="" if same else "\n",
        )
        return 0 if same else 1
    PAGE.write_text(text, "utf-8")
    return 0


def is_ours(name: str) -> bool:
    """Whether an app is a room whose tables are told by this page."""
    return name.startswith("peredacha.rooms.") and name.rpartition(".")[2] not in BY_HAND


def room_part(label: str) -> str:
    """All tables of a room."""
    found = list(apps.get_app_config(label).get_models())
    return f"\n## The room `{label}`\n" + "".join(map(table_part, found)) if found else ""


def table_part(model: type[models.Model]) -> str:
    """One table, field by field."""
    meta = model._meta
    about = " ".join((model.__doc__ or "").split())
    lines = [
        f"\n### {meta.object_name}\n",
        f"{about} Table `{meta.db_table}`.\n",
        "| field | type | what it holds |",
        "|---|---|---|",
    ]
    lines += [f"| `{field.name}` | {kind_of(field)} | {help_of(field)} |" for field in meta.local_fields]
    return "\n".join(lines) + "\n"


def kind_of(field: models.Field) -> str:  # type: ignore[type-arg]
    """The type of a field in words."""
    if field.related_model:
        return f"reference to `{field.related_model._meta.object_name}`"  # type: ignore[union-attr]
    return KINDS.get(type(field).__name__, type(field).__name__) + (" or nothing" if field.null else "")


def help_of(field: models.Field) -> str:  # type: ignore[type-arg]
    """What the field holds, with its choices."""
    said = str(field.help_text) or "Number of the row; never shown in an address."
    choices = ", ".join(f"`{key}`" for key, _label in field.choices or ())
    return f"{said} One of: {choices}." if choices else said


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
