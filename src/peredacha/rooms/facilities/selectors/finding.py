"""Facilities found by region, kind and words."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.paginator import Paginator
from django.db.models import Case, IntegerField, QuerySet, Value, When

from peredacha.design.wording import words
from peredacha.rooms.facilities.models import Facility, FacilityKind, Regime
from peredacha.rooms.facilities.selectors.folding import folded
from peredacha.rooms.facilities.selectors.regions import region_names
from peredacha.rooms.facilities.selectors.speaking import said
from peredacha.rooms.facilities.selectors.windows import Phone, phone_view

CARDS_A_PAGE = 50
STEM = 3
"""By so many letters a word is known again in another case."""


@dataclass(frozen=True)
class FacilityLine:
    """A facility in one line of a list, with the numbers to call, in the words of the page.

    ``kind`` is the key, ``kind_name`` its name; ``regime`` and ``short_name`` may be empty.
    """

    public_id: str
    kind: str
    kind_name: str
    regime: str
    name: str
    short_name: str
    place: str
    region: str
    fictional: bool
    phones: tuple[Phone, ...]

    @property
    def title(self) -> str:
        """What people call it, else its full name."""
        return self.short_name or self.name

    @property
    def detail(self) -> str:
        """The full name and the regime, as far as they do not say the same as the title or each other."""
        known = all(word[:STEM] in folded(self.name) for word in folded(self.regime).split())
        told = (self.name if self.short_name else "", "" if known else self.regime)
        return ", ".join(part for part in told if part)


@dataclass(frozen=True)
class FoundPage:
    """One page of what was found; ``total`` counts all pages, ``previous`` and ``next`` may be None."""

    lines: tuple[FacilityLine, ...]
    total: int
    number: int
    pages: int
    previous: int | None
    next: int | None


def list_facilities(
    *, region: str = "", kinds: Sequence[str] = (), text: str = ""
) -> QuerySet[Facility, Facility]:
    """Facilities of the region and kinds whose names or place hold every word of ``text``.

    Order: by kind as a family meets them, or as ``kinds`` lists them; then by name. Empty arguments do
    not narrow. Case, ё and punctuation of ``text`` do not matter.
    """
    ranks = [When(kind=kind, then=Value(rank)) for rank, kind in enumerate(kinds or FacilityKind.values)]
    asked = {"region": region, "kind__in": kinds}
    found = Facility.objects.filter(**{name: value for name, value in asked.items() if value})
    for word in folded(text).split():
        found = found.filter(search__contains=word)
    rank = Case(*ranks, default=Value(len(ranks)), output_field=IntegerField())
    return found.prefetch_related("phone_lines").order_by(rank, "search", "pk")


def list_by_kinds(region: str, kinds: Sequence[str]) -> tuple[FacilityLine, ...]:
    """Whom to ask in that region, in the order of ``kinds``: the lines of the "where is he" page."""
    return tuple(line_view(facility) for facility in list_facilities(region=region, kinds=kinds))


def page_of_facilities(*, region: str = "", text: str = "", number: str = "1") -> FoundPage:
    """One page of the search, :data:`CARDS_A_PAGE` lines; a wrong page number gives the nearest page."""
    pages = Paginator(list_facilities(region=region, text=text), CARDS_A_PAGE)
    page = pages.get_page(number)
    return FoundPage(
        lines=tuple(line_view(facility) for facility in page.object_list),
        total=pages.count,
        number=page.number,
        pages=pages.num_pages,
        previous=page.number - 1 if page.has_previous() else None,
        next=page.number + 1 if page.has_next() else None,
    )


def region_in_words(code: str) -> str:
    """The name of the region in the language of the page; its code where nobody has named it."""
    return words(region_names().get(code)) or code


def line_view(facility: Facility) -> FacilityLine:
    """The line of a row with its telephones, in the words of the page."""
    lines = sorted(facility.phone_lines.all(), key=lambda line: line.position)
    return FacilityLine(
        public_id=facility.public_id,
        kind=facility.kind,
        kind_name=str(FacilityKind(facility.kind).label),
        regime=str(Regime(facility.regime).label) if facility.regime else "",
        name=said(facility.name_ru, facility.name_en),
        short_name=said(facility.short_name_ru, facility.short_name_en),
        place=said(facility.place_ru, facility.place_en),
        region=facility.region,
        fictional=facility.fictional,
        phones=tuple(phone_view(line) for line in lines),
    )
