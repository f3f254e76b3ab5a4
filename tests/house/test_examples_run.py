"""Every example in a docstring and in the library's page gives what it says."""

import doctest
import importlib

import pytest
from tests.house.tree import ROOT, SRC, files

MODULES = sorted(
    ".".join(("peredacha", *path.relative_to(SRC).with_suffix("").parts)).removesuffix(".__init__")
    for path in files("*.py")
    if ">>>" in path.read_text("utf-8")
)


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_run(name: str) -> None:
    result = doctest.testmod(importlib.import_module(name))

    assert result.attempted > 0
    assert result.failed == 0


def test_the_examples_of_the_library_page_run() -> None:
    result = doctest.testfile(str(ROOT / "docs/reference/library.md"), module_relative=False)

    assert result.attempted > 5
    assert result.failed == 0


def test_there_are_examples() -> None:
    assert len(MODULES) > 5
