"""Measures slips: printing.py [--count N] [--apart N].

Prints N labels (102 × 152 mm, each with its square) and N lists of contents (twenty things, two copies) through a
process of its own, as the server does it: all in one file; and the first few each in a process of its own, which is
what a server would do that prints parcel by parcel. The peer is a letter merge: python-docx writes the same words,
tables and squares as one DOCX and LibreOffice makes a PDF of it; what is not on the machine is told and left out.
Seconds of one run, and slips per second; the packing of one parcel in its process stands below.
"""

import argparse
import io
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src"), str(Path(__file__).parent)]

import packing  # noqa: E402
import pikepdf  # noqa: E402
import segno  # noqa: E402
from docx import Document  # noqa: E402
from docx.shared import Mm  # noqa: E402

from peredacha.core.slips import Code, ContentsList, Label, Labels, Person, Row, Sheet, short_code  # noqa: E402
from peredacha.core.slips.jobs import job  # noqa: E402
from peredacha.gateways.packing import packed  # noqa: E402
from peredacha.gateways.slips import print_slips  # noqa: E402

THINGS = ("Чай листовой чёрный, 100 г", "Сахар-рафинад, 500 г", "Носки шерстяные, размер 43", "Мыло, 200 г")
ROWS = tuple(Row(f"{THINGS[n % 4]}, партия {n}", 1 + n % 4, 100 * (1 + n % 4)) for n in range(20))
PLACE = "ФКУ СИЗО-1, ул. Вагжанова, д. 141, г. Тверь"


def code(number: int) -> Code:
    """The code of one parcel."""
    return Code(short_code(number), f"https://example.org/parcels/{number:012x}/")


def label(number: int) -> Label:
    """The label of one parcel."""
    to = f"Лебедев Пётр Ильич {number}, 1990 г. р."
    return Label("parcel", to, PLACE, "170100", ("Комитет помощи", "а/я 15"), 12_400, code=code(number))


def contents(number: int) -> ContentsList:
    """The list of one parcel."""
    to = Person("Лебедев", "Пётр", f"Ильич {number}", 1990)
    return ContentsList("parcel", to, PLACE, ROWS, sender=("Комитет помощи",), grams=5400, code=code(number))


def row(name: str, act: Callable[[], bytes], slips: int) -> str:
    """One line of the table; the PDF that was made tells its pages and weight."""
    begun = perf_counter()
    made = act()
    seconds = perf_counter() - begun
    with pikepdf.open(io.BytesIO(made)) as document:
        pages = len(document.pages)
    return f"{name:<52}{seconds:>9.2f}{slips / seconds:>11.1f}{pages:>8}{len(made) / 1024:>9.0f}"


def apart(sheets: Sequence[Sheet]) -> bytes:
    """Each slip in a process of its own; the last file."""
    return [print_slips((one,)) for one in sheets][-1]


def merged(office: str, write: Callable[[io.BytesIO], None]) -> bytes:
    """One DOCX, and the PDF that LibreOffice makes of it."""
    with tempfile.TemporaryDirectory() as name:
        held, folder = io.BytesIO(), Path(name)
        write(held)
        (folder / "merged.docx").write_bytes(held.getvalue())
        subprocess.run(
            [office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf",
             "--outdir", name, str(folder / "merged.docx")],
            check=True, capture_output=True,
        )  # fmt: skip
        return (folder / "merged.pdf").read_bytes()


def docx_labels(held: io.BytesIO, count: int) -> None:
    """The same labels by python-docx, one to a page."""
    made = Document()
    section = made.sections[0]
    section.page_width, section.page_height = Mm(102), Mm(152)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(5)
    for number in range(count):
        one = label(number)
        made.add_picture(square(one.code), width=Mm(30))
        for words in (
            "ПОСЫЛКА",
            "12,4 кг",
            ", ".join(one.sender),
            one.to,
            one.place,
            one.index,
            code(number).short,
        ):
            made.add_paragraph(words)
        if number + 1 < count:
            made.add_page_break()
    made.save(held)


def docx_lists(held: io.BytesIO, count: int) -> None:
    """The same lists by python-docx, two copies of each."""
    made = Document()
    for number in range(count):
        one = contents(number)
        for _copy in range(2):
            for words in ("Опись вложения в посылку", one.to.in_full, one.place, ", ".join(one.sender)):
                made.add_paragraph(words)
            table = made.add_table(rows=0, cols=4)
            for place, thing in enumerate(ROWS, 1):
                cells = table.add_row().cells
                for cell, words in zip(
                    cells, (place, thing.name, thing.pieces, thing.grams / 1000), strict=True
                ):
                    cell.text = str(words)
            for words in ("Отправитель", "Принявший сотрудник", "Получатель", "Дата"):
                made.add_paragraph(words + " ____________________")
            made.add_page_break()
        made.add_picture(square(one.code), width=Mm(22))
    made.save(held)


def square(one: Code | None) -> io.BytesIO:
    """A square as a picture."""
    drawn = io.BytesIO()
    segno.make(one.square if one else "", error="m", micro=False).save(drawn, kind="png", border=2)
    drawn.seek(0)
    return drawn


def main() -> None:
    """Print the table."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--count", type=int, default=500)
    asked.add_argument("--apart", type=int, default=10)
    given = asked.parse_args()
    count, few = given.count, min(given.apart, given.count)
    kinds: dict[str, tuple[Sequence[Sheet], Sequence[Sheet], Callable[[io.BytesIO, int], None]]] = {
        "labels": (
            (Labels(tuple(map(label, range(count)))),),
            [Labels((label(n),)) for n in range(few)],
            docx_labels,
        ),
        "lists": (tuple(map(contents, range(count))), [contents(n) for n in range(few)], docx_lists),
    }
    office = shutil.which("soffice") or shutil.which("libreoffice")
    print(f"{'':<52}{'seconds':>9}{'slips/s':>11}{'pages':>8}{'KB':>9}")
    for name, (sheets, alone, write) in kinds.items():
        begun = perf_counter()
        job(sheets)
        print(f"{f'{count} {name}: the server itself, into words':<52}{perf_counter() - begun:>9.2f}")
        print(row(f"{count} {name} in one process", lambda sheets=sheets: print_slips(sheets), count))
        print(row(f"{few} {name}, a process for each", lambda alone=alone: apart(alone), few))
        if office:
            merge = lambda write=write: merged(office, lambda held: write(held, count))  # noqa: E731
            print(row(f"{count} {name} by python-docx and LibreOffice", merge, count))
    if not office:
        print("LibreOffice is not on this machine")
    store, orders = packing.batch(1, 80)
    begun = perf_counter()
    packed(orders, store)
    print(f"one parcel packed in a process of its own: {1000 * (perf_counter() - begun):.0f} ms")


if __name__ == "__main__":
    main()
