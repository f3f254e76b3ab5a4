"""One line in a corridor: the next hearing, a moved one, a slip of the finger."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from peredacha.rooms.hearings.forms import SpokenForm
from peredacha.rooms.hearings.services import (
    ChangedMeanwhile,
    Date,
    Heard,
    as_typed,
    correct_hearing,
    find_standing,
    last_court,
    move_hearing,
    set_hearing,
    understand,
)
from peredacha.rooms.hearings.views.listing import PAGES
from peredacha.rooms.matters.services import OpenMatter, with_matter
from peredacha.rooms.vault.services import TooLong

Save = Callable[[Date], UUID]


@dataclass(frozen=True, repr=False)
class Ask:
    """A page with one line: its title, what stands there first, and what is done with what was understood."""

    title: str
    text: str
    court: str
    save: Save


def ask(request: HttpRequest, opened: OpenMatter, page: Ask) -> HttpResponse:
    """Show the line, ask back where there is doubt, or save at once."""
    form = SpokenForm.asked(request, initial={"text": page.text, "court": page.court}, title=page.title)
    heard: Heard | str | None = None
    if form.is_bound and form.is_valid():
        typed = form.cleaned_data
        heard = understand(opened.file, typed["text"], court=typed["court"], now=timezone.now())
        if isinstance(heard, str):
            form.refuse_line(heard)
        elif not heard.doubts or typed["sure"] == heard.mark:
            return saved(opened, form, page, heard)
    context = {"opened": opened, "form": form, "page": page, "heard": None if form.errors else heard}
    return render(request, "hearings/spoken.html", context, status=form.status)


def saved(opened: OpenMatter, form: SpokenForm, page: Ask, heard: Heard) -> HttpResponse:
    """Keep it, and show what was kept; where something newer was said meanwhile, everything as it stands."""
    try:
        name = page.save(Date(heard.at, form.cleaned_data["court"], heard.rest))
    except (ChangedMeanwhile, TooLong):
        return redirect("hearings:matter", matter=opened.matter)
    return redirect("hearings:one", matter=opened.matter, hearing=name)


@require_http_methods(PAGES)
@with_matter
def next_date(request: HttpRequest, opened: OpenMatter) -> HttpResponse:
    """The date that was just announced."""

    def save(told: Date) -> UUID:
        return set_hearing(keys=opened.keys, file=opened.file, told=told, now=timezone.now())

    page = Ask(_("When is the next hearing?"), "", last_court(opened.file), save)
    return ask(request, opened, page)


@require_http_methods(PAGES)
@with_matter
def moved(request: HttpRequest, opened: OpenMatter, hearing: UUID) -> HttpResponse:
    """A hearing that was moved: the same hearing, another moment."""
    standing = find_standing(opened.file, hearing)
    if standing is None:
        return redirect("hearings:matter", matter=opened.matter)

    def save(told: Date) -> UUID:
        return move_hearing(
            keys=opened.keys, file=opened.file, hearing=hearing, told=told, now=timezone.now()
        )

    return ask(request, opened, Ask(_("To which day was it moved?"), "", standing.fact.court, save))


@require_http_methods(PAGES)
@with_matter
def again(request: HttpRequest, opened: OpenMatter, hearing: UUID) -> HttpResponse:
    """A slip of the finger: what was typed last is typed again."""
    standing = find_standing(opened.file, hearing)
    if standing is None:
        return redirect("hearings:matter", matter=opened.matter)

    def save(told: Date) -> UUID:
        return correct_hearing(
            keys=opened.keys, file=opened.file, hearing=hearing, told=told, now=timezone.now()
        )

    return ask(request, opened, Ask(_("Write it anew"), as_typed(standing.at), standing.fact.court, save))
