"""The one row of a matter that says which dates calendars know already; and entries as plain values."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from peredacha.core.feeds import Entry
from peredacha.rooms.calendars.models import DatesRow
from peredacha.rooms.calendars.selectors import rows_of
from peredacha.rooms.calendars.services.changing import Dates
from peredacha.rooms.vault.services import Keys, OpenSafe, read_row, renewed_if_stale, rewrite_row, write_row


@dataclass(frozen=True, repr=False)
class Standing:
    """What calendars were told last, and which of them were told that nothing more comes."""

    row: DatesRow | None
    dates: Dates
    gone: frozenset[str]
    """Random names of feeds that lost the dates."""


def packed_entry(entry: Entry) -> dict[str, Any]:
    """An entry as plain values; it has no words."""
    begins = entry.begins
    if isinstance(begins, datetime):
        zone = begins.tzinfo.key if isinstance(begins.tzinfo, ZoneInfo) else "UTC"
        told = {"begins": begins.replace(tzinfo=None).isoformat(timespec="seconds"), "zone": zone}
    else:
        told = {"begins": begins.isoformat()}
    changes = {"sequence": entry.sequence, "cancelled": entry.cancelled}
    return {"uid": entry.uid, **told, **changes, "changed": entry.changed_at.isoformat(timespec="seconds")}


def unpacked_entry(told: dict[str, Any]) -> Entry:
    """The entry again; raises KeyError, ValueError, TypeError for anything else."""
    begins: date
    if "zone" in told:
        begins = datetime.fromisoformat(told["begins"]).replace(tzinfo=ZoneInfo(told["zone"]))
    else:
        begins = date.fromisoformat(told["begins"])
    changed = datetime.fromisoformat(told["changed"])
    return Entry(
        str(told["uid"]),
        "",
        begins,
        changed,
        sequence=int(told["sequence"]),
        cancelled=bool(told["cancelled"]),
    )


def read_standing(opened: OpenSafe) -> Standing | None:
    """What calendars were told last; None where these keys do not open it. A damaged row counts as none."""
    rows = rows_of(opened.id)
    if not rows:
        return Standing(None, {}, frozenset())
    if rows[0].epoch not in opened.data_keys:
        return None
    content = read_row(rows[0], opened).content or {}
    try:
        dates = {(one["source"], one["key"]): unpacked_entry(one) for one in content["dates"]}
        return Standing(rows[0], dates, frozenset(content["gone"]))
    except (KeyError, ValueError, TypeError):
        return Standing(rows[0], {}, frozenset())


def write_standing(
    *, keys: Keys, opened: OpenSafe, row: DatesRow | None, dates: Dates, gone: Iterable[str]
) -> None:
    """Keep what calendars are told now; inside a transaction. Raises KeyChanged, NotSealedHere."""
    told = [{"source": source, "key": key, **packed_entry(one)} for (source, key), one in dates.items()]
    content, newest = {"dates": told, "gone": sorted(gone)}, renewed_if_stale(keys, opened)
    if row:
        rewrite_row(row, newest, content)
    else:
        write_row(DatesRow, newest, content)
