"""The third trip: what Vera told once becomes an appeal; a lawyer reads what changed, and it is handed in."""

import re
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from icalendar import Calendar
from tests.core.documents.world import bare, words_of_docx, words_of_html, words_of_pdf
from tests.journeys.at_work import asks, comes_back, goes_through_the_plan, signs_in
from tests.journeys.conftest import Meet
from tests.journeys.test_calendar import fetched, makes_an_address
from tests.journeys.test_corridor import court_day
from tests.journeys.vera import Vera, now_there
from tests.jurisdictions.test_in_libreoffice import OFFICE, opened_in_libreoffice

NAME = "Вера-91d5"
PERSON = {"surname": "Кузнецов", "given": "Илья", "patronymic": "Олегович"}
LAWYER = "Соколова Марина Юрьевна"
POST = "170100, г. Соснов, ул. Лесная, д. 1"
HOME = "г. Соснов, ул. Мира, д. 5"
REMARK = "Добавьте, где он может жить под домашним арестом."


def test_a_plan_becomes_an_appeal_that_a_lawyer_approves_as_a_diff(meet: Meet, tmp_path: Path) -> None:
    vera, pavel, larisa = (meet(javascript=False) for _one in range(3))
    ordered = now_there() - timedelta(days=1)
    goes_through_the_plan(vera, stage="hearing", article="318 ч. 1", hearing_at=ordered)
    code = asks(vera, "Вчера был суд, его оставили под стражей.", NAME)
    signs_in(pavel, "pavel", code=2)
    pavel.tap(pavel.page.get_by_role("link", name=NAME))
    matter = pavel.at.split("/")[3]
    tells(pavel, matter, "person", **PERSON)
    tells(pavel, matter, "kin", name=LAWYER, relation="адвокат", reach=POST)
    shows_to_a_lawyer(pavel, vera, matter, code)

    vera.opens("/plan/")
    vera.page.locator("details:has(a[href$='/about/appeal_custody/']) summary").first.click()
    vera.tap(vera.page.get_by_role("link", name="Апелляция на арест"))
    assert "Не пишите в ней о том, чего следствие не знает" in vera.text()
    vera.presses("Begin")
    assert answers_what_is_missing(vera) == ["Кем его считает следствие?"]
    vera.presses("Make the paper")
    paper = vera.at
    first = vera.page.locator("article.paper").first.inner_text()
    assert "Кузнецова Ильи Олеговича" in first.replace("\xa0", " ")
    vera.presses("Send it to the lawyer")

    signs_in(larisa, "larisa")
    larisa.opens("/papers/review/")
    larisa.tap(larisa.page.locator("main h2 a").first)
    assert larisa.page.locator("ins").count() == 0
    larisa.page.locator("[name=text]").fill(REMARK)
    larisa.presses("Send it back with the remark")

    comes_back_to(vera, code, paper)
    assert REMARK in vera.text()
    vera.presses("Change something")
    vera.tap(vera.page.get_by_role("link", name="Где он мог бы жить под домашним арестом?"))
    vera.page.locator("[name=answer]").fill(HOME)
    vera.continues()
    vera.presses("Make the paper")
    vera.presses("Send it to the lawyer")

    larisa.opens("/papers/review/")
    larisa.tap(larisa.page.locator("main h2 a").first)
    new = larisa.page.locator("ins").all_inner_texts()
    assert HOME in " ".join(new).replace("\xa0", " ")
    assert "Кузнецова" not in " ".join(new)
    larisa.presses("Approve exactly this version")

    comes_back_to(vera, code, paper)
    assert vera.reads("Approved by the lawyer") in vera.text()
    all_say_the_same(vera, tmp_path)
    vera.taps_link("It was handed in")
    vera.page.locator("[name=number]").fill("415-ж")
    vera.presses("Save")
    assert "415-ж" in vera.text()
    a_hearing_that_is_moved_moves_in_her_phone(vera)


def a_hearing_that_is_moved_moves_in_her_phone(vera: Vera) -> None:
    """Her phone follows an address; the next date is said in the corridor, and then it is moved."""
    phone = makes_an_address(vera)
    first, second = court_day(6), court_day(13)
    vera.opens("/hearings/")
    vera.taps_link("Add the next date")
    says_when(vera, f"{first:%d.%m.%Y} 10:30")
    before = with_an_hour(phone, first)
    vera.opens("/hearings/")
    vera.tap(vera.page.locator("main a[href$='/moved/']").first)
    says_when(vera, f"{second:%d.%m.%Y} 14:00")
    after = with_an_hour(phone, second)
    assert after["uid"] == before["uid"] and int(after["sequence"]) == int(before["sequence"]) + 1
    assert (before["dtstart"].dt.hour, after["dtstart"].dt.hour) == (10, 14)


def says_when(vera: Vera, line: str) -> None:
    """One line, as it was said."""
    vera.page.locator("[name=text]").fill(line)
    vera.presses("Save")
    vera.taps_link("All is right")


def with_an_hour(phone: str, day: date) -> Any:
    """The hearing of this day as the phone sees it; it sees no other one that stands there."""
    calendar: Any = Calendar.from_ical(fetched(phone)[0])
    timed = [one for one in calendar.walk("VEVENT") if isinstance(one["dtstart"].dt, datetime)]
    ahead = [one for one in timed if one["dtstart"].dt.date() >= now_there().date()]
    [found] = [one for one in ahead if str(one["status"]) == "CONFIRMED"]
    assert found["dtstart"].dt.date() == day
    return found


def tells(pavel: Vera, matter: str, kind: str, **typed: str) -> None:
    """Pavel writes a fact that Vera told him."""
    pavel.opens(f"/desk/matters/{matter}/add/{kind}/")
    for name, value in typed.items():
        pavel.page.locator(f"main [name={name}]").fill(value)
    pavel.presses("Add it")


def shows_to_a_lawyer(pavel: Vera, vera: Vera, matter: str, code: list[str]) -> None:
    """Pavel asks, Vera says yes, Larisa may read for some hours."""
    helpers = f"/desk/matters/{matter}/helpers/"
    pavel.opens(helpers)
    where = pavel.page.locator("form[action$='/shown/']")
    pavel.page.locator("details:has(form[action$='/shown/']) summary").click()
    where.locator("[name=referral-to]").fill("адвокату Ларисе")
    where.locator("[name=referral-what_for]").fill("жалоба")
    pavel.tap(where.get_by_role("button"))
    vera.opens("/mine/")
    vera.presses("Yes, show it")
    pavel.opens(helpers)
    pavel.page.locator("details:has(form[action$='/hours/']) summary").click()
    reading = pavel.page.locator("form[action$='/hours/']")
    reading.locator("[name=reading-member]").select_option(label="Лариса")
    reading.locator("[name=reading-hours]").first.check()
    reading.locator("[name=reading-purpose]").fill("жалоба")
    pavel.tap(reading.get_by_role("button"))
    vera.opens("/mine/")
    assert len(code) == 8


def comes_back_to(vera: Vera, code: list[str], paper: str) -> None:
    """Vera comes back on another day, straight to her paper."""
    vera.forgets()
    comes_back(vera, code)
    vera.opens(paper)


def answers_what_is_missing(vera: Vera) -> list[str]:
    """Vera answers what is asked; gives the questions."""
    asked = []
    told = {"Кем его считает следствие?": "accused"}
    while "/questions/" in vera.at:
        asked.append(vera.text(vera.page.locator("main h1")))
        answer = told[asked[-1]]
        box = vera.page.locator("main [name=answer]")
        if box.count() > 1:
            vera.page.locator(f"main [name=answer][value={answer}]").check()
        else:
            box.fill(answer)
        vera.continues()
    return asked


def all_say_the_same(vera: Vera, folder: Path) -> None:
    """The page, the PDF, the document for Word and what LibreOffice reads in it hold the same words."""
    page = words_of_html(vera.page.locator("article.paper").first.evaluate("one => one.outerHTML"))
    for link, read in ((".pdf", words_of_pdf), (".docx", words_of_docx)):
        address = str(vera.page.locator(f"main a[href$='{link}']").get_attribute("href"))
        file = vera.page.request.get(f"{vera.site.address}{address}")
        assert re.search(r'filename="paper\.(pdf|docx)"', file.headers["content-disposition"])
        assert read(file.body()) == page
        (folder / f"paper{link}").write_bytes(file.body())
    if OFFICE:
        opened_in_libreoffice(folder)
        assert bare((folder / "paper.txt").read_text("utf-8-sig")) == page
