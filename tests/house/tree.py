"""The tree as the house tests see it: its files, its code as syntax, its floors."""

import ast
import configparser
import re
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
SRC = ROOT / "src" / "peredacha"
COMMENT = re.compile(r"{% comment %}.*?{% endcomment %}|{#.*?#}", re.DOTALL)


def shown(path: Path) -> str:
    """A path as a person would type it."""
    return str(path.relative_to(ROOT))


@cache
def files(pattern: str, below: Path = SRC) -> tuple[Path, ...]:
    """Every file below a folder; migrations are told by their own tests."""
    found = tuple(sorted(path for path in below.rglob(pattern) if "migrations" not in path.parts))
    assert found, f"there is no {pattern} in {shown(below)}: then a test of this house looks at nothing"
    return found


@cache
def syntax(path: Path) -> ast.Module:
    """The code of a file as syntax."""
    return ast.parse(path.read_text("utf-8"))


def functions(path: Path) -> list[ast.FunctionDef]:
    """Every function and method of a file, inner ones included."""
    return [
        node for node in ast.walk(syntax(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]  # type: ignore[misc]


def lines_of(node: ast.stmt) -> int:
    """How many lines a piece of code has."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def packages(floor: str) -> set[str]:
    """The packages and modules that stand directly on a floor."""
    found = {path.stem for path in (SRC / floor).glob("*.py")} | {
        path.parent.name for path in (SRC / floor).glob("*/__init__.py")
    }
    return found - {"__init__"}


@cache
def contracts() -> configparser.ConfigParser:
    """The import contracts."""
    parser = configparser.ConfigParser()
    parser.read(ROOT / ".importlinter", "utf-8")
    return parser


def layers(contract: str) -> list[set[str]]:
    """The floors of a contract from the roof down."""
    written = contracts()[f"importlinter:contract:{contract}"]["layers"].strip().splitlines()
    return [{name.strip(" ()") for name in line.split("|")} for line in written]


def depth(room: str) -> int:
    """On which floor a room stands; 0 is the roof."""
    return next(number for number, floor in enumerate(layers("rooms")) if room in floor)


def may_name(room: str, other: str) -> bool:
    """Whether a room may name another one: itself, or a lower one."""
    return room == other or depth(room) < depth(other)


@cache
def kept_files() -> tuple[Path, ...]:
    """Every file that belongs to the tree: all but what ``.gitignore`` names."""
    ignored = [line.rstrip("/") for line in (ROOT / ".gitignore").read_text("utf-8").split() if line]

    def walk(folder: Path) -> Iterator[Path]:
        for path in sorted(folder.iterdir()):
            if path.name == ".git" or any(fnmatch(path.name, pattern) for pattern in ignored):
                continue
            if path.is_dir() and not path.is_symlink():
                yield from walk(path)
            elif path.is_file():
                yield path

    return tuple(walk(ROOT))


@cache
def pages() -> tuple[Path, ...]:
    """Every Markdown page of the tree."""
    return tuple(path for path in kept_files() if path.suffix == ".md")


def code_blocks(page: Path, *kinds: str) -> list[str]:
    """The lines of the code blocks of these kinds, long lines joined, prompts taken away."""
    text = page.read_text("utf-8").replace("\\\n", " ")
    blocks = re.findall(r"^```(\w*)\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    return [line.removeprefix("$ ") for kind, block in blocks if kind in kinds for line in block.splitlines()]
