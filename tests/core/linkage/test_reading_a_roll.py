"""After a protest Pavel pastes the list of the detained; nobody on it is lost."""

from hypothesis import given, settings
from hypothesis import strategies as some

from peredacha.core.language import speak
from peredacha.core.linkage import RollLine, read_roll

EVENING = """ОВД Тверское: Иванов И.И., Петров П., Сидорова Анна (17 лет)
ОП № 78 (3 человека):
1. Кузнецов Пётр Сергеевич, 1987
2) Смирнова Мария, 23 года, студентка
3 Чжао Ли

Орлов, Павел, 1990 г.р.
Магомедов Расул Магомедович — ОВД Якиманка
???
– Лебедева Ольга (ОВД «Арбат»), 45 лет
УВД по ЮЗАО — 2 чел.
Козлов А. и Новикова Е. (14)
ОМВД России по району Хамовники: Попов, Волков, Зайцев
Петров П.С., несовершеннолетний, адвокат на месте
"""


def who(line: RollLine) -> str:
    return " ".join(one for one in (line.named.surname, line.named.given, line.named.patronymic) if one)


def lines(text: str) -> tuple[RollLine, ...]:
    return read_roll(text).lines


def told(text: str) -> list[str]:
    return [speak(problem, "en") for problem in read_roll(text).problems]


def test_an_evening_is_read_person_by_person_with_the_stations() -> None:
    assert [(one.number, who(one), one.place) for one in lines(EVENING)] == [
        (1, "Иванов И И", "ОВД Тверское"),
        (2, "Петров П", "ОВД Тверское"),
        (3, "Сидорова Анна", "ОВД Тверское"),
        (4, "Кузнецов Пётр Сергеевич", "ОП № 78"),
        (5, "Смирнова Мария", "ОП № 78"),
        (6, "Чжао Ли", "ОП № 78"),
        (7, "Орлов Павел", None),
        (8, "Магомедов Расул Магомедович", "ОВД Якиманка"),
        (9, "", None),
        (10, "Лебедева Ольга", "ОВД «Арбат»"),
        (11, "Козлов А", "УВД по ЮЗАО"),
        (12, "Новикова Е", "УВД по ЮЗАО"),
        (13, "Попов", "ОМВД России по району Хамовники"),
        (14, "Волков", "ОМВД России по району Хамовники"),
        (15, "Зайцев", "ОМВД России по району Хамовники"),
        (16, "Петров П С", None),
    ]


def test_ages_years_and_notes_stay_with_their_person() -> None:
    people = {who(one): (one.age, one.named.birth_year, one.note) for one in lines(EVENING)}

    assert people["Сидорова Анна"] == (17, None, "")
    assert people["Кузнецов Пётр Сергеевич"] == (None, 1987, "")
    assert people["Смирнова Мария"] == (23, None, "студентка")
    assert people["Орлов Павел"] == (None, 1990, "")
    assert people["Лебедева Ольга"] == (45, None, "")
    assert people["Новикова Е"] == (14, None, "")
    assert people["Петров П С"] == (None, None, "несовершеннолетний, адвокат на месте")


def test_a_line_that_cannot_be_read_is_kept_and_told() -> None:
    assert lines(EVENING)[8].raw == "???"
    assert "No name was found in number 9. Type it in by hand." in told(EVENING)


def test_one_person_who_stands_twice_is_told_by_number_and_not_by_name() -> None:
    text = "Иванов Пётр Сергеевич\nОрлов Иван\nП.С. Иванов\nИванов Олег"

    assert told(text) == ["Numbers 1 and 3 may be one person. Look at both."]


def test_ages_apart_speak_against_one_person() -> None:
    assert told("Иванов Пётр, 19\nПётр Иванов, 20") == ["Numbers 1 and 2 may be one person. Look at both."]
    assert told("Иванов Пётр, 19\nПётр Иванов, 43") == []
    assert told("Иванов Пётр, 1987\nПётр Иванов, 1962") == []


def test_who_stands_ten_times_is_told_nine_times() -> None:
    assert len(told("Иванов Пётр\n" * 10)) == 9


def test_a_heading_without_people_is_nobody() -> None:
    assert lines("ОВД Тверское\n\nОП №5:\n") == ()
    assert told("ОВД Тверское") == told("") == ["There is nobody in this list. Paste one person a line."]


def test_a_heading_ends_with_an_empty_line_or_another_heading() -> None:
    text = "ОВД Арбат:\nИванов Пётр\nОВД Якиманка:\nОрлов Иван\n\nПопов Олег"

    assert [one.place for one in lines(text)] == ["ОВД Арбат", "ОВД Якиманка", None]


def test_a_name_that_begins_like_a_station_is_a_person() -> None:
    assert [who(one) for one in lines("Опарин Иван\nОвдеев Олег\nОтделёнов Пётр")] == [
        "Опарин Иван",
        "Овдеев Олег",
        "Отделёнов Пётр",
    ]


def test_a_list_longer_than_can_be_read_says_where_it_stopped() -> None:
    reading = read_roll("Иванов Пётр, 19\n" + "???\n" * 2000)

    assert len(reading.lines) == 2000
    assert (
        speak(reading.problems[-1], "en") == "Only the first 2000 lines were read. Paste the rest after them."
    )


@settings(max_examples=200, deadline=None)
@given(some.lists(some.text("абвгИПОВД ,.;:()–№19\t", min_size=1, max_size=40), max_size=8))
def test_no_list_stops_the_reading_and_the_people_are_counted_through(written: list[str]) -> None:
    reading = read_roll("\n".join(written))

    assert [one.number for one in reading.lines] == list(range(1, len(reading.lines) + 1))


@settings(max_examples=100, deadline=None)
@given(some.lists(some.sampled_from(EVENING.split("\n")[2:5]), min_size=1, max_size=6))
def test_one_line_for_each_person_gives_one_person_for_each_line(written: list[str]) -> None:
    reading = read_roll("\n".join(written))

    assert [one.raw for one in reading.lines] == written
