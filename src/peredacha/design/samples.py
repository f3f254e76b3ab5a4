"""What the catalogue shows inside its elements: sentences of a plan, invented, in the language of the page."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peredacha.design import desk_samples
from peredacha.design.fields import DayField, Option, TimeField

EARLIEST, LATEST = dt.date(2026, 6, 21), dt.date(2026, 6, 22)


class SampleForm(forms.Form):
    """One field of each kind."""

    body = forms.ChoiceField(
        error_messages={"required": gettext_lazy("Choose one answer. “I don't know” is an answer too.")},
        label=gettext_lazy("Who took him?"),
        help_text=gettext_lazy("Look at the uniform, at the car, at any paper that was left."),
        widget=forms.RadioSelect,
        choices=[
            ("police", gettext_lazy("The police")),
            (
                "sk",
                Option(
                    gettext_lazy("The Investigative Committee"), gettext_lazy("It deals with grave cases.")
                ),
            ),
            ("fsb", gettext_lazy("The security service, FSB")),
            ("?", gettext_lazy("I don't know")),
        ],
    )
    signed = forms.MultipleChoiceField(
        required=False,
        label=gettext_lazy("What was taken or signed?"),
        widget=forms.CheckboxSelectMultiple,
        choices=[
            ("papers", gettext_lazy("He signed papers")),
            ("phone", gettext_lazy("His phone was taken")),
            ("nothing", gettext_lazy("Nothing")),
            ("?", gettext_lazy("I don't know")),
        ],
    )
    quick = forms.ChoiceField(
        required=False,
        label=gettext_lazy("On what day was he taken?"),
        widget=forms.RadioSelect,
        choices=[
            ("today", gettext_lazy("Today")),
            ("yesterday", gettext_lazy("Yesterday")),
            ("other", gettext_lazy("On another day")),
        ],
    )
    day = DayField(label=gettext_lazy("Which day?"), help_text=gettext_lazy("For example, 21 6 2026."))
    time = TimeField(
        label=gettext_lazy("At what time?"), help_text=gettext_lazy("Roughly is good enough: 14:30.")
    )
    article = forms.CharField(
        error_messages={"required": gettext_lazy("Write the article, or choose “I don't know”.")},
        label=gettext_lazy("Which article?"),
        help_text=gettext_lazy("If you heard it. For example, 228 part 2."),
        widget=forms.TextInput(attrs={"size": 12, "autocomplete": "off"}),
    )
    region = forms.ChoiceField(
        required=False,
        label=gettext_lazy("In which region?"),
        choices=[("", gettext_lazy("Choose a region")), ("1", gettext_lazy("Zarechny region"))],
    )
    note = forms.CharField(
        required=False,
        label=gettext_lazy("What else do you know?"),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    paper = forms.FileField(required=False, label=gettext_lazy("A picture or a paper"))


def gather() -> dict[str, Any]:
    """All sample values by the names that the demos use."""
    step = next_step()
    short = {**step, "bring": [], "never": [], "derivation": []}
    return {
        "form": SampleForm(prefix="a"),
        "plain": SampleForm(prefix="b"),
        "wrong": SampleForm({"c-day_0": "31", "c-day_1": "6", "c-day_2": "2026"}, prefix="c"),
        "again": SampleForm({}, prefix="d"),
        "step": step,
        "short": short,
        "past": [{"what": _("You learned where he is"), "by": _("21 June, 16:10")}],
        "next": [short],
        "later": [parcel_step()],
        "confirmed": {"by": _("a lawyer of the chapter"), "on": "01.06.2026"},
        "earliest": EARLIEST,
        "latest": LATEST,
        "facts": facts(),
        **words(),
        **places(),
        **desk_samples.gather(),
    }


def next_step() -> dict[str, Any]:
    """The first step of a plan, with everything a step can have."""
    return {
        "what": _("Find him a lawyer before the first questioning"),
        "by": _("By 14:30 on 22 June, Moscow time"),
        "left": _("19 hours left"),
        "why": _("The lawyer must be let in before the first questioning, and may speak with him alone."),
        "who": _("you"),
        "bring": [_("your passport"), _("his full name and date of birth on paper")],
        "say": [_("“My son was detained today at 14:30. Is he with you? Who is the investigator?”")],
        "never": [
            _("Do not discuss on the phone what happened."),
            _("Do not pay anyone who promises to “settle it”."),
        ],
        "norms": [{"text": _("Code of Criminal Procedure, art. 46(2), 92(4)"), "url": "#main"}],
        "derivation": [
            _("He was detained on 21 June at 14:30."),
            _("The questioning must begin within 24 hours."),
            _("24 hours end on 22 June at 14:30. Nights and days off count too."),
        ],
        "unconfirmed": True,
    }


def parcel_step() -> dict[str, Any]:
    """A step of the days to come."""
    return {
        "what": _("Take the first parcel to the remand prison"),
        "by": _("After the court has decided"),
        "why": _(
            "A remand prison (SIZO) holds people until the trial ends. Its window takes parcels on set days."
        ),
        "links": [{"text": _("What the window takes"), "url": "#main"}],
    }


def facts() -> dict[str, Any]:
    """What the law says of a place and what people met there."""
    rule = {
        "topic": _("Parcels"),
        "text": _("The window takes parcels every working day."),
        "norms": [_("Code of Criminal Procedure, art. 94")],
        "unconfirmed": True,
        "checked": _("Last checked on 1 June 2026, by 3 people."),
    }
    old = {
        "topic": _("The queue"),
        "text": _("The queue is made at six in the morning. Come with a list in two copies."),
        "checked": _("Last checked 14 months ago, on 1 April 2025. It was checked by 2 people."),
        "is_old": True,
    }
    return {"rules": [rule], "practice": [old]}


def words() -> dict[str, Any]:
    """Notices, rows, terms and a quoted law."""
    return {
        "calm": _(
            "You need not know everything. “I don't know” is an answer too: we will show how to find out."
        ),
        "urgent": {
            "title": _("If he is being questioned right now"),
            "text": _("Ask to be put through to the investigator, and say:"),
            "items": [_("he asks for a lawyer;"), _("he may refuse to speak against himself.")],
        },
        "answers": [
            {"key": _("When was he taken?"), "value": _("21 June 2026, 14:30"), "url": "#main"},
            {"key": _("Who took him?"), "value": _("I don't know"), "url": "#main"},
        ],
        "words": [
            {"term": _("Remand prison"), "text": _("Where people are held until the trial ends.")},
            {"term": _("Convoy"), "text": _("The road from one prison to another. It may take weeks.")},
        ],
        "norm": {
            "text": _(
                "48 hours after detention a suspect is set free, unless a court has decided otherwise."
            ),
            "number": _("Code of Criminal Procedure, art. 94"),
            "edition": _("In our own words, shortened."),
        },
        "apart": {
            "rule": _("The window takes parcels every working day."),
            "practice": _("The queue is made at six in the morning. Come with a list in two copies."),
        },
    }


def places() -> dict[str, Any]:
    """Doors, files, places and a table."""
    return {
        "doors": [
            {
                "url": "#1",
                "title": _("Someone was detained"),
                "text": _("Today or in the last days. What to do now, and by when."),
            },
            {
                "url": "#2",
                "title": _("They are already inside"),
                "text": _("Remand prison, trial, convoy, colony, release."),
            },
            {
                "url": "#3",
                "title": _("I want to help"),
                "text": _("With advice, parcels, your knowledge of the law."),
            },
        ],
        "files": [
            {
                "url": "#4",
                "text": _("The plan as one file"),
                "note": _("Opens without the internet. For a USB stick or a messenger."),
            },
            {"url": "#5", "text": _("Dates for your calendar"), "note": _("With neutral titles.")},
        ],
        "where": [
            {
                "text": _("Call the police station nearest to the place."),
                "note": _("Write down the hour and the name of whoever answers."),
            },
            {"text": _("Call the duty desk of the region.")},
            {"text": _("Go there with a passport and ask in person.")},
        ],
        "places": [
            {
                "name": _("Remand prison No. 1"),
                "url": "#6",
                "type": _("Remand prison"),
                "address": _("Zarechny, 1 Sadovaya Street"),
            },
            {"name": _("Colony No. 5"), "url": "#7", "type": _("Colony, general regime")},
        ],
        "table": [
            [(_("What"), _("Parcels")), (_("Allowed"), "6"), (_("Used"), "2"), (_("Left"), "4")],
            [(_("What"), _("Short visits")), (_("Allowed"), "6"), (_("Used"), "1"), (_("Left"), "5")],
        ],
        "phones_name": _("Remand prison No. 1"),
        "phones": [
            {"purpose": _("Duty desk of the police station"), "number": "000 00-00", "dialled": "0000000"}
        ],
        "other_language": {"code": "en", "name": "English", "url": "#8"},
    }
