"""One paper, three outputs: what Vera reads, what Larisa edits and what the court gets say the same."""

import io
import re
import zipfile
from datetime import date

import pikepdf
import pytest
from docx import Document
from docx.oxml.ns import qn
from tests.core.documents.world import TODAY, bare, words_of_docx, words_of_html, words_of_pdf

from peredacha.core.documents import (
    Addressee,
    Attachments,
    Heading,
    Note,
    Numbered,
    Paper,
    Paragraph,
    Signature,
    Title,
    html,
    plain,
)
from peredacha.core.documents.pdf import pdf
from peredacha.core.documents.typography import set_well
from peredacha.core.documents.word import docx


def paper(words: str) -> Paper:
    """Every kind of block, each with these words."""
    return Paper(
        (
            Addressee((f"В {words}", f"от {words}")),
            Title(words, f"о {words}"),
            Paragraph(words),
            Heading(words),
            Numbered((words, words)),
            Paragraph(words),
            Numbered((words,)),
            Attachments((words, "ордер."), "Приложения:"),
            Signature("22 ноября 2026 г.", words, words),
            Note(words),
        ),
        TODAY,
    )


HOSTILE = {
    "typst code": '#panic("x") #read("/etc/passwd") #sys.inputs #include "a"',
    "typst signs": r"*a* _b_ $x^2$ `c` <label> @ref = h - l + n / t ~ \ [x] {y} // c /* d */",
    "html": "<script>alert(1)</script> &amp; <img src=x onerror=y> ]]>",
    "json": '"},{"kind":"note","text":"x"} \\u0000 \\n \\"',
    "xml": "<w:p/> &#0; <!-- x --> <![CDATA[y]]>",
    "a long text": " ".join(["Слово"] * 900),
    "one long word": "а" * 5000,
    "quotes": "«ёлочки» „лапки“ \"прямые\" 'одинарные' – —",
}


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_whatever_was_typed_stands_there_as_it_was_typed(words: str) -> None:
    one = paper(words)
    said = bare(plain(one))

    assert words_of_html(html(one)) == said
    assert words_of_docx(docx(one)) == said
    assert words_of_pdf(pdf(one)) == said


def test_hebrew_and_arabic_letters_stop_no_output_though_no_fact_may_hold_them() -> None:
    one = paper("שלום مرحبا")

    assert words_of_html(html(one)) == words_of_docx(docx(one)) == bare(plain(one))
    assert pdf(one).startswith(b"%PDF-1.7")


def test_the_page_holds_no_tag_of_a_stranger_and_no_style() -> None:
    page = html(paper("<script>x</script>\" onclick='y'"))
    tags = set(re.findall(r"<(\w+)", page))

    assert tags == {"article", "header", "h2", "h3", "p", "ol", "li", "footer", "small"}
    assert not re.search(r"<[^>]*(?:style|on\w+|href|src)=", page)


def test_the_pdf_is_an_archive_file_with_its_own_fonts_and_without_a_clock() -> None:
    made = pdf(paper("Привет"))

    with pikepdf.open(io.BytesIO(made)) as document:
        metadata = document.open_metadata()
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "B")
        fonts = {str(font.BaseFont) for page in document.pages for font in page.Resources["/Font"].values()}
        assert float(document.pages[0].MediaBox[2]) == pytest.approx(595.28, abs=0.01)
    assert fonts and all("PTSerif" in font for font in fonts)
    assert pdf(paper("Привет")) == made


def test_the_document_can_be_edited_in_russian_with_real_numbers() -> None:
    made = docx(paper("Привет"))
    document = Document(io.BytesIO(made))
    style = document.styles["Normal"].element.rPr

    assert {style.rFonts.get(qn(f"w:{slot}")) for slot in ("ascii", "hAnsi", "cs", "eastAsia")} == {
        "PT Serif"
    }
    assert style.find(qn("w:lang")).get(qn("w:val")) == "ru-RU"
    listed = [
        line for line in document.paragraphs if line._p.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None
    ]
    assert len(listed) == 5 and not any(line.text.startswith("1.") for line in listed)
    assert docx(paper("Привет")) == made


def test_the_document_tells_neither_who_made_it_nor_when() -> None:
    made = docx(paper("Привет"))
    about = Document(io.BytesIO(made)).core_properties

    assert (about.author, about.last_modified_by, about.comments) == ("", "", "")
    assert (
        about.created is not None and about.created.date() == date(2026, 11, 22) and about.created.hour == 0
    )
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in archive.namelist() if "thumbnail" in name]


def test_lines_break_neither_behind_a_short_word_nor_inside_the_number_of_a_law() -> None:
    from_typist = "ч. 11 ст. 108 УПК РФ, № 103-ФЗ, г. Тверь, И. И. Иванов, СИЗО-1, кв. 5, 2026 г."
    bound = "ч.~11 ст.~108 УПК~РФ, №~103=ФЗ, г.~Тверь, И.~И.~Иванов, СИЗО=1, кв.~5, 2026~г."

    assert set_well(from_typist).replace("\u00a0", "~").replace("\u2011", "=") == bound
