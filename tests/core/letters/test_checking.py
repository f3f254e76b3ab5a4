"""A letter read as the censor would: what stops it, where it stands, and never a crash."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peredacha.core.letters import Ban, LetterRules, checked, pages_of, pieces, tidy
from peredacha.jurisdictions.letters import letter_law

LAW = letter_law("ru")
assert LAW is not None
RUSSIA = LAW.rules
SAYS = {"ru": "Нельзя.", "en": "No."}


def found(text: str, rules: LetterRules = RUSSIA) -> dict[str, list[str]]:
    """The words found, by the ban that found them."""
    told: dict[str, list[str]] = {}
    for one in checked(tidy(text), rules):
        told.setdefault(one.ban, []).append(tidy(text)[one.start : one.end])
    return told


@pytest.mark.parametrize(
    "text",
    [
        "Здравствуйте, Алексей! У нас выпал первый снег, −3 °C. Кошка смотрит на него с подоконника.",
        "Прочитал «Мастера и Маргариту», стр. 120–154. 12.05.2026 был дождь — 24.05.2026 снова солнце.",
        "Ёлка, съёмка, взгляд, всплеск, контрстратегия… А я и у, и о — всё помню!\n\n— До свидания, ваша Н.",
        "Закладка в книге на странице 15. По-моему, кто-нибудь когда-то об этом говорил.",
    ],
)
def test_an_ordinary_letter_goes(text: str) -> None:
    assert found(text) == {}


@pytest.mark.parametrize(
    ("ban", "text", "what"),
    [
        ("contacts", "Звоните: +7 (900) 123-45-67, жду", "+7 (900) 123-45-67"),
        ("contacts", "Пишите на nina@example.org!", "nina@example.org"),
        ("contacts", "Я в телеге @nina_pishet", "@nina_pishet"),
        ("contacts", "Зайдите на www.example.org/a", "www.example.org/a"),
        ("contacts", "Живу на ул. Лесная, д. 7 давно", "ул. Лесная, д. 7"),
        ("digits", "Запомните 1234 5678 9012", "1234 5678 9012"),
        ("cipher", "Слово встрчздств странное", "встрчздств"),
        ("cipher", "Тайно: к о т п и ш е т", "к о т п и ш е т"),
        ("cipher", "Смешное пoбег слово", "пoбег"),
        ("drawings", "Привет 😀!", "😀"),
        ("drawings", "Кот /\\_/\\ тут", "/\\_/\\"),
        ("drawings", "Не\u200bвидно", "\u200b"),
        ("other_letters", "Слово 漢字 здесь", "漢字"),
        ("escape", "Думаю о ПОБЕГЕ", "ПОБЕГЕ"),
        ("obscene", "Вот блядство", "блядство"),
        ("case", "Что сказал следователь?", "следователь"),
        ("case", "По уголовному делу новости", "уголовному делу"),
        ("prisoners", "И передай привет всем", "передай привет"),
    ],
)
def test_what_a_censor_stops_is_told_with_its_place(ban: str, text: str, what: str) -> None:
    assert what in found(text)[ban]


def test_a_telephone_is_told_once_and_not_as_a_cipher() -> None:
    assert "digits" not in found("Мой телефон 8 900 123-45-67.")


def test_foreign_words_are_doubtful_in_russian_and_plain_in_english() -> None:
    assert [one.hard for one in checked("Снег и winter", RUSSIA)] == [False]
    assert checked("Snow and winter", RUSSIA, language="en") == ()


def test_a_letter_longer_than_the_place_takes_is_stopped_at_its_page() -> None:
    text = "Снег идёт. " * 300
    assert pages_of(text, RUSSIA) == 2
    assert checked(text, RUSSIA) == ()

    (only,) = checked(text, RUSSIA, most=1)

    assert (only.ban, only.hard, only.start, only.end) == ("too_long", True, RUSSIA.page, len(text))


def test_one_ban_is_told_a_few_times_and_not_a_hundred() -> None:
    assert len(found("побег и " * 100)["escape"]) == 5


def test_words_of_a_list_are_whole_words_unless_starred() -> None:
    rules = LetterRules(100, 1, SAYS, (Ban("b", "words", True, SAYS, words=("кот", "цеп*", "злой пёс")),))

    assert found("Кот, который на цепи; злой пес", rules) == {"b": ["Кот", "цепи", "злой пес"]}


SIGNS = st.text(
    st.characters(codec="utf-8") | st.sampled_from("абвгдеё 1234@.-+/\\_|йцук\u0301"), max_size=300
)
ODD = st.one_of(SIGNS, st.text(string.printable, max_size=300), st.text("8 (900-", max_size=300))


@given(ODD)
def test_whatever_is_written_every_place_lies_in_the_text_and_in_order(typed: str) -> None:
    text = tidy(typed)
    findings = checked(text, RUSSIA)

    assert all(0 <= one.start < one.end <= len(text) for one in findings)
    assert [one.start for one in findings] == sorted(one.start for one in findings)
    assert findings == checked(text, RUSSIA)


@given(ODD)
def test_the_pieces_are_the_text(typed: str) -> None:
    text = tidy(typed)
    findings = checked(text, RUSSIA)
    cut = pieces(text, findings)

    assert "".join(part for part, _marked in cut) == text
    marked = sum(len(part) for part, is_marked in cut if is_marked)
    assert marked == len({at for one in findings for at in range(one.start, one.end)})


@given(st.text("абвгд \n", max_size=200), st.sampled_from(["побег", "наручники", "кокаин"]))
def test_a_banned_word_is_found_wherever_it_stands(around: str, word: str) -> None:
    text = tidy(f"{around} {word} {around}")

    assert any(text[one.start : one.end] == word for one in checked(text, RUSSIA) if one.hard)
