"""The second trip, in Russian and without JavaScript: a request, a veteran, the next one, and nothing at all."""

from tests.databases import rows_of
from tests.journeys.at_work import asks, comes_back, goes_through_the_plan, signs_in, writes
from tests.journeys.conftest import Meet
from tests.journeys.markers import found_in
from tests.journeys.server import Site
from tests.journeys.vera import Vera

NAME = "Вера-41c0"
WORDS = "Сына забрали ночью, у него астма. Приметы41c0"
HELLO = "Я Анна. Мой сын прошёл через то же. Приметы41c0"
THANKS = "Спасибо, что вы есть. Приметы41c0"
WELCOME = "Я Марина, теперь я рядом. Приметы41c0"


def test_vera_finds_anna_then_marina_and_takes_everything_with_her(meet: Meet, site: Site) -> None:
    vera, pavel, anna, marina = (meet(javascript=False) for _one in range(4))
    goes_through_the_plan(vera, kin="parent", article="228 ч. 2")
    before = everything_about_families(site)
    code = asks(vera, WORDS, NAME, danger=True)

    signs_in(pavel, "pavel", code=1)
    lines = [pavel.text(line) for line in pavel.page.locator(".queue-line").all()]
    place = next(number for number, line in enumerate(lines) if NAME in line)
    assert all("Опасность" in line for line in lines[: place + 1]), "danger stands first"
    assert not any("Опасность" in line for line in lines[place + 1 :]), "who was touched last stands last"
    pavel.tap(pavel.page.get_by_role("link", name=NAME))
    assert WORDS in pavel.text()
    takes(pavel, "Анна", because="228")

    signs_in(anna, "anna")
    opens_own(anna, NAME)
    anna.presses("I stand by this family")
    opens_own(anna, NAME)
    goes_to_talk(anna)
    writes(anna, HELLO)

    comes_back(vera, code)
    assert HELLO in vera.text()
    assert "Анна" in vera.text()
    writes(vera, THANKS)
    vera.page.get_by_text(THANKS).wait_for()

    anna.opens("/veterans/me/")
    anna.presses("I need a rest")
    pavel.opens("/veterans/hand-overs/")
    pavel.taps_link("Find who comes next")
    takes(pavel, "Марина", on_page=True)
    vera.opens("/mine/")
    vera.presses("Yes, I agree")
    signs_in(marina, "marina")
    opens_own(marina, NAME)
    marina.presses("I stand by this family")
    opens_own(marina, NAME)
    goes_to_talk(marina)
    assert THANKS in marina.text(), "the thread goes on"
    writes(marina, WELCOME)
    anna.opens("/desk/mine/")
    assert NAME not in anna.text(), "her key is taken away"
    vera.opens("/mine/")
    assert WELCOME in vera.text()

    vera.taps_link("Erase everything")
    vera.presses("Erase everything now")
    vera.page.wait_for_url("**/mine/erased/")

    assert everything_about_families(site) == before
    told = [NAME, "Приметы41c0", " ".join(code), " ".join(code[2:])]
    assert [
        f"{words} in {path.name}" for path, body in site.written() for words in found_in(body, told)
    ] == []
    marina.opens("/desk/mine/")
    assert NAME not in marina.text()


def takes(pavel: Vera, name: str, *, because: str = "", on_page: bool = False) -> None:
    """Pavel looks at who could stand by the family, reads the reasons, and takes one."""
    if not on_page:
        pavel.taps_link("Find a veteran")
    proposal = pavel.page.locator(".suggestion").filter(has_text=name)
    assert because in pavel.text(proposal)
    assert proposal.locator("li").count() > 0, "every suggestion says why"
    pavel.tap(proposal.get_by_role("button"))


def opens_own(helper: Vera, name: str) -> None:
    """A veteran opens one of her families."""
    helper.opens("/desk/mine/")
    helper.tap(helper.page.get_by_role("link", name=name))


def goes_to_talk(helper: Vera) -> None:
    """The page of the talk with the family, where it is a page of its own."""
    if not helper.page.locator("main form[action$='/talk/']").count():
        helper.taps_link("Talk")


def everything_about_families(site: Site) -> dict[str, int]:
    """How many rows each table has that keeps something of a family."""
    tables = (
        "matters_matter",
        "matters_factrow",
        "matters_card",
        "conversations_message",
        "vault_returncode",
    )
    return {table: len(rows_of(site.database, table)) for table in tables}
