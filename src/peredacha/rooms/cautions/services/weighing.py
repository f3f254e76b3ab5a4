"""What follows from three answers, in plain words. It advises; the person decides."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from django.utils.translation import gettext as _

from peredacha.core.facts import Decision

WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Advice:
    """What the answers speak for: "go", "wait" until somebody sees him, "ask" him first, "stop"."""

    leaning: Literal["go", "wait", "ask", "stop"]
    title: str
    lines: tuple[str, ...]


def advice_on(fact: Decision, today: date) -> Advice:
    """What the three answers speak for on this day. His own word comes first, then who sees him."""
    if fact.agrees == "no":
        lines = [_("His word comes before ours. Nothing goes out while he says no.")]
        lines.append(_("If he thinks otherwise later, change his answer here."))
        return Advice("stop", _("He said no"), tuple(lines))
    if fact.agrees == "not_asked":
        line = _("He is the one who pays for it. Ask through the lawyer, in a letter, at a visit.")
        return Advice("ask", _("Ask him first"), (line,))
    own = _("He agreed himself.")
    if fact.agrees == "cannot_ask":
        own = _("He could not say yes himself. Try to ask him again, and show this to a lawyer.")
    yours = _("You decide. We only put your answers side by side.")
    if is_seen(fact, today):
        line = _("Somebody sees him soon. Tell that person what to look at and what to ask.")
        return Advice("go", _("Nothing that we know of speaks against it"), (own, line, yours))
    line = _("Nobody is known to see him within a week: whatever is done to him, nobody would notice.")
    better = _("Better first arrange that a lawyer comes within days, then hand it in.")
    return Advice("wait", _("Wait until somebody sees him"), (line, better, own, yours))


def is_seen(fact: Decision, today: date) -> bool:
    """Whether somebody from outside is expected to see him between today and a week from now."""
    if fact.seen_by not in ("lawyer", "visit", "monitors") or not fact.seen_on:
        return False
    return today <= date.fromisoformat(fact.seen_on) <= today + WEEK
