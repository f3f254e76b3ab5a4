"""Know-how: proposed from a talk, read by somebody else, public, confirmed."""

from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peredacha.core.sealing import NotSealedHere
from peredacha.rooms.conversations.services import read_thread
from peredacha.rooms.know_how.forms import BackForm, PublishForm, WordsForm
from peredacha.rooms.know_how.selectors import published, topic_of
from peredacha.rooms.know_how.services import (
    MayLeadToPerson,
    NotYours,
    OpenDraft,
    Words,
    change_draft,
    confirm,
    drafts_of,
    find_draft,
    is_reviewer,
    may_review,
    publish,
    send_back,
    withdraw,
)
from peredacha.rooms.know_how.services import propose as propose_words
from peredacha.rooms.matters.selectors import find_matter
from peredacha.rooms.matters.services import MatterFile, open_file
from peredacha.rooms.vault.services import Keys, with_keys

PAGE = require_http_methods(["GET", "HEAD", "POST"])


@PAGE
@with_keys()
def propose(request: HttpRequest, keys: Keys, matter: UUID, message: UUID) -> HttpResponse:
    """Make know-how from what a helper wrote; the family's words are never offered."""
    said = {one.id: one for one in read_thread(file_or_404(keys, matter)).messages}.get(message)
    if said is None or said.by.who != "member":
        raise Http404
    form = WordsForm(request.POST if request.method == "POST" else None, initial={"text_ru": said.text})
    if form.is_valid():
        propose_words(keys=keys, words=Words(**form.cleaned_data))
        return redirect("know_how:desk")
    context = {"form": form, "back": reverse(settings.MATTER_HOME, args=[matter]) + "#last", "draft": None}
    return render(request, "know_how/propose.html", context, status=422 if form.errors else 200)


@require_safe
@with_keys()
def desk(request: HttpRequest, keys: Keys) -> HttpResponse:
    """What waits for review, what was sent back, what is public and may be confirmed."""
    now = timezone.now()
    lines = [
        {"draft": one, "topic": topic_of(one.words.stage, one.words.facility)}
        for one in drafts_of(keys, now=now)
    ]
    chapter = keys.member.chapter if keys.member else ""
    context = {
        "lines": lines,
        "published": published(today=timezone.localdate(now), chapter=chapter),
        "reviews": is_reviewer(keys, today=timezone.localdate(now)),
    }
    return render(request, "know_how/desk.html", context)


@PAGE
@with_keys()
def review(request: HttpRequest, keys: Keys, answer: UUID) -> HttpResponse:
    """One draft: the author mends it, a reviewer publishes it or sends it back."""
    draft = draft_or_404(keys, answer)
    if keys.member and draft.author == str(keys.member.id):
        return mend(request, keys, draft)
    if not may_review(keys, draft, today=timezone.localdate()):
        raise Http404
    initial = {**vars(draft.words)}
    form = PublishForm(request.POST if request.method == "POST" else None, initial=initial)
    hits = draft.hits
    if form.is_valid():
        try:
            words, looked = Words(**form.words()), form.cleaned_data["looked"]
            publish(keys=keys, answer=answer, words=words, looked=looked, now=timezone.now())
            return redirect("know_how:desk")
        except MayLeadToPerson as found:
            hits = found.hits
            form.ask_to_look()
        except (NotYours, NotSealedHere):
            raise Http404 from None
    context = {"form": form, "draft": draft, "hits": hits, "back_form": BackForm()}
    return render(request, "know_how/review.html", context, status=422 if form.errors else 200)


def mend(request: HttpRequest, keys: Keys, draft: OpenDraft) -> HttpResponse:
    """The author writes it anew."""
    form = WordsForm(request.POST if request.method == "POST" else None, initial={**vars(draft.words)})
    if form.is_valid():
        change_draft(keys=keys, answer=draft.id, words=Words(**form.cleaned_data), now=timezone.now())
        return redirect("know_how:desk")
    context = {"form": form, "draft": draft, "back": ""}
    return render(request, "know_how/propose.html", context, status=422 if form.errors else 200)


@require_POST
@with_keys("coordinator", "editor")
def back(request: HttpRequest, keys: Keys, answer: UUID) -> HttpResponse:
    """The reviewer asks for something to be mended."""
    draft = draft_or_404(keys, answer)
    form = BackForm(request.POST)
    if form.is_valid():
        try:
            send_back(keys=keys, answer=answer, why=form.cleaned_data["why"], now=timezone.now())
        except (NotYours, NotSealedHere):
            raise Http404 from None
        return redirect("know_how:desk")
    words = PublishForm(initial={**vars(draft.words)})
    context = {"form": words, "draft": draft, "hits": draft.hits, "back_form": form, "wrong": form}
    return render(request, "know_how/review.html", context, status=422)


@require_POST
@with_keys()
def same(request: HttpRequest, keys: Keys, answer: UUID) -> HttpResponse:
    """A helper saw it so too."""
    try:
        confirm(keys=keys, answer=answer, now=timezone.now())
    except NotYours:
        raise Http404 from None
    return redirect("know_how:desk")


@require_POST
@with_keys("coordinator", "editor")
def old(request: HttpRequest, keys: Keys, answer: UUID) -> HttpResponse:
    """It no longer holds."""
    try:
        withdraw(keys=keys, answer=answer, now=timezone.now())
    except NotYours:
        raise Http404 from None
    return redirect("know_how:desk")


@require_safe
def public(request: HttpRequest, stage: str = "", facility: str = "") -> HttpResponse:
    """What was published, for everybody, with its age."""
    lines = published(today=timezone.localdate(), stage=stage, facility=facility)
    context = {"lines": lines, "topic": topic_of(stage, facility) if stage or facility else ""}
    return render(request, "know_how/index.html", context)


def file_or_404(keys: Keys, matter: UUID) -> MatterFile:
    """The file of a matter of the own chapter that these keys open; for everybody else there is none."""
    found = find_matter(matter)
    file = open_file(keys, found, now=timezone.now()) if found else None
    if file is None or keys.member is None or keys.member.chapter != file.matter.chapter:
        raise Http404
    return file


def draft_or_404(keys: Keys, answer: UUID) -> OpenDraft:
    """A draft that these keys open; for everybody else there is none."""
    found = find_draft(keys, answer, now=timezone.now())
    if found is None:
        raise Http404
    return found
