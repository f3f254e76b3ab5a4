"""A paper as DOCX: real numbering, Russian spelling, every font slot set, nothing about who made it.

Imported only by the printing process (``__main__``): python-docx has no place in the server's memory.
"""

import io
import zipfile
from copy import deepcopy
from datetime import datetime, time
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt

from peredacha.core.documents.blocks import Block, Paper

FONT = "PT Serif"
SLOTS = ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia")
WRITTEN_AT = (1980, 1, 1, 0, 0, 0)
LEVEL = """<w:abstractNum {ns} w:abstractNumId="{id}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">
<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="space"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/>
<w:pPr><w:ind w:left="0" w:firstLine="709"/></w:pPr></w:lvl></w:abstractNum>"""
NUM = '<w:num {ns} w:numId="{id}"><w:abstractNumId w:val="{id}"/></w:num>'
FIRST_LIST = 100
CENTER, JUSTIFY, LEFT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY, WD_ALIGN_PARAGRAPH.LEFT


def docx(paper: Paper) -> bytes:
    """The paper as an editable DOCX; the same paper gives the same bytes."""
    page = Document()
    _set_up(page, paper)
    for number, block in enumerate(paper.blocks, FIRST_LIST):
        _write(page, block, number)
    rels = page.part.package.rels
    for name in [name for name, one in rels.items() if one.reltype.endswith("/thumbnail")]:
        del rels[name]
    held = io.BytesIO()
    page.save(held)
    return _undated(held.getvalue())


def _set_up(page: Any, paper: Paper) -> None:
    section = page.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(1.5)
    section.top_margin = section.bottom_margin = Cm(2)
    style = page.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(12)
    style.paragraph_format.space_after, style.paragraph_format.space_before = Pt(0), Pt(0)
    style.paragraph_format.line_spacing = 1.15
    fonts = style.element.rPr.rFonts
    for slot in SLOTS:
        fonts.set(qn(slot), FONT)
    for style_rpr in (
        style.element.rPr,
        page.styles.element.find(".//" + qn("w:rPrDefault")).find(qn("w:rPr")),
    ):
        for old in style_rpr.findall(qn("w:lang")):
            style_rpr.remove(old)
        language = "ru-RU" if paper.language == "ru" else "en-GB"
        style_rpr.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="{language}" w:eastAsia="{language}"/>'))
    about = page.core_properties
    about.author = about.last_modified_by = about.comments = about.keywords = about.subject = ""
    about.title, about.language = paper.title, paper.language
    about.created = about.modified = datetime.combine(paper.day, time())


def _write(page: Any, block: Block, number: int) -> None:
    match block.kind:
        case "addressee":
            for line in block.lines:
                page.add_paragraph(line).paragraph_format.left_indent = Cm(8)
            page.paragraphs[-1].paragraph_format.space_after = Pt(14)
        case "title":
            _middle(page, block.text, bold=True, before=0, after=0 if block.under else 10)
            if block.under:
                _middle(page, block.under, bold=False, before=0, after=10)
        case "heading":
            _middle(page, block.text, bold=True, before=6, after=6)
        case "paragraph":
            _indented(page, block.text)
        case "numbered":
            _listed(page, block.items, number)
        case "attachments":
            word = page.add_paragraph(block.word)
            word.paragraph_format.space_before, word.paragraph_format.keep_with_next = Pt(10), True
            _listed(page, block.items, number)
        case "signature":
            _signed(page, block.day, block.role, block.name)
        case "note":
            run = page.add_paragraph().add_run(block.text)
            run.font.size = Pt(10)


def _middle(page: Any, text: str, *, bold: bool, before: int, after: int) -> None:
    line = page.add_paragraph()
    line.alignment = CENTER
    line.add_run(text).bold = bold
    line.paragraph_format.space_before, line.paragraph_format.space_after = Pt(before), Pt(after)
    line.paragraph_format.keep_with_next = True


def _indented(page: Any, text: str) -> Any:
    line = page.add_paragraph(text)
    line.alignment, line.paragraph_format.first_line_indent = JUSTIFY, Cm(1.25)
    return line


def _listed(page: Any, items: tuple[str, ...], number: int) -> None:
    """Each item a paragraph of a list of its own, counted by the word processor."""
    numbering = page.part.numbering_part.element
    ns = nsdecls("w")
    numbering.insert(0, parse_xml(LEVEL.format(ns=ns, id=number)))
    numbering.append(parse_xml(NUM.format(ns=ns, id=number)))
    for item in items:
        line = page.add_paragraph(item)
        line.alignment = JUSTIFY
        properties = line._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val, properties.get_or_add_numId().val = 0, number


def _signed(page: Any, day: str, role: str, name: str) -> None:
    first = page.add_paragraph(day)
    first.paragraph_format.space_before, first.paragraph_format.keep_with_next = Pt(18), True
    line = page.add_paragraph(f"{role}\t____________ {name}")
    line.alignment = LEFT
    line.paragraph_format.tab_stops.add_tab_stop(Cm(16.5), WD_TAB_ALIGNMENT.RIGHT)


def _undated(made: bytes) -> bytes:
    """The same archive without the hour at which it was made."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for one in old.infolist():
            kept = deepcopy(one)
            kept.date_time = WRITTEN_AT
            new.writestr(kept, old.read(one.filename), zipfile.ZIP_DEFLATED)
    return held.getvalue()
