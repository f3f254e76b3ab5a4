"""A form that asks, and the same page with the answer above it. Days come in a body, never in an address."""

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from peredacha.rooms.calculators.forms import (
    CalculatorForm,
    CustodyForm,
    DeadlineForm,
    ParcelsForm,
    ParoleForm,
    RuleForm,
    ServedForm,
)
from peredacha.rooms.calculators.selectors import find_rule
from peredacha.rooms.calculators.services import (
    ToldAnswer,
    count_custody,
    count_parcels,
    count_parole,
    count_served,
    count_term,
    told_calculators,
    told_rule,
)

asks_and_answers = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Every calculator with one sentence about it."""
    return render(request, "calculators/index.html", {"calculators": told_calculators()})


@asks_and_answers
def deadline(request: HttpRequest) -> HttpResponse:
    """Which deadline is it? Leads to the page that asks exactly what that one needs."""
    form = DeadlineForm(typed(request), today=timezone.localdate())
    if form.is_valid():
        return redirect("calculators:rule", rule_id=form.cleaned_data["rule"])
    return answered(request, "calculators/deadline.html", form, None)


@asks_and_answers
def rule(request: HttpRequest, rule_id: str) -> HttpResponse:
    """One deadline: when its clock starts, then when it is due."""
    found = find_rule(rule_id)
    if found is None:
        raise Http404
    form = RuleForm(typed(request), today=timezone.localdate(), rule=found)
    answer = count_term(found, form.start, form.case_key, today=form.today) if form.is_valid() else None
    return answered(request, "calculators/rule.html", form, answer, rule=told_rule(found))


@asks_and_answers
def served(request: HttpRequest) -> HttpResponse:
    """Time served, what is left, and the day of release."""
    form = ServedForm(typed(request), today=timezone.localdate())
    answer = count_served(form.case, today=form.today) if form.is_valid() else None
    return answered(request, "calculators/served.html", form, answer)


@asks_and_answers
def parole(request: HttpRequest) -> HttpResponse:
    """From which day parole may be asked for."""
    form = ParoleForm(typed(request), today=timezone.localdate())
    answer = count_parole(form.case, today=form.today) if form.is_valid() else None
    return answered(request, "calculators/parole.html", form, answer)


@asks_and_answers
def custody(request: HttpRequest) -> HttpResponse:
    """How long he may still be held before the verdict."""
    form = CustodyForm(typed(request), today=timezone.localdate())
    answer = count_custody(form.case) if form.is_valid() else None
    return answered(request, "calculators/custody.html", form, answer)


@asks_and_answers
def parcels(request: HttpRequest) -> HttpResponse:
    """Parcels and visits that are left."""
    form = ParcelsForm(typed(request), today=timezone.localdate())
    answer = count_parcels(form.case) if form.is_valid() else None
    return answered(request, "calculators/parcels.html", form, answer)


def typed(request: HttpRequest) -> QueryDict | None:
    """What was sent in the body; None while nothing was asked. The address is never read."""
    return request.POST if request.method == "POST" else None


def answered(
    request: HttpRequest, template: str, form: CalculatorForm, answer: ToldAnswer | None, **more: object
) -> HttpResponse:
    """The page with its form and, if there is one, the answer; 422 when something must be mended first."""
    return render(
        request, template, {"form": form, "answer": answer, **more}, status=422 if form.errors else 200
    )
