"""A parcel is asked for, one question a page: what, of which kinds, in words, by when. Only the end is kept."""

from collections.abc import Iterator
from typing import Any, ClassVar

from django import forms
from django.http import HttpRequest, QueryDict
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from peredacha.design.fields import DayField, Option
from peredacha.design.forms import OnceForm, PlainForm, fresh_mark
from peredacha.rooms.parcels.forms.parts import classes, few_words, one_of
from peredacha.rooms.parcels.models import ParcelRequest, WishLine


class KindForm(PlainForm):
    """What is to be sent."""

    kind = one_of(
        (
            (
                "parcel",
                Option(_("A parcel"), _("Food and things, up to 20 kg. The law counts them by the year.")),
            ),
            ("packet", Option(_("A small packet by post"), _("Up to a few kilograms; it is counted apart."))),
            (
                "medicine",
                Option(_("Medicines"), _("With a doctor's paper they do not count as a parcel.")),
            ),
        ),
        _("What shall he get?"),
    )


class ThingsForm(PlainForm):
    """Which kinds of things."""

    def __init__(self, *args: Any, **more: Any) -> None:
        """The kinds come from the land."""
        super().__init__(*args, **more)
        self.fields["things"] = classes(
            gettext("What does he need?"), gettext("Tick what fits. What may not go in is told later.")
        )


class WordsForm(PlainForm):
    """The rest in words."""

    words = few_words(
        _("What should we know?"),
        _("For example: a size, an illness, what he must not eat. You may leave this empty."),
        rows=4,
    )


class WhenForm(OnceForm):
    """By when, and which way."""

    deliver_by = DayField(
        label=_("Is there a day by which he needs it?"),
        help_text=_("You may leave this empty."),
        required=False,
    )
    way = one_of(
        (("window", _("Carried to the window")), ("post", _("Sent by post"))),
        _("Which way, if you know?"),
    )

    def clean_deliver_by(self) -> str:
        """A day that is still to come."""
        day = self.cleaned_data["deliver_by"]
        if day and day < timezone.localdate():
            raise forms.ValidationError(gettext("This day is over: write a day that is still to come."))
        return day.isoformat() if day else ""


class AskDraft:
    """The pages of the question, and what was answered on the ones before, carried along in the page itself."""

    PAGES: ClassVar[tuple[type[PlainForm], ...]] = (KindForm, ThingsForm, WordsForm, WhenForm)
    FIRST: ClassVar[dict[str, Any]] = {"way": "window"}

    def __init__(self, request: HttpRequest) -> None:
        """What was sent, and the page that is shown now."""
        self.data = request.POST if request.method == "POST" else QueryDict()
        asked = self.data.get("page", "")
        sent = min(int(asked), len(self.PAGES) - 1) if asked.isascii() and asked.isdigit() else None
        self.number, self.form = self.turned(sent)

    def turned(self, sent: int | None) -> tuple[int, PlainForm]:
        """The number of the page to show and its form; a wrong answer keeps its page."""
        if sent is None:
            return 0, self.fresh(0)
        if "back" in self.data and sent:
            return sent - 1, self.fresh(sent - 1)
        for number in range(sent + 1):
            form = self.PAGES[number](self.data)
            if not form.is_valid():
                return number, form
        return (sent, form) if sent == len(self.PAGES) - 1 else (sent + 1, self.fresh(sent + 1))

    def fresh(self, number: int) -> PlainForm:
        """A page that was not sent, with what was typed on it before."""
        typed = {
            name: self.data.getlist(name) if name == "things" else self.data.get(name)
            for name in ("kind", "things", "words", "way")
            if name in self.data
        }
        return self.PAGES[number](initial={**self.FIRST, "once": fresh_mark(), **typed})

    @property
    def is_whole(self) -> bool:
        """Whether the last page was sent, and everything is right."""
        return self.form.is_bound and self.form.is_valid() and self.number == len(self.PAGES) - 1

    @property
    def carried(self) -> Iterator[tuple[str, str]]:
        """What was answered on the other pages, as names and values of hidden fields."""
        own = set(self.form.fields)
        for name in ("kind", "things", "words", "way"):
            if name not in own:
                yield from ((name, value) for value in self.data.getlist(name))

    @property
    def progress(self) -> tuple[int, int]:
        """Which page of how many."""
        return self.number + 1, len(self.PAGES)

    def request(self, came_by: str) -> ParcelRequest:
        """What is asked for, once it is whole."""
        told: dict[str, Any] = {}
        for page in self.PAGES:
            form = page(self.data)
            if form.is_valid():
                told |= form.cleaned_data
        return ParcelRequest(
            kind=told["kind"],
            wishes=tuple(WishLine(thing) for thing in told["things"]),
            words=told["words"],
            came_by=came_by,  # type: ignore[arg-type]
            deliver_by=told["deliver_by"],
            way="post" if told["kind"] == "packet" else told["way"],
        )

    @property
    def once(self) -> str:
        """The mark of the last page."""
        return str(self.data.get("once", ""))
