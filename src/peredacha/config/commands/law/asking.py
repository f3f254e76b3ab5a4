"""Questions to the engine: words and files in, plain values out."""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time
from pathlib import Path
from typing import Any

import yaml

from peredacha.config.commands.law.wrong import WrongWords
from peredacha.core.language import in_language, phrase, speak
from peredacha.core.law.basis import Basis
from peredacha.core.law.counting import Start
from peredacha.core.law.custody import custody_clock, read_custody_case, told_custody
from peredacha.core.law.fields import CaseError
from peredacha.core.law.land import Land, count_deadline
from peredacha.core.law.quotas import quota_left, read_quota_case, told_quota
from peredacha.core.law.served import (
    UnknownConversionError,
    convert,
    read_case,
    time_served,
    told_time_served,
)
from peredacha.core.law.telling import norm_lines, told_confirmation, told_deadline
from peredacha.jurisdictions.load import lands, pack

LIST_KEYS = ("steps", "norms", "warnings")


def land_of(given: argparse.Namespace) -> Land:
    """The land that was named."""
    if given.jurisdiction not in lands():
        raise WrongWords(
            [f"--jurisdiction: there is no land “{given.jurisdiction}”; there are: {', '.join(lands())}."]
        )
    return pack(given.jurisdiction)


def deadline(given: argparse.Namespace) -> Mapping[str, Any]:
    """When a rule is due; every wrong word is told at once."""
    land = land_of(given)
    wrong = []
    rule = land.rules.get(given.rule)
    if rule is None:
        wrong.append(unknown_rule(given.rule, land))
    day = iso_day(given.from_)
    if day is None:
        wrong.append(f"--from: “{given.from_}” is not a date: write year-month-day, for example 2024-12-20.")
    clock = iso_clock(given.at)
    if given.at and clock is None:
        wrong.append(f"--at: “{given.at}” is not a time: write hours and minutes, for example 14:30.")
    region = land.regions.get(given.region) if given.region else None
    if given.region and region is None:
        wrong.append(f"--region: there is no region “{given.region}”: write a code such as RU-MOW.")
    if given.variant and rule and given.variant not in rule.variants:
        known = ", ".join(rule.variants) or "none"
        wrong.append(f"--case: {given.rule} has no variant “{given.variant}”; it has: {known}.")
    if wrong or day is None:
        raise WrongWords(wrong)
    start = Start(day, clock, region.zone if region else None)
    answer = count_deadline(land, given.rule, start, given.variant)
    return told_deadline(answer, land.acts, given.lang)


def served(given: argparse.Namespace) -> Mapping[str, Any]:
    """Time served by a case file."""
    values = case_file(given.file)
    land = land_of(case_land(given, values))
    case = read_case(values)
    if isinstance(case, list):
        raise WrongWords(case_sentences(case, given.lang))
    answer = time_served(land.served, land.calendar, land.conventions, case)
    return told_time_served(answer, land.acts, given.lang)


def quota(given: argparse.Namespace) -> Mapping[str, Any]:
    """What is left of parcels, packets and visits by a case file."""
    values = case_file(given.file)
    land = land_of(case_land(given, values))
    case = read_quota_case(values)
    if isinstance(case, list):
        raise WrongWords(case_sentences(case, given.lang))
    return told_quota(quota_left(land.quotas, case), land.acts, given.lang)


def custody(given: argparse.Namespace) -> Mapping[str, Any]:
    """The custody clock by a case file."""
    values = case_file(given.file)
    land = land_of(case_land(given, values))
    case = read_custody_case(values)
    if isinstance(case, list):
        raise WrongWords(case_sentences(case, given.lang))
    clock = custody_clock(land.custody, land.rules, land.counter, land.statements, case)
    return told_custody(clock, land.acts, given.lang)


def converted(given: argparse.Namespace) -> Mapping[str, Any]:
    """One punishment in units of another."""
    land = land_of(given)
    if not given.amount.isdigit():
        raise WrongWords([f"amount: “{given.amount}” is not a whole number: write, for example, 240."])
    try:
        found = convert(land.served, int(given.amount), given.from_, given.to)
    except UnknownConversionError:
        pairs = ", ".join(f"{one.from_} → {one.to}" for one in land.served.conversions)
        raise WrongWords([f"from, to: there is no such conversion; there are: {pairs}."]) from None
    return {
        "amount": str(found.amount),
        "unit": given.to,
        "norms": norm_lines(found.bases, land.acts, given.lang),
    }


def shown(given: argparse.Namespace) -> Mapping[str, Any]:
    """One rule as the land states it, with all its editions."""
    land = land_of(given)
    rule = land.rules.get(given.row)
    if rule:
        editions = [
            {
                "limit": speak(one.limit.said, given.lang),
                "count": one.limit.count,
                **told_basis(one.basis, land, given.lang),
            }
            for one in rule.editions
        ]
        texts = {key: in_language(getattr(rule, key), given.lang) for key in ("title", "starts", "who")}
        return {"rule": rule.id, **texts, "editions": editions}
    statement = next((one for one in land.statements if given.row in (one.id, one.basis.row)), None)
    if statement:
        texts = {key: in_language(getattr(statement, key), given.lang) for key in ("title", "text")}
        return {"rule": statement.id, **texts, **told_basis(statement.basis, land, given.lang)}
    if given.row in land.grounds:
        return told_basis(land.grounds[given.row], land, given.lang)
    raise WrongWords([unknown_rule(given.row, land)])


def told_basis(basis: Basis, land: Land, language: str) -> dict[str, Any]:
    """Everything a rule stands on."""
    return {
        "row": basis.row,
        "norms": norm_lines([basis], land.acts, language),
        "from": basis.from_.isoformat() if basis.from_ else None,
        "to": basis.to.isoformat() if basis.to else None,
        "standing": basis.standing,
        "sources": list(basis.sources),
        "confirmed": told_confirmation(basis.confirmed) if not isinstance(basis.confirmed, str) else None,
        "note": in_language(basis.note, language) if basis.note else None,
    }


def unknown_rule(row: str, land: Land) -> str:
    """The sentence for a rule that does not exist or is not a deadline."""
    if row in land.grounds:
        return f"rule: {row} is not a deadline; read it with: peredacha law show {row}"
    return f"rule: there is no rule “{row}”: write a row such as CRT-12."


def case_file(name: str) -> Any:
    """The values of a case file."""
    try:
        return yaml.safe_load(Path(name).read_text("utf-8"))
    except OSError:
        raise WrongWords([f"CASE.yaml: “{name}” cannot be read: check its name."]) from None
    except (yaml.YAMLError, UnicodeDecodeError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f" (line {mark.line + 1})" if mark else ""
        raise WrongWords(
            [f"CASE.yaml: “{name}” is not YAML{line}: check colons, dates and indents."]
        ) from None


def case_land(given: argparse.Namespace, values: Any) -> argparse.Namespace:
    """The words with the land that the case names."""
    named = values.get("jurisdiction") if isinstance(values, Mapping) else None
    return argparse.Namespace(**{**vars(given), "jurisdiction": str(named or given.jurisdiction)})


def case_sentences(errors: Sequence[CaseError], language: str) -> list[str]:
    """One sentence for each field."""
    return [f"{error.field or 'case'}: {speak(error.said, language)}" for error in errors]


def iso_day(text: str) -> date | None:
    """A date in year-month-day, or None."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def iso_clock(text: str | None) -> time | None:
    """A time of day, or None."""
    try:
        return time.fromisoformat(text) if text else None
    except ValueError:
        return None


def readable(answer: Mapping[str, Any], language: str, indent: str = "") -> Iterator[str]:
    """The answer line by line for a terminal: values first, then norms, steps and warnings as lists."""
    for key, value in answer.items():
        if key in LIST_KEYS or value in (None, [], {}):
            continue
        if isinstance(value, Mapping):
            ends = list(value.values())
            if set(value) in ({"earliest", "latest"}, {"least", "most"}):
                yield f"{indent}{key}: {ends[0] if ends[0] == ends[1] else f'{ends[0]} … {ends[1]}'}"
            else:
                yield f"{indent}{key}:"
                yield from readable(value, language, indent + "  ")
        elif isinstance(value, list):
            yield f"{indent}{key}:"
            for one in value:
                if isinstance(one, Mapping):
                    yield f"{indent}  -"
                    yield from readable(one, language, indent + "    ")
                else:
                    yield f"{indent}  - {one}"
        else:
            yield f"{indent}{key}: {value}"
    heads = {
        "norms": phrase("Norms"),
        "steps": phrase("How it was reached"),
        "warnings": phrase("What is not certain"),
    }
    for key in LIST_KEYS:
        if answer.get(key):
            yield f"{indent}{speak(heads[key], language)}:"
            yield from (f"{indent}  {number}. {line}" for number, line in enumerate(answer[key], 1))
