"""All that Vera can tell about the case through the pages, each with a mark: what the seizure drill searches for."""

from datetime import timedelta
from io import BytesIO

from PIL import Image
from tests.journeys.at_court import adds, court_day, marks, pastes, writes_day
from tests.journeys.vera import Vera, now_there
from tests.rooms.hearings.world import card, row

MARK = "7f3a91"
HARM, YES, SIGNER = f"ОнБоится{MARK}", f"СказалАдвокату{MARK}", f"АдвокатПодписал{MARK}"
JUDGE, HEARING, COURT = f"СудьяВеры{MARK}", "ДопросЧернобуровойЖилички", f"СудДаты{MARK}"
CAMERA, FROM_WHOM, FILE = f"Kamera-{MARK}", f"ОтБратаМарины{MARK}", f"protokol-{MARK}.jpg"
TYPED, EVENT, BUNDLE = f"ОбыскБезПонятых{MARK}", f"ВошлиНочью{MARK}", f"НаЧетверг{MARK}"
DOCUMENT, PACKET, AT_HOME = f"СправкаБольницы{MARK}", f"ИльяМойСын{MARK}", f"ЧинилВсёДома{MARK}"
NAMED, LIFTED = f"ПротоколПодписки{MARK}", f"ДелоОглашено{MARK}"
FIRST_SAID, THEN_SAID = f"НеБылоОбыска{MARK}", f"ОбыскБыл{MARK}"
MARKED = (
    *(HARM, YES, SIGNER, JUDGE, HEARING, COURT, CAMERA, FROM_WHOM, FILE),
    *(TYPED, EVENT, BUNDLE, FIRST_SAID, THEN_SAID),
    *(DOCUMENT, PACKET, AT_HOME, NAMED, LIFTED),
)


def tells_about_the_case(vera: Vera) -> list[str]:
    """Through every room of the case; gives what was told, and the secret address of her calendar."""
    thinks_of_him(vera)
    keeps_a_secret(vera)
    address = makes_a_calendar(vera)
    tells_of_hearings(vera)
    puts_pages_in(vera)
    return [*MARKED, address]


def thinks_of_him(vera: Vera) -> None:
    """The risk step before publicity, decided."""
    today = now_there().date()
    vera.opens("/cautions/")
    vera.presses("Think before publicity")
    marks(vera, "cell")
    vera.page.locator("[name=harm_words]").fill(HARM)
    vera.continues()
    marks(vera, "lawyer")
    writes_day(vera, "seen_on", today)
    vera.continues()
    marks(vera, "yes")
    vera.page.locator("[name=agreed_how]").fill(YES)
    writes_day(vera, "agreed_on", today)
    vera.continues()
    marks(vera, "go")
    vera.presses("Write it down")
    assert YES in vera.text() and HARM in vera.text()


def keeps_a_secret(vera: Vera) -> None:
    """An undertaking that somebody signed."""
    vera.opens("/cautions/")
    vera.taps_link("The undertaking of secrecy")
    vera.taps_link("Record what was signed")
    marks(vera, "lawyer")
    vera.page.locator("[name=who]").fill(SIGNER)
    writes_day(vera, "signed_on", now_there().date())
    vera.continues()
    marks(vera, "named")
    vera.page.locator("[name=named]").fill(NAMED)
    vera.presses("Save")
    assert SIGNER in vera.text() and NAMED in vera.text()
    vera.taps_link("It no longer binds")
    vera.page.locator("[name=words]").fill(LIFTED)
    vera.presses("It no longer binds")
    assert LIFTED in vera.text()


def makes_a_calendar(vera: Vera) -> str:
    """The secret words of an address that a phone follows."""
    vera.opens("/dates/")
    vera.tap(vera.page.locator("main form[action$='/dates/new/'] button"))
    shown = vera.text(vera.page.locator(".words-address"))
    vera.presses("It is in the calendar")
    return shown.rpartition("/")[2].removesuffix(".ics")


def tells_of_hearings(vera: Vera) -> None:
    """A line from the corridor, and the court's card."""
    vera.opens("/hearings/")
    vera.taps_link("Add the next date")
    vera.page.locator("[name=text]").fill(f"{court_day(8):%d.%m.%Y} 10:30 {HEARING}")
    vera.page.locator("[name=court]").fill(COURT)
    vera.presses("Save")
    vera.presses("Yes, this is right")
    vera.taps_link("All is right")
    assert HEARING in vera.text() and COURT in vera.text()
    pastes(vera, card(row(f"{court_day(15):%d.%m.%Y}"), judge=JUDGE))
    vera.presses("Keep the card")


def puts_pages_in(vera: Vera) -> None:
    """A photo with the name of its camera, words on it, an event, two statements, a bundle that was made."""
    vera.opens("/binder/")
    vera.taps_link("Put pages in")
    photo = {"name": FILE, "mimeType": "image/jpeg", "buffer": photographed()}
    vera.page.locator("input[type=file]").set_input_files([photo])  # type: ignore[list-item]
    vera.page.locator("[name=source]").fill(FROM_WHOM)
    vera.presses("Put in")
    vera.tap(vera.page.locator("li.leaf").first.get_by_role("link").last)
    vera.page.locator("[name=text]").fill(TYPED)
    vera.presses("Save")
    vera.opens("/binder/")
    adds(
        vera, "Chronology", "Add an event", what=EVENT, pages="1", day=now_there().date() - timedelta(days=9)
    )
    holds_against_each_other(vera)
    takes_along(vera)


def holds_against_each_other(vera: Vera) -> None:
    """Two statements that do not go together."""
    vera.taps_link("Contradictions")
    vera.taps_link("Add a contradiction")
    for name, words in (
        ("first", FIRST_SAID),
        ("second", THEN_SAID),
        ("first_pages", "1"),
        ("second_pages", "1"),
    ):
        vera.page.locator(f"[name={name}]").fill(words)
    vera.presses("Save")
    assert THEN_SAID in vera.text()
    vera.taps_link("To the binder")


def photographed() -> bytes:
    """A small photo whose traces say which camera took it."""
    exif, out = Image.Exif(), BytesIO()
    exif[0x0110] = CAMERA
    Image.new("RGB", (64, 48), "silver").save(out, "JPEG", exif=exif)
    assert CAMERA.encode() in out.getvalue()
    return out.getvalue()


def takes_along(vera: Vera) -> None:
    """A bundle, made into a PDF."""
    vera.taps_link("What to bring: one PDF")
    vera.taps_link("Choose pages")
    vera.page.locator("[name=title]").fill(BUNDLE)
    vera.presses("Save")
    assert BUNDLE in vera.text()
    vera.opens("/binder/")
    vera.taps_link("List of documents")
    vera.taps_link("Add a document")
    vera.page.locator("[name=title]").fill(DOCUMENT)
    vera.page.locator("[name=pages]").fill("1")
    vera.presses("Save")
    assert DOCUMENT in vera.text()
    tells_who_he_is(vera)


def tells_who_he_is(vera: Vera) -> None:
    """A packet for the court with one section."""
    vera.opens("/binder/")
    vera.taps_link("Who he or she is: a packet for the court")
    vera.taps_link("Begin a packet")
    vera.page.locator("[name=title]").fill(PACKET)
    vera.presses("Save")
    vera.tap(vera.page.locator("main h2 a").first)
    vera.page.locator("[name=words]").fill(AT_HOME)
    vera.presses("Save")
    assert PACKET in vera.text() and AT_HOME in vera.text()
