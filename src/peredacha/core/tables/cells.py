"""How one cell is read: the right value, or one sentence that says what to write instead."""

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime

from peredacha.core.language import phrase
from peredacha.core.tables.columns import CellWrong, Reader

SHORT_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")
PHONE = re.compile(r"\+?[0-9][0-9 ()-]{1,30}")
HOURS = re.compile(r"([01]\d|2[0-4]):[0-5]\d-([01]\d|2[0-4]):[0-5]\d")
MOST = 9999
WEEKDAYS = dict(zip("1234567", range(1, 8))) | {
    **{"mon": 1, "tue": 2, "wed": 3, "thu": 4, "fri": 5, "sat": 6, "sun": 7},
    **{"пн": 1, "вт": 2, "ср": 3, "чт": 4, "пт": 5, "сб": 6, "вс": 7},
}


def text(cell: str) -> str:
    """Text in one line: a name, an address."""
    return " ".join(cell.split())


def things(read: Callable[[str], str]) -> Reader:
    """A reader of several things parted by “|” or by lines, kept one a line; each is read by ``read``."""
    return lambda cell: "\n".join(read(thing) for thing in re.split(r"[|\n]", cell) if thing.strip())


def short_name(cell: str) -> str:
    """A short name of latin letters, figures and dashes."""
    if not SHORT_NAME.fullmatch(cell):
        raise CellWrong(
            phrase(
                "“{cell}” is not a short name. Use small latin letters, figures and dashes: sizo-1.",
                cell=cell,
            )
        )
    return cell


def phone(cell: str) -> str:
    """A telephone number; figures, spaces, brackets and dashes."""
    number = text(cell)
    if not PHONE.fullmatch(number):
        raise CellWrong(
            phrase("“{cell}” is not a telephone number. Write it as +7 000 000-00-00.", cell=cell)
        )
    return number


def count(cell: str) -> int:
    """A number of people from 1 to 9999."""
    if not re.fullmatch(r"[0-9]{1,4}", cell) or not 1 <= int(cell) <= MOST:
        raise CellWrong(phrase("“{cell}” is not a number of people. Write 1 or more.", cell=cell))
    return int(cell)


def one_of(keys: Sequence[str]) -> Reader:
    """A reader that takes one of the keys and says which there are."""

    def read(cell: str) -> str:
        if cell.lower() not in keys:
            known = ", ".join(keys)
            raise CellWrong(
                phrase("“{cell}” cannot stand here. Write one of: {keys}.", cell=cell, keys=known)
            )
        return cell.lower()

    return read


def day_until(today: date) -> Reader:
    """A reader of a day, written 2026-01-31 or 31.01.2026, that is not after ``today``."""

    def read(cell: str) -> date:
        day = _day(cell)
        if day is None:
            raise CellWrong(phrase("“{cell}” is not a date. Write it as 2026-01-31.", cell=cell))
        if day > today:
            raise CellWrong(phrase("“{cell}” has not come yet. Check the year.", cell=cell))
        return day

    return read


def weekdays(cell: str) -> str:
    """Weekdays by name as figures, Monday is 1.

    >>> weekdays("пн-ср, пт"), weekdays("Tue; Thu"), weekdays("135")
    ('1235', '24', '135')
    """
    bare = re.sub(r"\s*[–-]\s*", "-", cell.lower())
    found: set[int] = set()
    for part in re.findall(r"[^\s,;]+", " ".join(bare) if bare.isdigit() else bare):
        ends = [WEEKDAYS.get(end, 0) for end in part.split("-")]
        if not all(ends) or len(ends) > 2 or ends[0] > ends[-1]:
            raise CellWrong(
                phrase("“{cell}” is not weekdays. Write them as mon-fri or as tue, thu.", cell=cell)
            )
        found.update(range(ends[0], ends[-1] + 1))
    return "".join(str(day) for day in sorted(found))


def hours(cell: str) -> str:
    """Opening hours in one shape.

    >>> hours("9:00 – 12:00; 13:00-16:00")
    '09:00-12:00, 13:00-16:00'
    """
    spans = [re.sub(r"\s*[–—-]\s*", "-", span.strip()) for span in re.split(r"[,;]", cell)]
    spans = [re.sub(r"\b(\d):", r"0\1:", span) for span in spans if span]
    for span in spans:
        begins, _dash, ends = span.partition("-")
        if not HOURS.fullmatch(span) or begins >= ends:
            raise CellWrong(
                phrase("“{cell}” is not opening hours. Write them as 09:00-12:00, 13:00-16:00.", cell=cell)
            )
    return ", ".join(spans)


def _day(cell: str) -> date | None:
    for shape in ("%Y-%m-%d", "%d.%m.%Y"):
        try:
            return datetime.strptime(cell, shape).date()  # noqa: DTZ007 (a day, not a moment)
        except ValueError:
            continue
    return None
