"""A pasted list of detained people, line by line; nobody is lost because their line is hard to read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from peredacha.core.language import Phrase, phrase
from peredacha.core.linkage.given import known_forms
from peredacha.core.linkage.index import NameIndex
from peredacha.core.linkage.letters import fold
from peredacha.core.linkage.names import Named, read_name
from peredacha.core.linkage.patronymics import cannot_be_surname

MOST_LINES = 2000
CERTAIN_ENOUGH = 0.52
YOUNGEST, OLDEST = 5, 110

BULLET = re.compile(
    r"^\s*(?:(?:№\s*)?\d{1,4}\s*[.):\]]+(?!\d)\s*|(?:№\s*)?\d{1,4}\s+(?=[^\W\d])|[-–—•*·▪►]+\s*)+"
)
POLICE = (
    r"(?:[ГРТЛМО]?О?ОВД|УВД|[УГМОЛ]{1,2}МВД|МО\s+МВД|ОП|ЛОП?|ИВС|СИЗО|МУВД|ГУВД|отдел(?:е|ение|ения)?(?:\s+полиции)?"
    r"|спецпри[её]мник|изолятор|police\s+station|OVD)"
)
STATION = re.compile(rf"^\s*(?:(?:в|из)\s+)?{POLICE}\b(?![-.])", re.IGNORECASE)
STATION_WITHIN = re.compile(rf"[,;(–—-]?\s*(?:\b(?:в|из)\s+)?\b{POLICE}\b(?![-.])[^,;()]*\)?", re.IGNORECASE)
COUNT = re.compile(r"[\s(–—,-]{0,4}\b\d{1,4}\s*(?:чел\w*|people|persons?)\b\.?\)?", re.IGNORECASE)
AGE = re.compile(
    r"[(,]?\s*(?:возраст\w{0,3}:?\s*|age:?\s*)?\b(\d{1,3})\s*(?:лет|года?|л\.|years?(?:\s+old)?|y\.?\s?o\.?)(?!\w)\s*\)?",
    re.IGNORECASE,
)
IN_BRACKETS = re.compile(r"\(\s*(\d{1,2})\s*\)")
BARE_AGE = re.compile(r"\(?\s*(\d{1,3})\s*\)?")
CUT = re.compile(r"\s*[;|\t]\s*|\s*,\s*|\s+и\s+|\s+[–—]\s+")
NAME_WORD = re.compile(r"[А-ЯЁA-Z][^\W\d_]*(?:[-.][^\W\d_]+)*\.?")
HOLDS_A_LETTER = re.compile(r"[^\W\d_]{2}")


@dataclass(frozen=True, repr=False)
class RollLine:
    """One person of a list.

    ``number`` counts people from 1 in the order of the list; ``raw`` is the text as it was pasted; ``age``
    [years], ``place`` a police station; ``note`` is all that was not understood as anything else.
    """

    number: int
    raw: str
    named: Named
    age: int | None = None
    place: str | None = None
    note: str = ""


@dataclass(frozen=True, repr=False)
class RollReading:
    """The people of a list, and what somebody should look at; problems tell numbers, never names."""

    lines: tuple[RollLine, ...]
    problems: tuple[Phrase, ...]


@dataclass(frozen=True, repr=False)
class _Entry:
    raw: str
    name: str
    rest: tuple[str, ...]
    place: str


def read_roll(text: str) -> RollReading:
    """The people in a pasted list: numbered or not, under headings of stations or in one line after one."""
    written = [line for line in text.splitlines() if line.strip()]
    entries = list(_entries(text.splitlines(), MOST_LINES))
    lines = tuple(_line(number, entry) for number, entry in enumerate(entries, 1))
    problems = [*_unreadable(lines), *_twice(lines)]
    if not lines:
        problems.append(phrase("There is nobody in this list. Paste one person a line."))
    if len(written) > MOST_LINES:
        problems.append(
            phrase("Only the first {n} lines were read. Paste the rest after them.", n=MOST_LINES)
        )
    return RollReading(lines, tuple(problems))


def _entries(written: list[str], most: int) -> Iterator[_Entry]:
    """One entry a person; a heading belongs to the lines under it, up to an empty line or another heading."""
    place, read = "", 0
    for raw in written:
        line = BULLET.sub("", raw).strip()
        if not raw.strip():
            place = ""
            continue
        read += 1
        if read > most:
            return
        heading, people = _heading_apart(line)
        if heading:
            place = heading
        if people or not heading:
            yield from _people(raw.strip(), people if heading else line, place, after_heading=bool(heading))
        if heading and people and not line.rstrip().endswith(","):
            place = ""


def _heading_apart(line: str) -> tuple[str, str]:
    """A heading «ОВД Тверское (5 человек):» and the people behind it; both empty where there is no station."""
    if not STATION.match(line):
        return "", ""
    station, colon, people = line.partition(":")
    if not colon:
        station, dash, people = line.partition(" – " if " – " in line else " — ")
        if dash and not any(_is_person(one) for one in CUT.split(people)):
            station, people = line, ""
    return COUNT.sub("", station).strip(" .,–—-"), COUNT.sub("", people).strip() if people else ""


def _people(raw: str, line: str, place: str, *, after_heading: bool) -> Iterator[_Entry]:
    """The people of one line: one with notes, or several parted by commas."""
    within = None if after_heading else STATION_WITHIN.search(line)
    if within:
        place = COUNT.sub("", within[0]).strip(" .,;()–—-")
        line = f"{line[: within.start()]}, {line[within.end() :]}"
    parts = [part for part in CUT.split(_age_inside(line)) if part.strip()]
    several = sum(map(_is_person, parts)) > 1
    lone = after_heading and len(parts) > 1 and all(NAME_WORD.fullmatch(part.strip()) for part in parts)
    if not (several or lone):
        name, rest = _one_person(parts)
        yield _Entry(raw, name, rest, place)
        return
    heads = [at for at, part in enumerate(parts) if lone or at == 0 or _is_person(part)]
    for at, end in zip(heads, [*heads[1:], len(parts)]):
        yield _Entry(", ".join(parts[at:end]).strip(), parts[at], tuple(parts[at + 1 : end]), place)


def _one_person(parts: list[str]) -> tuple[str, tuple[str, ...]]:
    """The name and the notes; «Иванов, Пётр» is a name in two parts."""
    if len(parts) > 1 and " " not in parts[0].strip() and HOLDS_A_LETTER.search(parts[0]):
        first = parts[1].split()[:1]
        if first and (fold(first[0]) in known_forms() or re.fullmatch(r"([^\W\d_]\.\s*){1,2}", parts[1])):
            return f"{parts[0]}, {parts[1]}", tuple(parts[2:])
    return (parts[0] if parts else ""), tuple(parts[1:])


def _age_inside(line: str) -> str:
    """The line with each age between commas, so that it is cut off as a part of its own."""
    plain = IN_BRACKETS.sub(lambda found: f", {found[1]} лет,", line)
    return AGE.sub(lambda found: f", {found[1]} лет,", plain)


def _is_person(part: str) -> bool:
    """Whether the part alone is somebody's name: a known given name, initials, a patronymic, or capitals."""
    words = part.split()
    if not HOLDS_A_LETTER.search(part) or len(words) > 5 or STATION.match(part):
        return False
    named = read_name(part)
    if not named.given or not named.surname:
        return False
    sure = fold(named.given) in known_forms() or cannot_be_surname(fold(named.patronymic))
    initial = len(named.given.rstrip(".")) == 1 and named.surname.islower() is False
    return (sure and len(words) <= 4) or initial or (len(words) > 1 and all(map(NAME_WORD.fullmatch, words)))


def _line(number: int, entry: _Entry) -> RollLine:
    """One person; parts that are an age, or a year where the name has none, leave the note."""
    age, notes, born = None, [], ""
    for part in entry.rest:
        found = AGE.fullmatch(part.strip()) or BARE_AGE.fullmatch(part.strip())
        years = int(found[1]) if found else 0
        if age is None and YOUNGEST <= years <= OLDEST:
            age = years
        elif not born and read_name(part).birth_year and not HOLDS_A_LETTER.search(part.replace("года", "")):
            born = part
        else:
            notes.append(part.strip(" ()"))
    named = read_name(f"{entry.name} {born}" if born else entry.name)
    return RollLine(
        number, entry.raw, named, age, entry.place or None, ", ".join(one for one in notes if one)
    )


def _unreadable(lines: tuple[RollLine, ...]) -> Iterator[Phrase]:
    for line in lines:
        if not line.named.surname and not line.named.given:
            yield phrase("No name was found in number {number}. Type it in by hand.", number=line.number)


def _twice(lines: tuple[RollLine, ...]) -> Iterator[Phrase]:
    """Each person who may have stood before, once; ages two years apart or more speak against."""
    seen: dict[tuple[Named, int | None], RollLine] = {}
    firsts = {
        line.number: seen.setdefault((replace(line.named, raw=""), line.age), line)
        for line in lines
        if line.named.surname or line.named.given
    }
    index = NameIndex({first.number: first.named for first in seen.values()})
    for line in lines:
        first = firsts.get(line.number, line)
        if first is line and line.number in firsts:
            alike = index.find_alike(line.named, limit=len(lines))
            likely = [lines[one.key - 1] for one in alike if one.likeness.odds >= CERTAIN_ENOUGH]
            first = next(
                (one for one in likely if one.number < line.number and not _ages_apart(one, line)), line
            )
        if first is not line:
            yield phrase(
                "Numbers {first} and {second} may be one person. Look at both.",
                first=first.number,
                second=line.number,
            )


def _ages_apart(one: RollLine, other: RollLine) -> bool:
    return one.age is not None and other.age is not None and abs(one.age - other.age) > 1
