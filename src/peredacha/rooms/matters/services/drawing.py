"""What follows from the facts of a matter: its card, its urgency, the day by which somebody looks again."""

from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from peredacha.core.facts import Contact, Status
from peredacha.rooms.matters.services.cards import QueueCard
from peredacha.rooms.matters.services.files import MatterFile

SOON = timedelta(days=3)
URGENCY = {"danger": 3, "deadline": 2, "place": 1}


def drawn_card(file: MatterFile, *, now: datetime) -> QueueCard:
    """The card of a matter as its facts stand now."""
    request, person, place = file.request, file.person, file.place
    answers = request.answers
    deadline = nearest_day(file, now)
    step = file.next_step
    return QueueCard(
        alias=request.name or person.given or person.surname,
        queue=queue_class(file, deadline, now),
        asks=request.asks,
        stage=text_of(answers.get("stage")),
        region=text_of(answers.get("region")),
        kinship=text_of(answers.get("kin")),
        articles=file.articles or tuple(filter(None, [text_of(answers.get("article"))])),
        facility=(place.facility if place else "") or text_of(answers.get("facility")),
        place_state=place.state if place else ("unknown" if place_unknown(answers) else ""),
        place_since=place.since if place else "",
        came_at=file.entries[0].told.at if file.entries else "",
        touched_at=file.entries[-1].told.at if file.entries else "",
        deadline_on=deadline.isoformat() if deadline else "",
        next_what=step.what if step else "",
        languages=(request.language,),
        wishes=request.wishes,
        surname=person.surname,
        given=person.given,
        patronymic=person.patronymic,
        birth_year=person.birth_year,
        alarms=alarms_of(file),
        came_by=request.came_by,
    )


def queue_class(file: MatterFile, deadline: date | None, now: datetime) -> str:
    """To which class of the queue a matter belongs."""
    set_by_hand = next(
        (fact.urgency for fact, _told in reversed(list(file.all(Status))) if fact.urgency is not None), None
    )
    if set_by_hand == 3 or (set_by_hand is None and file.request.danger):
        return "danger"
    if deadline and deadline <= timezone.localdate(now + SOON):
        return "deadline"
    if alarms_of(file):
        return "place"
    asks = set(file.request.asks)
    for name, wanted in (
        ("legal", {"lawyer", "person"}),
        ("parcel", {"parcel", "visit"}),
        ("letter", {"letter"}),
    ):
        if asks & wanted:
            return name
    return "other"


def nearest_day(file: MatterFile, now: datetime) -> date | None:
    """The nearest day ahead or passed that somebody waits for: a next step, a hearing."""
    days = [one.at[:10] for one in file.hearings_after(now)]
    step = file.next_step
    if step and step.by:
        days.append(step.by)
    return min((date.fromisoformat(day) for day in days if day), default=None)


def next_look(file: MatterFile, *, now: datetime) -> date:
    """The day by which somebody must look at the matter again; today while nobody has said anything."""
    days = [day for day in (nearest_day(file, now),) if day]
    contact = file.newest(Contact)
    if contact and contact.next_on:
        days.append(date.fromisoformat(contact.next_on))
    return min(days, default=timezone.localdate(now))


def alarms_of(file: MatterFile) -> tuple[str, ...]:
    """Names of the alarms that ring: the place is unknown, a convoy is on the way."""
    place = file.place
    if place is None:
        return ("place_unknown",) if place_unknown(file.request.answers) else ()
    return {"unknown": ("place_unknown",), "convoy": ("on_convoy",)}.get(place.state, ())


def place_unknown(answers: dict[str, Any]) -> bool:
    """Whether the family said to the plan that it does not know where the person is."""
    return answers.get("whereabouts") in ("unknown", "moved")


def text_of(answer: Any) -> str:
    """An answer to the plan as text; empty for "I don't know"."""
    return answer if isinstance(answer, str) and answer != "?" else ""
