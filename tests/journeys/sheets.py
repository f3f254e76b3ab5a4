"""How somebody fills the form in front of her: names of fields with what is typed, ticked or chosen."""

from datetime import date

from playwright.sync_api import FilePayload, Locator
from tests.journeys.vera import Vera

Typed = str | int | date | tuple[str, ...] | FilePayload


def sends(somebody: Vera, path: str, **typed: Typed) -> None:
    """She opens a page, fills its form and sends it; it must be taken."""
    answer = somebody.opens(path)
    assert answer.status == 200, path
    things(somebody, **typed)


def things(somebody: Vera, **typed: Typed) -> None:
    """She fills the form that stands before her and sends it with its first button; it must be taken."""
    somebody.unfolds()
    first = next(iter(typed))
    form = somebody.page.locator("main form").filter(
        has=somebody.page.locator(f"[name={first}], [name={first}_0]")
    )
    for name, value in typed.items():
        fills(form.first, name, value)
    somebody.tap(form.first.locator("button").first)
    assert somebody.alert.count() == 0, (somebody.at, somebody.alert.all_inner_texts())


def fills(form: Locator, name: str, value: Typed) -> None:
    """One field: a day has three boxes; a number stands for the line of that place; lists are read."""
    field = form.locator(f"[name={name}]")
    if isinstance(value, date):
        for place, number in enumerate((value.day, value.month, value.year)):
            form.locator(f"[name={name}_{place}]").fill(str(number))
    elif isinstance(value, dict):
        field.set_input_files(value)
    elif isinstance(value, int):
        field.nth(value).check()
    elif isinstance(value, tuple):
        for one in value:
            form.locator(f"[name={name}][value='{one}']").check()
    elif field.first.evaluate("one => one.tagName") == "SELECT":
        chosen = field.locator(f"option[value='{value}']").or_(field.locator("option", has_text=value))
        field.select_option(chosen.first.get_attribute("value"))
    elif field.first.get_attribute("type") in ("radio", "checkbox"):
        form.locator(f"[name={name}][value='{value}']").check()
    else:
        field.fill(value)
