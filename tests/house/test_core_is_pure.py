"""Core and the law know no framework, no clock, no chance, no network, and write nothing."""

import ast
import subprocess
import sys
from pathlib import Path

from tests.house.tree import SRC, files, shown, syntax

FLOORS = (SRC / "core", SRC / "jurisdictions")
CLOCKS = {
    "now",
    "today",
    "utcnow",
    "fromtimestamp",
    "time_ns",
    "monotonic",
    "perf_counter",
    "localtime",
    "gmtime",
}
OUTSIDE = {
    *(
        "random",
        "secrets",
        "uuid",
        "time",
        "socket",
        "ssl",
        "http",
        "requests",
        "httpx",
        "asyncio",
        "threading",
    ),
    *(
        "subprocess",
        "tempfile",
        "shutil",
        "logging",
        "os",
        "locale",
        "urllib",
        "smtplib",
        "sqlite3",
        "pickle",
    ),
}
WRITERS = {
    "write_text",
    "write_bytes",
    "mkdir",
    "unlink",
    "rename",
    "touch",
    "system",
    "urandom",
    "getenv",
    "environ",
}
MODULES = """
import sys
import peredacha.core.law, peredacha.core.language, peredacha.core.sealing
from peredacha.core.law import Start, count_deadline
from peredacha.jurisdictions.load import pack
from datetime import date
answer = count_deadline(pack("ru"), "CRT-12", Start(date(2024, 12, 20)))
print(answer.due.latest, sorted({name.partition(".")[0] for name in sys.modules}))
"""


def code() -> list[tuple[Path, ast.AST]]:
    return [
        (path, node) for floor in FLOORS for path in files("*.py", floor) for node in ast.walk(syntax(path))
    ]


def said(found: list[tuple[Path, ast.AST]]) -> list[str]:
    return [f"{shown(path)}:{getattr(node, 'lineno', 0)}" for path, node in found]


def test_core_asks_no_clock() -> None:
    calls = [
        (path, node)
        for path, node in code()
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    ]

    assert len(calls) > 300
    asked = [(path, node) for path, node in calls if node.func.attr in CLOCKS]
    assert not asked, f"let `today` or `now` come in as an argument: {said(asked)}"


def test_core_imports_no_chance_no_network_and_no_machine() -> None:
    taken = [
        (path, node)
        for path, node in code()
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
        if name.partition(".")[0] in OUTSIDE | {"django"}
    ]

    assert not taken, f"a seed, a key or a text comes in as an argument: {said(taken)}"


def test_core_writes_nothing() -> None:
    writing = []
    for path, node in code():
        if isinstance(node, ast.Attribute) and node.attr in WRITERS:
            writing.append((path, node))
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in (
            "open",
            "print",
        ):
            modes = [one.value for one in node.args if isinstance(one, ast.Constant)] + [
                one.value.value
                for one in node.keywords
                if one.arg == "mode" and isinstance(one.value, ast.Constant)
            ]
            if getattr(node.func, "id", "") == "print" or any(
                set(str(mode)) & set("wax+") for mode in modes[:1]
            ):
                writing.append((path, node))
    assert not writing, f"core returns values; let config or a room write them: {said(writing)}"


def test_core_holds_no_state_that_a_call_changes() -> None:
    changing = [(path, node) for path, node in code() if isinstance(node, ast.Global | ast.Nonlocal)]

    assert not changing, f"return the new value instead: {said(changing)}"


def test_the_law_answers_without_the_framework() -> None:
    done = subprocess.run(
        [sys.executable, "-c", MODULES],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(SRC.parent)},
    )

    assert done.stdout.startswith("2025-01-09 ")
    assert "'peredacha'" in done.stdout
    assert not [
        name
        for name in ("django", "gunicorn", "whitenoise", "sqlite3", "psycopg")
        if f"'{name}'" in done.stdout
    ]


def test_values_of_core_are_frozen() -> None:
    loose = []
    for path in files("*.py", SRC / "core"):
        for node in ast.walk(syntax(path)):
            for mark in node.decorator_list if isinstance(node, ast.ClassDef) else []:
                if "dataclass" in ast.unparse(mark) and "frozen=True" not in ast.unparse(mark):
                    loose.append((path, node))
    assert not loose, f"write @dataclass(frozen=True): {said(loose)}"
