"""Facts in the words of the pages: classes, alarms, places, moments."""

from datetime import date, datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peredacha.core.facts import (
    Author,
    Charge,
    Decision,
    Fact,
    Hearing,
    Kin,
    Person,
    Place,
    Proceeding,
    Reach,
    Request,
    Undertaking,
)
from peredacha.core.law.plan import UNKNOWN
from peredacha.design.wording import one_in_words, words
from peredacha.rooms.cautions.services import caution_in_words
from peredacha.rooms.facilities.selectors import find_facility
from peredacha.rooms.intake.selectors import current_land
from peredacha.rooms.people.selectors import display_name, find_member


def class_in_words(queue: str) -> str:
    """The class of a matter in the queue."""
    return {
        "danger": _("Danger to life or health"),
        "deadline": _("A deadline runs out"),
        "place": _("Place unknown"),
        "legal": _("Advice, a person"),
        "parcel": _("Parcel, visit"),
        "letter": _("Letters"),
    }.get(queue, _("Other"))


def alarm_in_words(alarm: str, since: str = "") -> str:
    """An alarm as a sentence."""
    day = f" {_('since')} {day_in_words(since)}" if since else ""
    said = {
        "place_unknown": _("Place unknown"),
        "on_convoy": _("On convoy, place unknown"),
    }.get(alarm, alarm)
    return f"{said}{day}"


def day_in_words(text: str) -> str:
    """A day kept as ISO text, with its weekday."""
    return one_in_words(date.fromisoformat(text[:10])) if text else ""


def moment_of(text: str) -> str:
    """A moment kept as ISO text, in the time of this place."""
    return one_in_words(timezone.localtime(datetime.fromisoformat(text))) if text else ""


def hour_of(text: str) -> str:
    """A moment kept as ISO text, by the clock of the place where it was said: a hearing."""
    return one_in_words(datetime.fromisoformat(text)) if "T" in text else day_in_words(text)


def clock_in_words(moment: datetime) -> str:
    """The time of day here."""
    return f"{timezone.localtime(moment):%H:%M}"


def age_in_words(text: str, now: datetime) -> str:
    """How long ago a moment was."""
    if not text:
        return ""
    passed = now - datetime.fromisoformat(text)
    hours = int(passed.total_seconds() // 3600)
    if hours < 1:
        return _("less than an hour ago")
    if hours < 48:
        return ngettext("%(n)s hour ago", "%(n)s hours ago", hours) % {"n": hours}
    return ngettext("%(n)s day ago", "%(n)s days ago", passed.days) % {"n": passed.days}


def answer_of(question_id: str, value: str) -> str:
    """An answer to the plan in words; empty where it was not known."""
    if not value or value == UNKNOWN:
        return ""
    land = current_land()
    if question_id == "region":
        return words(land.regions[value].name) if value in land.regions else ""
    question = land.guide.question(question_id)
    named = {option.key: words(option.text) for option in question.options} if question else {}
    return named.get(value, value)


def place_in_words(place: Place | None) -> str:
    """Where the person is, as far as it is known, how sure, and since when."""
    if place is None:
        return _("Not told yet")
    states = {
        "convoy": _("On convoy, place unknown"),
        "unknown": _("Place unknown"),
        "free": _("At liberty"),
    }
    where = states.get(place.state) or facility_name(place.facility) or place.words or _("Not told yet")
    sure = {"likely": _("likely"), "rumour": _("a rumour")}.get(place.certainty, "")
    parts = [where, f"({sure})" if sure and place.state == "there" else ""]
    if place.since:
        parts.append(f"{_('since')} {day_in_words(place.since)}")
    return " ".join(filter(None, parts))


def facility_name(public_id: str) -> str:
    """The name of a facility card; empty where there is none."""
    card = find_facility(public_id, today=timezone.localdate()) if public_id else None
    return str(card.name) if card else ""


def author_in_words(by: Author, *, for_family: bool = False) -> str:
    """Who said it, as the reader should see it."""
    if by.who == "family":
        return _("You") if for_family else _("The family")
    return by.name or _("The house")


def member_name(member_id: str) -> str:
    """The display name of a helper by the random id."""
    member = find_member(UUID(member_id)) if member_id else None
    return display_name(member) if member else _("The family")


def fact_in_words(fact: Fact) -> list[str]:
    """A fact as lines of plain words."""
    if isinstance(fact, Decision | Undertaking):
        return caution_in_words(fact)
    if isinstance(fact, Request):
        answers = [answer_of(name, value) for name, value in fact.answers.items() if isinstance(value, str)]
        lines = [
            _("Asked for a person"),
            fact.words,
            ", ".join(filter(None, answers)),
            fact.name,
            fact.excluded,
        ]
    elif isinstance(fact, Place):
        lines = [place_in_words(fact)]
    elif isinstance(fact, Hearing):
        stands = _("fell away") if fact.called_off else ""
        lines = [" ".join(filter(None, [hour_of(fact.at), fact.court, fact.what, stands]))]
    elif isinstance(fact, Person):
        lines = [
            " ".join(filter(None, [fact.surname, fact.given, fact.patronymic, str(fact.birth_year or "")]))
        ]
    elif isinstance(fact, Reach):
        lines = [f"{fact.value} {fact.when_safe}".strip()]
    elif isinstance(fact, Kin):
        lines = [" ".join(filter(None, [fact.name, fact.relation, fact.reach, fact.note]))]
    elif isinstance(fact, Charge):
        lines = [" ".join(filter(None, [fact.article, day_in_words(fact.edition_on), fact.note]))]
    elif isinstance(fact, Proceeding):
        lines = [" ".join(filter(None, [fact.number, fact.stage, fact.body, fact.official, fact.note]))]
    else:
        lines = [others(fact)]
    return [line for line in lines if line]


def others(fact: Fact) -> str:
    """The facts that are one sentence by themselves."""
    for name in ("what", "text", "why", "what_for", "note"):
        said = getattr(fact, name, "")
        if said:
            return str(said)
    return str(getattr(fact, "name", ""))
