"""Where a letter goes: to whom, with which parcel, into which folder, or away."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from peredacha.design.asking import radios, ticks
from peredacha.design.fields import Option
from peredacha.design.forms import PlainForm
from peredacha.design.goods import in_groups
from peredacha.design.numbers import line
from peredacha.rooms.letters.models import Letter
from peredacha.rooms.letters.selectors import letters_by_code
from peredacha.rooms.mailroom.models import NEW, PLACES, REASONS
from peredacha.rooms.parcels.selectors import goods_classes


class NameForm(PlainForm):
    """The name to look for."""

    who = line(_("Look for another name"), required=False)


class WhereForm(NameForm):
    """Whose letter it is: one of the matters shown, or a new one; ``act`` is the button that was pressed."""

    same = radios(_("Whose letter is it?"), [])
    act = forms.CharField(required=False, max_length=8)

    def __init__(self, found: Sequence[tuple[str, Option]], data: Any = None, **more: Any) -> None:
        """``found``: matters by their random names, in words."""
        super().__init__(data, **more)
        new = (NEW, Option(gettext("Somebody who is not here yet"), gettext("A new matter is opened.")))
        self.fields["same"].choices = [*found, new]  # type: ignore[attr-defined]


class ThingsForm(PlainForm):
    """What the parcel should hold."""

    parcel = radios(
        _("What shall he get?"),
        [
            ("parcel", _("A parcel")),
            ("packet", _("A small packet by post")),
            ("medicine", _("Medicines")),
            ("later", Option(_("Ask for it later"), _("The matter says that a parcel is wished."))),
        ],
    )
    words = line(
        _("In the words of the letter"),
        _("Sizes, illnesses, what he must not eat."),
        rows=4,
        required=False,
        longest=2_000,
    )
    field_order = ("parcel", "things", "words")

    def __init__(self, *args: Any, **more: Any) -> None:
        """The kinds of things come from the land."""
        super().__init__(*args, **more)
        self.fields["things"] = ticks(
            gettext("What does he ask for?"),
            in_groups(goods_classes()),
            gettext("Tick what stands in the letter."),
            grouped=True,
        )
        self.order_fields(self.field_order)


class IntoForm(PlainForm):
    """Where the pages go."""

    into = radios(_("Where do its pages go?"), PLACES)


class CodeForm(PlainForm):
    """The code on our reply form; gives the letter as ``letter``."""

    code = line(
        _("The code on the reply form"), _("Eight signs, for example B3C4-B5X2."), required=False, longest=20
    )

    def __init__(self, chapter: str, data: Any = None) -> None:
        """``chapter``: whose letters are looked through."""
        super().__init__(data)
        self.chapter = chapter

    def clean(self) -> dict[str, Any]:
        """The one letter that left the house under this code."""
        data = super().clean() or {}
        found: list[Letter] = letters_by_code(data.get("code", ""), self.chapter)
        if not found and "code" not in self.errors:
            self.add_error(
                "code", ValidationError(gettext("No letter has this code. Compare each sign with the paper."))
            )
        return {**data, "letter": found[0] if found else None}


class AwayForm(PlainForm):
    """Why nobody needs the letter."""

    reason = radios(_("Why is it put away?"), REASONS)
    words = line(_("In a few words"), _("You may leave this empty."), required=False)
