"""One box: what is proposed, a list made by hand, what is to be fetched."""

from typing import Any

from csp.constants import SELF
from csp.decorators import csp_update
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from peredacha.rooms.boxes.forms import Choosable, ListForm
from peredacha.rooms.boxes.selectors import code_of
from peredacha.rooms.boxes.services import (
    NotLaid,
    choosable,
    kit_choices,
    lay,
    left_by,
    propose,
    stops_of,
    told_pieces,
    verdicts,
    with_kit,
)
from peredacha.rooms.boxes.views.doors import CONFLICT, PAGES, OpenBox, with_box


@require_safe
@with_box
def box(request: HttpRequest, opened: OpenBox) -> HttpResponse:
    """What is proposed for a parcel; or what lies in it, once it is packed."""
    return show(request, opened)


def show(request: HttpRequest, opened: OpenBox, *, wrong: str = "", status: int = 200) -> HttpResponse:
    """The page of one box; ``wrong`` is a sentence about what could not be done."""
    parcel = opened.parcel
    context = {
        "opened": opened,
        "code": code_of(opened.id),
        "wrong": wrong,
        "told": told_contents(opened) if parcel.contents else propose(opened.table),
        "left": parcel.contents.left_out if parcel.contents else (),
    }
    page = "boxes/packed.html" if parcel.contents else "boxes/proposal.html"
    return render(request, page, context, status=status)


def told_contents(opened: OpenBox) -> Any:
    """What lies in a packed box, in words."""
    lines = opened.parcel.contents.lines if opened.parcel.contents else ()
    return told_pieces(opened.table, {one.good: one.pieces for one in lines})


def list_form(request: HttpRequest | None, opened: OpenBox, **first: Any) -> ListForm:
    """The form with a line for every good that can be chosen."""
    goods = [Choosable(**one) for one in choosable(opened.table)]
    kits = kit_choices(opened.parcel.row.chapter, opened.table.today)
    data = request.POST if request else None
    return ListForm(
        data, goods=goods, kits=kits, **{"tare": opened.table.order.rules.tare, **first}, was=opened.was
    )


@csp_update({"connect-src": [SELF]})
@require_http_methods(PAGES)
@with_box
def by_hand(request: HttpRequest, opened: OpenBox) -> HttpResponse:
    """A list made by hand: changed, checked while it is typed or by a button, filled from a kit, taken."""
    contents = opened.parcel.contents
    if request.method != "POST":
        lines = contents.lines if contents else ()
        pieces = {one.good: one.pieces for one in lines} if contents else propose(opened.table).pieces
        return listed(request, opened, list_form(None, opened, pieces=pieces))
    form = list_form(request, opened)
    act = request.POST.get("act", "check")
    if not form.is_valid():
        return listed(request, opened, form)
    if act in ("kit", "change"):
        kit, chapter = form.cleaned_data["kit"] if act == "kit" else "", opened.parcel.row.chapter
        pieces = with_kit(form.pieces, kit, chapter, opened.table.today)
        return listed(request, opened, list_form(None, opened, pieces=pieces, tare=tare_in(form, opened)))
    return checked(request, opened, form, act)


def tare_in(form: ListForm, opened: OpenBox) -> int:
    """What the box weighs [g]: as typed, else as such boxes do."""
    typed = form.cleaned_data.get("tare")
    return opened.table.order.rules.tare if typed is None else int(typed)


def checked(request: HttpRequest, opened: OpenBox, form: ListForm, act: str) -> HttpResponse:
    """Say what is wrong with the list; take it where nothing is, or where what is left was seen."""
    table = opened.table.with_tare(tare_in(form, opened))
    pieces = form.pieces  # a line that is blamed is no longer among them
    found = verdicts(table, pieces)
    mild = {one.good: one.says for one in found if one.mild}
    for one in found:
        if not one.mild:
            form.blame(one.good, one.says)
    if act != "check" and not pieces:
        form.refuse(_("Nothing is in the box yet: write a number beside a thing, or add a kit."))
    if act == "check" or form.errors or set(mild) - set(form.cleaned_data["seen"].split()):
        told = told_pieces(table, pieces)
        return listed(request, opened, form, told=told, mild=mild, fine=act == "check" and not found)
    try:
        left_out = left_by(table, pieces, chosen=act == "save")
        lay(
            table=table,
            pieces=pieces,
            left_out=left_out,
            now=timezone.now(),
            was=form.cleaned_data["was"],
        )
    except NotLaid as no:
        return refused(request, opened, form, act, no.says)
    return redirect("boxes:box", parcel=opened.id)


def refused(request: HttpRequest, opened: OpenBox, form: ListForm, act: str, sentence: str) -> HttpResponse:
    """Nothing was taken: a new proposal with the reason on top, or the list as it was typed."""
    if act == "take":
        return show(request, opened, wrong=sentence, status=CONFLICT)
    form.refuse(sentence)
    return listed(request, opened, form)


def listed(request: HttpRequest, opened: OpenBox, form: ListForm, **more: Any) -> HttpResponse:
    """The page of a list made by hand."""
    mild = more.get("mild", {})
    context = {
        "opened": opened,
        "form": form,
        "groups": form.groups(),
        "seen": " ".join(sorted(mild)),
        "warned": [(form[f"good_{good}"].label, says) for good, says in mild.items()],
        "told": more.get("told"),
        "fine": more.get("fine", False),
    }
    return render(request, "boxes/list.html", context, status=form.status)


@require_http_methods(PAGES)
@with_box
def pick(request: HttpRequest, opened: OpenBox) -> HttpResponse:
    """What is to be fetched, shelf by shelf, to be ticked off; on, when everything is ticked."""
    if opened.parcel.contents is None:
        return redirect("boxes:box", parcel=opened.id)
    stops = stops_of(opened.parcel)
    ticked = set(request.POST.getlist("stop"))
    missing = [one for one in stops if one.key not in ticked]
    if request.method == "POST" and not missing:
        return redirect("boxes:papers", parcel=opened.id)
    wrong = request.method == "POST"
    told = [one.text for one in missing] if wrong else []
    context = {"opened": opened, "stops": stops, "ticked": ticked, "missing": told}
    return render(request, "boxes/pick.html", context, status=422 if wrong else 200)
