"""A chapter at work, made through its own pages: every page of helpers and of a family has something on it."""

from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from PIL import Image
from tests.journeys.at_work import (
    asks,
    fills,
    goes_through_the_plan,
    signs_in,
    ticks,
    types,
    ways_in,
    writes,
)
from tests.journeys.vera import Vera, now_there

TEXTS = {
    "ru": {
        "name": "Вера",
        "words": "Сына забрали ночью из дома. Телефон выключен, в отделе говорят, что такого нет. У него астма.",
        "hello": "Здравствуйте, Вера. Я Анна, мой сын прошёл через то же. Ингалятор примут в дежурной части.",
        "thanks": "Спасибо. Мне сказали прийти завтра с утра. Брать ли с собой паспорт сына?",
        "promise": "Звоним в отдел и спрашиваем об ингаляторе",
        "paper": "Так выглядит бумага, которую должны дать.",
        "lawyer": "адвокату Ларисе",
        "what_for": "чтобы успеть с жалобой",
    },
    "en": {
        "name": "Vera",
        "words": "My son was taken at night. His phone is off. The police say he is not there. He has asthma.",
        "hello": "Hello Vera. I am Anna, my son went through the same. The inhaler is taken at the duty desk.",
        "thanks": "Thank you. They told me to come tomorrow morning. Shall I bring my son's passport?",
        "promise": "We call the police station and ask about the inhaler",
        "paper": "This is how the paper looks that they must give you.",
        "lawyer": "Larisa, a lawyer",
        "what_for": "so that the complaint is in time",
    },
}
"""What Vera and Anna say to each other."""
PRACTICE = (
    "Ингалятор и рецепт принимают в дежурной части в любое время, если сказать, что без него станет плохо."
)
CALLER = "Петров Иван Сергеевич"
ROLL = "ОВД Восточный\nСмирнова Ольга Игоревна 1999\nКузнецов Пётр 2001\nОрлов Илья, без паспорта"
TOMORROW = tuple(f"{now_there() + timedelta(days=1):%d %m %Y}".split())


@dataclass
class Chapter:
    """One browser in front of which everybody of the chapter sits in turn, and the names that stand in addresses."""

    browser: Vera
    cookies: dict[str, list[Any]] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    sits: str = ""
    spoken: str = "ru"
    """In which language they write."""

    @property
    def texts(self) -> dict[str, str]:
        """What is said in this chapter."""
        return TEXTS[self.spoken]

    def lets(self, name: str) -> Vera:
        """Somebody sits down with the cookies of her or his own; the looks stay fetched, so that the day is quick."""
        context = self.browser.page.context
        if name != self.sits:
            self.cookies[self.sits] = list(context.cookies())
            context.clear_cookies()
            context.add_cookies(self.cookies.get(name, []))
            self.sits = name
        return self.browser

    def keeps(self, **names: str) -> None:
        """Remember the random names of an address."""
        self.places.update(names)

    def told(self) -> dict[str, Any]:
        """All but the browser, for another one in which the day goes on: see ``goes_on``."""
        self.cookies[self.sits] = list(self.browser.page.context.cookies())
        return {"cookies": self.cookies, "places": self.places, "sits": self.sits, "spoken": self.spoken}

    @classmethod
    def goes_on(cls, browser: Vera, told: dict[str, Any]) -> "Chapter":
        """The chapter in another browser, in front of a copy of its site."""
        chapter = cls(browser, **told)
        browser.page.context.add_cookies(chapter.cookies[chapter.sits])
        return chapter


def part(somebody: Vera, number: int, link: str = "") -> str:
    """One part of the address in front of somebody, or of the first link that holds ``link``: ``/1/2/3/``."""
    here = f"main a[href*='{link}']"
    address = str(somebody.page.locator(here).first.get_attribute("href")) if link else somebody.at
    return address.removeprefix("/en").split("/")[number]


def make_chapter(browser: Vera, folder: Path) -> Chapter:
    """Everybody does a day's work; ``folder`` is for the file that is sent."""
    chapter = begin_chapter(browser, folder)
    two_families_cross(chapter)
    know_how_is_made(chapter)
    papers_are_made(chapter)
    veteran_rests(chapter)
    calls_come_in(chapter)
    many_are_detained(chapter)
    somebody_joins(chapter)
    house_is_guarded(chapter)
    return chapter


def begin_chapter(browser: Vera, folder: Path, spoken: str = "ru") -> Chapter:
    """The morning: a family has asked, and somebody stands by it."""
    chapter = Chapter(browser, spoken=spoken)
    family_asks(chapter)
    helpers_come(chapter)
    reception_reads(chapter)
    veteran_answers(chapter, folder)
    return chapter


def family_asks(chapter: Chapter) -> None:
    """Vera has asked and stays on her page; Nina has not written her words down; Zoya stands before the question."""
    vera = chapter.lets("vera")
    goes_through_the_plan(vera, kin="parent", article="158 ч. 2")
    told = vera.page.context.cookies()
    asks(
        vera,
        chapter.texts["words"],
        chapter.texts["name"],
        danger=True,
        mail="vera@example.org",
        when_safe="после семи",
        excluded="Игорь",
    )
    for name, way in (("nina", "none"), ("zoya", "mail")):
        chapter.cookies[name] = list(told)
        family = chapter.lets(name)
        family.language = chapter.spoken
        family.opens("/ask/")
        for key in ("person", "no", way):
            ticks(family, key)
        if way == "mail":
            fills(family, "zoya@example.org")
            ticks(family, "yes")
        fills(family, "Мужа перевели, писем нет.")
        fills(family, name.title())
        if name == "nina":
            family.presses("Send")
            family.page.wait_for_url("**/ask/words/")
        family.language = "ru"


def helpers_come(chapter: Chapter) -> None:
    """Everybody signs in; somebody has given only the passphrase so far."""
    for name in ("pavel", "anna", "marina", "larisa"):
        signs_in(chapter.lets(name), name)
    larisa = chapter.lets("larisa")
    larisa.opens("/team/me/sure/words/")
    types(larisa.page, ways_in(larisa.site)["larisa"].passphrase)
    half = chapter.lets("half")
    way = ways_in(half.site)["larisa"]
    half.opens("/team/sign-in/")
    types(half.page, way.login, way.passphrase)


def reception_reads(chapter: Chapter) -> None:
    """Pavel reads what Vera wrote, promises something, asks whether a lawyer may read, and finds Anna."""
    pavel = chapter.lets("pavel")
    pavel.opens("/desk/")
    pavel.tap(pavel.page.get_by_role("link", name=chapter.texts["name"]).first)
    chapter.keeps(matter=part(pavel, 3))
    desk = f"/desk/matters/{chapter.places['matter']}/"
    pavel.opens(f"{desk}helpers/")
    writes(pavel, "Голос у неё ровный, но она одна. Позвонить вечером.", "inner")
    sends(pavel, "shown", referral_to=chapter.texts["lawyer"], referral_what_for=chapter.texts["what_for"])
    pavel.opens(f"/veterans/matters/{chapter.places['matter']}/suggestions/")
    pavel.tap(pavel.page.locator(".suggestion").filter(has_text="Анна").get_by_role("button"))
    for name in ("Ольга", "Тамара"):
        pavel.opens("/desk/")
        pavel.tap(pavel.page.get_by_role("link", name=name).first)
        chapter.keeps(**{"waiting" if name == "Ольга" else "asked": part(pavel, 3)})
    pavel.opens(f"/veterans/matters/{chapter.places['asked']}/suggestions/")
    pavel.tap(pavel.page.locator(".suggestion").filter(has_text="Марина").get_by_role("button"))


def two_families_cross(chapter: Chapter) -> None:
    """Vera knows the prison in which Nina's husband is, Nina that of Vera's son: Pavel asks both."""
    pavel = chapter.lets("pavel")
    pavel.opens("/desk/")
    pavel.tap(pavel.page.get_by_role("link", name="Nina").first)
    chapter.keeps(nina=part(pavel, 3))
    for matter, places in ((chapter.places["matter"], (1, 2)), (chapter.places["nina"], (2, 1))):
        for place in places:
            pavel.opens(f"/desk/matters/{matter}/add/place/")
            pavel.page.locator("[name=state][value=there]").check()
            pavel.page.locator("[name=certainty]").first.check()
            pavel.page.locator("[name=facility]").select_option(index=place)
            chapter.keeps(card=pavel.page.locator("[name=facility]").input_value())
            pavel.presses("Add it")
    pavel.opens("/veterans/two-families/")
    pavel.presses("Ask both families")
    vera = chapter.lets("vera")
    vera.opens("/mine/")
    chapter.keeps(other=part(vera, 3, "/meet/"))


def sends(somebody: Vera, form: str, **typed: str) -> None:
    """Fill a form, whose address ends so, by the names of its fields, and send it."""
    where = somebody.page.locator(f"form[action$='/{form}/']").last
    where.evaluate("one => { const box = one.closest('details'); if (box) box.open = true }")
    for name, value in typed.items():
        field = name.replace("_", "-", 1)
        if value == "tomorrow":
            for number, digits in enumerate(TOMORROW):
                where.locator(f"[name={field}_{number}]").fill(digits)
        else:
            where.locator(f"[name={field}]").fill(value)
    somebody.tap(where.get_by_role("button").first)


def veteran_answers(chapter: Chapter, folder: Path) -> None:
    """Anna says yes, writes, sends a picture; Vera answers."""
    anna = chapter.lets("anna")
    desk = f"/desk/matters/{chapter.places['matter']}/"
    anna.opens(desk)
    anna.presses("I stand by this family")
    anna.opens(desk)
    writes(anna, chapter.texts["hello"])
    sends(anna, "next", next_what=chapter.texts["promise"], next_by="tomorrow")
    vera = chapter.lets("vera")
    vera.opens("/mine/")
    writes(vera, chapter.texts["thanks"])
    anna = chapter.lets("anna")
    picture = folder / "paper.png"
    Image.new("RGB", (640, 400), "#e8e2d4").save(picture)
    anna.opens(f"/talk/matters/{chapter.places['matter']}/file/")
    anna.page.locator("input[type=file]").set_input_files(picture)
    anna.page.locator("textarea").fill(chapter.texts["paper"])
    anna.presses("Send")
    chapter.keeps(file=part(anna, 5, "/files/"))


def know_how_is_made(chapter: Chapter) -> None:
    """Anna makes two answers know-how; Pavel has published one of them."""
    anna = chapter.lets("anna")
    for text in (PRACTICE, "Дежурному звонят до восьми утра: потом смена, и журнал листает другой."):
        anna.opens(f"/desk/matters/{chapter.places['matter']}/")
        anna.tap(anna.page.get_by_role("link", name=anna.reads("Make it know-how")).first)
        chapter.keeps(message=part(anna, 5))
        anna.page.locator("[name=text_ru]").fill(text)
        anna.page.locator("[name=stage]").select_option("detention")
        anna.presses("Send to review")
    pavel = chapter.lets("pavel")
    pavel.opens("/talk/know-how/")
    pavel.tap(pavel.page.locator("main .links a").filter(has_text="Ингалятор"))
    pavel.presses("Publish for everybody")
    pavel.tap(pavel.page.locator("main .links a").first)
    chapter.keeps(answer=part(pavel, 3))


def papers_are_made(chapter: Chapter) -> None:
    """Vera makes a paper, hands it in and begins to change it; another one asks how a name changes."""
    vera = chapter.lets("vera")
    papers = f"/papers/matters/{chapter.places['matter']}/"
    for name, surname in (("paper", "Соколов"), ("draft", "Кравец")):
        vera.opens(f"{papers}choose/")
        vera.tap(vera.page.locator("button[value=contract_refusal]"))
        chapter.keeps(**{name: part(vera, 4)})
        questions = f"{papers}{chapter.places[name]}/questions/"
        vera.opens(f"{questions}1/")
        fills(vera, "начальник ФКУ СИЗО-1 УФСИН России по Заречной области")
        vera.opens(f"{questions}2/")
        for part_of_name, text in (("surname", surname), ("given", "Илья"), ("patronymic", "Олегович")):
            vera.page.locator(f"[name={part_of_name}]").fill(text)
        vera.page.locator("[name=gender][value=m]").check()
        vera.continues()
        vera.opens(f"{questions}3/")
        for number, digits in enumerate(("4", "5", "1999")):
            vera.page.locator(f"[name=answer_{number}]").fill(digits)
        vera.continues()
        if name == "paper":
            vera.presses("Make the paper")
            vera.opens(f"{papers}{chapter.places[name]}/filed/")
            vera.presses("Save")
            vera.presses("Change something")


def veteran_rests(chapter: Chapter) -> None:
    """Anna needs a rest; Pavel asks Marina, and Vera is asked whether she agrees."""
    anna = chapter.lets("anna")
    anna.opens("/veterans/me/")
    anna.presses("I need a rest")
    pavel = chapter.lets("pavel")
    pavel.opens("/veterans/hand-overs/")
    pavel.taps_link("Find who comes next")
    pavel.tap(pavel.page.locator(".suggestion").filter(has_text="Марина").get_by_role("button"))
    vera = chapter.lets("vera")
    vera.opens("/mine/")
    chapter.keeps(key=part(vera, 3, "/decline/"))


def calls_come_in(chapter: Chapter) -> None:
    """Two callers tell of one man."""
    pavel = chapter.lets("pavel")
    for name, key in (("Мать Ивана", "called"), ("Сестра Ивана", "again")):
        pavel.opens("/arrivals/calls/")
        pavel.page.locator("[name=who]").fill(CALLER)
        pavel.page.locator("[name=birth_year]").fill("1990")
        pavel.page.locator("[name=name]").fill(name)
        pavel.presses("Save")
        if pavel.page.locator("[name=same]").count() > 1:
            pavel.page.locator("[name=same][value=new]").check()
            pavel.presses("Save")
        chapter.keeps(**{key: part(pavel, 3)})


def many_are_detained(chapter: Chapter) -> None:
    """A roll with one pasted list."""
    pavel = chapter.lets("pavel")
    pavel.opens("/rolls/")
    pavel.presses("Begin a roll")
    chapter.keeps(roll=part(pavel, 2))
    pavel.opens(f"/rolls/{chapter.places['roll']}/list/")
    pavel.page.locator("[name=text]").fill(ROLL)
    pavel.presses("Read the list")
    pavel.presses("Save everybody")
    pavel.opens(f"/rolls/{chapter.places['roll']}/")
    chapter.keeps(station=part(pavel, 4, "/stations/"))
    pavel.tap(pavel.page.locator("a[href*='/stations/']").first)
    chapter.keeps(row=part(pavel, 4, "/rows/"))


def somebody_joins(chapter: Chapter) -> None:
    """Three who are invited: one holds the link, one the words, one the app."""
    for name in ("invited", "words", "app"):
        pavel = chapter.lets("pavel")
        pavel.opens("/team/invite/")
        pavel.page.locator("[name=note]").fill("Кирилл с вокзала")
        pavel.page.locator("[name=kind][value=editor]").check()
        for number, digits in enumerate(TOMORROW):
            pavel.page.locator(f"[name=ends_on_{number}]").fill(digits)
        pavel.presses("Make a link")
        address = pavel.page.locator("main .keep").inner_text().strip()
        chapter.keeps(token=address.rstrip("/").split("/")[-1])
        newcomer = chapter.lets(name)
        newcomer.opens(f"/team/join/{chapter.places['token']}/")
        if name != "invited":
            types(newcomer.page, f"kirill{name}", "Кирилл", "мокрый перрон и три чемодана")
        if name == "app":
            words = newcomer.page.locator("main ol li").all_inner_texts()
            newcomer.taps_link("They are on paper")
            for box in newcomer.page.locator("main input[name^=word_]").all():
                box.fill(words[int((box.get_attribute("name") or "").split("_")[1])])
            newcomer.continues()


def house_is_guarded(chapter: Chapter) -> None:
    """Pavel begins to make a key of last resort, vouches for Larisa, and has an address for the worst day."""
    pavel = chapter.lets("pavel")
    pavel.opens("/team/")
    for name, who in (("anna", "Анна"), ("larisa", "Лариса")):
        row = pavel.page.locator(".answer").filter(has_text=who)
        chapter.keeps(**{name: str(row.locator("a").first.get_attribute("href")).split("/")[2]})
    pavel.opens("/vault/comebacks/")
    pavel.page.locator(f"[value='{chapter.places['larisa']}']").check()
    pavel.presses("I know this person and vouch")
    pavel.opens("/vault/recovery/draw/")
    types(pavel.page, "5", "3")
    pavel.opens("/vault/circles/")
    chapter.keeps(circle=part(pavel, 3, "/unseat/"), seated=part(pavel, 4, "/unseat/"))
    pavel.opens("/vault/close/")
    pavel.presses("Make an address")
    address = pavel.page.locator("main .notice").last.inner_text()
    chapter.keeps(way=address.rstrip("/").split("/")[-1])
