"""Every page that a helper or a family at work can open, and who opens it in the chapter that is at work."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tests.journeys.chapter import Chapter, sends
from tests.journeys.vera import Vera

DESK, TALK, ROLL = "/desk/matters/{matter}/", "/talk/matters/{matter}/", "/rolls/{roll}/"
PAPERS = "/papers/matters/{matter}/"
PAPER, DRAFT = PAPERS + "{paper}/", PAPERS + "{draft}/"


@dataclass(frozen=True)
class Work:
    """A page at work: a name for reports, who opens it, its address, and what is pressed on it, if anything."""

    name: str
    who: str
    path: str
    press: Callable[[Vera], None] | None = None

    def address(self, chapter: Chapter) -> str:
        """Where the page is in this chapter."""
        return self.path.format(**chapter.places)


def presses(text: str) -> Callable[[Vera], None]:
    """A page that comes after one button."""
    return lambda somebody: somebody.presses(text)


def shows_choice(pavel: Vera) -> None:
    """Two lines of the queue are to be promised another day."""
    for place in range(2):
        pavel.page.locator("[name=matters]").nth(place).check()
    pavel.page.locator("[name=act]").first.check()
    pavel.page.locator("[name=why]").fill("Дежурит один человек")
    pavel.presses("Show what would change")


def asks_nothing(zoya: Vera) -> None:
    """Every tick is taken away."""
    zoya.page.locator("input[value=person]").uncheck()
    zoya.continues()


def says_nothing(zoya: Vera) -> None:
    """The line is empty."""
    zoya.page.locator("[name=answer]").fill("")
    zoya.continues()


WORK = (
    Work("sign in", "nobody", "/team/sign-in/"),
    Work("sign in mistake", "nobody", "/team/sign-in/", presses("Sign in")),
    Work("second factor", "half", "/team/sign-in/code/"),
    Work("second factor mistake", "half", "/team/sign-in/code/", presses("Open")),
    Work("twelve words back", "nobody", "/team/sign-in/words/"),
    Work("lost phone", "nobody", "/team/sign-in/lost/"),
    Work("locked", "nobody", "/team/locked/"),
    Work("new device", "anna", "/team/me/news/"),
    Work("invitation", "invited", "/team/join/{token}/"),
    Work("invitation mistake", "invited", "/team/join/{token}/", presses("Continue")),
    Work("joining words", "words", "/team/joining/words/"),
    Work("joining words check", "words", "/team/joining/words/check/"),
    Work("joining app", "app", "/team/joining/app/"),
    Work("account", "anna", "/team/me/"),
    Work("account name", "anna", "/team/me/name/"),
    Work("account codes", "anna", "/team/me/codes/"),
    Work("account sure", "anna", "/team/me/sure/words/"),
    Work("account passphrase", "larisa", "/team/me/passphrase/"),
    Work("account words", "larisa", "/team/me/words/"),
    Work("account words check", "larisa", "/team/me/words/check/"),
    Work("account app", "larisa", "/team/me/app/"),
    Work("account passkey", "larisa", "/team/me/passkey/"),
    Work("account new codes", "larisa", "/team/me/codes/new/"),
    Work("team", "pavel", "/team/"),
    Work("team member", "pavel", "/team/{anna}/"),
    Work("team branch", "pavel", "/team/{anna}/branch/"),
    Work("invite", "pavel", "/team/invite/"),
    Work("invite mistake", "pavel", "/team/invite/", presses("Make a link")),
    Work("invite link", "pavel", "/team/invite/link/"),
    Work("veteran card", "marina", "/veterans/me/"),
    Work("veteran rests", "anna", "/veterans/me/"),
    Work("queue", "pavel", "/desk/"),
    Work("queue narrowed", "pavel", "/desk/?kind=danger"),
    Work("queue several", "pavel", "/desk/several/"),
    Work("queue several seen", "pavel", "/desk/several/", shows_choice),
    Work("shift book", "pavel", "/desk/hand-over/"),
    Work("own families", "anna", "/desk/mine/"),
    Work("matter talk", "pavel", DESK),
    Work("matter talk of veteran", "anna", DESK),
    Work("matter mistake", "pavel", DESK, lambda pavel: sends(pavel, "talk", text="")),
    Work("matter plan", "pavel", f"{DESK}plan/"),
    Work("matter people", "pavel", f"{DESK}people/"),
    Work("matter helpers", "pavel", f"{DESK}helpers/"),
    Work("matter history", "pavel", f"{DESK}history/"),
    *(
        Work(f"fact {kind}", "pavel", f"{DESK}add/{kind}/")
        for kind in ("person", "place", "kin", "proceeding", "charge", "hearing")
    ),
    Work("fact mistake", "pavel", f"{DESK}add/hearing/", presses("Add it")),
    Work("suggestions", "pavel", "/veterans/matters/{waiting}/suggestions/"),
    Work("chapter proposal", "pavel", "/veterans/proposal/"),
    Work("chapter proposal made", "pavel", "/veterans/proposal/", presses("Make a proposal")),
    Work("two families", "pavel", "/veterans/two-families/"),
    Work("hand-overs", "pavel", "/veterans/hand-overs/"),
    Work("hand over", "anna", "/veterans/matters/{matter}/hand-over/"),
    Work("asked veteran", "marina", "/desk/matters/{asked}/"),
    Work("veteran declines", "marina", "/veterans/matters/{asked}/decline/"),
    Work("family wants another", "vera", "/veterans/family/{key}/decline/"),
    Work("family meets another", "vera", "/veterans/family/{other}/meet/"),
    Work("family page", "vera", "/mine/"),
    Work("family mistake", "vera", "/mine/", presses("Send")),
    Work("family file", "vera", "/talk/mine/files/{file}/"),
    Work("family sends file", "vera", "/talk/mine/file/"),
    Work("family erases", "vera", "/mine/erase/"),
    Work("family erased", "nobody", "/mine/erased/"),
    Work("family new words", "vera", "/return/new-words/"),
    Work("family comes back", "nobody", "/return/"),
    Work("family comes back mistake", "nobody", "/return/", presses("Open my page")),
    Work("ask what", "zoya", "/ask/"),
    Work("ask what mistake", "zoya", "/ask/", asks_nothing),
    *(
        Work(f"ask {step}", "zoya", f"/ask/{step}/")
        for step in ("danger", "reach", "contact", "safe", "notices", "story", "name", "readers")
    ),
    Work("ask contact mistake", "zoya", "/ask/contact/", says_nothing),
    Work("ask send", "zoya", "/ask/send/"),
    Work("ask words", "nina", "/ask/words/"),
    Work("file", "anna", f"{TALK}files/{{file}}/"),
    Work("send file", "anna", f"{TALK}file/"),
    Work("send file to helpers", "pavel", f"{TALK}inner-file/"),
    Work("letters about news", "anna", "/talk/notices/"),
    Work("know-how proposed", "anna", f"{TALK}messages/{{message}}/know-how/"),
    Work("know-how desk", "pavel", "/talk/know-how/"),
    Work("know-how review", "pavel", "/talk/know-how/{answer}/"),
    Work("know-how mended", "anna", "/talk/know-how/{answer}/"),
    Work("know-how", "nobody", "/know-how/"),
    Work("know-how stage", "nobody", "/know-how/stages/detention/"),
    Work("know-how place", "nobody", "/know-how/facilities/{card}/"),
    Work("arrivals", "pavel", "/arrivals/"),
    Work("call", "pavel", "/arrivals/calls/"),
    Work("call mistake", "pavel", "/arrivals/calls/", presses("Save")),
    Work("letter", "pavel", "/arrivals/letters/"),
    Work("mail file", "pavel", "/arrivals/mails/"),
    Work("arrival saved", "pavel", "/arrivals/saved/{again}/"),
    Work("arrival words", "pavel", "/arrivals/saved/{again}/", presses("Make eight words to read aloud")),
    Work("similar", "pavel", "/arrivals/similar/{called}/"),
    Work("together", "pavel", "/arrivals/similar/{called}/with/{again}/"),
    Work("papers", "vera", PAPERS),
    Work("papers of a matter", "anna", PAPERS),
    Work("paper choice", "vera", f"{PAPERS}choose/"),
    Work("paper about", "vera", f"{DRAFT}about/"),
    Work("paper question", "vera", f"{DRAFT}questions/2/"),
    Work("paper question text", "vera", f"{DRAFT}questions/1/"),
    Work("paper question day", "vera", f"{DRAFT}questions/3/"),
    Work("paper words", "vera", f"{DRAFT}words/2/"),
    Work("paper words mistake", "vera", f"{DRAFT}words/2/", presses("Continue")),
    Work("paper check", "vera", f"{PAPER}check/"),
    Work("paper", "anna", PAPER),
    Work("paper version", "vera", f"{PAPER}versions/1/"),
    Work("paper filed", "vera", f"{PAPER}filed/"),
    Work("paper answered", "vera", f"{PAPER}answered/"),
    Work("paper answered mistake", "vera", f"{PAPER}answered/", presses("Save")),
    Work("papers to look at", "larisa", "/papers/review/"),
    Work("rolls", "pavel", "/rolls/"),
    Work("roll", "pavel", ROLL),
    Work("roll list", "pavel", f"{ROLL}list/"),
    Work("roll sheet", "pavel", f"{ROLL}sheet/"),
    Work("roll row", "pavel", f"{ROLL}rows/{{row}}/"),
    Work("roll station", "pavel", f"{ROLL}stations/{{station}}/"),
    Work("safety", "pavel", "/vault/"),
    Work("circles", "pavel", "/vault/circles/"),
    Work("unseat", "pavel", "/vault/circles/{circle}/{seated}/unseat/"),
    Work("renewal", "pavel", "/vault/renewal/"),
    Work("my key", "anna", "/vault/keys/"),
    Work("compare keys", "pavel", "/vault/keys/{anna}/"),
    Work("agreements", "pavel", "/vault/agreements/"),
    Work("last resort", "pavel", "/vault/recovery/"),
    Work("last resort draw", "pavel", "/vault/recovery/draw/"),
    Work("last resort share", "pavel", "/vault/recovery/share/"),
    Work("last resort check", "pavel", "/vault/recovery/share/check/"),
    Work("comebacks", "pavel", "/vault/comebacks/"),
    Work("close", "pavel", "/vault/close/"),
    Work("close by address", "nobody", "/vault/close/now/{way}/"),
)
"""Ordered as people work. Larisa has just given her passphrase once more."""

NO_PAGE: Mapping[str, str] = {
    "/vault/comebacks/{larisa}/": "opens three days after two have vouched: tests/rooms/guardians",
    "/papers/": "leads to the family's own papers",
    f"{DRAFT}next/": "leads to what is missing",
    f"{PAPER}look/": "opens for a lawyer who may read: test_third_trip, tests/rooms/plans",
    f"{PAPER}versions/1/paper.pdf": "a file to take along: test_third_trip",
    f"{PAPER}versions/1/paper.docx": "a file to take along: test_third_trip",
    "/arrivals/mails/check/": "opened by hand it leads to the page of the file",
    "/mine/export/": "a file to take along: tests/rooms/home",
    TALK + "files/{file}/body/": "the bytes of a file",
    "/talk/mine/files/{file}/body/": "the bytes of a file",
    "/plan/file/": "a file to take along: test_paper_and_files",
    "/plan/calendar/": "a file to take along: test_paper_and_files",
}
"""Addresses that answer GET and are no page to look at, each with its reason."""
