"""Larisa opens each filing in LibreOffice: the words are those of the paper that goes to the court."""

import shutil
import subprocess
from pathlib import Path

import pytest
from tests.core.documents.world import bare
from tests.jurisdictions.keeping import paper

from peredacha.core.documents import plain
from peredacha.core.documents.word import docx
from peredacha.jurisdictions.filings import filings

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
LONGEST = 300
"""A slow machine opens fifty papers well before this [s]."""


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not on this machine")
def test_every_filing_opens_in_libreoffice_with_exactly_its_words(tmp_path: Path) -> None:
    held = {key: paper(one) for key, one in filings("ru").items()}
    for key, one in held.items():
        (tmp_path / f"{key}.docx").write_bytes(docx(one))

    opened_in_libreoffice(tmp_path)

    assert len(held) >= 30
    for key, one in held.items():
        assert bare((tmp_path / f"{key}.txt").read_text("utf-8-sig")) == bare(plain(one)), key


def opened_in_libreoffice(folder: Path) -> None:
    """Let LibreOffice open every DOCX of the folder and write down what it reads there."""
    own = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = map(str, sorted(folder.glob("*.docx")))
    into = ("--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(folder))
    subprocess.run(
        [str(OFFICE), own, "--headless", *into, *files], check=True, timeout=LONGEST, capture_output=True
    )
