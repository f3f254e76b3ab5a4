"""Pages as families bring them: a black photo, a page of Russian letters, a PDF of two pages; and how one looks."""

from io import BytesIO

import pikepdf
import typst
from PIL import Image

from peredacha.core.binder import Front, Rotation, Sheet
from peredacha.core.documents.pdf import FONTS
from peredacha.gateways.bindery import leaves

FRONT = Front("На четверг", "", (), "ru", "Материалы", "Этот лист не удалось открыть.")
LETTER = """Прошу приобщить к делу справку из больницы № 15 и сообщить, в каком учреждении содержится мой сын.
В протоколе указано, что обыск начат в 7:40. Это не так: объявление о времени слышали соседи.
Ответ прошу направить мне почтой в течение трёх суток. Копию протокола мне вручили 5 ноября 2026 года."""


def sheet(number: int, digest: str, leaf: int = 1, rotation: Rotation = 0) -> Sheet:
    return Sheet(number, digest, leaf, rotation, f"л. {number}")


def black_photo(size: tuple[int, int] = (600, 848)) -> bytes:
    out = BytesIO()
    Image.new("RGB", size, "black").save(out, "JPEG")
    return out.getvalue()


def page_of_letters() -> bytes:
    """A scan of a letter, as PNG."""
    source = '#set page("a4")\n#set text(font: "PT Serif", lang: "ru", size: 12pt)\n#sys.inputs.letter'
    return _made(source, "png", 200.0)


def two_pages() -> bytes:
    """A PDF: a page that is high, and one that is wide and names itself."""
    return _made('#set page("a4")\nOne\n#page(flipped: true)[Two]', "pdf")


def with_a_damaged_page() -> bytes:
    """The same PDF, but what its first page shows is partly nothing where letters should be."""
    out = BytesIO()
    with pikepdf.open(BytesIO(two_pages())) as pdf:
        page = pdf.pages[0].obj
        page.Contents = pikepdf.Array([page.Contents, pikepdf.Object.parse(b"null")])
        pdf.save(out)
    return out.getvalue()


def look(pdf: bytes, page: int, longest_side: int = 594) -> Image.Image:
    """A page as it is seen, in grey: two pixels a millimetre and a white ground."""
    return leaves.picture(pdf, page, 0, longest_side).convert("L")


def _made(source: str, form: str, sharp: float | None = None) -> bytes:
    return typst.compile(  # type: ignore[no-any-return, call-overload]
        source.encode(),
        format=form,
        ppi=sharp,
        font_paths=FONTS,
        ignore_system_fonts=True,
        sys_inputs={"letter": LETTER},
    )
