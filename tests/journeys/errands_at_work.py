"""Parcels, letters, visits and the store of a chapter at work: Vera asks, Petya packs, Nina writes, Pavel drives."""

from datetime import date, timedelta

from playwright.sync_api import FilePayload
from tests.gateways.bindery.samples import page_of_letters
from tests.journeys.at_work import signs_in
from tests.journeys.chapter import Chapter, part
from tests.journeys.sheets import sends, things
from tests.journeys.vera import Vera, now_there

COLONY = "ИК-1"
LETTER = "Здравствуйте, Алексей!\n\nУ нас выпал первый снег. Кошка смотрит на него с подоконника.\n\nНина"
ANSWER = "Спасибо за письмо. Кошке привет. Книги дошли."
PHOTO: FilePayload = {"name": "IMG_2050.png", "mimeType": "image/png", "buffer": page_of_letters()}


def errands_are_run(chapter: Chapter) -> None:
    """Everything that is carried, written and driven in a day."""
    chapter.keeps(errand=f"/errands/matters/{chapter.places['matter']}/")
    for name, login in (("petya", "petya"), ("writer", "nina")):
        signs_in(chapter.lets(name), login)
    store_is_filled(chapter)
    vera_tells(chapter)
    vera_asks(chapter)
    petya_carries(chapter)
    letters_go(chapter)
    visits_are_made(chapter)
    paper_comes(chapter)
    aid_is_offered(chapter)
    numbers_are_kept(chapter)


def today() -> date:
    """The day on the wall of the demo region."""
    return now_there().date()


def soon(days: int = 3) -> date:
    """A day ahead."""
    return today() + timedelta(days=days)


def store_is_filled(chapter: Chapter) -> None:
    """A drive, a set, and one thing that came today; its lot and its paper keep their names."""
    petya = chapter.lets("petya")
    sends(petya, "/stores/drives/new/", name="Сбор у метро", what="чай и мыло", day=today(), kilos="40")
    sends(petya, "/stores/sets/", name="Первая передача")
    petya.opens("/stores/sets/")
    chapter.keeps(kit=part(petya, 3, "/stores/sets/"))
    sends(petya, f"/stores/sets/{chapter.places['kit']}/", good="чёрный", pieces="2")
    petya.opens("/stores/?q=tea")
    chapter.keeps(good=part(petya, 3, "/stores/goods/"))
    good = chapter.places["good"]
    sends(petya, f"/stores/receive/{good}/", pieces="12", best_before=soon(400), place=0, source="donated")
    petya.opens(f"/stores/goods/{good}/")
    chapter.keeps(lot=part(petya, 3, "/stores/lots/"))
    petya.opens("/stores/places/")
    chapter.keeps(shelf=part(petya, 3, "/stores/places/"))


def vera_tells(chapter: Chapter) -> None:
    """Six pages about her son."""
    vera, person = chapter.lets("vera"), f"{chapter.places['errand']}person/"
    sends(vera, f"{person}1/", surname="Соколов", given="Илья", patronymic="Олегович", birth_year="1999")
    sends(vera, f"{person}2/", facility=COLONY, held="colony", confirmed_by="call")
    sends(vera, f"{person}3/", regime="general", conditions="ordinary", admitted_on=soon(-200))
    sends(vera, f"{person}4/", sex="m")
    sends(vera, f"{person}5/", avoids=("sugar",), needs="Астма: ингалятор.", shoes="43", clothes="52")
    sends(vera, f"{person}6/", alias="Алексей", language="ru", interests="Рыбалка, книги.")
    sends(vera, f"{chapter.places['errand']}used/", kind="parcels", on=soon(-60))
    sends(vera, f"{chapter.places['errand']}plan/", kind="parcels", on=soon(10))
    vera.opens(chapter.places["errand"])
    chapter.keeps(slot=part(vera, 5, "/slots/"))


def vera_asks(chapter: Chapter) -> None:
    """Four wishes, each through its pages."""
    vera, matter = chapter.lets("vera"), chapter.places["matter"]
    for name in ("wanted", "walked", "waits", "boxed"):
        vera.opens(f"/parcels/matters/{matter}/ask/")
        things(vera, kind="parcel")
        things(vera, things=("tea", "honey", "soap", "underwear"))
        things(vera, words="Рост 190, мёрзнет.")
        things(vera, deliver_by=soon(20), way="window")
        chapter.keeps(**{name: part(vera, 2)})


def petya_carries(chapter: Chapter) -> None:
    """One is only wanted, one only agreed, one waits to be packed, one lies in its box without a thing."""
    petya = chapter.lets("petya")
    walks(petya, chapter.places["walked"], "agreed")
    for name in ("boxed", "waits"):
        walks(petya, chapter.places[name], "agreed", "placed", "planned")
    petya_packs(chapter)
    many_at_once(chapter)
    petya.opens(f"/parcels/{chapter.places['waits']}/")
    chapter.keeps(carried=part(petya, 2, "/errands/"))
    vera = chapter.lets("vera")
    vera.opens(f"/parcels/{chapter.places['waits']}/")
    chapter.keeps(card=part(vera, 2, "/facilities/"))


def petya_packs(chapter: Chapter) -> None:
    """The box is taken from the store; the window gives one thing back."""
    petya = chapter.lets("petya")
    box = f"/boxes/parcels/{chapter.places['boxed']}/"
    petya.opens(box)
    petya.presses("Take it from the store")
    refused = f"/parcels/{chapter.places['boxed']}/steps/thing/"
    sends(petya, refused, thing=0, text="не положено")


def walks(petya: Vera, parcel: str, *steps: str) -> None:
    """Steps of the chain, each on its page."""
    told = {
        "agreed": {"code": "prisoner", "text": "звонил"},
        "placed": {"code": "call"},
        "planned": {"on": soon()},
    }
    for step in steps:
        sends(petya, f"/parcels/{parcel}/steps/{step}/", **told[step])


def many_at_once(chapter: Chapter) -> None:
    """A batch of what waits; it is packed beside the page that waits for it."""
    petya = chapter.lets("petya")
    petya.opens("/boxes/batches/")
    petya.presses("Propose the boxes")
    chapter.keeps(batch=part(petya, 3))
    for _look in range(60):
        if petya.page.get_by_text(petya.reads("Look again now")).count() == 0:
            break
        petya.page.wait_for_timeout(500)
        petya.opens(f"/boxes/batches/{chapter.places['batch']}/")


def letters_go(chapter: Chapter) -> None:
    """Vera says yes; Nina's first letter is posted and answered, the second one waits to be read."""
    vera, matter = chapter.lets("vera"), chapter.places["matter"]
    says = {"says": "prisoner", "alias": "Алексей", "language": "ru", "interests": "Книги, кошки, море"}
    sends(vera, f"/letters/matters/{matter}/agree/", **says, silent_on="О суде", pages="2")
    nina = chapter.lets("writer")
    writes_one(nina)
    petya = chapter.lets("petya")
    petya.opens("/postroom/")
    chapter.keeps(letter=part(petya, 3, "/postroom/letters/"))
    letter = chapter.places["letter"]
    petya.opens(f"/postroom/letters/{letter}/")
    petya.presses("Let it through")
    prints(petya)
    petya.opens("/postroom/post/")
    petya.page.locator("[name=letters]").first.check()
    things(petya, on=today(), way="post")
    sends(petya, f"/postroom/letters/{letter}/reply/", words=ANSWER, on=today(), file=PHOTO)
    petya.opens("/postroom/")
    chapter.keeps(reply=part(petya, 3, "/postroom/answers/"))
    nina_goes_on(chapter)


def nina_goes_on(chapter: Chapter) -> None:
    """The next letter waits to be read; before Nina stands a new sheet."""
    writes_one(chapter.lets("writer"))
    petya = chapter.lets("petya")
    petya.opens("/postroom/")
    chapter.keeps(second=part(petya, 3, "/postroom/letters/"))
    nina = chapter.lets("writer")
    nina.opens("/letters/write/")


def writes_one(nina: Vera) -> None:
    """Nina takes whoever comes next and writes."""
    nina.opens("/letters/write/")
    if nina.page.locator("main [name=text]").count() == 0:
        nina.tap(nina.page.locator("main form button").first)
    things(nina, text=LETTER)


def prints(petya: Vera) -> None:
    """The new letters, as one file."""
    petya.opens("/postroom/print/")
    petya.page.locator("[name=back_to]").fill("А/я 12\n101000 Москва")
    with petya.page.expect_download():
        petya.page.locator("main form button").first.click()


def visits_are_made(chapter: Chapter) -> None:
    """A visit with its day, a wish without one, and a car with free seats."""
    vera, visits = chapter.lets("vera"), f"/visits/matters/{chapter.places['matter']}/"
    for name, kind in (("visit", "short"), ("wish", "long")):
        sends(vera, f"{visits}new/", kind=kind)
        chapter.keeps(**{name: part(vera, 4)})
    sends(
        vera,
        f"{visits}{chapter.places['visit']}/who/",
        who="Вера, мать",
        wants_seats="1",
        from_where="Соснов",
    )
    sends(vera, f"{visits}{chapter.places['visit']}/day/", on=soon(6))
    pavel = chapter.lets("pavel")
    sends(
        pavel, "/visits/rides/new/", facility=COLONY, on=soon(6), from_where="Соснов", seats="3", hour="06:30"
    )
    pavel.opens("/visits/rides/")
    ride = pavel.page.locator("main h2 a").first.get_attribute("href")
    chapter.keeps(ride=str(ride).split("/")[3])


def paper_comes(chapter: Chapter) -> None:
    """Three letters in the sack: one looked at, one new, one that nobody needs."""
    pavel = chapter.lets("pavel")
    for name in ("mail", "fresh", "advert"):
        sends(pavel, "/mail/new/", on=today())
        chapter.keeps(**{name: part(pavel, 2)})
    mail = f"/mail/{chapter.places['mail']}/"
    sends(pavel, f"{mail}add/", file=PHOTO)
    sends(pavel, f"{mail}look/danger/", value="no")
    sends(pavel, f"{mail}look/paper/", value="no")
    sends(pavel, f"{mail}look/asks/", asks=("parcel",))
    who = {"writer": "inside", "who": "Кузнецов Илья Олегович", "birth_year": "1999", "place": "ИК-7"}
    sends(pavel, f"{mail}look/who/", **who, words="Пришлите чаю.")
    sends(pavel, f"{mail}where/", same="new")
    sends(pavel, f"/mail/{chapter.places['advert']}/put-away/", reason="advert")


def aid_is_offered(chapter: Chapter) -> None:
    """Petya offers tea to a colony and begins its letter."""
    petya = chapter.lets("petya")
    petya.opens("/aid/new/?text=1")
    things(petya, place=0)
    chapter.keeps(offer=part(petya, 2))
    offer = f"/aid/{chapter.places['offer']}/"
    for name, goods in (("чай чёрный", "tea"), ("мыло", "soap")):
        sends(petya, f"{offer}goods/", name=name, goods=goods, pieces="40", kilo="4", certificate="РОСС 12")


def numbers_are_kept(chapter: Chapter) -> None:
    """What the petrol cost."""
    pavel = chapter.lets("pavel")
    sends(pavel, "/tallies/spending/", what=0, kopecks="1540,50")
    chapter.keeps(month=f"{today().replace(day=1) - timedelta(days=1):%Y-%m}")
