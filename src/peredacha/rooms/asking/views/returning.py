"""The eight words: shown once, and the way back that they open."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from peredacha.design.wording import language
from peredacha.rooms.asking.forms import CodeForm, WordsBackForm, busy
from peredacha.rooms.asking.services import (
    Wait,
    code_qr,
    come_back,
    is_renewing,
    prepare_new_words,
    words_are_written_down,
    words_to_show,
)
from peredacha.rooms.people.services import AllPlacesTaken, Visit, keep_visit, source_of, visit_of
from peredacha.rooms.vault.services import with_family


@require_http_methods(["GET", "HEAD", "POST"])
def come(request: HttpRequest) -> HttpResponse:
    """Eight words open the family's page; a wrong code opens nothing and tells nothing."""
    form = CodeForm(request.POST if request.method == "POST" else None, use_required_attribute=False)
    status = 422
    if form.is_bound and form.is_valid():
        try:
            visit = come_back(**form.cleaned_data, source=source_of(request).encode(), now=timezone.now())
            if visit:
                return keep_visit(redirect(settings.FAMILY_HOME), visit)
            form.add_error("code", form.wrong)
        except Wait as wait:
            form.add_error("code", form.wait(wait.minutes))
            status = 429
        except AllPlacesTaken:
            form.add_error("code", busy())
            status = 503
    return render(request, "asking/return.html", {"form": form}, status=status if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@with_family("asking:return")
def words(request: HttpRequest, _keys: object) -> HttpResponse:
    """The eight words, shown until two of them are typed back."""
    visit = visit_of(request)
    code = words_to_show(visit) if visit else None
    if visit is None or code is None:
        return redirect(settings.FAMILY_HOME)
    form = WordsBackForm(code, request.POST if request.method == "POST" else None)
    if not form.is_bound or not form.is_valid():
        return card(request, visit, form, code)
    try:
        done = words_are_written_down(visit, now=timezone.now())
    except AllPlacesTaken:
        form.add_error(None, busy())
        return card(request, visit, form, code, 503)
    return redirect(settings.FAMILY_HOME if done else "asking:words")


def card(
    request: HttpRequest, visit: Visit, form: WordsBackForm, code: tuple[str, ...], status: int = 200
) -> HttpResponse:
    """The page with the card of words."""
    context = {
        "form": form,
        "code": code,
        "check": visit.extra.get("check_word", ""),
        "renews": is_renewing(visit),
        "address": settings.SITE_ADDRESS,
        "qr": code_qr(code),
    }
    return render(
        request, "asking/words.html", context, status=422 if form.errors and status == 200 else status
    )


@require_http_methods(["GET", "HEAD", "POST"])
@with_family("asking:return")
def new_words(request: HttpRequest, _keys: object) -> HttpResponse:
    """Other words, for a family whose words somebody else may know."""
    visit = visit_of(request)
    if visit and request.method == "POST":
        prepare_new_words(visit=visit, language=language())
        return redirect("asking:words")
    return render(request, "asking/new_words.html", {"family_url": reverse(settings.FAMILY_HOME)})
