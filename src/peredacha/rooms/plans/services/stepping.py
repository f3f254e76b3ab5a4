"""Steps with a version that was made: to the lawyer, back, to the office, and what the office answered."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from django.db import transaction
from django.utils import timezone

from peredacha.core.law import Span, Start, count_deadline
from peredacha.rooms.conversations.services import addressees_of, author_of, wish_notices
from peredacha.rooms.matters.services import MatterFile, leave_trace, refresh
from peredacha.rooms.plans.models import PaperRow
from peredacha.rooms.plans.selectors import current_filings, current_land
from peredacha.rooms.plans.services.binders import PaperFile, Step, Version, packed_author, read_binder
from peredacha.rooms.vault.services import Keys, renewed_if_stale, write_row

STARTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "appeal_administrative": ("copy_day",),
        "appeal_custody_order": ("order_day",),
        "appeal_extension_at_trial": ("order_day",),
        "appeal_verdict": ("verdict_day", "refused_day"),
        "cassation": ("in_force_day",),
        "claim_against_body": ("learnt_day",),
        "claim_detention_conditions": ("until",),
        "jury_request": ("copy_day",),
        "session_record_motion": ("session_day",),
        "session_record_remarks": ("read_day",),
        "un_committee_delay": ("last_day",),
    }
)
"""By deadline of the land, the needs that tell the day from which it counts; the first one that is known."""
SILENT = (
    "attach_evidence",
    "call_permission",
    "cell_complaint",
    "certify_power",
    "contract_refusal",
    "file_motions",
    "health_notice",
    "keep_footage",
    "lawyer_acts",
    "medical_exam",
    "medicine_parcel",
    "prosecutor_complaint",
    "read_the_file",
    "refusal_reason",
    "serving_near_family",
    "transfer_closer",
    "visit_permission",
    "where_sent",
    "whereabouts_enquiry",
    "whom_to_tell",
)
"""Filings to offices that must answer. Courts are not here: whom to ask when a court is silent, a lawyer says."""
AFTER_SILENCE: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"complaint_124": ("complaint_125",), **dict.fromkeys(SILENT, ("no_answer", "complaint_124"))}
)
"""By filing, the filings of the land against silence; the first one that the land has."""


class ChangedMeanwhile(Exception):
    """The paper is another one than was looked at: it was changed, or the step no longer fits."""


@dataclass(frozen=True)
class Answering:
    """Until when an answer is due; ``due`` is None where no rule of the land says it."""

    since: date
    due: date | None
    left: int
    """Days from today to the day on which it is due; below 0 when it is over."""


@transaction.atomic
def take_step(
    *,
    keys: Keys,
    file: MatterFile,
    paper: PaperFile,
    step: Step,
    digest: str,
    now: datetime,
    text: str = "",
    on: date | None = None,
    number: str = "",
) -> None:
    """Note a step with the newest version, once; who else reads the matter hears that there is something new.

    Raises TooLong; ChangedMeanwhile when ``digest`` names another version.
    """
    PaperRow.objects.select_for_update().get(id=paper.row.id)
    fresh = read_binder(file).find(paper.id)
    last = fresh.last if fresh else None
    if last is None or last.digest != digest:
        raise ChangedMeanwhile
    on_day, by = on.isoformat() if on else "", author_of(keys)
    before = fresh.steps[-1] if fresh and fresh.steps else None
    if before and (before.step, before.text, before.on, before.number) == (step, text, on_day, number):
        return
    content: dict[str, Any] = {"kind": "step", "paper": str(paper.id), "step": step, "version": last.id}
    content |= {"digest": digest, "text": text, "on": on_day, "number": number}
    content |= {"by": packed_author(by), "at": now.isoformat()}
    write_row(PaperRow, renewed_if_stale(keys, file.safe), content)
    refresh(keys=keys, file=file, now=now)
    wish_notices(addressees_of(file, author=by, inner=False, now=now), now=now)
    leave_trace(keys=keys, file=file, act="matter_changed", now=now)


def last_day(version: Version) -> date | None:
    """The last day to hand a version in; the earliest where the law leaves a range, None where no rule runs."""
    rule = version.filing.card.deadline
    facts = version.recipe.facts
    told = next((facts[name] for name in STARTS.get(rule or "", ()) if facts.get(name)), None)
    if rule is None or not isinstance(told, str) or rule not in current_land().rules:
        return None
    due = count_deadline(current_land(), rule, Start(date.fromisoformat(told))).due
    return day_of(due, latest=False)


def answering(paper: PaperFile, *, now: datetime) -> Answering | None:
    """The counter of days to the answer; None while nothing was handed in."""
    step, today = paper.handed_in, timezone.localdate(now)
    if step is None:
        return None
    since, rule = date.fromisoformat(step.on), paper.filing.card.answer
    if rule is None or rule not in current_land().rules:
        return Answering(since, None, 0)
    due = day_of(count_deadline(current_land(), rule, Start(since)).due, latest=True)
    return Answering(since, due, (due - today).days if due else 0)


def day_of(span: Span[date] | None, *, latest: bool) -> date | None:
    """The later or the earlier day of a range."""
    if span is None:
        return None
    found = span.latest if latest else span.earliest
    return found.date() if isinstance(found, datetime) else found


def against_silence(paper: PaperFile) -> str:
    """The filing of the land that goes on when no answer comes; empty where there is none."""
    return next((one for one in AFTER_SILENCE.get(paper.filing.key, ()) if one in current_filings()), "")
