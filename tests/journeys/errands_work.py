"""Every page about parcels, letters, visits, the store and paper mail, and who opens it in the chapter at work."""

from collections.abc import Mapping

from tests.journeys.pages import Work, presses
from tests.journeys.vera import Vera

ERRAND, WISHES = "/errands/matters/{matter}/", "/parcels/matters/{matter}/"
BOX, BATCH = "/boxes/parcels/{boxed}/", "/boxes/batches/{batch}/"
GOOD, LOT = "/stores/goods/{good}/", "/stores/lots/{lot}/"
POST, VISITS = "/postroom/letters/{letter}/", "/visits/matters/{matter}/"
VISIT, MAIL, OFFER = VISITS + "{visit}/", "/mail/{mail}/", "/aid/{offer}/"
CARD = "/facilities/{card}/"


def asks_for_nothing(vera: Vera) -> None:
    """The first question about a parcel is sent empty."""
    vera.continues()


def asks_for_things(vera: Vera) -> None:
    """She comes to the long list of things."""
    vera.page.locator("[value=parcel]").check()
    vera.continues()


ERRANDS = (
    Work("errands", "vera", ERRAND),
    Work("errands of a matter", "pavel", ERRAND),
    Work("errands used", "vera", f"{ERRAND}used/"),
    Work("errands used mistake", "vera", f"{ERRAND}used/", presses("Save")),
    Work("errands plan", "vera", f"{ERRAND}plan/"),
    Work("errands became", "vera", f"{ERRAND}slots/{{slot}}/"),
    Work("person inside", "vera", f"{ERRAND}person/"),
    *(Work(f"person inside {number}", "vera", f"{ERRAND}person/{number}/") for number in range(1, 7)),
    Work("carried", "petya", "/errands/{carried}/"),
    Work("parcels", "vera", WISHES),
    Work("parcels of a matter", "anna", WISHES),
    Work("parcel ask", "vera", f"{WISHES}ask/"),
    Work("parcel ask mistake", "vera", f"{WISHES}ask/", asks_for_nothing),
    Work("parcel ask things", "vera", f"{WISHES}ask/", asks_for_things),
    Work("parcel wanted", "vera", "/parcels/{wanted}/"),
    Work("parcel without a thing", "vera", "/parcels/{boxed}/"),
    Work("parcel to agree", "petya", "/parcels/{wanted}/"),
    Work("parcel to pack", "petya", "/parcels/{waits}/"),
    Work("parcel in its box", "petya", "/parcels/{boxed}/"),
    Work("parcel step agreed", "petya", "/parcels/{wanted}/steps/agreed/"),
    Work("parcel step agreed mistake", "petya", "/parcels/{wanted}/steps/agreed/", presses("Write it down")),
    Work("parcel step placed", "petya", "/parcels/{walked}/steps/placed/"),
    Work("parcel step planned", "petya", "/parcels/{waits}/steps/planned/"),
    Work("parcel step handed", "petya", "/parcels/{boxed}/steps/handed/"),
    Work("parcel step refused", "petya", "/parcels/{boxed}/steps/refused/"),
    Work("parcel step thing", "petya", "/parcels/{boxed}/steps/thing/"),
    Work("parcel step elsewhere", "petya", "/parcels/{boxed}/steps/elsewhere/"),
    Work("parcel undo", "petya", "/parcels/{waits}/undo/"),
    Work("parcels board", "petya", "/parcels/board/"),
    Work("parcels places", "petya", "/parcels/places/"),
    Work("box", "petya", "/boxes/parcels/{waits}/"),
    Work("box packed", "petya", BOX),
    Work("box list", "petya", f"{BOX}list/"),
    Work("box pick", "petya", f"{BOX}pick/"),
    Work("box pick mistake", "petya", f"{BOX}pick/", presses("Everything is in the box")),
    Work("box papers", "petya", f"{BOX}papers/"),
    Work("batches", "petya", "/boxes/batches/"),
    Work("batch", "petya", BATCH),
    Work("batch papers", "petya", f"{BATCH}papers/"),
    Work("box code", "petya", "/boxes/code/"),
    Work("box code mistake", "petya", "/boxes/code/", presses("Go there")),
    Work("turns", "petya", "/turns/"),
    Work("turns of everything", "pavel", "/turns/"),
)

STORE = (
    Work("store", "petya", "/stores/"),
    Work("store short", "petya", "/stores/short/"),
    Work("store receive", "petya", "/stores/receive/"),
    Work("store receive found", "petya", "/stores/receive/?q=tea"),
    Work("store receive good", "petya", "/stores/receive/{good}/"),
    Work("store receive mistake", "petya", "/stores/receive/{good}/", presses("Put on the shelf")),
    Work("store good", "petya", GOOD),
    Work("store lot", "petya", LOT),
    Work("store lot move", "petya", f"{LOT}move/"),
    Work("store lot count", "petya", f"{LOT}count/"),
    Work("store lot write-off", "petya", f"{LOT}write-off/"),
    Work("store places", "petya", "/stores/places/"),
    Work("store place", "petya", "/stores/places/{shelf}/"),
    Work("store drives", "petya", "/stores/drives/"),
    Work("store drive", "petya", "/stores/drives/new/"),
    Work("store sets", "petya", "/stores/sets/"),
    Work("store set", "petya", "/stores/sets/{kit}/"),
    Work("good new", "petya", "/goods/new/"),
    Work("good change", "petya", "/goods/{good}/change/"),
    Work("good code", "petya", "/goods/{good}/code/"),
    Work("good papers", "petya", "/goods/{good}/papers/"),
)

LETTERS = (
    Work("letters to him", "vera", "/letters/matters/{matter}/"),
    Work("letters agreed", "vera", "/letters/matters/{matter}/agree/"),
    Work("letters agreed mistake", "pavel", "/letters/matters/{waiting}/agree/", presses("Save")),
    Work("letter write", "writer", "/letters/write/"),
    Work("letters written", "writer", "/letters/mine/"),
    Work("letter written", "writer", "/letters/mine/{letter}/"),
    Work("letters desk", "petya", "/postroom/"),
    Work("letter read", "petya", "/postroom/letters/{second}/"),
    Work("letter read mistake", "petya", "/postroom/letters/{second}/", presses("Send it back")),
    Work("letters print", "petya", "/postroom/print/"),
    Work("letters posted", "petya", "/postroom/post/"),
    Work("answer came", "petya", "/postroom/reply/"),
    Work("answer came mistake", "petya", "/postroom/reply/", presses("Continue")),
    Work("answer pages", "petya", f"{POST}reply/"),
    Work("answer looked at", "petya", "/postroom/answers/{reply}/"),
    Work("letters silent", "pavel", "/postroom/silent/"),
    Work("paper mail", "pavel", "/mail/"),
    Work("paper mail new", "pavel", "/mail/new/"),
    Work("paper mail new mistake", "pavel", "/mail/new/", presses("Give it a number")),
    Work("paper mail away", "pavel", "/mail/away/"),
    Work("paper letter", "pavel", MAIL),
    Work("paper letter fresh", "pavel", "/mail/{fresh}/"),
    Work("paper letter pages", "pavel", f"{MAIL}add/"),
    Work("paper letter page", "pavel", f"{MAIL}pages/1/"),
    Work("paper letter page read", "pavel", f"{MAIL}pages/1/", presses("Let the machine read this page")),
    *(
        Work(f"paper letter {one}", "pavel", f"{MAIL}look/{one}/")
        for one in ("danger", "paper", "asks", "who")
    ),
    Work("paper letter danger mistake", "pavel", "/mail/{fresh}/look/danger/", presses("Continue")),
    *(Work(f"paper letter {one}", "pavel", f"{MAIL}{one}/") for one in ("where", "what", "into")),
    Work("paper letter reply", "pavel", f"{MAIL}reply/"),
    Work("paper letter put away", "pavel", f"{MAIL}put-away/"),
)

VISITED = (
    Work("visits", "vera", VISITS),
    Work("visits of a matter", "anna", VISITS),
    Work("visit new", "vera", f"{VISITS}new/"),
    Work("visit new mistake", "vera", f"{VISITS}new/", presses("Continue")),
    Work("visit wanted", "vera", f"{VISITS}{{wish}}/"),
    Work("visit", "vera", VISIT),
    *(
        Work(f"visit {one}", "vera", f"{VISIT}{one}/")
        for one in ("who", "permitted", "day", "made", "refused")
    ),
    Work("rides", "petya", "/visits/rides/"),
    Work("ride offer", "pavel", "/visits/rides/new/"),
    Work("ride", "pavel", "/visits/rides/{ride}/"),
    Work("visited by nobody", "petya", "/visits/alone/"),
    Work("aid", "petya", "/aid/"),
    Work("aid new", "petya", "/aid/new/"),
    Work("aid new found", "petya", "/aid/new/?text=1"),
    Work("aid offer", "petya", OFFER),
    Work("aid goods", "petya", f"{OFFER}goods/"),
    Work("aid goods mistake", "petya", f"{OFFER}goods/", presses("Put it on the list")),
    Work("aid list", "petya", f"{OFFER}list/"),
    Work("aid step", "petya", f"{OFFER}step/"),
    Work("aid file", "petya", f"{OFFER}file/"),
    Work("aid question", "petya", f"{OFFER}papers/offer/1/"),
    Work("months", "nobody", "/tallies/"),
    Work("month in kind", "nobody", "/tallies/months/{month}/"),
    Work("parcel cost", "nobody", "/tallies/cost/"),
    Work("our numbers", "pavel", "/tallies/numbers/"),
    Work("our numbers of a month", "pavel", "/tallies/numbers/{month}/"),
    Work("spent", "pavel", "/tallies/spending/"),
    Work("spent mistake", "pavel", "/tallies/spending/", presses("Save")),
    Work("window different", "vera", f"{CARD}different/"),
    Work("window told", "petya", f"{CARD}different/goods/honey/"),
    Work("window list told", "petya", f"{CARD}different/list/copies-3/"),
    Work("window words", "petya", "/facilities/reports/"),
)

NO_ERRAND_PAGE: Mapping[str, str] = {
    "/errands/": "leads to the family's own counter",
    "/parcels/": "leads to the family's own parcels",
    "/visits/": "leads to the family's own visits",
    "/turns/pack/": "leads to the parcel, or the page, of whoever waits longest: tests/rooms/turns",
    f"{BATCH}papers/{{paper}}/": "a file to take along: tests/rooms/batches",
    "/letters/mine/{letter}/pages/{page}/": "a picture: tests/rooms/letters",
    "/letters/matters/{matter}/{letter}/pages/{page}/": "a picture: tests/rooms/letters",
    "/postroom/letters/{letter}/pages/{page}/": "a picture: tests/rooms/postroom",
    f"{MAIL}pages/1/picture/": "a picture: tests/rooms/mailroom",
    "/goods/{good}/papers/{paper}/": "a file to look at: tests/rooms/stores",
    f"{OFFER}files/{{file}}/": "a file to take along: tests/rooms/aid",
    f"{OFFER}papers/offer/": "stands once every question is answered: tests/rooms/aid",
    f"{OFFER}papers/offer/paper.pdf": "a file to take along: tests/rooms/aid",
    f"{OFFER}papers/offer/paper.docx": "a file to take along: tests/rooms/aid",
    "/tallies/months/{month}/table.csv": "a file to take along: tests/rooms/tallies",
}
