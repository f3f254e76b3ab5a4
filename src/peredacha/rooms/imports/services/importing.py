"""Cards and facts out of a chapter's tables: checked row by row, written all together or not at all.

A heading that a file does not have leaves what is kept; an empty cell empties it. A card that the file does
not name stays. Everything happens in one transaction: a power cut leaves the former state.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.db import transaction
from django.utils import timezone

from peredacha.core.tables import Problem, read_table
from peredacha.rooms.facilities.selectors import region_names
from peredacha.rooms.facilities.services import keep_cards, keep_facts
from peredacha.rooms.imports.models import ImportBatch
from peredacha.rooms.imports.services.columns import (
    facility_columns,
    fact_columns,
    lawless_rules,
    torn_lines,
)
from peredacha.rooms.imports.services.records import (
    Record,
    Rows,
    card_draft,
    card_records,
    fact_draft,
    fact_name,
    fact_records,
)
from peredacha.rooms.imports.services.reports import Changed, ImportReport, TableReport
from peredacha.rooms.imports.services.rows import rows_of_chapter
from peredacha.rooms.imports.services.snapshots import mark_of, touched_rows

FACILITIES, FACTS = "facilities", "facts"


@dataclass(frozen=True)
class Plan:
    """What is to be written: cards and facts that are new or differ, and what the person is told."""

    cards: tuple[Record, ...]
    facts: tuple[Record, ...]
    report: ImportReport


@transaction.atomic
def import_facilities(
    *,
    chapter: str,
    today: date,
    facilities: bytes | None = None,
    facts: bytes | None = None,
    dry_run: bool = False,
    skip_wrong: bool = False,
) -> ImportReport:
    """Check both tables and, unless it is a dry run or a row is wrong, write them.

    ``facilities`` and ``facts`` are the bytes of the two CSV files; None is no file. Every row is checked
    even after a wrong one. With ``skip_wrong`` the right rows are written all the same, unless a heading
    is wrong. Nothing to change writes no batch: running it twice is the same as once.
    """
    before = rows_of_chapter(chapter)
    plan = _plan(before, today, facilities, facts)
    problems = plan.report.problems
    if dry_run or any(problem.stops_all or not skip_wrong for problem in problems):
        return plan.report
    batch = _write(chapter, plan, before) if plan.cards or plan.facts else None
    return replace(plan.report, written=True, batch=batch)


def _plan(before: Rows, today: date, facilities: bytes | None, facts: bytes | None) -> Plan:
    cards, wrong_cards = _read_cards(facilities)
    kept_cards, kept_facts = card_records(before), fact_records(before)
    told, wrong_facts = _read_facts(facts, today, {*kept_cards, *cards})
    new_cards, of_cards = _compare(cards, kept_cards)
    new_facts, of_facts = _compare(told, kept_facts)
    report = ImportReport(of_cards, of_facts, problems=(*wrong_cards, *wrong_facts))
    return Plan(new_cards, new_facts, report)


Read = tuple[dict[str, Record], tuple[Problem, ...]]
"""The right rows of a file by their names, and what is wrong with the others."""


def _read_cards(data: bytes | None) -> Read:
    if data is None:
        return {}, ()
    columns = facility_columns(region_names())
    table = read_table(FACILITIES, data, columns, key=["code"], check=torn_lines)
    return {str(row["code"]): dict(row) for row in table.rows}, table.problems


def _read_facts(data: bytes | None, today: date, cards: Iterable[str]) -> Read:
    if data is None:
        return {}, ()
    columns = fact_columns(today, set(cards))
    table = read_table(FACTS, data, columns, key=["facility", "key"], check=lawless_rules)
    return {fact_name(row): dict(row) for row in table.rows}, table.problems


def _compare(
    asked: Mapping[str, Record], kept: Mapping[str, Record]
) -> tuple[tuple[Record, ...], TableReport]:
    """The rows to write, whole, and what is told of them."""
    writing: list[Record] = []
    added: list[str] = []
    changed: list[Changed] = []
    for name, record in asked.items():
        old = kept.get(name, {})
        columns = tuple(column for column, value in record.items() if old.get(column, "") != value)
        if name not in kept:
            added.append(name)
        elif columns:
            changed.append(Changed(name, columns))
        else:
            continue
        writing.append({**old, **record})
    unchanged = len(asked) - len(writing)
    return tuple(writing), TableReport(tuple(added), tuple(changed), unchanged)


def _write(chapter: str, plan: Plan, before: Rows) -> int:
    """Write cards and facts, and keep what was before; the number of the batch."""
    keep_cards(chapter=chapter, cards=[card_draft(record) for record in plan.cards])
    keep_facts(chapter=chapter, facts=[fact_draft(record) for record in plan.facts])
    after = rows_of_chapter(chapter)
    touched = touched_rows(before, after)
    batch = ImportBatch.objects.create(
        chapter=chapter,
        imported_at=timezone.now(),
        before=[[*key, values] for key, values in touched.items()],
        after_mark=mark_of(after, touched),
    )
    return batch.pk
