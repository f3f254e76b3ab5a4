"""Reports of imports as lines of a terminal."""

from collections.abc import Iterator

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from peredacha.core.language import speak
from peredacha.core.tables import Problem
from peredacha.rooms.imports.services import ImportReport, TableReport


def problem_line(problem: Problem) -> str:
    """Where it is wrong, then what and what to do."""
    told = {
        "table": problem.table,
        "line": problem.line,
        "column": problem.column,
        "sentence": speak(problem.says, (get_language() or "en")[:2]),
    }
    if problem.column:
        return _("%(table)s, line %(line)d, column %(column)s: %(sentence)s") % told
    return _("%(table)s, line %(line)d: %(sentence)s") % told


def report_lines(report: ImportReport) -> Iterator[str]:
    """What changed by name, then the counts, then whether anything was written."""
    for table in (report.facilities, report.facts):
        for row in table.changed:
            yield _("Changed: %(name)s (%(columns)s)") % {"name": row.name, "columns": ", ".join(row.columns)}
    cards, facts = _counts(report.facilities), _counts(report.facts)
    yield _("Cards: %(added)d added, %(changed)d changed, %(unchanged)d unchanged.") % cards
    yield _("Facts: %(added)d added, %(changed)d changed, %(unchanged)d unchanged.") % facts
    if report.problems:
        yield _("Wrong places: %(n)d.") % {"n": len(report.problems)}
    yield _end(report)


def _counts(table: TableReport) -> dict[str, int]:
    return {"added": len(table.added), "changed": len(table.changed), "unchanged": table.unchanged}


def _end(report: ImportReport) -> str:
    if report.batch is not None:
        return _("Written. To take it back: `peredacha undo_import %(batch)d`.") % {"batch": report.batch}
    if report.written:
        return _("Nothing to change: everything is already so.")
    return _("Nothing was written.")
