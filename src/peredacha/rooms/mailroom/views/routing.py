"""Where a letter goes: whose it is, what the parcel holds, where its pages go; an answer to us; away."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from peredacha.core.cleaning import Unacceptable
from peredacha.core.linkage import read_name
from peredacha.design.fields import Option
from peredacha.design.wording import said
from peredacha.rooms.conversations.services import DamagedFile
from peredacha.rooms.letters.services import NotOpen
from peredacha.rooms.mailroom.forms import AwayForm, CodeForm, IntoForm, ThingsForm, WhereForm
from peredacha.rooms.mailroom.services import (
    ChangedMeanwhile,
    NotThere,
    OpenPaper,
    answer_to,
    bring,
    choose_matter,
    chosen_name,
    hints_for,
    put_away,
    take_back,
    tell_answer,
)
from peredacha.rooms.mailroom.views.doors import PAGES, show, with_paper


@require_http_methods(PAGES)
@with_paper
def where(request: HttpRequest, paper: OpenPaper) -> HttpResponse:
    """Whose letter it is: people who are here already under a like name, or a new matter."""
    who = str(request.POST.get("who", "")).strip()[:200] or str(paper.said("who").get("who", ""))
    found = hints_for(paper.keys, read_name(who))
    options = [(str(one.matter), Option(one.name, one.more)) for one in found]
    looks = request.POST.get("act") == "look"
    data = request.POST if request.method == "POST" and not looks else None
    form = WhereForm(options, data, initial={"who": who, "same": str(paper.said("to").get("matter", ""))})
    if form.is_bound and form.is_valid():
        if choose_matter(paper=paper, matter=form.cleaned_data["same"]):
            asks = "parcel" in paper.asks
            return redirect("mailroom:what" if asks else "mailroom:into", letter=paper.row.id)
        return redirect("mailroom:index")
    return show(request, paper, "mailroom/where.html", {"form": form, "hints": found, "looked": bool(who)})


@require_http_methods(PAGES)
@with_paper
def what(request: HttpRequest, paper: OpenPaper) -> HttpResponse:
    """What the parcel should hold."""
    before = paper.said("things") or {"parcel": "parcel"}
    form = ThingsForm(request.POST if request.method == "POST" else None, initial=before)
    if form.is_bound and form.is_valid():
        tell_answer(paper=paper, question="things", told=form.cleaned_data, now=timezone.now())
        return redirect("mailroom:into", letter=paper.row.id)
    return show(request, paper, "mailroom/what.html", {"form": form})


@require_http_methods(PAGES)
@with_paper
def into(request: HttpRequest, paper: OpenPaper) -> HttpResponse:
    """Where its pages go; then it is done."""
    if not paper.said("to") or not paper.is_seen:
        return redirect("mailroom:letter", letter=paper.row.id)
    first = {"into": "binder" if paper.said("paper").get("value") == "yes" else ""}
    form = IntoForm(request.POST if request.method == "POST" else None, initial=first)
    if form.is_bound and form.is_valid():
        try:
            matter = bring(paper=paper, into=form.cleaned_data["into"], now=timezone.now())
            return redirect(settings.MATTER_HOME, matter.id)
        except ChangedMeanwhile:
            return redirect("mailroom:index")
        except NotThere:
            form.refuse(_("The matter you chose was closed or erased meanwhile. Choose once more."))
        except Unacceptable as no:
            form.refuse(said(no.said))
        except DamagedFile:
            form.refuse(_("A photo of this letter is damaged. Take its pages once more."))
    return show(request, paper, "mailroom/into.html", {"form": form, "to": chosen_name(paper)})


@require_http_methods(PAGES)
@with_paper
def reply(request: HttpRequest, paper: OpenPaper) -> HttpResponse:
    """The letter answers one of ours: by the code on the form of answer."""
    form = CodeForm(paper.row.chapter, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            answer_to(paper=paper, letter=form.cleaned_data["letter"], now=timezone.now())
            return redirect("postroom:waiting")
        except ChangedMeanwhile:
            return redirect("mailroom:index")
        except (NotThere, NotOpen):
            form.refuse(_("This letter does not open for you. Ask somebody who reads that matter."))
        except Unacceptable as no:
            form.refuse(said(no.said))
        except DamagedFile:
            form.refuse(_("A photo of this letter is damaged. Take its pages once more."))
    return show(request, paper, "mailroom/reply.html", {"form": form})


@require_http_methods(PAGES)
@with_paper
def put(request: HttpRequest, paper: OpenPaper) -> HttpResponse:
    """Nobody needs it."""
    form = AwayForm.asked(request)
    if form.is_bound and form.is_valid():
        put_away(paper=paper, **form.cleaned_data, now=timezone.now())
        return redirect("mailroom:index")
    return show(request, paper, "mailroom/put_away.html", {"form": form})


@require_POST
@with_paper
def back(request: HttpRequest, paper: OpenPaper) -> HttpResponse:
    """It is needed after all."""
    take_back(paper=paper, now=timezone.now())
    return redirect("mailroom:letter", letter=paper.row.id)
