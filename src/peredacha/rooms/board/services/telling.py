"""The board in words, and the list of places with something to carry."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peredacha.core.carried import STATES
from peredacha.design.wording import one_in_words, said
from peredacha.rooms.board.services.finding import Board, BoardFilters, board, places_on_board
from peredacha.rooms.parcels.models import ParcelState
from peredacha.rooms.parcels.selectors import facility_names
from peredacha.rooms.parcels.services import OpenCard, kind_words, weight_words
from peredacha.rooms.people.selectors import display_name
from peredacha.rooms.vault.services import Keys


@dataclass(frozen=True)
class BoardLine:
    """One parcel on the board, as a line of a queue shows it."""

    url: str
    title: str
    kind: str
    facts: tuple[str, ...]
    due: str
    holder: str
    alarms: tuple[str, ...]
    kind_class: str = "parcel"


@dataclass(frozen=True)
class Way:
    """A link that narrows the board, or turns its page."""

    url: str
    text: str
    current: bool = False


@dataclass(frozen=True, repr=False)
class ToldBoard:
    """The page of the board."""

    lines: tuple[BoardLine, ...]
    total: int
    ways: tuple[Way, ...]
    pages: tuple[Way, ...]
    place: str
    """The place to which it is narrowed; empty for all."""
    sits: bool


def told_board(keys: Keys, chapter: str, *, show: str, at: str, page: int, now: datetime) -> ToldBoard:
    """One page of the board: ``show`` is today, mine or a coarse state; ``at`` the public id of a place."""
    today = timezone.localdate(now)
    filters = BoardFilters(
        until=today if show == "today" else None,
        state=show if show in ParcelState.values else "",
        facility=at,
        held_by=keys.member.id if show == "mine" and keys.member else None,
    )
    found = board(keys, chapter, filters=filters, page=page)
    names = facility_names([at, *(one.card.facility for one in found.cards if one.card)])
    lines = tuple(line_of(one, names, today) for one in found.cards)
    pages = told_pages(found, show, at)
    return ToldBoard(lines, found.total, told_ways(show, at), pages, names.get(at, ""), found.sits)


def line_of(one: OpenCard, names: Mapping[str, str], today: date) -> BoardLine:
    """One line; a card that does not open says so and still leads to its parcel."""
    row, card = one.parcel, one.card
    url, due = reverse("parcels:parcel", args=[row.id]), one_in_words(row.next_on)
    holder = display_name(row.held_by) if row.held_by else ""
    alarms = (_("The day has passed"),) if row.next_on < today else ()
    if card is None:
        return BoardLine(url, _("This card cannot be read"), _("Damaged"), (), due, holder, alarms, "danger")
    facts = (names.get(card.facility, card.place), weight_words(card.grams) if card.grams else "")
    return BoardLine(
        url,
        card.name or _("Without a name"),
        f"{kind_words(card.kind)} · {said(STATES[card.state])}"
        if card.state in STATES
        else kind_words(card.kind),
        tuple(filter(None, facts)),
        _("by %(day)s") % {"day": due},
        holder,
        alarms,
    )


def told_ways(show: str, at: str) -> tuple[Way, ...]:
    """The ways to narrow the board."""
    names = (
        ("", _("Everything")),
        ("today", _("To do today")),
        ("mine", _("Held by me")),
        (ParcelState.ASKED, _("Asked for")),
        (ParcelState.AGREED, _("Without a day")),
        (ParcelState.PLANNED, _("To be packed")),
        (ParcelState.PACKED, _("Packed")),
        (ParcelState.SENT, _("On the way")),
    )
    return tuple(Way(address(str(key), at), text, key == show) for key, text in names)


def told_pages(found: Board, show: str, at: str) -> tuple[Way, ...]:
    """The ways to the page before and after."""
    before = [Way(address(show, at, found.page - 1), _("Previous page"))] if found.page > 1 else []
    after = [Way(address(show, at, found.page + 1), _("Next page"))] if found.has_next else []
    return (*before, *after)


def address(show: str = "", at: str = "", page: int = 1) -> str:
    """The address of a page of the board."""
    asked = {"show": show, "at": at, "page": str(page) if page > 1 else ""}
    told = urlencode({key: value for key, value in asked.items() if value})
    return reverse("board:board") + (f"?{told}" if told else "")


def told_places(keys: Keys, chapter: str) -> tuple[Way, ...]:
    """Every place with something to carry, the one with the most first."""
    found = places_on_board(keys, chapter)
    names = facility_names(place for place, _count in found)
    return tuple(Way(address(at=place), f"{names.get(place, place)}: {parcels(n)}") for place, n in found)


def parcels(number: int) -> str:
    """So many parcels, in words."""
    return ngettext("%(n)s parcel", "%(n)s parcels", number) % {"n": number}
