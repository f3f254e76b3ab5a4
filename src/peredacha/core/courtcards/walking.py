"""One walk through the lines of a card: headings, headings of tables, rows, labels with their values, the rest."""

import re
from collections.abc import Sequence

from peredacha.core.courtcards.card import CardHearing
from peredacha.core.courtcards.collecting import DAYS, Collected
from peredacha.core.courtcards.labels import (
    APPEAL_HEADING,
    APPEAL_OF,
    COLUMN_OF,
    FIELD_OF,
    LABEL_WORDS,
    ROLE_WORDS,
    SITTING_WORDS,
    is_heading,
    known_as,
)
from peredacha.core.courtcards.lines import Line
from peredacha.core.courtcards.rows import columns_of, entry_of, person_of, row_of
from peredacha.core.courtcards.values import day_in, numbers_in, uids_in

MOST_IN_LINE, MOST_CELLS = 4000, 40
HEADS_OF_A_LIST = 3
TITLE = re.compile(
    r"^(?:[а-яё]{4,12} )?(?:дело|материал|производство|карточка дела)\s{0,2}№\s{0,2}(.+)$", re.IGNORECASE
)
COURT_KIND = (
    r"(?:районн|городск|областн|краев|окружн|гарнизонн|межрайонн|кассационн|апелляционн|верховн|флотск|военн)"
    r"\w{1,3}"
)
COURT = re.compile(
    rf"^(?=.{{0,120}}\b{COURT_KIND} (?:\w{{1,20}} ){{0,4}}суд\b)[\w\s.,№()«»\"–-]{{5,150}}$"
    r"|^(?:мировой судья )?судебн(?:ый|ого) участ(?:ок|ка) № ?\d{1,4}\b[\w\s.,№()«»\"–-]{0,120}$",
    re.IGNORECASE,
)
NAME_LINE = re.compile(
    r"^[А-ЯЁ][а-яё-]{1,40}(?:-[А-ЯЁ][а-яё]{1,40})? [А-ЯЁ](?:\.|[а-яё]{1,40}\b)[^:]{0,500}$"
)
WITH_NAME = re.compile(
    r"^(судья|председательствующий(?: судья)?|докладчик) ([А-ЯЁ][а-яё-]{1,40} .{1,80})$", re.IGNORECASE
)
DAY_LABEL_ENDS = re.compile(r" (?=\d{1,2}\.\d{1,2}\.\d{4})")


def walk(lines: Sequence[Line]) -> Collected:
    """Everything that the lines tell."""
    walker = _Walker()
    number = 0
    while number < len(lines):
        number += walker.step(lines, number)
    return walker.found


def court_in(words: str) -> str:
    """The words themselves where they name a court; else empty."""
    return words if COURT.match(words) else ""


class _Walker:
    """Knows under which heading and in which table it stands."""

    def __init__(self) -> None:
        self.found = Collected()
        self._columns: Sequence[str] = ()
        self._sitting = False

    def step(self, lines: Sequence[Line], number: int) -> int:
        """Reads the line of that number; gives how many lines it took."""
        line = lines[number]
        written = [cell for cell in line if cell]
        if len(line) > MOST_CELLS or sum(map(len, line)) > MOST_IN_LINE:
            self._leave(written)
        elif len(written) == 1 and not (self._columns and line[0] == "" and len(line) > 1):
            return self._lonely(lines, number, written[0])
        elif columns := columns_of(line):
            self._columns = columns
        elif mended := self._mended(line, lines[number + 1] if number + 1 < len(lines) else ()):
            self._row(mended)
            return 2
        else:
            self._several(line, written)
        return 1

    def _mended(self, line: Line, following: Line) -> Line:
        """A row that copying cut within a cell, put together with its other half; empty where there is no such cut."""
        if not (
            "date" in self._columns
            and len(following) > 1
            and len(line) + len(following) == len(self._columns) + 1
        ):
            return ()
        column = self._columns.index("date")
        if column < len(following) and day_in(following[column]):
            return ()
        whole = (*line[:-1], f"{line[-1]} {following[0]}".strip(), *following[1:])
        return whole if day_in(whole[column]) else ()

    def _leave(self, cells: Sequence[str]) -> None:
        self.found.unread.append(" | ".join(cells))

    def _lonely(self, lines: Sequence[Line], number: int, words: str) -> int:
        """A line of one cell: a heading, a label whose value follows, a label with its value, the court."""
        known = known_as(words)
        title = TITLE.match(words)
        if title and (numbers := numbers_in(title[1])):
            self._columns = ()
            self.found.titles.setdefault(numbers[0], numbers)
        elif is_heading(words):
            self._heading(known)
        elif known in LABEL_WORDS:
            return self._label(lines, number, words)
        elif not self._pair_in(words):
            if self._columns and len(lines[number]) > 1:
                self._row(lines[number])
            elif not self.found.court and court_in(words):
                self.found.court = words
            elif words != self.found.court:
                self._leave([words])
        return 1

    def _heading(self, known: str) -> None:
        self._columns = ()
        self._sitting = known in SITTING_WORDS
        if appeal := APPEAL_HEADING.fullmatch(known):
            self.found.next_appeal(appeal[1])

    def _label(self, lines: Sequence[Line], number: int, label: str) -> int:
        """A label alone: the next line is its value, and under a role the next names too."""
        self._columns = ()
        if len(lines[number]) > 1:
            return 1
        taken = number + 1
        is_role = known_as(label) in ROLE_WORDS
        while taken < len(lines) and _is_value(lines[taken]) and (taken == number + 1 or is_role):
            value = lines[taken][0]
            if taken > number + 1 and not NAME_LINE.match(value):
                break
            self.found.keep(label, value)
            taken += 1
        return taken - number

    def _pair_in(self, words: str) -> bool:
        """“Судья: …”, “Судья …”, “Дата поступления 12.03.2026”, or a line that holds a unique case id."""
        label, colon, value = words.partition(":")
        if colon and known_as(label) in LABEL_WORDS:
            self.found.keep(label, value.strip())
            return True
        if named := WITH_NAME.match(words):
            self.found.keep(named[1], named[2])
            return True
        parts = DAY_LABEL_ENDS.split(words, maxsplit=1)
        if len(parts) > 1 and FIELD_OF.get(known_as(parts[0]), ("", 0))[0] in DAYS:
            self.found.keep(*parts)
            return True
        if uids := uids_in(words):
            self.found.uids += [uid for uid in uids if uid not in self.found.uids]
        return bool(uids) and len(words) < len(uids[0]) * 2

    def _several(self, line: Line, written: Sequence[str]) -> None:
        """A line of several cells: a row of the open table, or a label with its value, or two of them."""
        known = known_as(line[0])
        of_case = known in FIELD_OF or known in APPEAL_OF
        if sum(1 for cell in written if known_as(cell) in LABEL_WORDS) >= HEADS_OF_A_LIST:
            self._columns = ()
            self._leave(written)
        elif self._columns and not (of_case and len(written) <= 2 and day_in(line[0]) is None):
            self._row(line)
        elif of_case or known in ROLE_WORDS:
            self._columns = ()
            pairs = len(line) >= 4 and known_as(line[2]) in LABEL_WORDS
            self.found.keep(line[0], line[1] if pairs else " ".join(written[1:]))
            if pairs:
                self._several(line[2:], [cell for cell in line[2:] if cell])
        elif title := TITLE.match(written[0]):
            numbers = numbers_in(title[1])
            self.found.titles.setdefault(numbers[0] if numbers else title[1], numbers or (title[1],))
            self._leave(written[1:])
        else:
            self._leave(written)

    def _row(self, line: Line) -> None:
        """A row of the open table; what it has beside its columns is kept."""
        row, beside = row_of(line, self._columns)
        if "name" in self._columns or "role" in self._columns:
            person = person_of(row)
            if person is None:
                return self._leave([cell for cell in line if cell])
            self.found.persons.append(person)
        else:
            entry = entry_of(row, sitting=self._sitting or "moment" in self._columns)
            if entry is None:
                self.found.wrong_day = self.found.wrong_day or any(
                    "date" in one or "moment" in one for one in row
                )
                return self._leave([cell for cell in line if cell])
            if isinstance(entry, CardHearing):
                self.found.hearings.append(entry)
            else:
                self.found.steps.append(entry)
        if beside:
            self._leave(beside)
        return None


def _is_value(line: Line) -> bool:
    """Whether a line can be the value of the label above it."""
    if len(line) != 1 or len(line[0]) > MOST_IN_LINE or is_heading(line[0]):
        return False
    if known_as(line[0]) in LABEL_WORDS or known_as(line[0]) in COLUMN_OF:
        return False
    label, colon, _rest = line[0].partition(":")
    return not (colon and known_as(label) in LABEL_WORDS) and not TITLE.match(line[0])
