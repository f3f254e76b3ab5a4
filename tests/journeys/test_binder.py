"""Vera on an old phone: three photos become one ordered, stamped PDF, in which the words are found again."""

import re
from io import BytesIO

import pytest
from PIL import Image, ImageDraw
from playwright.sync_api import FilePayload
from tests.core.documents.world import words_of_pdf
from tests.gateways.bindery.samples import look, page_of_letters, two_pages
from tests.journeys.at_work import asks, goes_through_the_plan
from tests.journeys.conftest import Meet
from tests.journeys.vera import Vera

from peredacha.gateways.reading import ocr_available

NAME = "Вера-4b17"
SEARCH = "Обыск в квартире начат до объявления"


def lying(photo: bytes) -> bytes:
    """The same photo as a phone takes it that was held wrongly."""
    with Image.open(BytesIO(photo)) as opened:
        out = BytesIO()
        opened.rotate(90, expand=True).save(out, "PNG")
    return out.getvalue()


def certificate() -> bytes:
    """A photo of something grey with a line."""
    drawn = Image.new("RGB", (600, 800), "silver")
    ImageDraw.Draw(drawn).line((40, 60, 560, 700), fill="black", width=9)
    out = BytesIO()
    drawn.save(out, "JPEG")
    return out.getvalue()


def file(name: str, kind: str, body: bytes) -> FilePayload:
    return {"name": name, "mimeType": kind, "buffer": body}


def chooses(vera: Vera, *files: FilePayload) -> None:
    """She chooses files and says from whom they are."""
    vera.page.locator("input[type=file]").set_input_files(list(files))
    vera.page.locator("[name=source]").fill("от адвоката")
    vera.presses("Put in")


@pytest.mark.skipif(not ocr_available(), reason="no tesseract with Russian on this machine")
def test_three_photos_become_a_stamped_pdf(meet: Meet) -> None:
    vera = meet(javascript=False)
    goes_through_the_plan(vera)
    asks(vera, "Помогите собрать бумаги.", NAME)
    vera.opens("/binder/")
    vera.taps_link("Put pages in")
    chooses(
        vera,
        file("scan.pdf", "application/pdf", two_pages()),
        file("IMG_2.jpg", "image/jpeg", certificate()),
        file("IMG_1.png", "image/png", lying(page_of_letters())),
    )
    leaves = vera.page.locator("li.leaf")
    assert leaves.count() == 4
    assert leaves.first.locator("img").evaluate("one => one.decode().then(() => one.naturalWidth)") > 50

    letter = leaves.nth(3)
    letter.locator("input[type=text]").fill("1")
    vera.tap(vera.page.get_by_role("button", name=vera.reads("Save the order")).first)
    vera.tap(leaves.first.get_by_role("button", name=vera.reads("Turn")))
    small = leaves.first.locator("img")
    assert small.evaluate("one => one.decode().then(() => one.naturalHeight > one.naturalWidth)"), (
        "it stands upright"
    )

    vera.tap(leaves.first.get_by_role("link").last)
    vera.presses("Let the machine read this page")
    assert "приобщить к делу справку" in vera.page.locator("[name=text]").input_value()
    vera.presses("Save")
    vera.taps_link("All words, to search in")
    assert "приобщить к делу справку" in vera.text()

    vera.opens("/binder/")
    tells_an_event(vera)
    pdf = takes_along(vera)
    words = words_of_pdf(pdf)
    assert "Начетверг" in words and "Обысквквартиреначатдообъявления" in words
    assert words.index("л.1") < words.index("л.2")
    assert "отадвоката" not in words, "who gave a page is not printed unless asked for"
    assert [look(pdf, page).size for page in range(2, 6)] == [(420, 594), (420, 594), (594, 420), (420, 594)]
    letters = look(pdf, 2, 1188).point(lambda depth: 255 if depth < 128 else 0).getbbox()
    assert letters is not None and letters[2] - letters[0] > 500, (
        "the letter stands upright on the first leaf"
    )


def tells_an_event(vera: Vera) -> None:
    """What happened, and on which page it stands."""
    vera.taps_link("Chronology")
    vera.taps_link("Add an event")
    for part, value in enumerate((3, 11, 2026)):
        vera.page.locator(f"[name=day_{part}]").fill(str(value))
    vera.page.locator("[name=what]").fill(SEARCH)
    vera.page.locator("[name=pages]").fill("1-2")
    vera.presses("Save")
    assert SEARCH in vera.text()
    vera.taps_link("To the binder")


def takes_along(vera: Vera) -> bytes:
    """She chooses all pages, lets the PDF be made, and takes it along."""
    vera.taps_link("What to bring: one PDF")
    vera.taps_link("Choose pages")
    assert vera.page.locator("[name=pages]").input_value() == "1–4"
    vera.page.locator("[name=title]").fill("На четверг")
    vera.page.locator("[name=chronology]").check()
    vera.presses("Save")
    vera.presses("Make the PDF")
    link = vera.page.get_by_role("link", name=vera.reads("Take the PDF along"))
    answer = vera.page.request.get(f"{vera.site.address}{link.get_attribute('href')}")
    assert answer.headers["content-disposition"] == 'attachment; filename="papers.pdf"'
    assert answer.headers["cache-control"] == "no-store"
    assert not re.search(r"[0-9a-f]{64}", words_of_pdf(answer.body()))
    return answer.body()
