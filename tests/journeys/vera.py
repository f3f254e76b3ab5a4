"""Vera, a mother whose son was taken: what she sees and does in front of an old phone."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext, override
from playwright.sync_api import Locator, Page, Response
from tests.journeys.server import Site
from tests.journeys.watch import Watch

ZARECHYE = "RU-ZRC"
UPPER_FORD = "00RS0004"
"""The town Verkhny Brod of the demo region, by the code of its court."""
ZONE = ZoneInfo("Europe/Moscow")
UNKNOWN = "?"
Answer = str | tuple[str, ...] | date
LONGEST_WAY = 40
"""More pages than any family is ever asked."""
MONTHS = {
    "ru": ("января февраля марта апреля мая июня июля августа сентября октября ноября декабря"),
    "en": ("January February March April May June July August September October November December"),
}


@dataclass
class Vera:
    """Vera and her phone. She reads ``language`` and taps what she reads."""

    page: Page
    site: Site
    language: str
    watch: Watch
    taps: int = 0
    pages: int = 0
    not_known: list[str] = field(default_factory=list)
    """The questions to which she said "I don't know"."""

    def reads(self, text: str) -> str:
        """How a text of the pages stands in her language."""
        with override(self.language):
            return gettext(text)

    def path(self, path: str) -> str:
        """An address of the site in her language."""
        return f"/en{path}" if self.language == "en" else path

    def opens(self, path: str = "/") -> Response:
        """She opens an address by hand."""
        response = self.page.goto(f"{self.site.address}{self.path(path)}")
        assert response
        return response

    def tap(self, target: Locator) -> None:
        """One tap of her finger; she looks again when the page that follows stands whole."""
        target.click()
        self.page.wait_for_load_state()
        self.taps += 1

    def taps_link(self, text: str) -> None:
        """She follows a link by its words."""
        self.tap(self.page.get_by_role("link", name=self.reads(text), exact=True))
        self.pages += 1

    def presses(self, text: str) -> None:
        """She presses a button by its words."""
        self.tap(self.page.get_by_role("button", name=self.reads(text), exact=True))
        self.pages += 1

    def continues(self) -> None:
        """She goes on to the next page."""
        self.presses("Continue")

    @property
    def at(self) -> str:
        """Where she is, without the host and the language: ``/questions/kin/``."""
        path = self.page.url.removeprefix(self.site.address)
        return path.removeprefix("/en") if self.language == "en" else path

    @property
    def question(self) -> str:
        """The question in front of her, or nothing."""
        if self.at.startswith("/doors/"):
            return "stage"
        return self.at.split("/")[2] if self.at.startswith("/questions/") else ""

    @property
    def alert(self) -> Locator:
        """What the page asks her to mend."""
        return self.page.get_by_role("alert")

    def text(self, place: Locator | None = None) -> str:
        """What stands there, spaces told plainly; everything that opens on demand is opened first."""
        self.unfolds()
        return plain((place or self.page.locator("body")).inner_text())

    def unfolds(self) -> None:
        """She opens everything that opens on demand."""
        self.page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")

    def forgets(self) -> None:
        """Her browser is as new; what it has fetched of looks and fonts stays, so that the play is quick."""
        self.page.context.clear_cookies()
        self.not_known.clear()

    def goes_through(self, door: str) -> None:
        """She comes to the first question through a door."""
        self.opens(f"/doors/{door}/")

    def says(self, answer: Answer) -> None:
        """She answers the question in front of her and goes on."""
        goes_on_by_itself = answer == UNKNOWN and self.may_press_unknown
        self.fills(answer)
        if not goes_on_by_itself:
            self.continues()

    def fills(self, answer: Answer) -> None:
        """She gives her answer to the question in front of her, whatever its kind is."""
        if answer == UNKNOWN:
            self.does_not_know()
        elif isinstance(answer, date):
            self.writes_when(answer)
        elif self.page.locator("main select").count():
            self.page.locator("main select").select_option(str(answer))
            self.taps += 2
        elif self.page.locator("main input[name=answer][type=text]").count():
            self.page.locator("main input[name=answer]").fill(str(answer))
            self.taps += 1
        else:
            for key in (answer,) if isinstance(answer, str) else answer:
                self.tap(self.page.locator(f'main label[for="{self.option(key)}"]'))

    def option(self, key: str) -> str:
        """The id of the radio or box that sends ``key``."""
        return str(self.page.locator(f'main input[name=answer][value="{key}"]').get_attribute("id"))

    @property
    def may_press_unknown(self) -> bool:
        """Whether "I don't know" is a button here, and not one of the lines."""
        return self.page.locator("main button[name=unknown]").count() == 1

    def does_not_know(self) -> None:
        """She says "I don't know"; where it is a button, that also goes on."""
        self.not_known.append(self.question)
        if self.may_press_unknown:
            self.presses("I don't know")
        else:
            self.tap(self.page.get_by_role("main").get_by_text(self.reads("I don't know"), exact=True))

    def writes_when(self, when: date) -> None:
        """She names a day, and the hour if it is a moment; today and yesterday are one tap."""
        moment = self.page.locator("main input[name=when]").count() > 0
        day = when.date() if isinstance(when, datetime) else when
        name = {0: "today", 1: "yesterday"}.get((now_there().date() - day).days, "other")
        if moment and not near_midnight():
            self.tap(self.page.locator(f"main input[name=when][value={name}]"))
        elif moment:
            name = "other"
        if not moment or name == "other":
            for part, value in enumerate((day.day, day.month, day.year)):
                self.page.locator(f"main input[name=day_{part}]").fill(str(value))
                self.taps += 1
        if isinstance(when, datetime):
            self.page.locator("main input[name=time]").fill(f"{when:%H:%M}")
            self.taps += 1

    def answers(self, known: Mapping[str, Answer]) -> None:
        """She goes through all questions; what she was not told, she does not know."""
        for _page in range(LONGEST_WAY):
            if not self.question:
                return
            asked = self.question
            self.says(known.get(asked, UNKNOWN))
            assert self.question != asked, f"“{asked}” does not let her go on: {self.alert.all_inner_texts()}"
        raise AssertionError("The questions do not end.")


def plain(text: str) -> str:
    """A text with every kind of space as one plain space."""
    return " ".join(text.split())


def now_there() -> datetime:
    """What a clock on the wall of the demo region shows."""
    return datetime.now(ZONE)


def near_midnight() -> bool:
    """Whether “today” may mean another day before this play is over."""
    clock = now_there()
    return (clock + timedelta(minutes=10)).date() != clock.date()


def five_hours_ago() -> datetime:
    """The minute when her son was taken."""
    return now_there().replace(second=0, microsecond=0) - timedelta(hours=5)


def day_in_words(day: date, language: str) -> str:
    """A day as people write it, told without the site's own words: “9 января 2025”."""
    return f"{day.day} {MONTHS[language].split()[day.month - 1]} {day.year}"


@dataclass(frozen=True)
class ReadStep:
    """One step of the plan as it can be read."""

    what: str
    by: str
    norms: tuple[str, ...]
    text: str


READ_STEPS = """() => [...document.querySelectorAll('section.now, li.stop')].map(step => ({
    what: step.querySelector('h2, h3').innerText,
    by: step.querySelector('.by')?.innerText ?? '',
    norms: [...step.querySelectorAll('a[href*="/law/"]')].map(norm => norm.innerText),
    text: step.innerText,
}))"""


def read_steps(vera: Vera) -> list[ReadStep]:
    """Every step of the plan in front of her, the big one first."""
    vera.unfolds()
    return [
        ReadStep(plain(one["what"]), plain(one["by"]), tuple(one["norms"]), plain(one["text"]))
        for one in vera.page.evaluate(READ_STEPS)
    ]
