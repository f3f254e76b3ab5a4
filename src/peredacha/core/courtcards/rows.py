"""Rows of a table of the card as hearings, steps and people; what no column takes is handed back."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from peredacha.core.courtcards.card import CardHearing, CardPerson, CardStep
from peredacha.core.courtcards.labels import column_of
from peredacha.core.courtcards.lines import Line
from peredacha.core.courtcards.values import articles_in, day_in, hour_in, is_hearing, state_of

Row: TypeAlias = Mapping[str, str]
"""Column -> what stands in it; an empty cell is not there."""

HIDDEN = frozenset(("информация скрыта", "данные изъяты", "фио скрыто", "скрыто"))
LEAST_COLUMNS, FIRST_LOOK = 2, 3


def columns_of(line: Line) -> Sequence[str]:
    """The columns that a line names, as long as it names nothing else; empty where it is no heading of a table."""
    if not any(column_of(cell) for cell in [cell for cell in line if cell][:FIRST_LOOK]):
        return ()
    columns = [column_of(cell) for cell in line]
    named = [column for column in columns if column]
    written = sum(1 for cell in line if cell)
    if len(set(named)) < LEAST_COLUMNS or len(named) * 2 <= written:
        return ()
    told = set(named)
    is_table = told & {"event", "name", "role"} or (
        told & {"date", "moment"} and told & {"result", "room", "reason"}
    )
    if not is_table:
        return ()
    if "name" not in told and {"role", "date"} <= told:
        columns = ["event" if column == "role" else column for column in columns]
    return tuple(columns)


def row_of(line: Line, columns: Sequence[str]) -> tuple[Row, Sequence[str]]:
    """The cells of a line by column, and the cells for which there is no column."""
    row: dict[str, str] = {}
    beside: list[str] = []
    for number, cell in enumerate(line):
        column = columns[number] if number < len(columns) else ""
        if not cell:
            continue
        if column and column not in row:
            row[column] = cell
        elif column != "unkept":
            beside.append(cell)
    return row, beside


def entry_of(row: Row, *, sitting: bool) -> CardHearing | CardStep | None:
    """A row of a movement; ``sitting`` says that the whole table is about hearings. None where it cannot be read."""
    when = row.get("moment", row.get("date", ""))
    day, hour = day_in(when), hour_in(row.get("time", "")) or hour_in(when)
    event = row.get("event", "")
    if (
        (when and day is None)
        or not (day or event)
        or ("time" in row and hour_in(row["time"]) is None and _odd(row))
    ):
        return None
    result, reason, note = row.get("result", ""), row.get("reason", ""), row.get("note", "")
    if day and (sitting or is_hearing(event) or row.get("room")):
        state = state_of(result, reason)
        return CardHearing(
            on=day,
            at=hour,
            room=row.get("room", ""),
            event=event,
            result=result,
            reason=reason,
            note=note,
            state=state,
        )
    told = "; ".join(part for part in (result, reason) if part)
    return CardStep(
        on=day, at=hour, what=event, result=told, note="; ".join(filter(None, (row.get("room"), note)))
    )


def _odd(row: Row) -> bool:
    """Whether the hour of a row is words and not the midnight that stands for no hour."""
    return not row["time"].strip().startswith(("00:00", "0:00", "-", "–"))


def person_of(row: Row) -> CardPerson | None:
    """A row of a table of people; None where there is neither a name nor a role."""
    name, role = row.get("name", ""), row.get("role", "")
    if not name and not role:
        return None
    written = row.get("articles", "")
    return CardPerson(
        name="" if name.lower().strip(". ") in HIDDEN else name,
        role=role,
        articles=articles_in(written) or ((written,) if written else ()),
        result=row.get("person_result", row.get("result", "")),
        decided=day_in(row.get("person_decided", row.get("date", ""))),
    )


def joined(persons: Sequence[CardPerson]) -> tuple[CardPerson, ...]:
    """Each person once: a card names the accused under “people” with articles and under “sides” with the role."""
    by_name: dict[str, list[CardPerson]] = {}
    for person in persons:
        by_name.setdefault(person.name.lower(), []).append(person)
    apart = [one for name, all_of in by_name.items() for one in _merged(all_of, named=bool(name))]
    return tuple(sorted(set(apart), key=_order))


def _merged(same: Sequence[CardPerson], *, named: bool) -> Sequence[CardPerson]:
    if not named or len(same) == 1:
        return same
    roles = sorted({one.role for one in same if one.role})
    articles = sorted({article for one in same for article in one.articles})
    results = sorted({one.result for one in same if one.result})
    days = sorted(one.decided for one in same if one.decided)
    first = min(same, key=_order)
    return [
        replace(
            first,
            role=", ".join(roles),
            articles=first.articles if set(articles) == set(first.articles) else tuple(articles),
            result="; ".join(results),
            decided=days[-1] if days else None,
        )
    ]


def _order(person: CardPerson) -> tuple[object, ...]:
    """People with articles first: the card is about them."""
    return (
        not person.articles,
        person.name,
        person.role,
        person.articles,
        person.result,
        str(person.decided),
    )
