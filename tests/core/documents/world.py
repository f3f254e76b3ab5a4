"""Vera's son is held; Larisa the lawyer writes. Their facts, and readers of every output."""

import io
import re
from collections.abc import Mapping
from datetime import date
from html.parser import HTMLParser
from typing import Any

import pikepdf
from docx import Document
from docx.oxml.ns import qn

from peredacha.core.documents import Asked, Filing, Need, Paper, fill
from peredacha.core.documents.card import Card, CitedNorm, Edition, Norm

TODAY = date(2026, 11, 22)
VERA = {"surname": "Лебедева", "given": "Вера", "patronymic": "Сергеевна"}
SON = {"surname": "Лебедев", "given": "Пётр", "patronymic": "Ильич"}
LARISA = {"surname": "Орлова", "given": "Лариса", "patronymic": "Игоревна"}
BOTH = {"ru": "как есть", "en": "as it is"}
PERSONS = {"lawyer": LARISA, "applicant": VERA}
TITLES = {
    "court": "Центральный районный суд г. Твери",
    "appeal_court": "Тверской областной суд",
    "investigator": "следователь СО по г. Твери СУ СК России по Тверской области",
    "prosecutor": "прокурор Центрального района г. Твери",
    "head": "начальник ФКУ СИЗО-1 УФСИН России по Тверской области",
    "prison": "ФКУ СИЗО-1 УФСИН России по Тверской области",
    "body": "отдел полиции № 1 УМВД России по г. Твери",
}
LINES = {
    "relation": "мать",
    "role": "мать обвиняемого",
    "article": "ч. 1 ст. 318 УК РФ",
    "phone": "+7 000 000-00-00",
    "case_number": "1-23/2026.",
    "illness": "сахарный диабет",
    "warrant": "№ 17 от 20.11.2026",
    "hours": "с 14:00 до 18:00",
    "wish": "вернуть изъятые вещи",
    "region": "Тверская область",
}


def need(name: str, kind: Any = "line", **more: Any) -> Need:
    return Need(name, kind, BOTH, **more)


def filing(template: str, *needs: Need) -> Filing:
    """A small filing of the tests' own."""
    card = Card(
        title=BOTH, about=BOTH, edition=TODAY, stages=("remand",), norms=(CitedNorm(row="PRE-14"),),
        addressee=BOTH, signs=("relative",), copies=BOTH, file=BOTH, proof=BOTH, fee=BOTH, needs=needs,
    )  # fmt: skip
    norms = (Norm("УПК 108 ч. 11", date(2013, 1, 1), None, True, "PRE-14"),)
    return Filing("letter", card, template, Edition(TODAY, "0" * 16), norms)


def made(of: Filing, facts: Mapping[str, Any], kept: Any = None) -> Paper:
    """The paper; a test that expects one fails with the names of what was asked."""
    got = fill(of, facts, TODAY, kept or {})
    assert isinstance(got, Paper), [(one.need.name, one.why) for one in got]
    return got


def asked(of: Filing, facts: Mapping[str, Any]) -> tuple[Asked, ...]:
    got = fill(of, facts, TODAY)
    assert not isinstance(got, Paper)
    return got


def fact(one: Need, option: int = 0) -> Any:
    """Something that Vera could tell for a need."""
    match one.kind:
        case "person":
            return PERSONS.get(one.name, SON)
        case "title":
            return TITLES.get(one.name, TITLES["body"])
        case "choice":
            return one.options[option % len(one.options)].key
        case "yes_no":
            return option == 0
        case "day":
            return "2026-11-20"
        case "number":
            return 2 + option
        case "money":
            return 150_000
        case "list":
            return ["справка с работы", "свидетельство о рождении дочери"]
        case "text":
            return "Его увезли в два часа дня\nАдвоката не пустили."
        case _:
            return LINES.get(one.name, "г. Тверь, ул. Мира, д. 5, кв. 3.")


def everything(of: Filing, option: int = 0) -> dict[str, Any]:
    return {one.name: fact(one, option) for one in of.card.needs}


def the_least(of: Filing, option: int = 0) -> dict[str, Any]:
    return {one.name: fact(one, option) for one in of.card.needs if not one.may_be_missing}


def bare(text: str) -> str:
    """Words without spaces, breaks and the line on which one signs."""
    return re.sub(r"[\s\u00a0\u200b_]+", "", text)


class Page(HTMLParser):
    """Reads a page as a person hears it: the items of a list with their numbers."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.number = 0

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.number = {"ol": 0, "li": self.number + 1}.get(tag, self.number)
        if tag == "li":
            self.words.append(f"{self.number}. ")

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def words_of_html(page: str) -> str:
    reader = Page()
    reader.feed(page)
    return bare("".join(reader.words))


def words_of_docx(body: bytes) -> str:
    words, counts = [], dict[str, int]()
    for line in Document(io.BytesIO(body)).paragraphs:
        numbering = line._p.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
        if numbering is not None:
            listed = numbering.get(qn("w:val"))
            counts[listed] = counts.get(listed, 0) + 1
            words.append(f"{counts[listed]}. ")
        words.append(line.text)
    return bare("".join(words))


def words_of_pdf(body: bytes) -> str:
    """The words of every page, by the tables of the fonts themselves; page numbers are left out."""
    with pikepdf.open(io.BytesIO(body)) as document:
        pages = [_page(page) for page in document.pages]
    many = len(pages) > 1
    return bare(
        "".join(re.sub(rf"{n}$", "", bare(page)) if many else page for n, page in enumerate(pages, 1))
    )


def _page(page: pikepdf.Page) -> str:
    tables = {str(name): _table(font) for name, font in page.Resources.get("/Font", {}).items()}
    words, table = [], dict[str, str]()
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "Tf":
            table = tables[str(operands[0])]
        shown = operands[0] if str(operator) == "TJ" else operands if str(operator) == "Tj" else []
        for piece in shown:
            if isinstance(piece, pikepdf.String):
                code = bytes(piece).hex().upper()
                words += [table.get(code[at : at + 4], "") for at in range(0, len(code), 4)]
    return "".join(words)


def _table(font: Any) -> dict[str, str]:
    written = font.ToUnicode.read_bytes().decode()
    return {
        code: bytes.fromhex(signs).decode("utf-16-be")
        for code, signs in re.findall(r"<([0-9A-F]{4})> <([0-9A-F]{4,})>", written)
    }
