"""The third trip: what Vera told once becomes an appeal; a lawyer reads what changed, and it is handed in."""

import re
from datetime import timedelta

from tests.core.documents.world import words_of_docx, words_of_html, words_of_pdf
from tests.journeys.at_work import asks, comes_back, goes_through_the_plan, signs_in
from tests.journeys.conftest import Meet
from tests.journeys.vera import Vera, now_there

NAME = "Вера-91d5"
PERSON = {"surname": "Кузнецов", "given": "Илья", "patronymic": "Олегович"}
LAWYER = "Соколова Марина Юрьевна"
POST = "170100, г. Соснов, ул. Лесная, д. 1"
HOME = "г. Соснов, ул. Мира, д. 5"
REMARK = "Добавьте, где он может жить под домашним арестом."


def test_a_plan_becomes_an_appeal_that_a_lawyer_approves_as_a_diff(meet: Meet) -> None:
    vera, pavel, larisa = (meet(javascript=False) for _one in range(3))
    ordered = now_there() - timedelta(days=1)
    goes_through_the_plan(vera, stage="hearing", article="318 ч. 1", hearing_at=ordered)
    code = asks(vera, "Вчера был суд, его оставили под стражей.", NAME)
    signs_in(pavel, "pavel", code=2)
    pavel.tap(pavel.page.get_by_role("link", name=NAME))
    matter = pavel.at.split("/")[3]
    tells(pavel, matter, "person", **PERSON)
    tells(pavel, matter, "kin", name=LAWYER, relation="адвокат")
    shows_to_a_lawyer(pavel, vera, matter, code)

    vera.taps_link("Papers: complaints, motions, requests")
    vera.taps_link("Make a paper")
    vera.tap(vera.page.locator("button[value=appeal_custody]"))
    assert "Не пишите в ней о том, чего следствие не знает" in vera.text()
    vera.taps_link("Begin")
    assert answers_what_is_missing(vera) == [
        "Адрес для писем адвокату",
        "Кем его считает следствие?",
        "Что решил суд?",
    ]
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
    all_say_the_same(vera)
    vera.taps_link("It was handed in")
    vera.page.locator("[name=number]").fill("415-ж")
    vera.presses("Save")
    assert "415-ж" in vera.text()


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
    told = {
        "Адрес для писем адвокату": POST,
        "Кем его считает следствие?": "accused",
        "Что решил суд?": "custody",
    }
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


def all_say_the_same(vera: Vera) -> None:
    """The page, the PDF and the document for Word hold the same words, and their names tell nothing."""
    page = words_of_html(vera.page.locator("article.paper").first.evaluate("one => one.outerHTML"))
    for link, read in ((".pdf", words_of_pdf), (".docx", words_of_docx)):
        address = str(vera.page.locator(f"main a[href$='{link}']").get_attribute("href"))
        file = vera.page.request.get(f"{vera.site.address}{address}")
        assert re.search(r'filename="paper\.(pdf|docx)"', file.headers["content-disposition"])
        assert read(file.body()) == page
