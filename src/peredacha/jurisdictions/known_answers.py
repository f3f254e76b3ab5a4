"""Known answers: cases that a lawyer writes as text, run against the engine.

A case names its ``rules``, where it comes from, one question (``deadline``, ``served``, ``quota``, ``custody``,
``parcel``, ``visit`` or ``letter``) and what to ``expect``. A scalar means both ends of a range;
``tolerance_days`` widens every day of it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, TypeVar

from peredacha.core.law.counting import Start
from peredacha.core.law.custody import custody_clock, read_custody_case, told_custody
from peredacha.core.law.fields import CaseError
from peredacha.core.law.land import Land, UnknownRule, count_deadline
from peredacha.core.law.quotas import quota_left, read_quota_case, told_quota
from peredacha.core.law.served import read_case, time_served, told_time_served
from peredacha.core.law.telling import told_deadline
from peredacha.jurisdictions.known_sending import CannotAsk, ask_letter, ask_parcel, ask_visit
from peredacha.jurisdictions.reading import Document, Files

LOW = ("earliest", "least")
HIGH = ("latest", "most")
SENDING = {"parcel": ask_parcel, "visit": ask_visit, "letter": ask_letter}

Read = TypeVar("Read")


@dataclass(frozen=True)
class Verdict:
    """One case and whether the engine agreed; ``says`` tells the difference."""

    file: str
    line: int
    name: str
    passed: bool
    says: str = ""

    def __str__(self) -> str:
        """The line as the command prints it."""
        return f"{self.file}:{self.line}: {self.name}: {self.says}"


def verdicts(path: Path, land: Land) -> Iterator[Verdict]:
    """Every case of a file with its verdict; a file that cannot be read is one failed case."""
    files = Files(path.parent)
    document = files.read(path)
    if document is None or not isinstance(document.values, list):
        says = (
            files.errors[0].says if files.errors else "write a list of cases, each beginning with “- case:”"
        )
        yield Verdict(str(path), 1, path.name, False, says)
        return
    for index, case in enumerate(document.values):
        yield verdict(document, index, case, land)


def verdict(document: Document, index: int, case: Any, land: Land) -> Verdict:
    """One case and whether the engine agreed."""
    line = document.line((index,))
    if not isinstance(case, Mapping) or not case.get("case") or not case.get("expect"):
        return Verdict(document.name, line, f"#{index + 1}", False, "a case needs `case` and `expect`")
    name = case["case"].get("ru", "?") if isinstance(case["case"], Mapping) else str(case["case"])
    try:
        told = asked(case, land)
    except CannotAsk as error:
        return Verdict(document.name, line, name, False, str(error))
    tolerance = timedelta(days=int(case.get("tolerance_days", 0)))
    found = list(differences(case["expect"], told, tolerance))
    return Verdict(document.name, line, name, not found, "; ".join(found))


def asked(case: Mapping[str, Any], land: Land) -> Mapping[str, Any]:
    """What the engine answers; raises CannotAsk."""
    if "deadline" in case:
        return ask_deadline(case["deadline"], land)
    if "served" in case:
        served = right(read_case(plain(case["served"])))
        answer = time_served(land.served, land.calendar, land.conventions, served)
        return told_time_served(answer, land.acts, "ru")
    if "quota" in case:
        quota = right(read_quota_case(plain(case["quota"])))
        return told_quota(quota_left(land.quotas, quota), land.acts, "ru")
    if "custody" in case:
        held = right(read_custody_case(plain(case["custody"])))
        clock = custody_clock(land.custody, land.rules, land.counter, land.statements, held)
        return told_custody(clock, land.acts, "ru")
    for name, ask in SENDING.items():
        if name in case:
            return ask(case[name], land.code)
    known = ", ".join(f"`{name}`" for name in ("deadline", "served", "quota", "custody", *SENDING))
    raise CannotAsk(f"a case asks one of {known}: add one")


def right(read: Read | list[CaseError]) -> Read:
    """The case that was read; raises CannotAsk with everything that is wrong with it."""
    if isinstance(read, list):
        raise CannotAsk("; ".join(f"{error.field}: {error.said.message}" for error in read))
    return read


def ask_deadline(question: Mapping[str, Any], land: Land) -> Mapping[str, Any]:
    """The answer to ``{rule, from, at?, region?, variant?}``."""
    clock = time.fromisoformat(str(question["at"])) if question.get("at") else None
    region = land.regions.get(str(question.get("region")))
    if question.get("region") and region is None:
        raise CannotAsk(f"there is no region `{question['region']}`: see regions.yaml")
    day = question.get("from_")
    if not isinstance(day, date):
        raise CannotAsk("`from` must be a date such as 2024-12-20")
    try:
        start = Start(day, clock, region.zone if region else None)
        answer = count_deadline(land, str(question["rule"]), start, question.get("variant"))
    except UnknownRule:
        raise CannotAsk(f"there is no deadline `{question['rule']}`: correct its id") from None
    return told_deadline(answer, land.acts, "ru")


def differences(expected: Any, told: Any, tolerance: timedelta, place: str = "") -> Iterator[str]:
    """Every place in which the answer is not what was expected."""
    if isinstance(expected, Mapping):
        for key, value in expected.items():
            inner = told.get(key) if isinstance(told, Mapping) else None
            yield from differences(value, inner, tolerance, f"{place}.{key}".lstrip("."))
        return
    ends = [told[key] for key in (*LOW, *HIGH) if isinstance(told, Mapping) and key in told] or [told]
    for end in ends:
        if not same(expected, end, tolerance):
            yield f"{place} is {end}, expected {plain(expected)}"


def same(expected: Any, told: Any, tolerance: timedelta) -> bool:
    """Whether a value is the expected one, days within the tolerance; moments compare on the local clock."""
    if isinstance(expected, datetime):
        expected = expected.isoformat(timespec="minutes")
    if isinstance(expected, date) and isinstance(told, str) and "T" not in told:
        return abs(date.fromisoformat(told) - expected) <= tolerance
    if isinstance(expected, str) and isinstance(told, str) and "T" in expected:
        return told[: len(expected)] == expected
    return bool(plain(expected) == told)


def plain(value: Any) -> Any:
    """A value of a file as a command would read it: keys as written, days as dates."""
    names = {"from_": "from", "if_": "if"}
    if isinstance(value, Mapping):
        return {names.get(key, key): plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [plain(one) for one in value]
    return value
