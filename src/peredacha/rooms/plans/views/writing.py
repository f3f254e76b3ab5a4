"""One question a page, the forms of a word, everything once more, and the button that makes the paper."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peredacha.core.documents import Asked
from peredacha.design.needs import TOO_LONG, AnswerForm, FormsForm, GenderForm
from peredacha.rooms.matters.services import with_matter
from peredacha.rooms.plans.services import (
    NotReady,
    Writing,
    answer,
    change_again,
    choose_forms,
    make,
    told_check,
    writing_of,
)
from peredacha.rooms.plans.views.choosing import PAGES, UNPROCESSABLE
from peredacha.rooms.plans.views.doors import OpenedPaper, with_paper
from peredacha.rooms.vault.services import TooLong


def draft_of(opened: OpenedPaper) -> Writing:
    """The draft with everything that is known for it."""
    return writing_of(opened.file, opened.binder, opened.paper, now=timezone.now())


def way_on(opened: OpenedPaper) -> str:
    """The address of what comes next."""
    way = draft_of(opened).way
    return opened.address(way.page) if way.page == "check" else opened.address(way.page, number=way.number)


def must_be_open(opened: OpenedPaper) -> None:
    """A paper that was made is changed from its own page alone."""
    if not opened.paper.draft.open:
        raise Http404


@require_safe
@with_matter
@with_paper
def next_page(request: HttpRequest, opened: OpenedPaper) -> HttpResponse:
    """To what is missing; to the last look when nothing is."""
    must_be_open(opened)
    return redirect(way_on(opened))


@require_http_methods(PAGES)
@with_matter
@with_paper
def question(request: HttpRequest, opened: OpenedPaper, number: int) -> HttpResponse:
    """One question; its answer is kept sealed at once."""
    must_be_open(opened)
    writing = draft_of(opened)
    need = writing.need(number)
    if need is None:
        raise Http404
    form = AnswerForm(need, writing.facts.get(need.name), request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            answer(**opened.act, need=need, value=form.told)
            return redirect(opened.address("next"))
        except TooLong:
            form.refuse(str(TOO_LONG))
    context = {"form": form, "places": opened.places, "left": writing.questions_left()}
    return render(request, "plans/question.html", context, status=form.status)


@require_http_methods(PAGES)
@with_matter
@with_paper
def words(request: HttpRequest, opened: OpenedPaper, number: int) -> HttpResponse:
    """How a word changes, where Russian allows two ways; or a man or a woman."""
    must_be_open(opened)
    writing = draft_of(opened)
    asked = writing.words_asked(number)
    if asked is None:
        return redirect(way_on(opened))
    form = words_form(asked, request)
    if form.is_bound and form.is_valid():
        forms, gender = getattr(form, "forms", ()), form.cleaned_data.get("gender", "")
        choose_forms(**opened.act, facts=writing.facts, asked=asked, forms=forms, gender=gender)
        return redirect(opened.address("next"))
    context = {"form": form, "places": opened.places, "number": number, "asks_forms": bool(asked.key)}
    return render(request, "plans/words.html", context, status=form.status)


def words_form(asked: Asked, request: HttpRequest) -> FormsForm | GenderForm:
    """The form for what grammar leaves open."""
    data = request.POST if request.method == "POST" else None
    return FormsForm(asked, data) if asked.key else GenderForm(asked, data)


@require_http_methods(PAGES)
@with_matter
@with_paper
def check(request: HttpRequest, opened: OpenedPaper) -> HttpResponse:
    """Every fact with its source and a way to change it; the button makes the paper."""
    must_be_open(opened)
    refused = ""
    if request.method == "POST":
        try:
            make(**opened.act, now=timezone.now())
            return redirect(opened.address("paper"))
        except NotReady:
            refused = "missing"
        except TooLong:
            refused = str(TOO_LONG)
    writing = draft_of(opened)
    if writing.asked and request.method != "POST":
        return redirect(way_on(opened))
    context = {
        "places": opened.places,
        "check": told_check(writing),
        "paper": opened.paper,
        "refused": refused,
    }
    return render(request, "plans/check.html", context, status=UNPROCESSABLE if refused else 200)


@require_POST
@with_matter
@with_paper
def change(request: HttpRequest, opened: OpenedPaper) -> HttpResponse:
    """Open a paper that was made, to change it."""
    change_again(**opened.act)
    return redirect(opened.address("check"))
