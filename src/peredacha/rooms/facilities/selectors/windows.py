"""Telephones and windows of a card, in the words of the page's language."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from peredacha.rooms.facilities.models import PhoneLine, Window, WindowPurpose
from peredacha.rooms.facilities.selectors.speaking import said

WEEKDAYS: tuple[Promise, ...] = (
    pgettext_lazy("weekday, short", "Mon"),
    pgettext_lazy("weekday, short", "Tue"),
    pgettext_lazy("weekday, short", "Wed"),
    pgettext_lazy("weekday, short", "Thu"),
    pgettext_lazy("weekday, short", "Fri"),
    pgettext_lazy("weekday, short", "Sat"),
    pgettext_lazy("weekday, short", "Sun"),
)
EVERY_DAY = "1234567"
RUN = 3
"""From this many days in a row a dash is written instead of commas."""


@dataclass(frozen=True)
class Phone:
    """A number as it is shown and as it is dialled, and what it is for; ``key`` is its place on the card."""

    number: str
    purpose: str
    key: str = ""

    @property
    def dialled(self) -> str:
        """The number without spaces and dashes, for a ``tel:`` link."""
        return "".join(sign for sign in self.number if sign.isdigit() or sign == "+")


@dataclass(frozen=True)
class WindowView:
    """A window: what for, when, how the queue goes, what it wants; ``key`` is that of its purpose."""

    purpose: str
    days: str
    hours: str
    queue: str
    wants: tuple[str, ...]
    note: str
    key: str = ""

    @property
    def about(self) -> list[dict[str, str]]:
        """Days, hours and queue as terms and texts; what is not known is left out."""
        told = ((_("Open on"), self.days), (_("Opening hours"), self.hours), (_("Queue"), self.queue))
        return [{"term": term, "text": text} for term, text in told if text]


def phone_view(line: PhoneLine) -> Phone:
    """The line in the words of the page."""
    return Phone(number=line.number, purpose=said(line.purpose_ru, line.purpose_en), key=str(line.position))


def window_view(window: Window) -> WindowView:
    """The window in the words of the page."""
    return WindowView(
        purpose=str(WindowPurpose(window.purpose).label),
        days=days_in_words(window.days),
        hours=window.hours.replace("-", "–"),
        queue=said(window.queue_ru, window.queue_en),
        wants=tuple(said(window.wants_ru, window.wants_en).splitlines()),
        note=said(window.note_ru, window.note_en),
        key=window.purpose,
    )


def days_in_words(days: str) -> str:
    """Weekday figures as short names: ``"135"`` is «Mon, Wed, Fri», ``"12345"`` is «Mon–Fri»."""
    if days == EVERY_DAY:
        return _("every day")
    return ", ".join(_run_in_words(run) for run in _runs(days))


def _runs(days: str) -> list[str]:
    runs: list[str] = []
    for day in days:
        if runs and int(day) == int(runs[-1][-1]) + 1:
            runs[-1] += day
        else:
            runs.append(day)
    return runs


def _run_in_words(run: str) -> str:
    names = [str(WEEKDAYS[int(day) - 1]) for day in run]
    return f"{names[0]}–{names[-1]}" if len(names) >= RUN else ", ".join(names)
