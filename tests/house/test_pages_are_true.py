"""What the pages promise happens: commands run, links lead somewhere, both languages say the same."""

import re
import shlex
from pathlib import Path

import pytest
from tests.house.test_reference_is_whole import commands, targets
from tests.house.tree import ROOT, code_blocks, pages, shown

from peredacha.config.command import run

DECISIONS = ROOT / "docs" / "decisions"
HEADINGS = ["Status", "Context", "Decision", "Consequences", "Alternatives"]
FENCED = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)|<img[^>]*\bsrc=\"([^\"]+)\"")
OUTSIDE = ("http://", "https://", "mailto:")
SHELL = ("sh", "shell", "bash", "console")


def readme(name: str = "README.md") -> Path:
    assert (ROOT / name).read_text("utf-8").strip(), f"write {name}"
    return ROOT / name


def decisions() -> list[Path]:
    found = sorted(DECISIONS.glob("*.md"))
    assert found, "write the first decision: docs/decisions/0001-title.md"
    return found


def test_every_decision_has_a_number_of_its_own() -> None:
    names = [path.stem for path in decisions()]

    assert not [name for name in names if not re.fullmatch(r"\d{4}(-[a-z0-9]+)+", name)], (
        "name it 0007-title.md"
    )
    numbers = sorted(int(name[:4]) for name in names)
    assert numbers == list(range(1, len(numbers) + 1)), f"a number is used once, none is left out: {numbers}"


def test_every_decision_says_why_and_what_else_was_possible() -> None:
    for path in decisions():
        parts = re.split(r"^## ", path.read_text("utf-8"), flags=re.MULTILINE)[1:]
        assert [part.partition("\n")[0].strip() for part in parts] == HEADINGS, (
            f"{shown(path)}: use {HEADINGS}"
        )
        assert all(part.partition("\n")[2].strip() for part in parts), f"{shown(path)}: an empty part"


def first_words(line: str) -> str:
    """The command of a line, without its arguments: ``make run``, ``peredacha law deadline``."""
    words = [word for word in shlex.split(line, comments=True) if "=" not in word]
    words[0] = words[0].rpartition("/")[2]
    return " ".join(words[: 3 if words[:2] == ["peredacha", "law"] else 2])


def test_every_command_of_the_pages_exists() -> None:
    known = commands() | {"make", *(f"make {name}" for name in targets()), "peredacha help"}
    shown_lines = [
        (page, line)
        for page in pages()
        for line in code_blocks(page, *SHELL)
        if re.match(r"(\.venv/bin/)?(make|peredacha)\b", line)
    ]

    assert {"make run", "make test"} <= {first_words(line) for page, line in shown_lines if page == readme()}
    wrong = [f"{shown(page)}: {line}" for page, line in shown_lines if first_words(line) not in known]
    assert not wrong, f"correct these commands: {wrong}"


def law_examples() -> list[tuple[Path, str]]:
    lines = [(page, line) for page in pages() for line in code_blocks(page, *SHELL)]
    return [(page, line) for page, line in lines if re.match(r"(\.venv/bin/)?peredacha law ", line)]


def test_every_example_of_the_law_engine_really_runs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    found = law_examples()

    assert {first_words(line).split()[2] for _, line in found} >= {
        "deadline",
        "served",
        "quota",
        "test",
        "check",
    }
    for page, line in found:
        words = shlex.split(re.split(r"\s(?:\||>|&&)\s", line)[0], comments=True)[1:]
        paths = [str(path) for word in words for path in (sorted(ROOT.glob(word)) if "*" in word else [word])]
        assert run(paths) == 0, f"{shown(page)}: {line}: {capsys.readouterr().err}"
        assert capsys.readouterr().out.strip()


def outline(name: str) -> list[int]:
    text = FENCED.sub("", readme(name).read_text("utf-8"))
    return [len(marks) for marks in re.findall(r"^(#+) ", text, re.MULTILINE)]


def pictures(name: str) -> list[str]:
    found = [one or two for one, two in LINK.findall(readme(name).read_text("utf-8"))]
    shots = [path for path in found if path.endswith((".png", ".jpg", ".webp", ".svg"))]
    return [re.sub(r"[-_.](ru|en)(?=[-_.])", "", path) for path in shots]


def test_both_readmes_have_the_same_parts_and_the_same_pictures() -> None:
    assert outline("README.md") == outline("README.ru.md"), "add to both, or take away from both"
    assert len(outline("README.md")) > 3
    assert pictures("README.md") == pictures("README.ru.md") != []


def bare(line: str) -> str:
    """A command without its remark and without the language of its answer."""
    return re.sub(r" --lang (ru|en)", "", line.partition("#")[0]).strip()


def test_both_readmes_name_the_same_commands() -> None:
    english, russian = (code_blocks(readme(name), *SHELL) for name in ("README.md", "README.ru.md"))

    assert english
    assert [bare(line) for line in english] == [bare(line) for line in russian]


def anchors(page: Path) -> set[str]:
    """The places of a page that a link may name, as the common hosts of code write them."""
    heads = re.findall(r"^#+ (.+)$", FENCED.sub("", page.read_text("utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.strip().lower()).replace(" ", "-") for head in heads}


def test_every_link_between_pages_leads_somewhere() -> None:
    links = [
        (page, target)
        for page in pages()
        for one, two in LINK.findall(FENCED.sub("", page.read_text("utf-8")))
        if not (target := one or two).startswith(OUTSIDE)
    ]

    assert len(links) > 5
    broken = []
    for page, target in links:
        name, _, place = target.partition("#")
        there = (page.parent / name).resolve() if name else page
        if not there.exists() or (place and there.suffix == ".md" and place not in anchors(there)):
            broken.append(f"{shown(page)}: {target}")
    assert not broken, f"correct these links: {broken}"


@pytest.mark.parametrize(
    "name",
    [
        "ARCHITECTURE",
        "CONTRIBUTING",
        "SECURITY",
        "CHANGELOG",
        "CODE_OF_CONDUCT",
        "docs/glossary",
        "docs/threat-model",
    ],
)
def test_the_page_that_a_newcomer_looks_for_is_there(name: str) -> None:
    path = ROOT / f"{name}.md"

    assert path.is_file() and len(path.read_text("utf-8")) > 300, f"write {name}.md"


def test_the_licence_is_there_whole() -> None:
    text = (ROOT / "LICENSE").read_text("utf-8")

    assert "GNU AFFERO GENERAL PUBLIC LICENSE" in text and len(text) > 30_000
