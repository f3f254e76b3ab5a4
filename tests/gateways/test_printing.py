"""Papers are printed in a process of their own: no key there, nothing on a disk, no name in what goes wrong."""

import subprocess
import sys

import pytest
from tests.core.documents.world import TODAY, bare, words_of_docx, words_of_pdf

from peredacha.core.documents import Paper, Paragraph, Signature, Title, plain
from peredacha.core.documents.pdf import pdf
from peredacha.core.documents.word import docx
from peredacha.gateways.printing import NotPrinted, print_paper, print_papers

LETTER = Paper(
    (Title("ПИСЬМО"), Paragraph("Вера пишет сыну."), Signature("22 ноября 2026 г.", "", "Лебедева В. С.")),
    TODAY,
)
OTHER = Paper(
    (Title("ОТВЕТ"), Paragraph("Сын отвечает."), Signature("23 ноября 2026 г.", "", "Лебедев П. И.")), TODAY
)
HOSTILE = {
    "it dies": "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)",
    "it hangs": "import time; time.sleep(60)",
    "it says nothing": "",
    "it says too little": "import sys; sys.stdout.buffer.write((9).to_bytes(8, 'big') + b'%PDF-')",
    "it says what is no file": "import sys; sys.stdout.buffer.write((5).to_bytes(8, 'big') + b'<html')",
    "it says one file too many": "import sys; sys.stdout.buffer.write(((5).to_bytes(8, 'big') + b'%PDF-') * 2)",
    "it ends with an error": "import sys; sys.stdout.buffer.write((5).to_bytes(8, 'big') + b'%PDF-'); sys.exit(1)",
    "it names Vera in an error": "raise SystemExit('Лебедева')",
}
LOADED = """
import sys
import peredacha.gateways.printing, peredacha.core.documents
from peredacha.jurisdictions.filings import filings
assert filings("ru")
print([name for name in ("typst", "docx", "lxml", "fontpkg_pt_serif") if name in sys.modules])
"""


def printer(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_the_same_comes_back_as_from_the_renderers_themselves() -> None:
    assert print_paper(LETTER, "pdf") == pdf(LETTER)
    assert print_paper(LETTER, "docx") == docx(LETTER)


def test_several_papers_come_back_in_their_order_from_one_process() -> None:
    two = print_papers((LETTER, OTHER), "docx")

    assert [words_of_docx(one) for one in two] == [bare(plain(LETTER)), bare(plain(OTHER))]
    assert words_of_pdf(print_papers((OTHER,), "pdf")[0]) == bare(plain(OTHER))


@pytest.mark.parametrize("code", HOSTILE.values(), ids=HOSTILE)
def test_whatever_goes_wrong_there_no_name_comes_back(code: str) -> None:
    with pytest.raises(NotPrinted) as no:
        print_papers((LETTER,), "pdf", printer=printer(code), longest=3.0)
    assert "Лебедев" not in repr(no.value) and no.value.__cause__ is None and no.value.__suppress_context__


def test_a_printer_that_is_not_there_is_told_too() -> None:
    with pytest.raises(NotPrinted):
        print_papers((LETTER,), "pdf", printer=("/no/such/program",))


def test_the_printer_knows_no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PEREDACHA_BOOT_KEY", "secret")
    tells = """import os, sys
names = " ".join(os.environ).encode()
sys.stdout.buffer.write((5 + len(names)).to_bytes(8, "big") + b"%PDF-" + names)"""

    names = print_papers((LETTER,), "pdf", printer=printer(tells))[0][5:].decode().split()

    assert "PATH" in names and not [name for name in names if name.startswith(("PEREDACHA", "DATABASE"))]


def test_the_printer_can_write_no_file_and_says_nothing_of_what_it_cannot_read(tmp_path: object) -> None:
    begin = "from runpy import run_module; m = run_module('peredacha.core.documents', run_name='bound'); m['bound']()"
    writes = f"{begin}; open(r'{tmp_path}/kept', 'wb', 0).write(b'Vera'); print('written')"
    done = subprocess.run(printer(writes), capture_output=True, text=True, check=False)
    odd = subprocess.run(
        (sys.executable, "-m", "peredacha.core.documents"),
        input="Вера".encode(),
        capture_output=True,
        check=False,
    )

    assert done.returncode != 0 and "written" not in done.stdout
    assert (odd.returncode, odd.stdout, odd.stderr) == (1, b"", b"")


def test_the_server_carries_neither_typst_nor_python_docx() -> None:
    done = subprocess.run(printer(LOADED), capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
