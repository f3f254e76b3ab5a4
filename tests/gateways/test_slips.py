"""Slips are printed in a process of their own: no key there, nothing on a disk, no name in what goes wrong."""

import subprocess
import sys
from dataclasses import replace

import pytest
from tests.core.slips.world import CONTENTS, EVERYTHING, printed, sizes, words_of

from peredacha.core.slips import ListForm
from peredacha.gateways.slips import NotPrinted, print_slips

HOSTILE = {
    "it dies": "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)",
    "it hangs": "import time; time.sleep(60)",
    "it says nothing": "",
    "it says what is no file": "print('<html>')",
    "it says half a file": "print('%PDF-1.7')",
    "it names Vera in an error": "raise SystemExit('Лебедева')",
}
LOADED = """import sys, peredacha.gateways.slips
print([name for name in ("typst", "segno", "fontpkg_pt_serif") if name in sys.modules])"""


def printer(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_everything_of_a_day_comes_as_one_file_on_its_papers() -> None:
    made = print_slips(tuple(EVERYTHING.values()))

    assert made == printed(*EVERYTHING.values())
    assert sorted(set(sizes(made))) == [(102, 152), (210, 297)] and len(sizes(made)) == len(EVERYTHING)


def test_a_batch_keeps_its_order_and_each_list_its_own_page_numbers() -> None:
    lists = tuple(
        replace(CONTENTS, place=f"СИЗО-{n}", rows=CONTENTS.rows * 8, form=ListForm(copies=1))
        for n in range(1, 21)
    )
    pages = words_of(print_slips(lists))

    assert len(pages) == 40
    for n, (first, second) in enumerate(zip(pages[::2], pages[1::2], strict=True), 1):
        assert f"КудаСИЗО-{n}О" in first and "лист1из2" in first and "лист2из2" in second


@pytest.mark.parametrize("code", HOSTILE.values(), ids=HOSTILE)
def test_whatever_goes_wrong_there_no_name_comes_back(code: str) -> None:
    with pytest.raises(NotPrinted) as no:
        print_slips((CONTENTS,), printer=printer(code), longest=2.0)
    assert "Лебедев" not in repr(no.value) and no.value.__cause__ is None and no.value.__suppress_context__


def test_nothing_to_print_is_told_too() -> None:
    with pytest.raises(NotPrinted):
        print_slips(())


def test_the_printer_knows_no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PEREDACHA_BOOT_KEY", "secret")
    tells = "import os; print('%PDF-', *os.environ, '%%EOF')"

    names = print_slips((CONTENTS,), printer=printer(tells)).decode().split()

    assert "PATH" in names and not [name for name in names if name.startswith(("PEREDACHA", "DATABASE"))]


def test_the_printer_can_write_no_file_and_says_nothing_of_what_it_cannot_read(tmp_path: object) -> None:
    begin = (
        "from runpy import run_module; m = run_module('peredacha.core.slips', run_name='bound'); m['bound']()"
    )
    writes = f"{begin}; open(r'{tmp_path}/kept', 'wb', 0).write(b'Vera'); print('written')"
    done = subprocess.run(printer(writes), capture_output=True, text=True, check=False)
    odd = subprocess.run(
        (sys.executable, "-m", "peredacha.core.slips"),
        input="Вера".encode(),
        capture_output=True,
        check=False,
    )

    assert done.returncode != 0 and "written" not in done.stdout
    assert (odd.returncode, odd.stdout, odd.stderr) == (1, b"", b"")


def test_the_server_carries_neither_typst_nor_segno_for_it() -> None:
    done = subprocess.run(printer(LOADED), capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
