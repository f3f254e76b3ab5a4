"""Everything about Vera's case in a chapter at work: binder, bundle, hearings, calendar, care before it goes out."""

from datetime import timedelta
from io import BytesIO

from PIL import Image, ImageDraw
from playwright.sync_api import FilePayload
from tests.gateways.bindery.samples import page_of_letters, two_pages
from tests.journeys.at_court import adds, court_day, lets_anybody_come, marks, pastes, writes_day
from tests.journeys.chapter import Chapter, part
from tests.journeys.vera import Vera, now_there
from tests.rooms.hearings.world import COURT, card, row

SEARCH = "Протокол обыска"
WORDS = "Прошу приобщить к делу справку из больницы № 15."


def case_is_told(chapter: Chapter) -> None:
    """Vera tells what she has; Anna records what was signed in another family; Pavel follows the days of all."""
    vera = chapter.lets("vera")
    puts_pages_in(chapter, vera)
    tells_what_stands_there(chapter, vera)
    takes_along(chapter, vera)
    is_careful(chapter, vera)
    tells_of_hearings(chapter, vera)
    vera.opens("/dates/")
    vera.tap(vera.page.locator("main form[action$='/dates/new/'] button"))
    pavel = chapter.lets("pavel")
    pavel.opens("/dates/team/")
    pavel.tap(pavel.page.locator("main form[action$='/dates/team/new/'] button"))
    pavel.presses("It is in the calendar")


def photo() -> bytes:
    """A photo of something grey with a line."""
    drawn = Image.new("RGB", (600, 800), "silver")
    ImageDraw.Draw(drawn).line((40, 60, 560, 700), fill="black", width=9)
    out = BytesIO()
    drawn.save(out, "JPEG")
    return out.getvalue()


def puts_pages_in(chapter: Chapter, vera: Vera) -> None:
    """Four pages, one of which is taken away; the words of the first are typed."""
    vera.opens("/binder/")
    vera.taps_link("Put pages in")
    files: tuple[FilePayload, ...] = (
        {"name": "IMG_2041.png", "mimeType": "image/png", "buffer": page_of_letters()},
        {"name": "scan.pdf", "mimeType": "application/pdf", "buffer": two_pages()},
        {"name": "IMG_2043.jpg", "mimeType": "image/jpeg", "buffer": photo()},
    )
    vera.page.locator("input[type=file]").set_input_files(list(files))
    vera.page.locator("[name=source]").fill("от адвоката")
    vera.presses("Put in")
    leaves = vera.page.locator("li.leaf")
    assert leaves.count() == 4
    vera.tap(leaves.nth(3).get_by_role("link").last)
    vera.presses("Take this page away")
    vera.opens("/binder/")
    vera.tap(leaves.first.get_by_role("link").last)
    chapter.keeps(page=part(vera, 5))
    vera.page.locator("[name=text]").fill(WORDS)
    vera.presses("Save")


def tells_what_stands_there(chapter: Chapter, vera: Vera) -> None:
    """An event, two documents, two statements that do not go together."""
    vera.opens("/binder/")
    adds(vera, "Chronology", "Add an event", now_there().date() - timedelta(days=9), what="Обыск", pages="1")
    for title, pages in ((SEARCH, "1"), ("Справка из больницы", "2-3")):
        adds(vera, "List of documents", "Add a document", title=title, pages=pages)
    said = {
        "first": "Обыск начат в 7:40",
        "first_pages": "1",
        "second": "Понятые пришли в 9",
        "second_pages": "2",
    }
    adds(vera, "Contradictions", "Add a contradiction", **said)
    for list_, name in (("events", "event"), ("documents", "exhibit"), ("contradictions", "contradiction")):
        vera.opens(f"/binder/matters/{chapter.places['matter']}/{list_}/")
        chapter.keeps(**{name: part(vera, 5, f"/{list_}/")})


def takes_along(chapter: Chapter, vera: Vera) -> None:
    """A bundle that was made, one that holds a secret page, a packet with one section."""
    for name, title, pages in (("secret", "Для правозащитников", "1-3"), ("bundle", "На четверг", "2-3")):
        vera.opens("/binder/")
        vera.taps_link("What to bring: one PDF")
        vera.taps_link("Choose pages")
        vera.page.locator("[name=title]").fill(title)
        vera.page.locator("[name=pages]").fill(pages)
        vera.presses("Save")
        chapter.keeps(**{name: part(vera, 5)})
    vera.presses("Make the PDF")
    vera.opens("/binder/")
    vera.taps_link("Who he or she is: a packet for the court")
    vera.taps_link("Begin a packet")
    vera.page.locator("[name=title]").fill("Илья, мой сын")
    vera.presses("Save")
    chapter.keeps(packet=part(vera, 5))
    vera.tap(vera.page.locator("main h2 a").first)
    vera.page.locator("[name=words]").fill("Живём вдвоём. Он чинил всё в доме и встречал меня со смены.")
    vera.page.locator("[name=pages]").fill("3")
    vera.presses("Save")


def tells_of_hearings(chapter: Chapter, vera: Vera) -> None:
    """A line from the corridor, moved once; the court's card, kept, and a newer one that waits; a door open to all."""
    vera.opens("/hearings/")
    vera.taps_link("Add the next date")
    vera.page.locator("[name=text]").fill(f"{court_day(5):%d.%m.%Y} 10:30 допрос свидетеля")
    vera.page.locator("[name=court]").fill(f"{COURT}, зал 3")
    vera.presses("Save")
    vera.presses("Yes, this is right")
    vera.tap(vera.page.locator("main a[href$='/moved/']"))
    vera.page.locator("[name=text]").fill(f"{court_day(6):%d.%m.%Y} 14:00")
    vera.presses("Save")
    chapter.keeps(hearing=part(vera, 4))
    vera.taps_link("All is right")
    first = row(f"{court_day(12):%d.%m.%Y}")
    pastes(vera, card(first))
    vera.presses("Keep the card")
    lets_anybody_come(vera)
    pastes(vera, card(first, row(f"{court_day(19):%d.%m.%Y}", "11:00"), judge="Ветрова А. П."))


def is_careful(chapter: Chapter, vera: Vera) -> None:
    """Publicity thought over and decided, an undertaking of secrecy that names one document."""
    today = now_there().date()
    vera.opens("/cautions/")
    vera.presses("Think before publicity")
    marks(vera, "cell", "family")
    vera.continues()
    marks(vera, "lawyer")
    writes_day(vera, "seen_on", today)
    vera.continues()
    marks(vera, "yes")
    vera.page.locator("[name=agreed_how]").fill("Сказал адвокату в пятницу.")
    writes_day(vera, "agreed_on", today)
    vera.continues()
    marks(vera, "go")
    vera.presses("Write it down")
    chapter.keeps(step=part(vera, 4))
    vera.opens("/cautions/")
    vera.taps_link("The undertaking of secrecy")
    vera.taps_link("Record what was signed")
    marks(vera, "lawyer")
    writes_day(vera, "signed_on", today)
    vera.continues()
    marks(vera, "named")
    vera.page.locator("[name=named]").fill(SEARCH)
    vera.presses("Save")
    chapter.keeps(undertaking=part(vera, 5, "/signed/"))
