"""The reference pages name everything that exists: variables, commands, rooms, keys, fields."""

import re
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
from django.apps import apps
from tests.house.tree import ROOT, SRC, packages

from peredacha.config.command import USAGE
from peredacha.config.commands.law.words import WORDS
from peredacha.core.law.basis import Stated
from peredacha.jurisdictions import load

REFERENCE = ROOT / "docs" / "reference"
WRITTEN_KEYS = {"class_": "class", "from_": "from", "if_": "if"}
OURS = [model for model in apps.get_models() if model.__module__.startswith("peredacha.")]


def page(path: Path) -> str:
    assert path.is_file(), f"write {path.relative_to(ROOT)}"
    return path.read_text("utf-8")


def variables() -> set[str]:
    source = (SRC / "config" / "environment.py").read_text("utf-8")
    found = {f"PEREDACHA_{name}" for name in re.findall(r'(?<!\.)\bget\("([A-Z_]+)"', source)}
    return found | set(re.findall(r'values\.get\("([A-Z_]+)"', source))


def commands() -> set[str]:
    own = set(re.findall(r"^peredacha (\w+)", USAGE, re.MULTILINE)) - {"law"}
    rooms = {path.stem for path in SRC.glob("rooms/*/management/commands/*.py")} - {"__init__"}
    return {f"peredacha {name}" for name in own | rooms} | {
        f"peredacha law {name}" for name in (*WORDS, "test", "check")
    }


def targets() -> set[str]:
    found = set(re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert found >= {"run", "test", "help"}
    return found


def keys() -> set[tuple[str, str]]:
    """Every key that a file of a land may hold, with the shape in which it stands."""
    assert load.lands()
    shapes, waiting = set[type](), list(Stated.__subclasses__())
    while waiting:
        shape = waiting.pop()
        shapes.add(shape)
        waiting += shape.__subclasses__()
    return {
        (shape.__name__, WRITTEN_KEYS.get(one.name, one.name))
        for shape in shapes
        if is_dataclass(shape) and shape.__module__.startswith("peredacha.")
        for one in fields(shape)
    }


def test_every_environment_variable_is_explained() -> None:
    text = page(REFERENCE / "environment.md")

    assert len(variables()) >= 10 and "DATABASE_URL" in variables()
    assert not [name for name in sorted(variables()) if f"`{name}`" not in text], (
        "explain these in environment.md"
    )


def test_no_explained_variable_is_gone() -> None:
    named = set(re.findall(r"`(PEREDACHA_[A-Z_]+)`", page(REFERENCE / "environment.md")))

    assert named and not named - variables(), "these are no longer read: take them out of environment.md"


def test_every_command_and_target_is_explained() -> None:
    text = page(REFERENCE / "commands.md")

    assert len(commands()) >= 9
    missing = [
        name
        for name in sorted(commands() | {f"make {one}" for one in targets()})
        if not re.search(rf"{name}\b", text)
    ]
    assert not missing, f"explain these in commands.md: {missing}"


@pytest.mark.parametrize("floor", ["rooms", "core", "jurisdictions", "config"])
def test_every_room_and_package_stands_in_the_architecture(floor: str) -> None:
    text = page(ROOT / "ARCHITECTURE.md")
    standing = packages(floor) if floor in ("rooms", "core") else {floor}

    assert standing
    missing = [name for name in sorted(standing) if not re.search(rf"(?<!\w){name}(?=[/`])", text)]
    assert not missing, f"tell in ARCHITECTURE.md what these are for, as `name` or name/: {missing}"


def test_every_key_of_a_land_is_explained() -> None:
    text = page(REFERENCE / "jurisdiction.md")

    assert len(keys()) > 60
    missing = sorted(
        f"{shape}.{key}" for shape, key in keys() if not re.search(rf"`{key}`|(?<!\w){key}:", text)
    )
    assert not missing, f"explain these keys in jurisdiction.md, as `key` or key: {missing}"


def test_every_table_and_field_is_explained() -> None:
    both = page(REFERENCE / "data.md") + page(REFERENCE / "tables.md")
    parts = re.split(r"^#{2,4} ", both, flags=re.MULTILINE)[1:]

    missing = []
    for model in OURS:
        name = model._meta.object_name or ""
        section = "".join(part for part in parts if re.search(rf"\b{name}\b", part.partition("\n")[0]))
        here = [field.name for field in model._meta.local_fields if not field.auto_created]
        missing += [f"{name}.{field}" for field in here if f"`{field}`" not in section]
    assert OURS
    assert not missing, f"explain these in data.md, or run tools/tables.py: {missing}"
