"""One question a page, then everything once more to check."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from peredacha.rooms.intake.forms import QuestionForm
from peredacha.rooms.intake.selectors import current_land, surroundings
from peredacha.rooms.intake.services import (
    Kept,
    TooManyAnswers,
    choices_for,
    keeping,
    kept_by,
    told_answers,
    way_back,
    way_on,
)

DOORS = ("detained", "inside")


@require_http_methods(["GET", "HEAD", "POST"])
def door(request: HttpRequest, name: str) -> HttpResponse:
    """The first question behind a door; the door is kept only once it is answered."""
    if name not in DOORS:
        raise Http404
    return ask(request, "stage", kept_by(request).with_answer("door", name))


@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest, question_id: str) -> HttpResponse:
    """One question; its answer leads to the next one, or to the check; nobody begins in the middle."""
    kept = kept_by(request)
    return ask(request, question_id, kept) if "door" in kept.answers else redirect("intake:start")


def ask(request: HttpRequest, question_id: str, kept: Kept) -> HttpResponse:
    """Show the question, or keep its answer and go on."""
    land = current_land()
    asked = land.guide.question(question_id)
    if asked is None:
        raise Http404
    answers = land.guide.relevant(kept.answers)
    now = timezone.now().astimezone(surroundings(answers).zone)
    given = {**answers, **{key: value for key, value in kept.answers.items() if key == question_id}}
    data = request.POST if request.method == "POST" else None
    form = QuestionForm(asked, given, choices_for(asked, answers), now=now, data=data)
    if data is not None and form.is_valid():
        changed = kept.with_answer(question_id, form.cleaned_data["answer"])
        try:
            return keeping(redirect(way_on(changed)), changed)
        except TooManyAnswers:
            form.add_error(None, form.too_long)
    status = 422 if form.errors else 200
    context = {"form": form, "question": asked, "back_url": way_back(asked, kept)}
    return render(request, "intake/question.html", context, status=status)


@require_safe
def check(request: HttpRequest) -> HttpResponse:
    """Every answer once more, each with a way to change it."""
    kept = kept_by(request)
    if "stage" not in kept.answers:
        return redirect("intake:start")
    return render(request, "intake/check.html", {"rows": told_answers(kept.answers), "onward": way_on(kept)})
