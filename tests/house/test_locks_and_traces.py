"""The locks decide what is installed, and no file tells on which machine it was made."""

import re
import subprocess
from pathlib import Path

import pytest
from tests.house.tree import ROOT, code_blocks, files, kept_files, shown

LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
REGISTRIES = [
    f"{one}.{two}"
    for one, two in (
        *(
            ("pypi", "org"),
            ("python" + "hosted", "org"),
            ("npm" + "js", "org"),
            ("npm" + "js", "com"),
            ("crates", "io"),
        ),
        *(
            ("ruby" + "gems", "org"),
            ("ana" + "conda", "org"),
            ("jf" + "rog", "io"),
            ("proxy.go" + "lang", "org"),
        ),
        *(
            ("pack" + "agist", "org"),
            ("artifact" + "ory", ""),
            ("maven", "org"),
            ("jsdel" + "ivr", "net"),
            ("unp" + "kg", "com"),
        ),
    )
]
MACHINE = re.compile(
    r"(?<![\w.:/$}*])/(?:wo" + r"rk|ho" + r"me|ro" + r"ot|Us" + r"ers|mnt|med" + r"ia)(?:/|\b)(?!\*)"
)
BINARY = {".woff2", ".png", ".jpg", ".webp", ".ico", ".gz", ".mo"}


def readable() -> list[tuple[Path, str]]:
    return [(path, path.read_text("utf-8")) for path in kept_files() if path.suffix not in BINARY]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_every_pin_of_a_lock_has_its_hashes_and_no_address(lock: Path) -> None:
    text = lock.read_text("utf-8").replace("\\\n", " ")
    pins = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]

    assert pins
    assert not [pin for pin in pins if not re.match(r"[\w.\-\[\],]+==\S+.*--hash=sha256:[0-9a-f]{64}", pin)]
    assert "://" not in text and "file:" not in text and " @ " not in text and "index" not in text.lower()
    assert not re.search(r"(^|\s)(-e|/)", text), "a lock names a path: compile it again with `make lock`"


def test_there_is_a_lock_for_running_testing_and_measuring() -> None:
    assert {lock.name for lock in LOCKS} == {"bench.txt", "dev.txt", "prod.txt", "uv.txt"}


def test_what_runs_in_production_is_what_was_tested() -> None:
    pins = {
        lock.name: set(re.findall(r"^([\w.\-]+==[^\s;]+)", lock.read_text("utf-8"), re.MULTILINE))
        for lock in LOCKS
    }

    assert pins["prod.txt"] and not pins["prod.txt"] - pins["dev.txt"], (
        "compile both locks again with `make lock`"
    )


def test_no_file_names_a_package_registry() -> None:
    read = readable()
    found = [f"{shown(path)}: {host}" for path, text in read for host in REGISTRIES if host in text.lower()]

    assert len(read) > 200
    assert not found, f"name the package, not where it lies: {found}"


def test_no_file_names_a_folder_of_somebodys_machine() -> None:
    found = [f"{shown(path)}: {one[0]}" for path, text in readable() for one in MACHINE.finditer(text)]

    assert MACHINE.search("see /ho" + "me/vera") and not MACHINE.search("https://example.org/ho" + "me/")
    assert not found, f"write the path from the root of the tree: {found}"


def test_nothing_points_out_of_the_tree() -> None:
    out = [path for path in kept_files() if path.is_symlink() and ROOT not in path.resolve().parents]

    assert kept_files() and not out


def test_ci_calls_the_test_command_of_the_readme_and_nothing_else() -> None:
    script = ROOT / ".ci" / "run"
    lines = [
        line for line in script.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")
    ]

    assert script.stat().st_mode & 0o111, "make .ci/run executable"
    assert [line for line in lines if not line.startswith(("set ", "cd "))] == ["make test"]
    assert "make test" in [
        line.partition("#")[0].strip() for line in code_blocks(ROOT / "README.md", "sh", "console")
    ]


def test_make_alone_lists_its_targets() -> None:
    listed = subprocess.run(["make", "-s"], cwd=ROOT, capture_output=True, text=True, check=True).stdout

    targets = re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert len(targets) > 5
    assert not [name for name in targets if not re.search(rf"^{name}\s", listed, re.MULTILINE)]


def test_every_script_stops_at_its_first_error() -> None:
    scripts = [path for path in kept_files() if path.suffix == ".sh" or path == ROOT / ".ci" / "run"]

    assert len(scripts) > 3
    assert not [shown(path) for path in scripts if "set -eu" not in path.read_text("utf-8")], (
        "write set -eu on top"
    )


def test_to_do_lines_name_an_issue() -> None:
    marked = re.compile(r"#\s*(?:TO" + r"DO|FIX" + r"ME|XXX)\b(?!\(#\d+\)| #\d+)")

    assert not [shown(path) for path in files("*.py") if marked.search(path.read_text("utf-8"))], (
        "add the issue's number"
    )
