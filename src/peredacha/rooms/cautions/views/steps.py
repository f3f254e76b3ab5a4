"""The risk step: begun by a button, one question a page, a decision, its note."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peredacha.design.forms import PlainForm
from peredacha.rooms.cautions.forms import (
    BeginForm,
    ConsentForm,
    DecideForm,
    HarmForm,
    SeenForm,
    UrgentForm,
)
from peredacha.rooms.cautions.selectors import find_filing
from peredacha.rooms.cautions.services import (
    CannotGo,
    ChangedMeanwhile,
    advice_on,
    answer,
    answers_in_words,
    begin_step,
    decide,
    harms_to_choose,
    is_answered,
    mark_urgent,
    may_go,
    risk_of,
    title_of,
    told_note,
)
from peredacha.rooms.cautions.views.doors import PAGES, OpenedStep, with_step
from peredacha.rooms.matters.services import OpenMatter, with_matter

CONFLICT = 409


@require_POST
@with_matter
def begin(request: HttpRequest, opened: OpenMatter) -> HttpResponse:
    """Begin, or go on with what was begun; a button named "urgent" leads to the page for that."""
    form = BeginForm.asked(request)
    if not form.is_valid():
        return redirect("cautions:overview", matter=opened.matter)
    told = form.cleaned_data
    step = begin_step(
        keys=opened.keys,
        file=opened.file,
        about=told["about"],
        filing=told["filing"] if find_filing(told["filing"]) else "",
        back=told["next"],
        now=timezone.now(),
    )
    page = "urgent" if "urgent" in request.POST else "next"
    return redirect(f"cautions:{page}", matter=opened.matter, step=step)


@require_safe
@with_matter
@with_step
def next_page(request: HttpRequest, opened: OpenedStep) -> HttpResponse:
    """To the first question without an answer, to the decision, to its note."""
    fact = opened.step.fact
    if opened.step.lapse(opened.file, timezone.localdate()) or opened.step.decided:
        return redirect(opened.address("note"))
    if not (fact.harms or fact.harm_words):
        return redirect(opened.address("harm"))
    if not fact.seen_by:
        return redirect(opened.address("seen"))
    return redirect(opened.address("consent" if not fact.agrees else "decide"))


@require_safe
@with_matter
@with_step
def note(request: HttpRequest, opened: OpenedStep) -> HttpResponse:
    """The note: what was answered, what was decided, by whom, until when. Made for paper too."""
    return show(request, opened)


def show(
    request: HttpRequest, opened: OpenedStep, *, changed: bool = False, status: int = 200
) -> HttpResponse:
    """The note; ``changed`` says that somebody was faster."""
    told = told_note(opened.step, opened.file, timezone.now())
    context = {"places": opened.places, "told": told, "changed": changed, "fact": opened.step.fact}
    return render(request, "cautions/note.html", context, status=status)


@require_http_methods(PAGES)
@with_matter
@with_step
def harm(request: HttpRequest, opened: OpenedStep) -> HttpResponse:
    """What may they do to him?"""
    form = HarmForm.asked(request, harms=harms_to_choose(), initial=vars(opened.step.fact))
    return question(request, opened, form, 1)


@require_http_methods(PAGES)
@with_matter
@with_step
def seen(request: HttpRequest, opened: OpenedStep) -> HttpResponse:
    """Who sees him within a week?"""
    form = SeenForm.asked(request, today=timezone.localdate(), initial=vars(opened.step.fact))
    return question(request, opened, form, 2)


@require_http_methods(PAGES)
@with_matter
@with_step
def consent(request: HttpRequest, opened: OpenedStep) -> HttpResponse:
    """Does he agree?"""
    form = ConsentForm.asked(request, today=timezone.localdate(), initial=vars(opened.step.fact))
    return question(request, opened, form, 3)


def question(request: HttpRequest, opened: OpenedStep, form: PlainForm, number: int) -> HttpResponse:
    """Show one of the three questions, or keep its answer."""
    if opened.step.lapse(opened.file, timezone.localdate()):
        return show(request, opened, status=CONFLICT if form.is_bound else 200)
    if form.is_bound and form.is_valid():
        try:
            answer(**opened.act, now=timezone.now(), **form.cleaned_data)
        except ChangedMeanwhile:
            return show(request, opened, changed=True, status=CONFLICT)
        return redirect(opened.address("next"))
    context = {"form": form, "number": number, **frame(opened)}
    return render(request, "cautions/question.html", context, status=form.status)


def frame(opened: OpenedStep) -> dict[str, Any]:
    """What every page of a step shows around its question."""
    fact = opened.step.fact
    return {"places": opened.places, "fact": fact, "title": title_of(fact), "risk": risk_of(fact)}


@require_http_methods(PAGES)
@with_matter
@with_step
def decision(request: HttpRequest, opened: OpenedStep) -> HttpResponse:
    """The answers side by side, what they speak for, and the decision."""
    fact, today = opened.step.fact, timezone.localdate()
    if not is_answered(fact) or opened.step.lapse(opened.file, today):
        return redirect(opened.address("next"))
    first = {"seen": opened.step.entry.id}
    form = DecideForm.asked(request, today=today, goes=may_go(fact), initial=first)
    if form.is_bound and form.is_valid():
        try:
            decide(**opened.act, now=timezone.now(), **form.cleaned_data)
        except (ChangedMeanwhile, CannotGo):
            return show(request, opened, changed=True, status=CONFLICT)
        return redirect(opened.address("note"))
    answers = answers_in_words(fact)
    context = {"form": form, "advice": advice_on(fact, today), "answers": answers, **frame(opened)}
    return render(request, "cautions/decide.html", context, status=form.status)


@require_http_methods(PAGES)
@with_matter
@with_step
def urgent(request: HttpRequest, opened: OpenedStep) -> HttpResponse:
    """No time: his life is in danger now. It is recorded, and holds for three days."""
    form = UrgentForm.asked(request)
    if form.is_bound and form.is_valid():
        try:
            mark_urgent(**opened.act, now=timezone.now(), **form.cleaned_data)
        except ChangedMeanwhile:
            return show(request, opened, changed=True, status=CONFLICT)
        return redirect(opened.address("note"))
    return render(request, "cautions/urgent.html", {"form": form, **frame(opened)}, status=form.status)
