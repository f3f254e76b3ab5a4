"""How a risk step stands: what a room above asks before a paper leaves, or a story goes out."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from peredacha.design.wording import one_in_words
from peredacha.rooms.cautions.selectors import think_before
from peredacha.rooms.cautions.services.stepping import PUBLICITY, Lapse, Step, last_about
from peredacha.rooms.matters.services import MatterFile


@dataclass(frozen=True)
class Standing:
    """Whether the step is needed, and how it stands now."""

    needed: bool
    step: UUID | None
    """Its random name; None while nobody has begun."""
    state: Literal["none", "open", "go", "no", "later", "urgent"]
    lapse: Lapse
    said: str
    """One sentence that tells it."""

    @property
    def decided(self) -> bool:
        """Whether something was decided that still holds."""
        return self.state not in ("none", "open") and not self.lapse

    @property
    def may_go(self) -> bool:
        """Whether it may go out: not needed, or decided so and not lapsed."""
        return not self.needed or (self.state in ("go", "urgent") and not self.lapse)


def risk_step(file: MatterFile, what: str, now: datetime, *, filing: str | None = None) -> Standing:
    """How it stands with a paper [its random name] or with PUBLICITY.

    ``filing``: the key of the paper's filing, by which the land says whether to ask at all; without it, it is asked.
    """
    needed = what == PUBLICITY or filing is None or think_before(filing)
    step = last_about(file, what)
    if step is None:
        said = _("Before this goes out: three short questions about what it may bring him.")
        return Standing(needed, None, "none", "", said)
    return standing_of(step, file, now, needed=needed)


def standing_of(step: Step, file: MatterFile, now: datetime, *, needed: bool = True) -> Standing:
    """How one step stands."""
    lapse = step.lapse(file, timezone.localdate(now))
    return Standing(needed, step.id, step.fact.state, lapse, sentence(step, lapse))


def sentence(step: Step, lapse: Lapse) -> str:
    """How it stands, in one sentence."""
    days = {"day": one_in_words(step.told_on), "until": one_in_words(step.until)}
    if lapse == "place":
        return _("He is not where he was when this was thought over on %(day)s. Think once more.") % days
    if lapse == "time":
        return _("What was thought over on %(day)s no longer holds. Think once more.") % days
    said = {
        "open": _("The questions were begun and not finished."),
        "go": _("Decided on %(day)s: go ahead. It holds until %(until)s."),
        "no": _("Decided on %(day)s: do not do it. It holds until %(until)s."),
        "later": _("Decided on %(day)s: wait. To be looked at again by %(until)s."),
        "urgent": _("On %(day)s: no time, his life is in danger. It holds until %(until)s."),
    }
    return said[step.fact.state] % days
