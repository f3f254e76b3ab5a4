"""Nothing grows past the size at which it can be read in one sitting."""

import ast
from pathlib import Path
from statistics import median

import pytest
from tests.house.tree import ROOT, SRC, files, functions, lines_of, packages, shown, syntax

STOP = {".py": 400, ".html": 80, ".css": 150}
FUNCTION, VIEW, ROOM, TEST = 60, 30, 1500, 500


def length(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())


@pytest.mark.parametrize(("kind", "stop"), STOP.items())
def test_no_file_is_longer_than_its_stop(kind: str, stop: int) -> None:
    long = {shown(path): length(path) for path in files(f"*{kind}") if length(path) > stop}

    assert not long, f"split these by their nouns (at most {stop} lines): {long}"


def test_no_test_file_is_longer_than_its_stop() -> None:
    long = {shown(path): length(path) for path in files("*.py", ROOT / "tests") if length(path) > TEST}

    assert not long, f"split these by what they tell (at most {TEST} lines): {long}"


def test_no_function_is_longer_than_its_stop() -> None:
    written = [(path, function) for path in files("*.py") for function in functions(path)]

    long = [f"{shown(path)}:{one.lineno} {one.name}" for path, one in written if lines_of(one) > FUNCTION]
    assert len(written) > 300
    assert not long, f"a function does one thing, in at most {FUNCTION} lines: {long}"


def is_view(function: ast.FunctionDef) -> bool:
    return bool(function.args.args) and function.args.args[0].arg == "request"


def test_no_view_is_longer_than_its_stop() -> None:
    views = [
        (path, one)
        for path in files("*.py")
        if "views" in (path.stem, path.parent.name)
        for one in functions(path)
        if is_view(one)
    ]

    assert len(views) > 10
    long = [f"{shown(path)} {one.name}" for path, one in views if lines_of(one) > VIEW]
    assert not long, f"a view reads, makes one call inward, and answers: {long}"


def code_lines(path: Path) -> int:
    """Lines that do something: no docstring, comment or blank line (ADR 0013)."""
    tree = syntax(path)
    told = {
        line
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
        for line in range(node.lineno, (node.end_lineno or node.lineno) + 1)
    }
    written = enumerate(path.read_text("utf-8").splitlines(), 1)
    return sum(
        1 for n, line in written if line.strip() and not line.strip().startswith("#") and n not in told
    )


@pytest.mark.parametrize("room", sorted(packages("rooms")))
def test_no_room_is_really_two(room: str) -> None:
    lines = sum(code_lines(path) for path in files("*.py", SRC / "rooms" / room))

    assert 0 < lines <= ROOM, (
        f"{room} has {lines} lines of Python: over {ROOM} it is two rooms, or core has a new noun"
    )


def nine_of_ten(numbers: list[int]) -> int:
    return sorted(numbers)[len(numbers) * 9 // 10]


def test_the_aims_of_the_house_are_told() -> None:
    modules = [length(path) for path in files("*.py")]
    bodies = [lines_of(one) for path in files("*.py") for one in functions(path)]
    pages, styles = ([length(path) for path in files(kind)] for kind in ("*.html", "*.css"))

    assert modules and bodies and pages and styles
    print(f"files: median {median(modules)} (aim 80), nine of ten {nine_of_ten(modules)} (aim 250)")  # noqa: T201
    print(f"functions: median {median(bodies)} (aim 10), nine of ten {nine_of_ten(bodies)} (aim 25)")  # noqa: T201
    print(f"templates: longest {max(pages)} (aim 40), styles: longest {max(styles)} (aim 100)")  # noqa: T201


def test_every_package_of_core_opens_with_what_it_is_for() -> None:
    doors = files("__init__.py")

    assert not [shown(path) for path in doors if not ast.get_docstring(syntax(path))], (
        "write one sentence on top"
    )
