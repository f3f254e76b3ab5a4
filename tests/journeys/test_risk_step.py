"""Before a story goes out: three questions, his own word, a decision that lapses; and what must stay secret."""

from datetime import date, timedelta

from tests.journeys.at_court import marks, writes_day
from tests.journeys.at_work import asks, comes_back, goes_through_the_plan
from tests.journeys.conftest import Meet
from tests.journeys.vera import Vera, now_there

NAME = "Вера-7c2e"
HOW = "Сказал адвокату в пятницу."
SEARCH = "Протокол обыска"


def test_vera_thinks_before_a_story_goes_out(meet: Meet) -> None:
    vera = meet(javascript=False)
    today = now_there().date()
    goes_through_the_plan(vera)
    code = asks(vera, "Нам предлагают рассказать журналисту.", NAME)
    vera.opens("/cautions/")
    vera.presses("Think before publicity")

    assert vera.text(vera.page.locator("h1")) == vera.reads("What may they do to him?")
    vera.continues()
    assert vera.alert.count() == 1
    marks(vera, "cell", "family")
    vera.continues()
    marks(vera, "lawyer")
    writes_day(vera, "seen_on", today + timedelta(days=2))
    vera.continues()
    marks(vera, "not_asked")
    vera.continues()

    assert vera.text(vera.page.locator("h1")) == vera.reads("Ask him first")
    assert vera.page.locator("input[value=go]").count() == 0
    vera.tap(vera.page.locator("dd.change a").nth(2))
    marks(vera, "yes")
    vera.page.locator("[name=agreed_how]").fill(HOW)
    writes_day(vera, "agreed_on", today)
    vera.continues()
    assert vera.reads("He agreed himself.") in vera.text()
    marks(vera, "go")
    vera.presses("Write it down")

    note = vera.at
    assert HOW in vera.text() and vera.reads("Go ahead") in vera.text()
    vera.forgets()
    comes_back(vera, code)
    vera.opens(note)
    assert HOW in vera.text()
    keeps_a_secret(vera, today)


def keeps_a_secret(vera: Vera, today: date) -> None:
    """Vera records what her lawyer signed, says what it covers, and that it ended."""
    vera.opens("/cautions/")
    vera.taps_link("The undertaking of secrecy")
    vera.taps_link("Record what was signed")
    marks(vera, "lawyer")
    writes_day(vera, "signed_on", today)
    vera.continues()
    marks(vera, "named")
    vera.page.locator("[name=named]").fill(SEARCH)
    vera.presses("Save")
    assert SEARCH in vera.text()

    vera.taps_link("It no longer binds")
    vera.page.locator("[name=words]").fill("Дело оглашено в суде.")
    vera.presses("It no longer binds")
    assert "Дело оглашено в суде." in vera.text()
    assert vera.page.get_by_role("link", name=vera.reads("It no longer binds")).count() == 0
