"""Sums, terms and days as a paper writes them: the figure, and the words in brackets.

No-break spaces stand between the groups of a figure and before what belongs to it.
"""

from datetime import date
from decimal import Decimal

from peredacha.core.language.russian.cases import CASES, Case, Gender
from peredacha.core.language.russian.numbers import Counted, cardinal, form_for
from peredacha.core.language.russian.ordinals import ordinal

NO_BREAK = "\u00a0"
MINUS = "−"
_MONTHS = """
января февраля марта апреля мая июня июля августа сентября октября ноября декабря
"""
MONTHS = _MONTHS.split()


def _unit(gender: Gender, one: str, many: str) -> Counted:
    return Counted(gender, tuple(one.split()), tuple(many.split()))


ROUBLE = _unit(
    Gender.MALE, "рубль рубля рублю рубль рублём рубле", "рубли рублей рублям рубли рублями рублях"
)
KOPECK = _unit(
    Gender.FEMALE,
    "копейка копейки копейке копейку копейкой копейке",
    "копейки копеек копейкам копейки копейками копейках",
)
YEAR = _unit(Gender.MALE, "год года году год годом годе", "годы лет годам годы годами годах")
MONTH = _unit(
    Gender.MALE,
    "месяц месяца месяцу месяц месяцем месяце",
    "месяцы месяцев месяцам месяцы месяцами месяцах",
)
DAY = _unit(Gender.MALE, "день дня дню день днём дне", "дни дней дням дни днями днях")
HOUR = _unit(Gender.MALE, "час часа часу час часом часе", "часы часов часам часы часами часах")
SHEET = _unit(Gender.MALE, "лист листа листу лист листом листе", "листы листов листам листы листами листах")
COPY = _unit(
    Gender.MALE,
    "экземпляр экземпляра экземпляру экземпляр экземпляром экземпляре",
    "экземпляры экземпляров экземплярам экземпляры экземплярами экземплярах",
)


def figure(number: int | Decimal) -> str:
    """A number in figures: 12 345, 1,5.

    >>> figure(12345)
    '12\\xa0345'
    """
    written = f"{abs(number):,f}" if isinstance(number, Decimal) else f"{abs(number):,}"
    spaced = written.replace(",", NO_BREAK).replace(".", ",")
    return MINUS + spaced if number < 0 else spaced


def counted(number: int | Decimal, noun: Counted, case: Case = Case.NOMINATIVE, words: bool = True) -> str:
    """A number with what it counts: «3 (три) года», «3 (трёх) лет», «1,5 года».

    A fraction has no words in brackets; ``words`` leaves them out for whole numbers too.
    """
    said = ""
    if words and number == int(number):
        said = f"({cardinal(int(number), case, noun.gender, noun.alive)}) "
    return f"{figure(number)}{NO_BREAK}{said}{form_for(number, noun, case)}"


def sum_in_words(kopecks: int, case: Case = Case.NOMINATIVE) -> str:
    """A sum of money [kopecks] as bills have it. Raises ValueError below zero.

    >>> sum_in_words(1234500).replace("\\xa0", " ")
    '12 345 (двенадцать тысяч триста сорок пять) рублей 00 копеек'
    """
    if kopecks < 0:
        raise ValueError("a sum in a paper is not below zero")
    roubles, rest = divmod(kopecks, 100)
    return f"{counted(roubles, ROUBLE, case)} {rest:02d}{NO_BREAK}{form_for(rest, KOPECK, case)}"


def term_in_words(
    case: Case = Case.NOMINATIVE, *, years: int = 0, months: int = 0, days: int = 0, words: bool = True
) -> str:
    """A term; what is zero is left out. Raises ValueError where all is zero or something is below.

    >>> term_in_words(Case.GENITIVE, years=3, months=6).replace("\\xa0", " ")
    '3 (трёх) лет 6 (шести) месяцев'
    """
    parts = [(years, YEAR), (months, MONTH), (days, DAY)]
    if not any(number for number, _ in parts) or any(number < 0 for number, _ in parts):
        raise ValueError("a term has at least a day")
    return " ".join(counted(number, noun, case, words) for number, noun in parts if number)


def short_day(day: date) -> str:
    """A day as papers date themselves.

    >>> short_day(date(2026, 9, 1)).replace("\\xa0", " ")
    '1 сентября 2026 г.'
    """
    return f"{day.day}{NO_BREAK}{MONTHS[day.month - 1]} {day.year}{NO_BREAK}г."


def spelt_day(day: date, case: Case = Case.NOMINATIVE) -> str:
    """A day wholly in words, as in a power of attorney; the case is that of the number of the day.

    >>> spelt_day(date(2026, 9, 1), Case.GENITIVE)
    'первого сентября две тысячи двадцать шестого года'
    """
    number = ordinal(day.day, case, Gender.NEUTER)
    year = YEAR.one[CASES.index(Case.GENITIVE)]
    return f"{number} {MONTHS[day.month - 1]} {ordinal(day.year, Case.GENITIVE)} {year}"
