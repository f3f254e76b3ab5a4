"""Before a paper leaves the house: the risk step of its filing, and what an undertaking of secrecy holds back."""

from dataclasses import dataclass
from datetime import datetime

from peredacha.rooms.cautions.services import Secrecy, Standing, risk_step, secrecy_of
from peredacha.rooms.matters.services import MatterFile
from peredacha.rooms.plans.services.binders import PaperFile, Version


class HeldBack(Exception):
    """The paper does not leave as a file yet; the page says why and what to do."""


@dataclass(frozen=True)
class Gate:
    """How it stands: the risk step, and one sentence where the paper must stay secret."""

    standing: Standing
    secret: str

    @property
    def is_open(self) -> bool:
        """Whether the paper may leave as a file."""
        return self.standing.may_go and not self.secret


def gate_of(file: MatterFile, paper: PaperFile, version: Version, *, now: datetime) -> Gate:
    """Whether a version may leave as a file now."""
    standing = risk_step(file, str(paper.id), now, filing=paper.filing.key)
    secrecy = secrecy_of(file, now)
    return Gate(standing, secrecy.why if secrecy and is_secret(secrecy, version) else "")


def is_secret(secrecy: Secrecy, version: Version) -> bool:
    """Whether an undertaking covers this paper."""
    titles = version.filing.card.title.values()
    return any(secrecy.covers("paper", version.recipe.day, title) for title in titles)
