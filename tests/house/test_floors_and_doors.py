"""Who may know whom: floors, doors, and no arrow that runs upward."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import grimp
import pytest
from django.urls import URLResolver, get_resolver
from tests.house.tree import (
    ROOT,
    SRC,
    contracts,
    depth,
    files,
    functions,
    kept_files,
    layers,
    may_name,
    packages,
    shown,
    syntax,
)

DOORS = {"services", "selectors", "models"}
HOMELESS = {"utils", "util", "helpers", "helper", "common", "misc", "tools", "stuff"}
NAMED_URL = re.compile(
    r"""{%\s*url\s+["']([^"']+)["']|\b(?:reverse(?:_lazy)?|redirect|resolve_url)\(\s*["']([^"'/]+)["']"""
)


def room_of(path: Path) -> str:
    return path.relative_to(SRC / "rooms").parts[0]


def files_of_rooms(pattern: str) -> list[Path]:
    return [
        path
        for path in files(pattern)
        if path.parent != SRC / "rooms" and "rooms" in path.relative_to(SRC).parts
    ]


def test_every_import_contract_holds() -> None:
    linter = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)

    kept = re.search(r"Contracts: (\d+) kept, 0 broken", done.stdout)
    assert done.returncode == 0 and kept, (
        f"an import runs the wrong way:\n{done.stdout[-3000:]}{done.stderr[-500:]}"
    )
    assert int(kept[1]) == len([name for name in contracts() if ":contract:" in name]) >= 7


def test_the_contracts_name_every_floor_room_and_core_package() -> None:
    for contract, floor in {"floors": ".", "core": "core", "rooms": "rooms"}.items():
        named = set[str]().union(*layers(contract))
        standing = packages(floor) - {"locale", "__main__"}
        assert named == standing, f"list in .importlinter under `{contract}`: {sorted(named ^ standing)}"
        assert contracts()[f"importlinter:contract:{contract}"]["exhaustive"] == "true"
    inside = contracts()["importlinter:contract:inside"]["containers"].split()
    assert {name.rpartition(".")[2] for name in inside} == packages("rooms"), "list every room under `inside`"


def test_circles_and_acting_forms_are_forbidden_by_a_contract() -> None:
    kinds = {
        name.rpartition(":")[2]: contracts()[name]["type"] for name in contracts() if ":contract:" in name
    }

    assert kinds["acyclic"] == "acyclic_siblings"
    assert kinds["forms"] == kinds["pure"] == "forbidden"
    assert contracts()["importlinter:contract:acyclic"]["ancestors"].strip() == "peredacha"


def test_rooms_meet_only_at_their_doors() -> None:
    graph = grimp.build_graph("peredacha", cache_dir=None)
    met, wrong = 0, []
    for module in sorted(graph.find_descendants("peredacha.rooms")):
        for other in graph.find_modules_directly_imported_by(module):
            there = other.split(".")
            if there[:2] != ["peredacha", "rooms"] or there[2] == module.split(".")[2]:
                continue
            met += 1
            if len(there) != 4 or there[3] not in DOORS:
                wrong.append(f"{module} imports {other}")
    assert met, "no room imports another one: then this test looks at nothing"
    assert not wrong, f"ask through services, selectors or models of the other room: {wrong}"


def test_nothing_private_is_taken_from_another_module() -> None:
    taken = [
        f"{shown(path)}: {node.module}.{alias.name}"
        for path in files("*.py")
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("peredacha")
        for alias in node.names
        if any(part.startswith("_") for part in f"{node.module}.{alias.name}".split("."))
    ]

    assert not taken, (
        f"a name with _ belongs to its module alone; take the underscore away or ask otherwise: {taken}"
    )


def test_no_function_imports_except_ready() -> None:
    looked, wrong = 0, []
    for path in files("*.py"):
        for function in functions(path):
            looked += 1
            inside = [node for node in ast.walk(function) if isinstance(node, ast.Import | ast.ImportFrom)]
            if inside and not (path.name == "apps.py" and function.name == "ready"):
                wrong.append(f"{shown(path)}:{inside[0].lineno}")
    assert looked > 100
    assert not wrong, (
        f"move these imports to the top of the file; a circle means the noun is in the wrong room: {wrong}"
    )


def known_url_names() -> set[str]:
    def walk(resolver: URLResolver, space: str) -> set[str]:
        found: set[str] = set()
        for pattern in resolver.url_patterns:
            if isinstance(pattern, URLResolver):
                found |= walk(pattern, f"{space}{pattern.namespace}:" if pattern.namespace else space)
            elif pattern.name:
                found.add(space + pattern.name)
        return found

    return walk(get_resolver(), "")


def names_used(path: Path) -> list[str]:
    return [one or two for one, two in NAMED_URL.findall(path.read_text("utf-8"))]


def test_every_named_address_exists() -> None:
    known = known_url_names()
    used = [(name, path) for path in (*files("*.py"), *files("*.html")) for name in names_used(path)]

    assert len(used) > 10 and len(known) > 10
    assert not [f"{shown(path)}: {name}" for name, path in used if name not in known], "correct these names"


def test_a_room_names_only_addresses_of_its_own_and_of_lower_rooms() -> None:
    looked, wrong = 0, []
    for path in (*files_of_rooms("*.py"), *files_of_rooms("*.html")):
        for name in names_used(path):
            looked += 1
            other = name.partition(":")[0]
            if other not in packages("rooms") or not may_name(room_of(path), other):
                wrong.append(f"{shown(path)}: {name}")
    assert looked > 10
    assert not wrong, f"let config/navigation.py hand these addresses down: {wrong}"


def test_design_names_no_address_of_a_room() -> None:
    looked = [path for path in (*files("*.html"), *files("*.py")) if SRC / "design" in path.parents]

    wrong = [shown(path) for path in looked for name in names_used(path) if not name.startswith("design:")]
    assert len(looked) > 30
    assert not wrong, f"design stands below the rooms: take the address as a variable: {wrong}"


def test_rooms_on_one_floor_do_not_know_each_other() -> None:
    assert not may_name("intake", "calculators") and may_name("intake", "facilities")
    assert may_name("facilities", "people") and depth("people") == len(layers("rooms")) - 1


def test_no_code_is_homeless() -> None:
    written = [path for path in kept_files() if path.suffix == ".py"]
    nouns = [(path, {path.stem, path.parent.name} - {"tools"}) for path in written]

    assert len(written) > 100
    assert not [shown(path) for path, names in nouns if names & HOMELESS], (
        "find the noun that these belong to"
    )


@pytest.mark.parametrize("room", sorted(packages("rooms")))
def test_the_door_of_a_room_holds_only_its_words(room: str) -> None:
    (words,) = syntax(SRC / "rooms" / room / "__init__.py").body

    assert isinstance(words, ast.Expr) and isinstance(words.value, ast.Constant), (
        "move code out of __init__.py"
    )
