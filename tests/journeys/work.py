"""Every page that a helper or a family at work can open, and who opens it in the chapter that is at work."""

from collections.abc import Callable, Mapping

from tests.journeys.chapter import sends
from tests.journeys.errands_work import ERRANDS, LETTERS, NO_ERRAND_PAGE, STORE, VISITED
from tests.journeys.pages import Work, presses
from tests.journeys.vera import Vera

DESK, TALK, ROLL = "/desk/matters/{matter}/", "/talk/matters/{matter}/", "/rolls/{roll}/"
PAPERS = "/papers/matters/{matter}/"
PAPER, DRAFT = PAPERS + "{paper}/", PAPERS + "{draft}/"
BINDER, BUNDLES = "/binder/matters/{matter}/", "/bundles/matters/{matter}/"
HEARINGS, CARE = "/hearings/matters/{matter}/", "/cautions/matters/{matter}/"
HEARING, STEP, SIGNED = HEARINGS + "{hearing}/", CARE + "{step}/", CARE + "signed/{undertaking}/"


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


def says(line: str) -> Callable[[Vera], None]:
    """A line about the next date that is not understood at once."""

    def said(vera: Vera) -> None:
        vera.page.locator("[name=text]").fill(line)
        vera.presses("Save")

    return said


def puts_a_word(vera: Vera) -> None:
    """A word where the place of a page is a number."""
    vera.page.locator("li.leaf input[type=text]").first.fill("первая")
    vera.tap(vera.page.get_by_role("button", name=vera.reads("Save the order")).first)


def begins_without_a_word(pavel: Vera) -> None:
    """The first question of the risk step is sent empty."""
    pavel.presses("Think before publicity")
    pavel.continues()


CARRIED = (*ERRANDS, *STORE, *LETTERS, *VISITED)
"""The half that test_carried_at_work.py looks at."""

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
    Work("filing nobody", "nobody", "/papers/about/appeal_custody/"),
    Work("filing family", "vera", "/papers/about/appeal_custody/"),
    Work("filing helper", "anna", "/papers/about/contract_refusal/"),
    Work("paper gate", "vera", PAPER),
    Work("binder", "vera", BINDER),
    Work("binder of a matter", "anna", BINDER),
    Work("binder empty", "pavel", "/binder/matters/{nina}/"),
    Work("binder mistake", "vera", BINDER, puts_a_word),
    Work("binder add", "vera", f"{BINDER}add/"),
    Work("binder add mistake", "vera", f"{BINDER}add/", presses("Put in")),
    Work("binder page", "vera", f"{BINDER}pages/{{page}}/"),
    Work("binder away", "vera", f"{BINDER}away/"),
    Work("binder words", "vera", f"{BINDER}words/"),
    *(
        Work(f"binder {name}", "vera", f"{BINDER}{name}/")
        for name in ("events", "documents", "contradictions")
    ),
    Work("binder contradiction new", "vera", f"{BINDER}contradictions/new/"),
    Work("binder event change", "vera", f"{BINDER}events/{{event}}/"),
    Work("binder event mistake", "vera", f"{BINDER}events/new/", presses("Save")),
    Work("bundles", "vera", f"{BUNDLES}bundles/"),
    Work("bundle new", "vera", f"{BUNDLES}bundles/new/"),
    Work("bundle mistake", "vera", f"{BUNDLES}bundles/new/", presses("Save")),
    Work("bundle made", "vera", f"{BUNDLES}bundles/{{bundle}}/"),
    Work("bundle secret", "vera", f"{BUNDLES}bundles/{{secret}}/"),
    Work("packets", "vera", f"{BUNDLES}packets/"),
    Work("packet", "vera", f"{BUNDLES}packets/{{packet}}/"),
    Work("packet section", "vera", f"{BUNDLES}packets/{{packet}}/sections/1/"),
    Work("hearings", "vera", HEARINGS),
    Work("hearings of a matter", "anna", HEARINGS),
    Work("hearings none", "pavel", "/hearings/matters/{nina}/"),
    Work("hearings of own families", "pavel", "/hearings/"),
    Work("hearing", "vera", HEARING),
    Work("hearing next", "vera", f"{HEARINGS}next/"),
    Work("hearing next mistake", "vera", f"{HEARINGS}next/", says("потом скажут")),
    Work("hearing next doubt", "vera", f"{HEARINGS}next/", says("31.12.2099 23:30")),
    Work("hearing moved", "vera", f"{HEARING}moved/"),
    Work("hearing again", "vera", f"{HEARING}again/"),
    Work("hearing opened", "vera", f"{HEARING}open/"),
    Work("hearing opened mistake", "pavel", f"{HEARING}open/", presses("Make it public")),
    Work("card", "vera", f"{HEARINGS}card/"),
    Work("card mistake", "vera", f"{HEARINGS}card/", presses("Show what is new")),
    Work("card check", "vera", f"{HEARINGS}card/check/"),
    Work("open hearings", "nobody", "/hearings/open/"),
    Work("days", "vera", "/dates/"),
    Work("days of a helper", "larisa", "/dates/"),
    Work("days address", "vera", "/dates/address/"),
    Work("days of the team", "pavel", "/dates/team/"),
    Work("days letters", "vera", "/dates/letters/"),
    Work("days letters nowhere", "larisa", "/dates/letters/"),
    Work("care", "vera", CARE),
    Work("care of a matter", "anna", CARE),
    Work("care begins", "pavel", "/cautions/matters/{nina}/"),
    Work("care decided", "vera", STEP),
    Work("care harm", "vera", f"{STEP}1/"),
    Work("care harm mistake", "pavel", "/cautions/matters/{nina}/", begins_without_a_word),
    Work("care seen", "vera", f"{STEP}2/"),
    Work("care consent", "vera", f"{STEP}3/"),
    Work("care decide", "vera", f"{STEP}decide/"),
    Work("care decide mistake", "vera", f"{STEP}decide/", presses("Write it down")),
    Work("care urgent", "vera", f"{STEP}urgent/"),
    Work("secrecy", "vera", f"{CARE}signed/"),
    Work("secrecy of a matter", "anna", f"{CARE}signed/"),
    Work("secrecy signed", "vera", f"{CARE}signed/add/"),
    Work("secrecy signed mistake", "vera", f"{CARE}signed/add/", presses("Continue")),
    Work("secrecy cover", "vera", f"{SIGNED}cover/"),
    Work("secrecy papers", "vera", f"{SIGNED}papers/"),
    Work("secrecy lift", "vera", f"{SIGNED}lift/"),
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
    *CARRIED,
)
"""Ordered as people work. Larisa has just given her passphrase once more."""

NO_PAGE: Mapping[str, str] = {
    "/vault/comebacks/{larisa}/": "opens three days after two have vouched: tests/rooms/guardians",
    "/papers/": "leads to the family's own papers",
    "/binder/": "leads to the family's own binder",
    "/cautions/": "leads to the family's own page of care",
    f"{DRAFT}next/": "leads to what is missing",
    f"{STEP}next/": "leads to the first question without an answer",
    f"{BINDER}documents/new/": "the form of an event with fewer questions",
    f"{BINDER}documents/{{exhibit}}/": "the form of an event with fewer questions",
    f"{BINDER}contradictions/{{contradiction}}/": "the form of a new contradiction, filled",
    f"{BUNDLES}bundles/{{bundle}}/change/": "the form of a new bundle, filled",
    f"{BUNDLES}packets/new/": "the form of a new bundle with fewer questions",
    f"{BUNDLES}packets/{{packet}}/change/": "the form of a new bundle with fewer questions",
    f"{BINDER}pages/{{page}}/small/": "a picture: test_binder",
    f"{BINDER}pages/{{page}}/large/": "a picture: test_binder",
    f"{BUNDLES}bundles/{{bundle}}/papers.pdf": "a file to take along: test_binder",
    f"{BUNDLES}packets/{{packet}}/papers.pdf": "a file to take along: tests/rooms/bundles",
    "/hearings/open.ics": "a file that calendars follow: test_corridor",
    "/dates/feed/{token}.ics": "a file that calendars follow: test_calendar",
    f"{PAPER}look/": "opens for a lawyer who may read: test_third_trip, tests/rooms/plans",
    f"{PAPER}versions/1/paper.pdf": "a file to take along: test_third_trip",
    f"{PAPER}versions/1/paper.docx": "a file to take along: test_third_trip",
    "/arrivals/mails/check/": "opened by hand it leads to the page of the file",
    "/mine/export/": "a file to take along: tests/rooms/home",
    TALK + "files/{file}/body/": "the bytes of a file",
    "/talk/mine/files/{file}/body/": "the bytes of a file",
    "/plan/file/": "a file to take along: test_paper_and_files",
    "/plan/calendar/": "a file to take along: test_paper_and_files",
    **NO_ERRAND_PAGE,
}
"""Addresses that answer GET and are no page to look at, each with its reason."""
