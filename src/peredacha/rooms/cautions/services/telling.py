"""Decisions and undertakings in the words of the pages and of the family's own file."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from peredacha.core.facts import Author, Decision, Fact, Told, Undertaking
from peredacha.design.wording import one_in_words, words
from peredacha.rooms.cautions.selectors import current_cautions, current_secrecy, find_filing
from peredacha.rooms.cautions.services.secrecy import undertakings_of
from peredacha.rooms.cautions.services.standing import standing_of
from peredacha.rooms.cautions.services.stepping import HERE, PUBLICITY, Step, steps_of
from peredacha.rooms.matters.services import MatterFile

Rows = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class ToldStep:
    """A risk step in one line of the list."""

    id: UUID
    title: str
    said: str


@dataclass(frozen=True)
class ToldNote:
    """A decision as its page shows it; ``back`` is empty where it began here."""

    title: str
    said: str
    rows: Rows
    back: str
    lapsed: bool
    decided: bool
    goes: bool
    """Whether it holds, and lets the paper go out."""


@dataclass(frozen=True)
class ToldLaw:
    """What an undertaking means, in the words of the land; empty where the land says nothing."""

    means: tuple[str, ...] = ()
    filings: str = ""
    unsure: str = ""


@dataclass(frozen=True)
class ToldUndertaking:
    """An undertaking as its page shows it."""

    id: UUID
    title: str
    rows: Rows
    lifted: bool
    filings_free: bool


def harms_to_choose() -> list[tuple[str, str]]:
    """What the land knows may be done to him: key and words."""
    return [(harm.id, words(harm.text)) for harm in current_cautions().harms]


def told_law() -> ToldLaw:
    """What the land says of undertakings of secrecy."""
    law = current_secrecy()
    if law is None:
        return ToldLaw()
    return ToldLaw(tuple(words(one) for one in law.means), words(law.filings), words(law.unsure))


def risk_of(fact: Decision) -> str:
    """The risk note of the filing; empty where there is none."""
    filing = find_filing(fact.filing)
    return words(filing.card.risk) if filing else ""


def title_of(fact: Decision) -> str:
    """What the step is about."""
    filing = find_filing(fact.filing)
    if fact.about == PUBLICITY:
        return _("Publicity: the press, social networks, a story told")
    return words(filing.card.title) if filing else _("A paper")


def day(text: str) -> str:
    """A day kept as ISO text, in words; empty for none."""
    return one_in_words(date.fromisoformat(text)) if text else ""


def told_steps(file: MatterFile, now: datetime) -> tuple[ToldStep, ...]:
    """Every risk step of a matter, the newest first."""
    steps = reversed(steps_of(file))
    return tuple(ToldStep(one.id, title_of(one.fact), standing_of(one, file, now).said) for one in steps)


def told_note(step: Step, file: MatterFile, now: datetime) -> ToldNote:
    """A decision with its answers, who wrote it and when."""
    standing = standing_of(step, file, now)
    back = step.fact.back.replace(HERE, str(file.matter.id))
    rows = (*answers_in_words(step.fact), *decision_in_words(step))
    return ToldNote(
        title_of(step.fact), standing.said, rows, back, bool(standing.lapse), step.decided, standing.may_go
    )


def answers_in_words(fact: Decision) -> Rows:
    """The three questions with their answers."""
    named = dict(harms_to_choose()) | {"?": _("I don't know")}
    harms = joined(*(named.get(one, one) for one in fact.harms))
    rows = [
        (_("What may they do to him?"), joined(harms, fact.harm_words)),
        (_("Who sees him within a week?"), joined(seers().get(fact.seen_by, ""), day(fact.seen_on))),
        (_("Does he agree?"), joined(wills().get(fact.agrees, ""), day(fact.agreed_on), fact.agreed_how)),
    ]
    return tuple((key, value or _("Not answered yet")) for key, value in rows)


def decision_in_words(step: Step) -> Rows:
    """What was decided, why, by whom, until when."""
    fact, told = step.fact, step.entry.told
    rows = [
        (_("What was decided"), outcomes().get(fact.state, "")),
        (_("Why"), fact.reason),
        (_("Who wrote it down"), joined(who(told.by), moment(told))),
        (_("It holds until"), one_in_words(step.until) if step.decided else ""),
    ]
    return tuple((key, value) for key, value in rows if value)


def seers() -> dict[str, str]:
    """Who may see him, in words."""
    return {
        "lawyer": _("A lawyer"),
        "visit": _("One of the family, at a visit"),
        "monitors": _("The public monitoring commission"),
        "nobody": _("Nobody"),
        "?": _("I don't know"),
    }


def wills() -> dict[str, str]:
    """Whether he agrees, in words."""
    return {
        "yes": _("Yes, he said so himself"),
        "no": _("No"),
        "not_asked": _("He was not asked yet"),
        "cannot_ask": _("He cannot be asked: the family decides"),
    }


def outcomes() -> dict[str, str]:
    """What was decided, in words."""
    return {
        "go": _("Go ahead"),
        "later": _("Wait"),
        "no": _("Do not do it"),
        "urgent": _("No time: his life is in danger now"),
    }


def signers() -> dict[str, str]:
    """Who signed an undertaking, in words."""
    return {
        "lawyer": _("The lawyer"),
        "witness": _("One of the family, as a witness"),
        "defender": _("One of the family, as a defender"),
        "other": _("Somebody else"),
    }


def who(by: Author) -> str:
    """Who wrote it, so that family and helpers read the same."""
    return _("The family") if by.who == "family" else by.name or _("A helper")


def moment(told: Told) -> str:
    """When it was told, by the clock here."""
    return one_in_words(timezone.localtime(datetime.fromisoformat(told.at)))


def joined(*parts: str) -> str:
    """Parts as one line, the empty ones left out."""
    return "; ".join(filter(None, parts))


def told_undertakings(file: MatterFile) -> tuple[ToldUndertaking, ...]:
    """Every undertaking of a matter, those in force first."""
    told = [
        ToldUndertaking(
            UUID(fact.key),
            joined(signers()[fact.signer], fact.who),
            (*undertaking_in_words(fact), (_("Who wrote it down"), joined(who(by.by), moment(by)))),
            bool(fact.lifted_on),
            bool(fact.filings_free_on),
        )
        for fact, by in undertakings_of(file)
    ]
    return tuple(sorted(told, key=lambda one: one.lifted))


def undertaking_in_words(fact: Undertaking) -> Rows:
    """When it was signed, what it covers, what a lawyer said, whether it was lifted."""
    between = _("from %(since)s to %(until)s") % {
        "since": day(fact.since) or "…",
        "until": day(fact.until) or "…",
    }
    covers = {
        "all": _("All material of the investigation"),
        "named": ", ".join(fact.named),
        "days": joined(_("Material of certain days"), between),
    }
    rows = [
        (_("Signed on"), day(fact.signed_on)),
        (_("What it covers"), covers[fact.covers]),
        (
            _("Papers to the court and the prosecutor may leave"),
            joined(fact.filings_free_by, day(fact.filings_free_on)),
        ),
        (_("Lifted"), joined(day(fact.lifted_on), fact.lifted_reason)),
    ]
    return tuple((key, value) for key, value in rows if value)


def caution_in_words(fact: Fact) -> list[str]:
    """A decision or an undertaking as one plain line, for the family's own file; nothing for other facts."""
    if isinstance(fact, Decision):
        parts = [title_of(fact), *(f"{key} {value}" for key, value in answers_in_words(fact))]
        return [". ".join(filter(None, [*parts, outcomes().get(fact.state, ""), fact.reason]))]
    if isinstance(fact, Undertaking):
        told = [f"{key}: {value}" for key, value in undertaking_in_words(fact)]
        return [". ".join([_("An undertaking of secrecy"), joined(signers()[fact.signer], fact.who), *told])]
    return []
