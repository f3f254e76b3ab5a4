"""What is carried to Vera's son, each with a mark, typed through the pages: what the seizure drill searches for."""

from dataclasses import dataclass
from datetime import date, timedelta

from tests.gateways.bindery.samples import page_of_letters
from tests.journeys.about_the_case import MARK
from tests.journeys.chapter import part
from tests.journeys.errands_at_work import COLONY, prints, today, walks
from tests.journeys.sheets import sends, things
from tests.journeys.vera import Vera

from peredacha.gateways.reading import ocr_available

SURNAME, NEED, ALIAS = f"Знаменцев{MARK}", f"АстмаИлья{MARK}", f"Алексаша{MARK}"
LIKES, SILENT, OWN = f"ЛюбитРыбалку{MARK}", f"МолчатьОСуде{MARK}", f"СвозимСами{MARK}"
WISH, YES, RECEIPT = f"Мёрзнет190{MARK}", f"ЗвонилСам{MARK}", f"КвитанцияОкна{MARK}"
LETTER, ANSWER = "Ежевика шуршала под кошачьей лапой", f"КнигиДошли{MARK}"
"""A letter has plain words: what looks like a cipher is not taken."""
HEARD, SEEN = f"ЛеснойИК3{MARK}", "слышали соседи"
"""What somebody told Petya at a window; what the machine reads on a scan."""
GOES, FROM, CAR = f"ЗояБабушка{MARK}", f"ВокзалСоснов{MARK}", f"СиняяМашина{MARK}"
WRITER, PLACE, LINES = f"КузнецовПисал{MARK}", f"КонвертИзСегежи{MARK}", f"ПришлитеЧаю{MARK}"
GIVEN, TAKEN, SHEET = f"ЧайЧёрныйВКолонию{MARK}", f"РОССсертификат{MARK}", f"IMG{MARK}.png"
MARKED = (
    *(SURNAME, NEED, ALIAS, LIKES, SILENT, OWN, WISH, YES, RECEIPT, LETTER, ANSWER),
    *(GOES, FROM, CAR, WRITER, PLACE, LINES, GIVEN, TAKEN, SHEET),
    HEARD,
)


@dataclass
class Carriers:
    """Vera the mother, Pavel who leads, Petya who packs, Nina who writes."""

    vera: Vera
    pavel: Vera
    petya: Vera
    nina: Vera


def tells_about_errands(four: Carriers) -> list[str]:
    """Through every room where something is carried, written or driven; gives what was typed."""
    four.vera.opens("/errands/")
    matter = part(four.vera, 3)
    tells_of_him(four.vera, matter)
    asks_and_gets(four, matter)
    writes_to_him(four, matter)
    goes_to_him(four, matter)
    paper_comes(four.pavel)
    petya_offers(four.petya)
    return [*MARKED, *([SEEN] if ocr_available() else [])]


def ahead(days: int) -> date:
    """A day to come."""
    return today() + timedelta(days=days)


def tells_of_him(vera: Vera, matter: str) -> None:
    """Who he is, what he needs, what to write about; and what Vera carries herself."""
    person = f"/errands/matters/{matter}/person/"
    sends(vera, f"{person}1/", surname=SURNAME, given="Илья", birth_year="1999")
    sends(vera, f"{person}2/", facility=COLONY, held="colony", confirmed_by="call")
    sends(vera, f"{person}3/", regime="general", conditions="ordinary", admitted_on=ahead(-200))
    sends(vera, f"{person}5/", needs=NEED, shoes="43", clothes="52")
    sends(vera, f"/errands/matters/{matter}/plan/", kind="parcels", on=ahead(10), note=OWN)
    assert OWN in vera.text()


def asks_and_gets(four: Carriers, matter: str) -> None:
    """A parcel through its chain; what the window said stands in it."""
    vera, petya = four.vera, four.petya
    vera.opens(f"/parcels/matters/{matter}/ask/")
    things(vera, kind="parcel")
    things(vera, things=("tea", "soap"))
    things(vera, words=WISH)
    things(vera, deliver_by=ahead(20), way="window")
    parcel = part(vera, 2)
    sends(petya, f"/parcels/{parcel}/steps/agreed/", code="prisoner", text=YES)
    walks(petya, parcel, "placed", "planned")
    petya.opens(f"/boxes/parcels/{parcel}/")
    petya.presses("Take it from the store")
    sends(petya, f"/parcels/{parcel}/steps/elsewhere/", on=today(), text=HEARD)
    vera.opens(f"/errands/matters/{matter}/person/")
    assert HEARD in vera.text()
    vera.presses("No, he is where he was: known today")
    sends(petya, f"/parcels/{parcel}/steps/handed/", on=today(), text=RECEIPT)
    petya.opens(f"/parcels/{parcel}/")
    assert all(one in petya.text() for one in (SURNAME, WISH, RECEIPT))


def writes_to_him(four: Carriers, matter: str) -> None:
    """Vera says yes; Nina writes; the answer is scanned and looked at."""
    says = {"says": "prisoner", "alias": ALIAS, "language": "ru", "interests": LIKES, "silent_on": SILENT}
    sends(four.vera, f"/letters/matters/{matter}/agree/", **says)
    nina = four.nina
    nina.opens("/letters/write/")
    nina.tap(nina.page.locator("main form button").first)
    things(nina, text=LETTER)
    petya = four.petya
    petya.opens("/postroom/")
    letter = part(petya, 3, "/postroom/letters/")
    petya.opens(f"/postroom/letters/{letter}/")
    assert LETTER in petya.text() and ALIAS in petya.text()
    petya.presses("Let it through")
    prints(petya)
    petya.opens("/postroom/post/")
    petya.page.locator("[name=letters]").first.check()
    things(petya, on=today(), way="post")
    scan = {"name": SHEET, "mimeType": "image/png", "buffer": page_of_letters()}
    sends(petya, f"/postroom/letters/{letter}/reply/", words=ANSWER, on=today(), file=scan)  # type: ignore[arg-type]


def goes_to_him(four: Carriers, matter: str) -> None:
    """His grandmother goes there in Pavel's car."""
    vera, visits = four.vera, f"/visits/matters/{matter}/"
    sends(vera, f"{visits}new/", kind="short")
    visit = part(vera, 4)
    sends(vera, f"{visits}{visit}/who/", who=GOES, wants_seats="1", from_where=FROM)
    sends(vera, f"{visits}{visit}/day/", on=ahead(6))
    assert GOES in vera.text()
    car = {"facility": COLONY, "on": ahead(6), "seats": "3", "hour": "06:30"}
    sends(four.pavel, "/visits/rides/new/", **car, from_where="Соснов", words=CAR)  # type: ignore[arg-type]


def paper_comes(pavel: Vera) -> None:
    """A letter from inside is looked at and waits."""
    sends(pavel, "/mail/new/", on=today())
    mail = f"/mail/{part(pavel, 2)}/"
    for question in ("danger", "paper"):
        sends(pavel, f"{mail}look/{question}/", value="no")
    sends(pavel, f"{mail}look/asks/", asks=("parcel",))
    sends(pavel, f"{mail}look/who/", writer="inside", who=WRITER, place=PLACE, words=LINES)
    pavel.opens(f"{mail}look/who/")
    assert pavel.page.locator("[name=who]").input_value() == WRITER
    assert pavel.page.locator("[name=words]").input_value() == LINES
    scan = {"name": SHEET, "mimeType": "image/png", "buffer": page_of_letters()}
    sends(pavel, f"{mail}add/", file=scan)  # type: ignore[arg-type]
    if ocr_available():
        pavel.opens(f"{mail}pages/1/")
        pavel.presses("Let the machine read this page")
        assert SEEN in pavel.text()


def petya_offers(petya: Vera) -> None:
    """Tea for a whole colony, with its certificate."""
    petya.opens("/aid/new/?text=1")
    things(petya, place=0)
    offer = f"/aid/{part(petya, 2)}/"
    sends(petya, f"{offer}goods/", name=GIVEN, goods="tea", pieces="40", kilo="4", certificate=TAKEN)
    petya.opens(offer)
    assert GIVEN in petya.text()
