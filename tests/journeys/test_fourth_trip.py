"""The fourth trip: a letter from inside becomes a parcel; the window refuses the honey, and the next list knows it."""

import re
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect
from tests.core.documents.world import bare, words_of_pdf
from tests.gateways.bindery.samples import black_photo
from tests.journeys.at_work import signs_in
from tests.journeys.conftest import Meet, meetings
from tests.journeys.server import COMMAND, Site, environment, open_site
from tests.journeys.vera import MONTHS, Vera, now_there

SURNAME = "Знаменцев"
NAME = f"{SURNAME} Илья Олегович"
COLONY = "ИК-2"
SAID = "Сказали: мёд не положен"
OFFICE = "начальник ФКУ ИК-2 УФСИН России по Тверской области"
MY_POST = "170100, г. Соснов, ул. Лесная, д. 1"
MOTHER = {"surname": "Знаменцева", "given": "Мария", "patronymic": "Петровна"}


@pytest.fixture
def own(tmp_path_factory: pytest.TempPathFactory, demo: Site) -> Iterator[Site]:
    """A site of its own: its clock is moved, and each printed code of a helper works once."""
    with open_site(tmp_path_factory.mktemp("own"), demo) as opened:
        yield opened


@pytest.fixture
def meet_there(browser: Browser, own: Site) -> Iterator[Meet]:
    """Somebody sits down in front of that site."""
    with meetings(browser, own) as meeting:
        yield meeting


def test_a_letter_becomes_a_parcel_that_is_not_refused_twice(
    meet_there: Meet, own: Site, tmp_path: Path
) -> None:
    pavel, petya = meet_there(javascript=False), meet_there(javascript=False)
    signs_in(pavel, "pavel")
    matter = a_letter_asks(pavel, tmp_path, "tea", "honey", "grain")
    he_sits_in_a_cell_block(pavel, matter)
    parcel = comes_to_its_day(pavel, matter)

    signs_in(petya, "petya")
    petya.opens(f"/boxes{parcel}")
    assert "Крупы и макароны × 1 Еду нужно варить. ст. 82 ч. 8 УИК РФ" in petya.text()
    assert lies_there(petya) == {"Мёд", "Чай"}
    a_list_is_checked_while_it_is_typed(meet_there(), petya, parcel)
    petya.presses("Take it from the store")
    papers_are_printed(petya, parcel)
    the_window_refuses(petya, parcel)

    the_complaint_is_ready(pavel, parcel)
    petya.taps_link("What this place takes, and when")
    assert f"Мёд: не взяли; говорят, что запрещено. {told_today()}" in petya.text()
    sets_a_day(petya, parcel)
    petya.opens(f"/boxes{parcel}")
    assert lies_there(petya) == {"Чай"}
    assert "не взяли" in petya.text() and "Мёд" in petya.text()
    petya.presses("Take it from the store")

    for step in ("handed", "delivered"):
        petya.opens(f"{parcel}steps/{step}/")
        sends(petya, "[name=on_0]")
    no_trace_is_left(own, parcel)
    petya.opens(parcel)
    assert SURNAME not in petya.text()


def a_letter_asks(pavel: Vera, folder: Path, *things: str) -> str:
    """A paper letter came today: photographed, looked at, and led to a new matter; gives the matter's name."""
    photo = folder / "letter.jpg"
    photo.write_bytes(black_photo((12, 34)))
    pavel.opens("/mail/new/")
    writes_day(pavel, "on", now_there().date())
    sends(pavel, "[name=on_0]")
    pavel.page.locator("[name=file]").set_input_files(photo)
    sends(pavel, "[name=file]")
    pavel.taps_link("Look at it")
    for answer in ("no", "no", "parcel"):
        chooses(pavel, answer)
    pavel.page.locator("[value=inside]").check()
    for field, text in {"who": NAME, "birth_year": "1999", "place": COLONY, "words": "Пришлите чаю."}.items():
        pavel.page.locator(f"[name={field}]").fill(text)
    sends(pavel, "[name=who]")
    pavel.taps_link("Bring it where it belongs")
    chooses(pavel, "new")
    pavel.unfolds()
    for thing in things:
        pavel.page.locator(f"[name=things][value={thing}]").check()
    sends(pavel, "[name=things]")
    chooses(pavel, "family")
    assert pavel.at.startswith("/desk/matters/")
    return pavel.at.split("/")[3]


def he_sits_in_a_cell_block(pavel: Vera, matter: str) -> None:
    """What the counter needs: a strict regime, a cell block, one parcel in half a year; the colony by its card."""
    pages = f"/errands/matters/{matter}/person"
    pavel.opens(f"{pages}/2/")
    pavel.page.locator("[name=facility]").select_option(label=COLONY)
    pavel.page.locator("[name=place]").fill("")
    sends(pavel, "[name=facility]")
    pavel.opens(f"{pages}/3/")
    for field, value in {"regime": "strict", "conditions": "ordinary", "cell": "cell_block"}.items():
        pavel.page.locator(f"[name={field}][value={value}]").check()
    sends(pavel, "[name=regime]")


def comes_to_its_day(pavel: Vera, matter: str) -> str:
    """He agreed, somebody knows that he is there, one place is left and is taken; gives the parcel's address."""
    pavel.opens(f"/parcels/matters/{matter}/")
    assert "Осталось посылок и передач: 1." in pavel.text()
    pavel.tap(pavel.page.locator("main li a[href^='/parcels/'], main h2 a[href^='/parcels/']").first)
    parcel = pavel.at
    pavel.taps_link("There is a yes")
    chooses(pavel, "prisoner")
    pavel.taps_link("The place is confirmed")
    chooses(pavel, "letter")
    sets_a_day(pavel, parcel)
    pavel.opens(f"/parcels/matters/{matter}/")
    assert "Осталось посылок и передач: 0." in pavel.text()
    return parcel


def sets_a_day(somebody: Vera, parcel: str) -> None:
    """The place in the counter is taken for today."""
    somebody.opens(parcel)
    somebody.taps_link("Set the day")
    assert "ст. 118 ч. 2 п. б УИК РФ" in somebody.text()
    sends(somebody, "[name=on_0]")


def lies_there(petya: Vera) -> set[str]:
    """The first word of each thing that the proposal would take."""
    text = petya.text().partition(petya.reads("Left out, and why"))[0]
    return {
        word for word in ("Мёд", "Чай", "Овсянка", "Гречка") if re.search(rf"{word}[^.]{{0,60}} × \d", text)
    }


def a_list_is_checked_while_it_is_typed(beside: Vera, petya: Vera, parcel: str) -> None:
    """With JavaScript, in another window of Petya: nothing is pressed and nothing is stored."""
    beside.page.context.add_cookies(petya.page.context.cookies())
    beside.opens(f"/boxes{parcel}list/")
    told, honey = beside.page.locator(".looked"), beside.page.get_by_label("Мёд")
    expect(told).to_be_hidden()
    honey.fill("90")
    expect(told).to_contain_text("Передача тяжелее")
    honey.fill("1")
    expect(told).to_contain_text("В этом списке всё в порядке")
    beside.opens(f"/boxes{parcel}")
    assert lies_there(beside) == {"Мёд", "Чай"}


def papers_are_printed(petya: Vera, parcel: str) -> None:
    """The list for this window, and the label; both name who it is for."""
    for paper in ("contents", "label"):
        petya.opens(f"/boxes{parcel}papers/")
        with petya.page.expect_download() as coming:
            petya.page.locator(f"button[value={paper}]").click()
        found = words_of_pdf(Path(coming.value.path()).read_bytes())
        assert SURNAME in bare(found)


def the_window_refuses(petya: Vera, parcel: str) -> None:
    """At the window they take the honey for forbidden, and the whole parcel goes home."""
    petya.opens(f"{parcel}steps/refused/")
    petya.page.locator("[name=code][value=banned]").check()
    petya.page.locator("[name=thing][value^='Мёд']").check()
    petya.page.locator("[name=text]").fill(SAID)
    sends(petya, "[name=thing]")
    assert petya.page.locator("form[action$='/complaint/']").count() == 1


def the_complaint_is_ready(pavel: Vera, parcel: str) -> None:
    """Pavel makes the complaint: it begins with the thing and the words of the window."""
    pavel.opens(parcel)
    pavel.presses("Make the complaint")
    pavel.taps_link("Begin")
    for answer in (OFFICE, "", MY_POST, "мать"):
        if answer:
            pavel.page.locator("main [name=answer]").fill(answer)
        else:
            for field, text in MOTHER.items():
                pavel.page.locator(f"main [name={field}]").fill(text)
            pavel.page.locator("main [name=gender][value=f]").check()
        pavel.continues()
    pavel.presses("Make the paper")
    paper = bare(pavel.page.locator("article.paper").first.inner_text())
    assert "мёднеположен" in paper and bare("Знаменцева Ильи Олеговича") in paper


def no_trace_is_left(site: Site, parcel: str) -> None:
    """The clock of the parcel runs out; no byte of the site knows its name or its recipient any more."""
    name = parcel.split("/")[2].replace("-", "")
    assert any(name.encode() in body for _path, body in site.written())
    with closing(sqlite3.connect(site.folder / "site.sqlite3")) as lite, lite:
        yesterday = (now_there().date() - timedelta(days=1)).isoformat()
        lite.execute("UPDATE parcels_parcel SET erase_on = ? WHERE id = ?", (yesterday, name))
    subprocess.run([COMMAND, "chores"], env=environment(site), cwd=site.folder / "work", check=True)
    for path, body in site.written():
        for trace in (name, SURNAME):
            assert trace.encode() not in body and trace.encode("utf-16-le") not in body, path.name


def told_today() -> str:
    """Today as the card says it."""
    day = now_there().date()
    return f"{day.day} {MONTHS['ru'].split()[day.month - 1]} {day.year}"


def writes_day(somebody: Vera, name: str, day: date) -> None:
    """A day in its three boxes."""
    for place, part in enumerate((day.day, day.month, day.year)):
        somebody.page.locator(f"[name={name}_{place}]").fill(str(part))


def chooses(somebody: Vera, value: str) -> None:
    """One line of the question, and on."""
    somebody.page.locator(f"[value={value}]").first.check()
    sends(somebody, f"[value={value}]")


def sends(somebody: Vera, holding: str) -> None:
    """Send the form that holds this field."""
    button: Locator = somebody.page.locator(f"main form:has({holding}) button").first
    somebody.tap(button)
