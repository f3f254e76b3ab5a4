"""The papers of a matter, and the choice of another one."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peredacha.rooms.matters.selectors import matter_of_family
from peredacha.rooms.matters.services import OpenMatter, open_file, with_matter
from peredacha.rooms.people.services import visit_of
from peredacha.rooms.plans.forms import ChooseForm
from peredacha.rooms.plans.selectors import current_filings
from peredacha.rooms.plans.services import about, begin, choices_for, told_papers
from peredacha.rooms.plans.views.doors import OpenedPaper, with_paper
from peredacha.rooms.vault.services import Keys, with_family

PAGES = ["GET", "HEAD", "POST"]
UNPROCESSABLE = 422


@require_safe
@with_family(settings.FAMILY_DOOR)
def mine(request: HttpRequest, keys: Keys) -> HttpResponse:
    """The family's own papers, behind an address that names nothing."""
    matter = matter_of_family(keys.holder)
    return redirect("plans:papers", matter=matter.id) if matter else redirect(settings.FAMILY_HOME)


@require_safe
@with_matter
def papers(request: HttpRequest, opened: OpenMatter) -> HttpResponse:
    """Every paper of the matter: where it stands, what happens next, by when."""
    told = told_papers(opened.file, now=timezone.now())
    return render(request, "plans/papers.html", {"opened": opened, "papers": told})


@require_http_methods(PAGES)
@with_matter
def choose(request: HttpRequest, opened: OpenMatter) -> HttpResponse:
    """The filings of the land, those of the present stage first; what is chosen never stands in an address."""
    form = ChooseForm(current_filings(), request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        chosen = form.cleaned_data["filing"]
        paper = begin(keys=opened.keys, file=opened.file, filing=chosen, now=timezone.now())
        return redirect("plans:about", matter=opened.matter, paper=paper)
    context = {"opened": opened, "form": form, "choices": choices_for(opened.file)}
    return render(request, "plans/choose.html", context, status=form.status)


@require_safe
def wanted(request: HttpRequest, filing: str) -> HttpResponse:
    """What anybody may read about a filing; a family with an open visit can begin it; ``back``: a page of ours."""
    found = current_filings().get(filing)
    if found is None:
        raise Http404
    visit, back = visit_of(request), request.GET.get("back", "")
    context = {"filing": filing, "about": about(found), "who": visit.kind if visit else ""}
    context["back"] = back if url_has_allowed_host_and_scheme(back, allowed_hosts=None) else ""
    return render(request, "plans/wanted.html", context)


@require_POST
@with_family(settings.FAMILY_DOOR)
def begin_wanted(request: HttpRequest, keys: Keys, filing: str) -> HttpResponse:
    """The family's paper out of the step that promised it: straight to the first question."""
    matter = matter_of_family(keys.holder) if filing in current_filings() else None
    file = open_file(keys, matter, now=timezone.now()) if matter else None
    if file is None:
        raise Http404
    paper = begin(keys=keys, file=file, filing=filing, now=timezone.now())
    return redirect("plans:next", matter=file.matter.id, paper=paper)


@require_safe
@with_matter
@with_paper
def about_paper(request: HttpRequest, opened: OpenedPaper) -> HttpResponse:
    """What to know of a filing before anything is asked."""
    context = {"places": opened.places, "about": about(opened.paper.filing)}
    return render(request, "plans/about.html", context)
