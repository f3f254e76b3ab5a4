"""Answers: found by their code, put in, looked at; and those of whom nothing is heard."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peredacha.core.cleaning import Unacceptable
from peredacha.design.wording import said
from peredacha.rooms.conversations.services import DamagedFile, MemoryUpload
from peredacha.rooms.letters.models import Letter
from peredacha.rooms.letters.services import NotOpen, open_letter, page_for, sent_page, with_letter
from peredacha.rooms.postroom.forms import CodeForm, ReplyForm, ScreenForm
from peredacha.rooms.postroom.services import (
    NotYourMatter,
    OpenReply,
    Screening,
    ask_after,
    find_reply,
    look_at,
    take_reply,
    told_reply,
    told_waiting_reply,
    worries,
)
from peredacha.rooms.postroom.views.desk import CONFLICT, FOR, FORM
from peredacha.rooms.vault.services import Keys, with_keys


@require_http_methods(FORM)
@with_keys(*FOR)
def find(request: HttpRequest, keys: Keys) -> HttpResponse:
    """Which letter an answer belongs to, by the code on it."""
    chapter = keys.member.chapter if keys.member else ""
    form = CodeForm(chapter, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        return redirect("postroom:take_in", letter=form.cleaned_data["letter"].id)
    return render(request, "postroom/find.html", {"form": form}, status=form.status)


@csrf_exempt
@require_http_methods(FORM)
@with_keys(*FOR)
@with_letter
def take_in(request: HttpRequest, keys: Keys, letter: Letter) -> HttpResponse:
    """Put an answer in, page by page. Who may send is known before the first byte of a file is read."""
    if open_letter(keys, letter, now=timezone.now()) is None:
        raise Http404
    today = timezone.localdate()
    if request.method != "POST":
        return show_form(request, keys, letter, ReplyForm(initial={"on": today}, today=today))
    upload = MemoryUpload(request)
    request.upload_handlers = [upload]
    try:
        return take_page(request, keys, letter, upload)
    finally:
        upload.close()


def show_form(request: HttpRequest, keys: Keys, letter: Letter, form: ReplyForm) -> HttpResponse:
    """The page on which an answer is put in, with what is there already."""
    told = told_waiting_reply(keys, letter, now=timezone.now())
    return render(request, "postroom/take_in.html", {"form": form, "told": told}, status=form.status)


@csrf_protect
def take_page(request: HttpRequest, keys: Keys, letter: Letter, upload: MemoryUpload) -> HttpResponse:
    """The page or the words that came; a refused one leaves the rest on the page."""
    form = ReplyForm(request.POST, request.FILES, today=timezone.localdate(), refusal=upload.said)
    if form.is_valid():
        told = form.cleaned_data
        body = told["file"].read() if told["file"] else b""
        try:
            take_reply(
                keys=keys, letter=letter, on=told["on"], words=told["words"], body=body, now=timezone.now()
            )
            return redirect("postroom:take_in", letter=letter.id)
        except Unacceptable as no:
            form.add_error("file", said(no.said))
        except NotOpen:
            raise Http404 from None
    return show_form(request, keys, letter, form)


def opened(keys: Keys, reply: UUID) -> OpenReply:
    """An answer of the own chapter at which nobody has looked yet; Http404 for every other one."""
    found = find_reply(keys, reply, now=timezone.now())
    if found is None:
        raise Http404
    return found


@require_http_methods(FORM)
@with_keys(*FOR)
def look(request: HttpRequest, keys: Keys, reply: UUID) -> HttpResponse:
    """Look at an answer first: what is alarming, what the writer may see."""
    one, form = opened(keys, reply), ScreenForm.asked(request)
    status = form.status
    if form.is_bound and form.is_valid():
        try:
            look_at(keys=keys, reply=one, found=Screening(**form.cleaned_data), now=timezone.now())
            return redirect("postroom:waiting")
        except DamagedFile:
            status = CONFLICT
    context = {"form": form, "told": told_reply(one), "damaged": status == CONFLICT}
    return render(request, "postroom/screen.html", context, status=status)


@require_safe
@with_keys(*FOR)
@with_letter
def page(request: HttpRequest, keys: Keys, letter: Letter, page: UUID) -> HttpResponse:
    """A page of an answer for who looks at it first."""
    try:
        return sent_page(page_for(keys, letter, page, now=timezone.now(), looking=True))
    except (NotOpen, DamagedFile):
        raise Http404 from None


@require_safe
@with_keys("coordinator")
def silent(request: HttpRequest, keys: Keys) -> HttpResponse:
    """Of whom too long nothing was heard."""
    return render(request, "postroom/silent.html", {"worries": worries(keys, now=timezone.now())})


@require_POST
@with_keys("coordinator")
def ask(request: HttpRequest, keys: Keys, correspondent: UUID) -> HttpResponse:
    """Put it into the matter, once."""
    try:
        ask_after(keys=keys, correspondent=correspondent, now=timezone.now())
    except NotYourMatter:
        told = {"worries": worries(keys, now=timezone.now()), "closed": True}
        return render(request, "postroom/silent.html", told, status=CONFLICT)
    return redirect("postroom:silent")
