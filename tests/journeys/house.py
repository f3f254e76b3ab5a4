"""Every kind of page of the house, for plays that must hold on all of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.journeys.vera import Vera

QUESTIONS = ("kin", "region", "place", "moment", "signed", "facility", "article", "custody_on")
"""One question of each kind: a choice, two lists, a moment, ticks, a list of cards, a text, a day."""
ADVICE = ("help", "shield", "contract", "refused", "public", "kept")
CALCULATORS = ("deadline", "served", "parole", "custody", "parcels")
COUNTED: Mapping[str, Mapping[str, str]] = {
    "deadline/detention_record": {"day_0": "1", "day_1": "9", "day_2": "2025", "time": "23:30"},
    "served": {"length_0": "2", "in_force_on_0": "3", "in_force_on_1": "2", "in_force_on_2": "2025"},
    "parole": {"length_0": "6", "in_force_on_0": "3", "in_force_on_1": "2", "in_force_on_2": "2025"},
    "custody": {"since_0": "1", "since_1": "9", "since_2": "2025"},
    "parcels": {"place": "remand"},
}
"""What a family types into each calculator, by the names of the fields."""
WRONG = ("kin", "region", "moment", "signed", "article", "custody_on")
"""Questions that are sent without an answer, so that the page asks to mend it."""


@dataclass(frozen=True)
class Kind:
    """A kind of page: a name for reports, and the address, or the question that is answered wrongly."""

    name: str
    path: str
    wrong: bool = False
    typed: Mapping[str, str] = field(default_factory=dict)


KINDS = (
    Kind("start", "/"),
    Kind("door detained", "/doors/detained/"),
    Kind("door inside", "/doors/inside/"),
    *(Kind(f"question {name}", f"/questions/{name}/") for name in QUESTIONS),
    *(Kind(f"mistake {name}", f"/questions/{name}/", wrong=True) for name in WRONG),
    Kind("check", "/answers/"),
    Kind("plan", "/plan/"),
    Kind("sheet", "/plan/sheet/"),
    Kind("where", "/where/"),
    Kind("letters", "/letters/"),
    Kind("letter", "first: /letters/ a[href*='/letters/']"),
    *(Kind(f"advice {name}", f"/advice/{name}/") for name in ADVICE),
    Kind("rule", "first: /plan/ a[href*='/law/']"),
    Kind("facilities", "/facilities/"),
    Kind("facilities found", "/facilities/?region=RU-ZRC"),
    Kind("facilities nothing", "/facilities/?text=нигде"),
    Kind("facility", "first: /facilities/?region=RU-ZRC .place-name"),
    Kind("calculators", "/calculators/"),
    *(Kind(f"calculator {name}", f"/calculators/{name}/") for name in CALCULATORS),
    Kind("calculator rule", "/calculators/deadline/detention_record/"),
    *(Kind(f"calculator mistake {name}", f"/calculators/{name}/", wrong=True) for name in CALCULATORS),
    *(
        Kind(f"calculator answer {name.partition('/')[0]}", f"/calculators/{name}/", typed=COUNTED[name])
        for name in COUNTED
    ),
    Kind("catalogue", "/design/"),
    Kind("no such page", "/no-such-page/"),
    Kind("forgotten", "/forgotten/"),
)


def visit(vera: Vera, kind: Kind) -> None:
    """Open a page of a kind as she meets it."""
    if kind.path.startswith("first: "):
        path, selector = kind.path.removeprefix("first: ").split(" ", 1)
        vera.opens(path)
        address = vera.page.locator(f"main {selector}").first.get_attribute("href")
        vera.page.goto(f"{vera.site.address}{address}")
    else:
        answer = vera.opens(kind.path)
        assert answer.status == (404 if kind.name == "no such page" else 200)
    if kind.typed:
        fill(vera, kind.typed)
        vera.tap(vera.page.locator("main form").get_by_role("button").first)
        assert vera.alert.count() == 0, vera.alert.all_inner_texts()
    if kind.wrong:
        vera.page.evaluate(
            "for (const one of document.querySelectorAll('main input, main select'))"
            " { one.checked = false; if (one.type === 'text' || one.tagName === 'SELECT') one.value = ''; }"
        )
        vera.tap(vera.page.locator("main form").get_by_role("button").first)
        assert vera.alert.count() == 1


def fill(vera: Vera, typed: Mapping[str, str]) -> None:
    """Type into the fields of the page by their names; a radio is chosen by its value."""
    for name, value in typed.items():
        fields = vera.page.locator(f"main [name={name}]")
        if fields.first.get_attribute("type") == "radio":
            vera.page.locator(f"main [name={name}][value={value}]").check()
        else:
            fields.fill(value)
