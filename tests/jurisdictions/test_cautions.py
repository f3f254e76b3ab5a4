"""What a land says of care: every mistake in the file is told with its line."""

from pathlib import Path

import pytest

from peredacha.jurisdictions.cautions import Cautions, cautions, read_cautions
from peredacha.jurisdictions.filings import filings
from peredacha.jurisdictions.reading import PackErrors

WHOLE = """
harms:
  - {id: cell, text: {ru: "Карцер", en: "A cell"}}
before: [complaint]
secrecy:
  name: {ru: "Подписка", en: "Undertaking"}
  means:
    - {ru: "Нельзя разглашать.", en: "Do not disclose."}
  filings: {ru: "Спросите.", en: "Ask."}
  unsure: {ru: "Не сверяли.", en: "Not checked."}
"""


def read(folder: Path, text: str) -> Cautions:
    """What a file with this text says in a land of two languages with one filing."""
    (folder / "cautions.yaml").write_text(text, "utf-8")
    return read_cautions(folder, ("ru", "en"), {"complaint"})


def test_the_file_of_russia_is_whole() -> None:
    told, papers = cautions("ru"), filings("ru")

    assert len(told.harms) >= 8 and told.secrecy and len(told.secrecy.means) == 3
    assert all(papers[key].card.risk for key in told.before)


def test_what_bears_on_him_inside_is_thought_over_first() -> None:
    word = "Отвечать за жалобу приходится тому, кто внутри"
    bearing = {key for key, one in filings("ru").items() if word in str(one.card.risk)}

    assert bearing and bearing <= set(cautions("ru").before)


def test_a_land_need_not_say_anything() -> None:
    assert cautions("example") == Cautions()


def test_a_whole_file_is_read(tmp_path: Path) -> None:
    found = read(tmp_path, WHOLE)

    assert [harm.id for harm in found.harms] == ["cell"] and found.before == ("complaint",)


@pytest.mark.parametrize(
    ("right", "wrong", "says"),
    [
        ("before: [complaint]", "before: [complant]", "`complant` is no filing with a `risk`"),
        ("id: cell", 'id: "?"', "`?` cannot stand here"),
        ("harms:", 'harms:\n  - {id: cell, text: {ru: "а", en: "a"}}', "`cell` cannot stand here"),
        (', en: "A cell"', "", "the text has no `en`"),
        ("means:", "meens:", "there is no key `meens` here"),
        ("  unsure:", "  #unsure:", "`unsure` is missing"),
    ],
)
def test_a_mistake_is_told_with_its_place(tmp_path: Path, right: str, wrong: str, says: str) -> None:
    assert right in WHOLE
    with pytest.raises(PackErrors) as raised:
        read(tmp_path, WHOLE.replace(right, wrong, 1))

    assert says in str(raised.value) and "cautions.yaml:" in str(raised.value)
