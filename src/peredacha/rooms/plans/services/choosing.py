"""Which filings fit a matter now, and everything to know about one before it is made."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from peredacha.core.documents import Filing
from peredacha.core.documents.cover import SIGNERS
from peredacha.core.facts import Proceeding
from peredacha.core.language import speak
from peredacha.design.wording import language, words
from peredacha.rooms.matters.services import MatterFile
from peredacha.rooms.plans.selectors import current_filings, current_land


@dataclass(frozen=True)
class Choice:
    """A filing in one line."""

    key: str
    title: str
    about: str


@dataclass(frozen=True)
class Choices:
    """The filings of the land: those for the stage of the matter, and the others."""

    stage: str
    """The stage in words; empty while it is not known."""
    fitting: tuple[Choice, ...]
    others: tuple[Choice, ...]


@dataclass(frozen=True)
class NormLine:
    """A norm as it is shown; ``sure``: somebody read its present text."""

    text: str
    sure: bool


@dataclass(frozen=True)
class About:
    """What to know of a filing before it is made."""

    title: str
    about: str
    rows: tuple[tuple[str, str], ...]
    risk: str
    norms: tuple[NormLine, ...]
    unsure: bool


def stage_of(file: MatterFile) -> str:
    """The stage of the matter: as a helper told it last, else as the family answered to the plan."""
    told = [one.stage for one, _told in file.all(Proceeding) if one.stage]
    answered = file.request.answers.get("stage", "")
    return told[-1] if told else answered if isinstance(answered, str) else ""


def choices_for(file: MatterFile) -> Choices:
    """The filings of the land, those of the present stage first, each group by its title."""
    stage = stage_of(file)
    fitting: list[Choice] = []
    others: list[Choice] = []
    for key, filing in current_filings().items():
        group = fitting if stage in filing.card.stages else others
        group.append(Choice(key, words(filing.card.title), words(filing.card.about)))
    known = current_land().guide.stage(stage)
    ordered = (tuple(sorted(group, key=lambda one: one.title)) for group in (fitting, others))
    return Choices(words(known.name) if known else "", *ordered)


def about(filing: Filing) -> About:
    """A filing in words: who signs, where, by when, what it costs, what it may provoke, on what it stands."""
    card = filing.card
    rule = current_land().rules.get(card.deadline or "")
    signers = ", ".join(speak(SIGNERS[one], language()) for one in card.signs)
    rows = [(_("To whom"), words(card.addressee)), (_("Who signs"), signers)]
    if rule:
        rows.append((_("By when"), f"{words(rule.title)}: {words(rule.starts)}"))
    rows += [(_("Copies"), words(card.copies)), (_("Where to hand it in"), words(card.file))]
    rows += [(_("What stays in your hand"), words(card.proof)), (_("Fee"), words(card.fee))]
    norms = tuple(NormLine(norm.norm, norm.confirmed) for norm in filing.norms)
    unsure = any(not norm.sure for norm in norms)
    return About(words(card.title), words(card.about), tuple(rows), words(card.risk), norms, unsure)
