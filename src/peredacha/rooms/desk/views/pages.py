"""The parts of a matter's page, one address each, and how each is shown again with what was typed."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from peredacha.design.forms import MessageForm, fresh_mark
from peredacha.design.looking import is_looked_at
from peredacha.rooms.arrivals.selectors import may_merge
from peredacha.rooms.conversations.services import mark_read
from peredacha.rooms.desk.forms import (
    CloseForm,
    ContactForm,
    DoneForm,
    HoldForm,
    NextStepForm,
    ReadingForm,
    ReferralForm,
)
from peredacha.rooms.desk.services import (
    lawyers_for,
    note_opening,
    told_clock,
    told_facts,
    told_matter,
    told_readings,
    told_referrals,
)
from peredacha.rooms.desk.views.doors import with_inner, with_matter
from peredacha.rooms.intake.services import plan_of
from peredacha.rooms.matters.services import MatterFile
from peredacha.rooms.mentoring.services import helper_part
from peredacha.rooms.vault.services import Keys

PARTS = {
    "talk": ("desk:matter", "desk/tabs/talk.html"),
    "plan": ("desk:plan", "desk/tabs/plan.html"),
    "people": ("desk:people", "desk/tabs/people.html"),
    "helpers": ("desk:helpers", "desk/tabs/helpers.html"),
    "history": ("desk:history", "desk/tabs/history.html"),
}


def show(request: HttpRequest, keys: Keys, file: MatterFile, part: str, **typed: forms.Form) -> HttpResponse:
    """One part of the page; ``typed`` are forms that were filled in and are to be mended."""
    wrong = next((form for form in typed.values() if form.errors), None)
    matter = told_matter(keys, file, now=timezone.now())
    context = {
        "matter": matter,
        "stands": helper_part(keys, file),
        "ways": ways(file, part, {"talk": matter.talk.news, "helpers": matter.inner.news}),
        "wrong": wrong,
        "forms": {**FORMS[part](keys), **typed},
        "mark": fresh_mark(),
        **more(keys, file, part),
    }
    return render(request, PARTS[part][1], context, status=422 if wrong else 200)


def ways(file: MatterFile, current: str, news: Mapping[str, int]) -> list[dict[str, Any]]:
    """The links between the parts; what only helpers who stay read is left out for who reads for some hours.

    ``news``: by part, how many messages in it this reader has not seen.
    """
    names = {
        "talk": _("Talk"),
        "plan": _("Plan"),
        "people": _("People and place"),
        "helpers": _("Helpers"),
        "history": _("History"),
    }
    places = {"matter_id": file.matter.id}
    return [
        {
            "url": reverse(PARTS[part][0], kwargs=places),
            "text": text,
            "current": part == current,
            "count": news.get(part),
        }
        for part, text in names.items()
        if part != "helpers" or file.inner
    ]


def blank(form: type[forms.Form], prefix: str | None = None, **settings: Any) -> forms.Form:
    """An empty form that lets the server say what is missing."""
    return form(prefix=prefix, use_required_attribute=False, **settings)


FORMS: dict[str, Any] = {
    "talk": lambda keys: {
        "say": MessageForm(),
        "next": blank(NextStepForm, "next"),
        "done": blank(DoneForm, "done"),
    },
    "plan": lambda keys: {},
    "people": lambda keys: {},
    "helpers": lambda keys: {
        "inner": MessageForm(prefix="inner"),
        "contact": blank(ContactForm, "contact"),
        "referral": blank(ReferralForm, "referral"),
        "reading": blank(ReadingForm, "reading", lawyers=lawyers_for(keys, now=timezone.now())),
    },
    "history": lambda keys: {"close": blank(CloseForm, "close"), "hold": blank(HoldForm, "hold")},
}


def more(keys: Keys, file: MatterFile, part: str) -> dict[str, Any]:
    """What one part shows beside the matter itself."""
    now = timezone.now()
    if part == "plan":
        papers_at = reverse("plans:choose", args=[file.matter.id])
        return {"plan": plan_of(file, papers_at=papers_at, now=now)}
    if part == "people":
        return {"parts": told_facts(file)}
    if part == "helpers":
        return {"referrals": told_referrals(file), "readings": told_readings(file, now=now)}
    may = may_merge(keys.member, file, today=timezone.localdate(now))
    return {"clock": told_clock(file, now=now), "may_merge": may}


def opened(request: HttpRequest, keys: Keys, file: MatterFile, part: str) -> HttpResponse:
    """A part that was opened: looking leaves a trace that the family sees, and claims nothing.

    A talk that was looked at is not new any more.
    """
    note_opening(keys=keys, file=file, now=timezone.now())
    answer = show(request, keys, file, part)
    if part in ("talk", "helpers") and is_looked_at(request):
        mark_read(keys=keys, file=file, inner=part == "helpers")
    return answer


@require_safe
@with_matter
def matter(request: HttpRequest, keys: Keys, file: MatterFile) -> HttpResponse:
    """The talk with the family, and what happens next."""
    return opened(request, keys, file, "talk")


@require_safe
@with_matter
def plan(request: HttpRequest, keys: Keys, file: MatterFile) -> HttpResponse:
    """The family's dated plan."""
    return opened(request, keys, file, "plan")


@require_safe
@with_matter
def people(request: HttpRequest, keys: Keys, file: MatterFile) -> HttpResponse:
    """The person inside, the place, the case, who is near."""
    return opened(request, keys, file, "people")


@require_safe
@with_inner
def helpers(request: HttpRequest, keys: Keys, file: MatterFile) -> HttpResponse:
    """What only helpers read, and to whom the matter is shown."""
    return opened(request, keys, file, "helpers")


@require_safe
@with_matter
def history(request: HttpRequest, keys: Keys, file: MatterFile) -> HttpResponse:
    """What was done, who reads, the clock, the end."""
    return opened(request, keys, file, "history")
