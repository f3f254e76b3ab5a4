"""YAML read with its line numbers, and errors told as file, line and what to do."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

Place = tuple[int | str, ...]

FastLoader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
SCALARS = yaml.SafeLoader("")
NAMED = re.compile(r"""\b(?:id|row):\s*["']?([\w.-]+)""")
PYTHON_NAMES = {"class": "class_", "from": "from_", "if": "if_"}
FILE_NAMES = {python: written for written, python in PYTHON_NAMES.items()}


@dataclass(frozen=True, order=True)
class PackError:
    """One error of one file: where, what is wrong, what to do."""

    file: str
    line: int
    says: str

    def __str__(self) -> str:
        """The line as the command prints it."""
        return f"{self.file}:{self.line}: {self.says}"


class PackErrors(Exception):
    """The files of a land hold errors; ``errors`` has every one of them."""

    def __init__(self, errors: list[PackError]) -> None:
        self.errors = sorted(set(errors))
        super().__init__("\n".join(str(error) for error in self.errors))


@dataclass(frozen=True)
class Document:
    """A file's values, and the line on which each of them stands."""

    name: str
    values: Any
    lines: dict[Place, int]

    def line(self, place: Place) -> int:
        """The line of a place, or of the nearest thing around it."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)

    def error(self, place: Place, says: str) -> PackError:
        """An error at a place of this file."""
        return PackError(self.name, self.line(place), says)


class Files:
    """The YAML files of one land, and every error found in them so far.

    ``named`` holds every id and row that stands in any file, also in files that were refused: whoever refers
    to a rule with a mistake in it is not to blame for that mistake.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.errors: list[PackError] = []
        self.named: set[str] = set()

    def read(self, path: Path) -> Document | None:
        """The document in ``path``, or None (and an error) when it cannot be read."""
        name = str(path.relative_to(self.folder.parent))
        try:
            text = path.read_text("utf-8")
            self.named.update(NAMED.findall(text))
            node = yaml.compose(text, Loader=FastLoader)
        except FileNotFoundError:
            self.errors.append(PackError(name, 1, "this file is missing: create it"))
            return None
        except UnicodeDecodeError:
            self.errors.append(PackError(name, 1, "this file is not UTF-8: save it as UTF-8"))
            return None
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            self.errors.append(
                PackError(name, line, f"this is not YAML ({error.problem}): check colons and indents")
            )
            return None
        if node is None:
            self.errors.append(PackError(name, 1, "this file is empty: write something or delete it"))
            return None
        lines: dict[Place, int] = {}
        values = self._value(node, (), lines, name)
        SCALARS.constructed_objects.clear()
        return Document(name, values, lines)

    def _value(self, node: yaml.Node, place: Place, lines: dict[Place, int], name: str) -> Any:
        lines[place] = node.start_mark.line + 1
        if isinstance(node, yaml.MappingNode):
            found: dict[str, Any] = {}
            for key_node, value_node in node.value:
                key = str(key_node.value)
                key = PYTHON_NAMES.get(key, key)
                if key in found:
                    line = key_node.start_mark.line + 1
                    self.errors.append(PackError(name, line, f"`{key_node.value}` stands twice: keep one"))
                found[key] = self._value(value_node, (*place, key), lines, name)
                lines[(*place, key)] = key_node.start_mark.line + 1
            return found
        if isinstance(node, yaml.SequenceNode):
            return [self._value(one, (*place, index), lines, name) for index, one in enumerate(node.value)]
        try:
            return SCALARS.construct_object(node)
        except (ValueError, yaml.MarkedYAMLError):
            says = f"`{node.value}` cannot be read: a date is written 2026-12-31, a text with signs in quotes"
            self.errors.append(PackError(name, node.start_mark.line + 1, says))
            return None

    def load(self, path: Path, shape: Any) -> tuple[Any, Document | None]:
        """The values of ``path`` in the given shape; every mismatch becomes an error."""
        document = self.read(path)
        if document is None:
            return None, None
        try:
            return adapter(shape).validate_python(document.values), document
        except ValidationError as error:
            self.errors += [told(document, one) for one in error.errors(include_url=False)]
            return None, document


@cache
def adapter(shape: Any) -> TypeAdapter[Any]:
    """The checker of a shape, built once."""
    return TypeAdapter(shape)


def told(document: Document, error: ErrorDetails) -> PackError:
    """A mismatch as one sentence that says what to do."""
    place = tuple(error["loc"])
    named = [FILE_NAMES.get(str(one), str(one)) for one in place if isinstance(one, str) and "(" not in one]
    key = named[-1] if named else "value"
    kind, given = error["type"], error.get("input")
    if kind == "missing":
        says = f"`{key}` is missing: add it"
    elif kind in ("unexpected_keyword_argument", "extra_forbidden"):
        says = f"there is no key `{key}` here: correct its spelling or take it away"
    elif kind == "literal_error":
        says = f"`{key}: {given}` is not known: use one of {error['ctx']['expected']}"
    elif kind == "value_error":
        reason = str(error["ctx"]["error"])
        says = reason if key == "value" else f"`{key}`: {reason}"
    elif kind == "string_too_short":
        says = f"`{key}` is empty: write it"
    elif kind.startswith(("date", "int", "string", "mapping", "dict", "tuple", "list", "bool", "dataclass")):
        says = f"`{key}: {given!r}` has the wrong form: {error['msg'].lower()}"
    else:
        says = f"`{key}`: {error['msg']}"
    return document.error(place, says)


def missing_languages(document: Document, languages: tuple[str, ...]) -> Iterator[PackError]:
    """An error for each text that lacks one of the land's languages."""

    def walk(value: Any, place: Place) -> Iterator[PackError]:
        if isinstance(value, dict):
            if value and set(value) <= set(languages):
                for language in languages:
                    if not str(value.get(language) or "").strip():
                        yield document.error(place, f"the text has no `{language}`: add it in every language")
                return
            for key, one in value.items():
                yield from walk(one, (*place, key))
        elif isinstance(value, list):
            for index, one in enumerate(value):
                yield from walk(one, (*place, index))

    yield from walk(document.values, ())
