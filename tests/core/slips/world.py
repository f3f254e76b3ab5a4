"""Petya packs for Vera's son: a parcel, its labels and lists, a letter and its form; and readers of the prints."""

import io
from collections.abc import Sequence
from datetime import date

import numpy
import pikepdf
import segno
import typst
from PIL import Image
from tests.core.documents.world import _page, bare

from peredacha.core.slips import (
    AddressSheet,
    BatchSheet,
    Box,
    Code,
    ContentsList,
    Label,
    Labels,
    LetterText,
    Person,
    PickSheet,
    ReplyForm,
    Row,
    Sheet,
    Take,
    short_code,
)
from peredacha.core.slips.pdf import BORDER, FONTS, TEMPLATE, inputs, pdf
from peredacha.core.slips.telling import told

DAY = date(2026, 12, 21)
SON = Person("Лебедев", "Пётр", "Ильич", 1990)
PLACE = "ФКУ СИЗО-1 УФСИН России по Тверской области, 170100, г. Тверь, ул. Вагжанова, д. 141"
VERA = ("Лебедева Вера Сергеевна, мать",)
AT_HOME = Code(short_code(0x3C0FFEE), "https://example.org/parcels/6f1d2c3b4a59/")
OUTSIDE = Code(short_code(0x3C0FFEE))
ROWS = (
    Row("Чай листовой чёрный, заводская упаковка, 100 г", 4, 440),
    Row("Сахар-рафинад, 500 г", 2, 1020),
    Row("Каша овсяная быстрого приготовления", 12, 540),
    Row("Носки шерстяные мужские, размер 43", 2, 240),
    Row("Мыло хозяйственное, 200 г", 3, 615),
)
LONG_NAME = "Термобельё мужское зимнее двухслойное комплект (фуфайка с длинным рукавом и кальсоны), " * 3
NO_SPACES = "Экстраординарноневообразимодлинноеназваниебезединогопробела" * 3
CONTENTS = ContentsList("window", SON, PLACE, ROWS, sender=VERA, day=DAY, grams=3255, code=AT_HOME)
LABEL = Label(
    "parcel", "Лебедев Пётр Ильич, 1990 г. р.", "ФКУ СИЗО-1, ул. Вагжанова, д. 141, г. Тверь", "170100",
    ("Лебедева Вера Сергеевна", "г. Тверь, до востребования"), 3255, 1, 2, OUTSIDE,
)  # fmt: skip
TAKES = (
    Take("Б-10", "Чай листовой чёрный, 100 г", 4, 1, date(2027, 5, 1)),
    Take("Б-2", "Сахар-рафинад, 500 г", 2, 1),
    Take("Б-10", "Чай листовой чёрный, 100 г", 2, 2, date(2027, 5, 1)),
    Take("А-1", "Носки шерстяные, 43", 2, 2),
)
PICKS = PickSheet(TAKES, AT_HOME, DAY)
BATCH = BatchSheet(
    (Box(1, ROWS[:3], 400, AT_HOME), Box(2, ROWS[3:], 400, AT_HOME), Box(3, ROWS, 350)), AT_HOME, DAY
)
ADDRESS = AddressSheet(214, "Лебедеву Петру Ильичу, 1990 г. р.", PLACE, "170100", VERA, 3, OUTSIDE)
LETTER = LetterText(214, ("Здравствуйте, Пётр!", "У нас выпал снег, и Вера передаёт привет. " * 12), OUTSIDE)
REPLY = ReplyForm(214, ("127000, Москва, а/я 15", "для писем"), code=OUTSIDE)
EVERYTHING: dict[str, Sheet] = {
    "contents": CONTENTS, "labels": Labels((LABEL,)), "picks": PICKS, "batch": BATCH, "address": ADDRESS,
    "letter": LETTER, "reply": REPLY,
}  # fmt: skip
MILLIMETRE = 72 / 25.4


def printed(*sheets: Sheet) -> bytes:
    """The PDF, made in this process."""
    return pdf([told(one) for one in sheets])


def sizes(body: bytes) -> list[tuple[int, int]]:
    """Width and height of each page [mm]."""
    with pikepdf.open(io.BytesIO(body)) as document:
        boxes = [[float(one) for one in page.mediabox] for page in document.pages]
    return [(round(box[2] / MILLIMETRE), round(box[3] / MILLIMETRE)) for box in boxes]


def words_of(body: bytes) -> list[str]:
    """The words of each page in the order in which they are drawn, without spaces and places to break."""
    with pikepdf.open(io.BytesIO(body)) as document:
        return [bare(_page(page)).replace("\u200b", "") for page in document.pages]


def pictures(*sheets: Sheet, dots: int = 150) -> list[numpy.ndarray]:
    """Each page as it looks, rows of points of red, green and blue; ``dots`` an inch."""
    made = typst.compile(
        TEMPLATE, font_paths=FONTS, ignore_system_fonts=True, sys_inputs=inputs([told(one) for one in sheets]),
        format="png", ppi=dots,
    )  # fmt: skip
    pages: Sequence[bytes] = made if isinstance(made, list) else [made]
    return [numpy.asarray(Image.open(io.BytesIO(page)).convert("RGB")) for page in pages]


def has_square(picture: numpy.ndarray, text: str, side: float, dots: int = 150) -> bool:
    """Whether a square that says ``text`` stands on the page, point by point, as a camera would see it.

    ``side`` is that of the whole square with its white border [mm].
    """
    rows = segno.make(text, error="m", micro=False).matrix
    step = side * dots / 25.4 / (len(rows) + 2 * BORDER)
    dark = numpy.pad(picture.min(axis=2) < 128, ((0, int(step * len(rows)) + 2),) * 2)
    down, right = numpy.nonzero(dark)
    for line, points in enumerate(rows):
        for place, point in enumerate(points):
            held = dark[(down + line * step).astype(int), (right + place * step).astype(int)] == bool(point)
            down, right = down[held], right[held]
    return len(down) > 0
