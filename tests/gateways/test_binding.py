"""Vera's photos and Larisa's papers become one PDF that a court accepts, made in a process without keys."""

import subprocess
import sys
from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest
from PIL import Image
from tests.core.binder.world import binder
from tests.core.cleaning.samples import court_paper, jpeg_photo, leaves_no_mark
from tests.core.documents.world import words_of_pdf
from tests.gateways.bindery.samples import FRONT, black_photo, look, sheet, two_pages, with_a_damaged_page

from peredacha.core.binder import digest_of, front, sheets, whole
from peredacha.core.cleaning import LIMITS, Unacceptable, sentences
from peredacha.core.cleaning.sentences import too_large
from peredacha.gateways import binding
from peredacha.gateways.bindery import sentences as say
from peredacha.gateways.binding import MOST_PAGES, NotBound, bind, count_leaves, picture_of

FILES = {"black": black_photo(), "wide": black_photo((848, 600)), "two": two_pages(), "junk": b"MZ\0\x01"}
TOP, LEFT, OTHERS = 16, 20, 10
HOSTILE = {
    "it dies": "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)",
    "it hangs": "import time; time.sleep(60)",
    "it says nothing": "",
    "it says what is no PDF": """sys.stdout.write("<html"); sys.stderr.write('{"damaged": []}')""",
    "it says what is no JSON": "sys.stdout.write('%PDF-'); sys.stderr.write('all well')",
    "it invents a page": """sys.stdout.write("%PDF-"); sys.stderr.write('{"damaged": [{"number": "x"}]}')""",
    "it refuses all": """sys.stderr.write('{"no": {"message": "a", "values": {}, "plural": "", "count": 0}}')""",
    "it ends with an error": """sys.stdout.write("%PDF-"); sys.stderr.write('{"damaged": []}'); sys.exit(1)""",
    "it names Vera in an error": "raise SystemExit('Лебедева')",
}
LOADED = """
import sys
import peredacha.gateways.binding, peredacha.gateways.reading, peredacha.core.binder
print([name for name in ("typst", "pikepdf", "PIL", "fontpkg_pt_serif") if name in sys.modules])
"""


def bindery(code: str) -> list[str]:
    return [sys.executable, "-c", f"import sys; sys.stdin.buffer.read()\n{code}"]


def test_photos_and_papers_stand_in_order_within_the_margins_each_with_its_stamp() -> None:
    order = [sheet(1, "black"), sheet(2, "two"), sheet(3, "two", 2), sheet(4, "wide", 1, 270)]
    bound = bind(FRONT, order, FILES.__getitem__)

    assert bound.damaged == ()
    assert words_of_pdf(bound.pdf) == "Начетверг" + "л.1" + "л.2" + "л.3" + "л.4"
    seen = [look(bound.pdf, page) for page in range(2, 6)]
    assert [one.size for one in seen] == [(420, 594), (420, 594), (594, 420), (420, 594)]
    for page in (seen[0], seen[3]):
        ink = page.point(lambda depth: 255 if depth < 100 else 0)
        below_the_stamp = ink.crop((0, 2 * TOP - 1, *page.size)).getbbox()
        assert below_the_stamp is not None, "the photo is there"
        assert below_the_stamp[0] >= 2 * LEFT - 1 and below_the_stamp[2] <= page.width - 2 * OTHERS + 1
        faint = page.point(lambda depth: 255 if depth < 240 else 0)
        stamp = faint.crop((0, 0, page.width, 2 * TOP - 2)).getbbox()
        assert stamp is not None and stamp[3] < 2 * TOP - 6 and stamp[0] > page.width // 2


def test_a_whole_binder_has_its_list_in_front_and_no_trace_of_a_device() -> None:
    held = binder()
    files = {digest_of(name): jpeg_photo(6, (80, 60)) for name in (b"rec", b"cer", b"pic")}
    files[digest_of(b"let")] = court_paper(3)
    bundle = whole(held, "Дело")
    told = front(bundle, held, chronology=True, contradictions=True, sources=True)
    bound = bind(told, sheets(bundle, held), files.__getitem__)

    words = words_of_pdf(bound.pdf)
    assert [(one.number, one.said) for one in bound.damaged] == [(2, say.NO_LEAF)], "a photo has one page"
    assert "Протоколобыска1–2" in words and "Справкаизбольницы3" in words and "Обысквквартире.1–2" in words
    assert digest_of(b"cer") in words and "Приложение2,л.3" in words
    assert leaves_no_mark(bound.pdf)
    with pikepdf.open(BytesIO(bound.pdf)) as pdf:
        assert dict(pdf.docinfo) == {"/Title": "Материалы"} and "/Metadata" not in pdf.Root
        assert not set(pdf.Root.keys()) & {"/Names", "/OpenAction", "/AcroForm"}


def test_a_damaged_page_is_told_and_the_others_go_on() -> None:
    bound = bind(FRONT, [sheet(1, "junk"), sheet(2, "black"), sheet(3, "two", 9), sheet(4, "two")], FILES.get)  # type: ignore[arg-type]

    assert [one.number for one in bound.damaged] == [1, 3]
    assert bound.damaged[0].said == sentences.FOREIGN and bound.damaged[1].said == say.NO_LEAF
    assert words_of_pdf(bound.pdf).count("Этотлистнеудалосьоткрыть.") == 2
    black = look(bound.pdf, 3)
    assert black.getpixel((black.width // 2, black.height // 2)) == 0


def test_one_damaged_page_of_a_pdf_costs_only_itself() -> None:
    bound = bind(FRONT, [sheet(1, "pdf"), sheet(2, "pdf", 2)], lambda _digest: with_a_damaged_page())

    assert [(one.number, one.said) for one in bound.damaged] == [(1, say.LEAF_DAMAGED)]
    assert look(bound.pdf, 3).size == (594, 420)


def test_the_same_pages_give_the_same_bytes() -> None:
    first, second = (
        bind(FRONT, [sheet(1, "black"), sheet(2, "two")], FILES.__getitem__) for _turn in range(2)
    )

    assert first.pdf == second.pdf


def test_one_file_at_a_time_is_opened_and_what_the_room_raises_comes_through() -> None:
    asked: list[str] = []

    def opened(digest: str) -> bytes:
        asked.append(digest)
        if digest == "sealed":
            raise LookupError
        return FILES[digest]

    with pytest.raises(LookupError):
        bind(FRONT, [sheet(1, "two"), sheet(2, "two", 2), sheet(3, "sealed"), sheet(4, "black")], opened)
    assert asked == ["two", "sealed"]


@pytest.mark.parametrize("code", HOSTILE.values(), ids=HOSTILE)
def test_whatever_goes_wrong_there_is_one_sentence(code: str) -> None:
    asked: list[Callable[[], object]] = [
        lambda: bind(FRONT, [sheet(1, "black")], FILES.__getitem__, bindery=bindery(code), longest=2.0)
    ]
    if "sleep" not in code:
        asked.append(lambda: picture_of(b"a", bindery=bindery(code)))
        asked.append(lambda: count_leaves(b"a", bindery=bindery(code)))
    for act in asked:
        with pytest.raises((NotBound, Unacceptable)) as no:
            act()
        assert "Лебедев" not in repr(no.value) and no.value.__cause__ is None


def test_a_large_binder_before_a_process_that_is_gone_is_told_too() -> None:
    files = {"black": bytes(30_000_000)}
    for gone in (["/no/such/program"], [sys.executable, "-c", ""]):
        with pytest.raises(NotBound):
            bind(FRONT, [sheet(1, "black")], files.__getitem__, bindery=gone)


def test_limits_are_told_before_a_process_starts() -> None:
    nothing = ["/no/such/program"]
    with pytest.raises(NotBound) as many:
        bind(FRONT, [sheet(n, "black") for n in range(MOST_PAGES + 1)], FILES.__getitem__, bindery=nothing)
    with pytest.raises(Unacceptable) as large:
        picture_of(bytes(LIMITS.file_bytes + 1), bindery=nothing)
    with pytest.raises(Unacceptable) as empty:
        count_leaves(b"", bindery=nothing)

    assert many.value.said == say.TOO_MANY and many.value.said.values["n"] == MOST_PAGES
    assert large.value.said == too_large(LIMITS) and empty.value.said == sentences.EMPTY


def test_pages_are_counted_and_shown_small_while_they_are_put_in_order() -> None:
    assert (count_leaves(FILES["two"]), count_leaves(FILES["black"])) == (2, 1)
    shown = picture_of(FILES["two"], 2, 90, longest_side=200)

    with Image.open(BytesIO(shown)) as seen:
        assert seen.size in ((141, 200), (142, 200))


def test_the_bindery_knows_no_key_and_can_write_no_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    monkeypatch.setenv("PEREDACHA_BOOT_KEY", "secret")
    tells = """import os
sys.stdout.buffer.write(b"\\xff\\xd8\\xff" + " ".join(os.environ).encode())
sys.stderr.write('{"damaged": []}')"""
    names = picture_of(b"a", bindery=bindery(tells))[3:].decode().split()
    begin = "from runpy import run_module; m = run_module('peredacha.gateways.bindery', run_name='bound'); m['bound']()"
    writes = f"{begin}; open(r'{tmp_path}/kept', 'wb', 0).write(b'Vera'); print('written')"
    done = subprocess.run([sys.executable, "-c", writes], capture_output=True, text=True, check=False)

    assert "PATH" in names and not [name for name in names if name.startswith(("PEREDACHA", "DATABASE"))]
    assert done.returncode != 0 and "written" not in done.stdout


def test_the_server_carries_no_decoder() -> None:
    done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]" and binding.BINDERY[0] == sys.executable
