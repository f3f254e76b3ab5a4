"""What a document prints under a command is what the command says today."""

import re
import shlex

import pytest
from tests.house.tree import ROOT

from peredacha.config.command import run

SHOWN = re.compile(r"```sh\n(peredacha law [^\n]+)\n```\n+```text\n(.*?)```", re.DOTALL)
PAGES = (
    "README.md",
    "README.ru.md",
    "docs/reference/commands.md",
    "docs/guide/lawyer.en.md",
    "docs/guide/lawyer.ru.md",
)


@pytest.mark.parametrize("document", PAGES)
def test_an_answer_printed_in_a_document_is_the_answer_of_today(document: str, capsys, monkeypatch) -> None:
    monkeypatch.chdir(ROOT)
    for words, printed in SHOWN.findall((ROOT / document).read_text("utf-8")):
        assert run(shlex.split(words)[1:]) == 0
        said = capsys.readouterr().out

        assert printed.strip() == said.strip(), f"{document}: print the answer of `{words}` anew"


def test_the_readme_prints_at_least_one_answer() -> None:
    assert all(SHOWN.search((ROOT / page).read_text("utf-8")) for page in ("README.md", "README.ru.md"))
