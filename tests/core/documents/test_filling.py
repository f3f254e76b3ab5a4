"""Vera tells what she knows; the paper comes, or the questions that are left."""

from datetime import date

import pytest
from tests.core.documents.world import LARISA, SON, TODAY, asked, filing, made, need

from peredacha.core.documents import Attachments, FlawedPaper, Numbered, Paper, Signature, fill, plain, recipe

LETTER = """
> {{ head | dative | capital }}
> от {{ lawyer | genitive }}

# ЗАЯВЛЕНИЕ
## о встрече

Прошу разрешить {{ detained | dative }} встречу{% if day_told %} {{ day_told | day }}{% endif %}.
{{ detained | by_gender("Он болен", "Она больна") }}.
{% if story %}

{{ story }}

{% endif %}

{% if papers %}
{% for one in papers %}
+ {{ one }};
{% endfor %}
{% endif %}

~ Адвокат | {{ lawyer | short }}
"""
NEEDS = (
    need("head", "title"),
    need("lawyer", "person"),
    need("detained", "person"),
    need("day_told", "day", may_be_missing=True),
    need("story", "text", may_be_missing=True),
    need("papers", "list", may_be_missing=True),
)
VISIT = filing(LETTER, *NEEDS)
TOLD = {"head": "начальник СИЗО-1", "lawyer": LARISA, "detained": SON}


def test_larisa_gets_a_paper_in_which_every_name_stands_in_its_case() -> None:
    text = (
        plain(made(VISIT, {**TOLD, "day_told": "2026-12-01"})).replace("\u00a0", " ").replace("\u2011", "-")
    )

    assert text.splitlines()[:2] == ["Начальнику СИЗО-1", "от Орловой Ларисы Игоревны"]
    assert "Прошу разрешить Лебедеву Петру Ильичу встречу 1 декабря 2026 г. Он болен." in text
    assert text.endswith("22 ноября 2026 г.\nАдвокат\nОрлова Л. И.")


def test_what_vera_did_not_tell_is_asked_with_its_question_and_what_may_be_missing_is_not() -> None:
    left = asked(VISIT, {"head": "начальник СИЗО-1", "detained": {"surname": "Лебедев"}})

    assert [(one.need.name, one.why) for one in left] == [("lawyer", "missing"), ("detained", "wrong")]
    assert left[0].need.label["en"] == "as it is" and "missing" not in str(left[0].said)


def test_her_own_words_become_paragraphs_and_never_marks() -> None:
    paper = made(VISIT, {**TOLD, "story": "# не заголовок\n> не шапка\n1. не список\n~ не | подпись"})

    assert [one.kind for one in paper.blocks] == [
        "addressee", "title", "paragraph", "paragraph", "paragraph", "paragraph", "paragraph", "signature",
    ]  # fmt: skip
    assert "# не заголовок." in plain(paper)


def test_one_attachment_is_named_in_the_singular_and_two_in_the_plural() -> None:
    one, two = (
        made(VISIT, {**TOLD, "papers": held}).blocks[-2] for held in (["копия ордера;"], "ордер\nсправка")
    )

    assert isinstance(one, Attachments) and (one.word, one.items) == ("Приложение:", ("копия ордера.",))
    assert isinstance(two, Attachments) and (two.word, two.items) == ("Приложения:", ("ордер;", "справка."))


@pytest.mark.parametrize(
    "wrong", ["явиться и/или позвонить", "адрес ____", "работает ( )", "{{ lawyer }}", "имя {% if"]
)
def test_an_unfinished_form_is_asked_again_and_never_printed(wrong: str) -> None:
    left = asked(VISIT, {**TOLD, "story": wrong})

    assert [(one.need.name, one.why) for one in left] == [("story", "words")]


@pytest.mark.parametrize("letters", ["שלום", "مرحبا", "漢字"])
def test_letters_that_no_russian_office_reads_are_asked_in_russian(letters: str) -> None:
    left = asked(VISIT, {**TOLD, "story": f"Её зовут {letters}."})

    assert [one.why for one in left] == ["letters"]


def test_a_name_that_grammar_leaves_open_is_asked_once_and_then_kept() -> None:
    told = {**TOLD, "detained": {"surname": "Заяц", "given": "Пётр", "patronymic": "Ильич"}}
    (left,) = asked(VISIT, told)
    kept = {left.key: ("Заяц", "Зайца", "Зайцу", "Зайца", "Зайцем", "Зайце")}

    assert left.why == "declension" and left.offered
    assert "разрешить Зайцу Петру Ильичу" in plain(made(VISIT, told, kept))


def test_a_gender_that_no_name_tells_is_asked_where_a_word_depends_on_it() -> None:
    told = {**TOLD, "detained": {"surname": "Ким", "given": "Саша"}}

    assert next((one.need.name, one.why, one.key) for one in asked(VISIT, told)) == (
        "detained",
        "declension",
        "",
    )
    assert "Она больна" in plain(made(VISIT, {**TOLD, "detained": {**told["detained"], "gender": "f"}}))


def test_an_undeclinable_question_is_not_asked_where_the_name_is_not_bent() -> None:
    calm = filing(
        "# ПИСЬМО\n\nДело ведёт {{ who | nominative }}.\n\n~ Подпись | {{ who | short }}\n",
        need("who", "person"),
    )

    assert "Заяц" in plain(made(calm, {"who": {"surname": "Заяц", "given": "Пётр", "patronymic": "Ильич"}}))


@pytest.mark.parametrize("told", [17, 1.5, True, {"a": 1}, [["x"]], "2026-13-45", "вчера"])
def test_whatever_comes_for_a_day_is_a_question_and_no_crash(told: object) -> None:
    assert [one.why for one in asked(VISIT, {**TOLD, "day_told": told})] == ["wrong"]


def test_a_list_that_promises_and_brings_nothing_is_refused_without_a_word_of_the_paper() -> None:
    hollow = filing("# А\n\nПрошу {{ what }}:\n\n= ПОДПИСЬ\n\n~ Я | {{ what }}\n", need("what"))

    with pytest.raises(FlawedPaper) as no:
        fill(hollow, {"what": "тайное слово"}, TODAY)
    assert "тайное" not in str(no.value) and "missing" in str(no.value)


def test_the_same_recipe_gives_the_same_paper_next_year() -> None:
    kept = recipe(VISIT, {**TOLD, "unasked": "x"}, date(2026, 11, 22))

    assert "unasked" not in kept.facts and kept.edition == VISIT.edition
    assert fill(VISIT, kept.facts, kept.day, kept.kept) == made(VISIT, TOLD)


def test_no_value_tells_a_name_in_its_repr() -> None:
    told = (made(VISIT, TOLD), recipe(VISIT, TOLD, TODAY), *asked(VISIT, {"head": "x"}))

    assert "Лебедев" not in repr(told) and "Орлова" not in repr(told) and isinstance(told[0], Paper)


def test_the_items_of_a_list_end_as_a_typist_would_end_them() -> None:
    listed = filing("# А\n\n= ПРОШУ:\n\n1. {{ a }}\n2. {{ a }},\n3. {{ a }};\n\n~ Я | {{ a }}\n", need("a"))
    block = made(listed, {"a": "прийти к 5 ч. утра 2026 г."}).blocks[2]

    assert isinstance(block, Numbered)
    assert [one[-1] for one in block.items] == [";", ";", "."] and not block.items[2].endswith("..")
    assert isinstance(made(listed, {"a": "б"}).blocks[-1], Signature)


@pytest.mark.parametrize(
    ("surname", "said"),
    [("Иванов", "об Иванове со мной"), ("Петров", "о Петрове со мной"), ("Юрьев", "о Юрьеве со мной")],
)
def test_a_small_word_fits_the_name_behind_it(surname: str, said: str) -> None:
    asks = "Спросите о {{ who | short('prepositional') }} со мной. Идти с {{ who | short('instrumental') }}."
    text = f"# А\n\n{asks}\n\n~ Я | Я\n"
    told = {"who": {"surname": surname, "given": "Пётр"}}

    line = (
        plain(made(filing(text, need("who", "person")), told)).replace("\u00a0П.", "").replace("\u00a0", " ")
    )
    assert said in line and f"с {surname}ым" in line


def test_the_court_of_vladimir_and_the_lawyer_stepanov_get_their_vowel() -> None:
    text = "> В {{ court | accusative }}\n\n# А\n\nИдти с {{ who | instrumental }}.\n\n~ Я | Я\n"
    told = {"court": "Владимирский областной суд", "who": {"surname": "Степанов", "given": "Пётр"}}

    said = plain(made(filing(text, need("who", "person"), need("court", "title")), told))
    assert "Во Владимирский областной суд" in said and "со Степановым Петром" in said
