"""One letter, and the questions of the first look."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from peredacha.design.numbers import TOO_LONG
from peredacha.rooms.mailroom.forms import LOOKS
from peredacha.rooms.mailroom.services import OpenPaper, look_here, next_question, tell_answer, told_paper
from peredacha.rooms.mailroom.views.doors import PAGES, show, with_paper
from peredacha.rooms.vault.services import TooLong


@require_safe
@with_paper
def letter(request: HttpRequest, paper: OpenPaper) -> HttpResponse:
    """The letter with its one next step."""
    return render(request, "mailroom/letter.html", {"told": told_paper(paper, now=timezone.now())})


@require_http_methods(PAGES)
@with_paper
def look(request: HttpRequest, paper: OpenPaper, question: str) -> HttpResponse:
    """One question; the next one follows, and after the last one the letter."""
    if question not in LOOKS:
        raise Http404
    now = timezone.now()
    form = LOOKS[question].asked(request, today=timezone.localdate(now), initial=paper.said(question))
    if form.is_bound and form.is_valid():
        try:
            again = tell_answer(paper=paper, question=question, told=form.told, now=now)
        except TooLong:
            form.refuse(str(TOO_LONG))
        else:
            if again is None:
                return redirect("mailroom:index")
            coming = next_question(again)
            if coming:
                return redirect("mailroom:look", letter=paper.row.id, question=coming)
            return redirect("mailroom:letter", letter=paper.row.id)
    context = {
        "form": form,
        "pages": [one.number for one in paper.pages],
        "hints": look_here(paper, question),
    }
    return show(request, paper, "mailroom/look.html", context)
