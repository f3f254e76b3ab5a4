"""Facts told once: what a matter already knows for a paper, by the name of the need; one table, and nothing hidden."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, TypeAlias

from peredacha.core.documents import Filing, Need
from peredacha.core.facts import Charge, Hearing, Kin, Proceeding
from peredacha.core.law.land import Court
from peredacha.rooms.facilities.selectors import find_facility
from peredacha.rooms.matters.services import MatterFile
from peredacha.rooms.plans.selectors import current_land
from peredacha.rooms.plans.services.binders import Binder, PaperFile

ARTICLE = re.compile(
    r"(?P<article>\d{2,3}(?:\.\d+)?)(?:\s*(?:/|,?\s*ч\.?|,?\s*part)\s*(?P<part>\d+(?:\.\d+)?))?"
)
LAWYER = ("адвокат", "защитник", "lawyer")
POSTAL = re.compile(
    r"(?:^|[\s,])(?:ул|улица|пр|просп|проспект|пер|переулок|пл|площадь|наб|набережная|ш|шоссе|д)(?:\.|\s)"
)
"""Words that only a postal address has, in small letters."""
CALLED = re.compile(r"(?:\d[\s()-]*){10}|@")
"""A telephone number or an address of mail."""


@dataclass(frozen=True, repr=False)
class Given:
    """A fact that was told before, and where: "matter" or "paper"."""

    value: Any
    source: str


@dataclass(frozen=True, repr=False)
class Known:
    """Where facts come from: the matter as it is opened, and the day."""

    file: MatterFile
    today: date

    def answer(self, name: str) -> str:
        """What the family answered to the plan; empty when it did not, or did not know."""
        told = self.file.request.answers.get(name)
        return told if isinstance(told, str) and told != "?" else ""

    def past_day(self, text: str) -> str:
        """The day of a moment, if it is not ahead."""
        day = text[:10]
        return day if day and day <= self.today.isoformat() else ""


def detained(known: Known) -> Any:
    """The person inside, once the surname and the given name are known."""
    one = known.file.person
    if not (one.surname and one.given):
        return None
    parts = {"surname": one.surname, "given": one.given, "patronymic": one.patronymic}
    told = one.sex or {"man": "m", "woman": "f"}.get(known.answer("sex"), "")
    return {**parts, "gender": told}


def kin_of(known: Known, *, lawyer: bool) -> Kin | None:
    """The lawyer among those who were named, or the only one of the others."""
    found = {
        one.name: one
        for one, _told in known.file.all(Kin)
        if lawyer == any(word in one.relation.lower() for word in LAWYER)
    }
    return next(iter(found.values())) if len(found) == 1 else None


def person_of(kin: Kin | None) -> Any:
    """A name written whole as its parts; None when it is not whole."""
    words = kin.name.split() if kin else []
    if not 2 <= len(words) <= 3:
        return None
    return {"surname": words[0], "given": words[1], "patronymic": " ".join(words[2:]), "gender": ""}


def lawyer_address(known: Known) -> Any:
    """Where the lawyer gets letters, when that and nothing else was written down as the way to reach them."""
    kin = kin_of(known, lawyer=True)
    told = kin.reach.strip() if kin else ""
    return told if POSTAL.search(told.lower()) and not CALLED.search(told) else None


def order(known: Known) -> Any:
    """What the court decided: custody, where the family told in the plan that this was the first hearing of it."""
    return "custody" if known.answer("stage") == "hearing" else None


def relation(known: Known) -> Any:
    """Who the relative is to the person inside."""
    kin = kin_of(known, lawyer=False)
    return kin.relation if kin else None


def article(known: Known) -> Any:
    """Every article of the charge, as papers write it."""
    charged = [one.article for one, _told in known.file.all(Charge) if one.article]
    told = dict.fromkeys(charged or filter(None, [known.answer("article")]))
    return ", ".join(map(as_papers_write, told)) or None


def as_papers_write(written: str) -> str:
    """An article as it stands in papers; what has another form stays as it is.

    >>> as_papers_write("228.1/3")
    'ч. 3 ст. 228.1 УК РФ'
    """
    found = ARTICLE.fullmatch(written.strip())
    if not found:
        return written
    part = f"ч. {found['part']} " if found["part"] else ""
    return f"{part}ст. {found['article']} УК РФ"


def case_number(known: Known) -> Any:
    """The number of the case, as last told."""
    told = [one.number for one, _told in known.file.all(Proceeding) if one.number]
    return told[-1] if told else None


def investigator(known: Known) -> Any:
    """Who conducts the case, where it was told as a post, in small letters, and not as a name."""
    told = [one.official for one, _told in known.file.all(Proceeding) if one.official[:1].islower()]
    return told[-1] if told and not told[-1].startswith("судья") else None


def court(known: Known) -> Any:
    """The court that was told last; else the one of the place that the family named in the plan."""
    told = [one.court for one, _told in known.file.all(Hearing) if one.court]
    told += [one.body for one, _told in known.file.all(Proceeding) if "суд" in one.body.lower().split()]
    if told:
        return told[-1]
    here = current_land().court(known.answer("place"))
    return here.name if here else None


def appeal_court(known: Known) -> Any:
    """The court of the region."""
    region = known.answer("region")
    courts: tuple[Court, ...] = current_land().courts_of(region) if region else ()
    found = [one for one in courts if one.level == "regional"]
    return found[0].name if len(found) == 1 else None


def order_day(known: Known) -> Any:
    """The day of the last hearing that is over."""
    days = [known.past_day(one.fact.at) for one in known.file.hearings if not one.fact.called_off]
    return max(filter(None, days), default="") or known.past_day(known.answer("hearing_at")) or None


def prison(known: Known) -> Any:
    """The place where the person is held, by its card."""
    place = known.file.place
    card = find_facility(place.facility, today=known.today) if place and place.facility else None
    return card.name if card else None


def last_seen(known: Known) -> Any:
    """Where the person was before the road."""
    place = known.file.place
    return (place.words if place else "") or prison(known)


def phone(known: Known) -> Any:
    """The telephone of the family."""
    return known.file.reach.value if known.file.reach.way == "phone" else None


def told_in_plan(name: str) -> Callable[[Known], Any]:
    """A day that the family told in the plan."""
    return lambda known: known.answer(name)[:10] or None


Source: TypeAlias = Callable[[Known], Any]
FROM_MATTER: Mapping[tuple[str, str], Source] = MappingProxyType(
    {
        ("detained", "person"): detained,
        ("born", "day"): lambda known: known.file.person.born_on or None,
        ("health", "line"): lambda known: known.file.person.health or None,
        ("illness", "line"): lambda known: known.file.person.health or None,
        ("article", "line"): article,
        ("case_number", "line"): case_number,
        ("investigator", "title"): investigator,
        ("court", "title"): court,
        ("appeal_court", "title"): appeal_court,
        ("order_day", "day"): order_day,
        ("held_until", "day"): told_in_plan("custody_until"),
        ("verdict_day", "day"): told_in_plan("verdict_on"),
        ("copy_day", "day"): told_in_plan("copy_on"),
        ("taken_day", "day"): told_in_plan("moment"),
        ("last_news", "day"): told_in_plan("last_seen_on"),
        ("prison", "title"): prison,
        ("last_seen", "line"): last_seen,
        ("order", "choice"): order,
        ("lawyer_address", "line"): lawyer_address,
        ("lawyer", "person"): lambda known: person_of(kin_of(known, lawyer=True)),
        ("applicant", "person"): lambda known: person_of(kin_of(known, lawyer=False)),
        ("relation", "line"): relation,
        ("phone", "line"): phone,
    }
)
"""By name and kind of a need, how the matter answers it; None where it does not know."""

LASTING = frozenset(
    {"detained", "born", "applicant", "applicant_address", "relation", "lawyer", "lawyer_address", "phone"}
    | {"article", "case_number", "investigator", "passport", "prison"}
)
"""What stays the same from paper to paper, however the question is worded."""
STAYING = LASTING | {"appeal_court", "court", "family", "head", "home"}
"""What is taken over when the same filing is made once more; days and decisions are those of another time then."""
NEVER = frozenset({"papers"})
"""What belongs to one paper alone, although many ask for it in the same words."""


def gathered(known: Known, binder: Binder, filing: Filing, but: PaperFile | None = None) -> dict[str, Given]:
    """What a filing need not ask any more.

    An earlier paper goes before the matter, for it was read and corrected; for days the matter goes first, for it
    hears of a new hearing before any paper does.
    """
    found = {}
    for need in filing.card.needs:
        source = FROM_MATTER.get((need.name, need.kind))
        told = {"paper": in_papers(binder, filing, need, but), "matter": source(known) if source else None}
        first, second = ("matter", "paper") if need.kind == "day" else ("paper", "matter")
        name = first if told[first] is not None else second
        if told[name] is not None:
            found[need.name] = Given(told[name], name)
    return found


def in_papers(binder: Binder, filing: Filing, need: Need, but: PaperFile | None) -> Any:
    """The answer that the newest other paper of the matter gave to the same question."""
    versions = [one.last for one in binder.papers if one.last and (but is None or one.id != but.id)]
    for version in sorted(versions, key=lambda one: one.place, reverse=True):
        asked = version.filing.needs.get(need.name)
        if asked is None or (asked.kind, asked.options) != (need.kind, need.options):
            continue
        again = version.filing.key == filing.key
        same = need.name in STAYING if again else need.name in LASTING or asked.label == need.label
        value = version.recipe.facts.get(need.name)
        if same and need.name not in NEVER and value is not None:
            return value
    return None
