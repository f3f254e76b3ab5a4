"""The plan as a calendar file: neutral titles, all-day deadlines, timed hearings, alarms, stable identities."""

import hashlib
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext
from icalendar import Alarm, Calendar, Event

from peredacha.core.law.plan import UNKNOWN, PlannedStep
from peredacha.rooms.intake.services.plans import PlanPage

DAY_ALARMS = (timedelta(days=-1), timedelta(hours=9))
HOUR_ALARMS = (timedelta(hours=-3), timedelta(minutes=-30))


def plan_calendar(page: PlanPage, *, seed: str, now: datetime) -> bytes:
    """An iCalendar file of every dated step that is still ahead, and of the hearing if it is known.

    Titles never tell what the matter is, and there is no description: whoever opens an entry learns nothing
    more. The same plan downloaded again carries the same identities, so that a calendar updates and does not
    double.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Peredacha//plan//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for step in page.plan.steps:
        if step.state != "past" and step.deadline and step.deadline.due:
            calendar.add_component(entry(step, page, seed, now))
    hearing = page.answers.get("hearing_at")
    if isinstance(hearing, str) and hearing != UNKNOWN and "T" in hearing:
        calendar.add_component(hearing_entry(datetime.fromisoformat(hearing), page.where.zone, seed, now))
    return bytes(calendar.to_ical())


def entry(step: PlannedStep, page: PlanPage, seed: str, now: datetime) -> Event:
    """One deadline: all day for days, timed for hours; the earliest end of a range, to be safe."""
    event = named_event(step.step.id, gettext("Matter: last day"), seed, now)
    due: date = step.deadline.due.earliest if step.deadline and step.deadline.due else now
    if isinstance(due, datetime):
        event["summary"] = gettext("Matter: by this hour")
        start = due.replace(tzinfo=page.where.zone)
        event.add("dtstart", start.astimezone(ZoneInfo("UTC")))
        event.add("dtend", (start + timedelta(minutes=15)).astimezone(ZoneInfo("UTC")))
        alarms = HOUR_ALARMS
    else:
        event.add("dtstart", due)
        event.add("dtend", due + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
        alarms = DAY_ALARMS
    for before in alarms:
        event.add_component(alarm(before))
    return event


def hearing_entry(moment: datetime, zone: ZoneInfo, seed: str, now: datetime) -> Event:
    """A hearing at its local hour."""
    event = named_event("hearing_at", gettext("Meeting"), seed, now)
    start = moment.replace(tzinfo=zone).astimezone(ZoneInfo("UTC"))
    event.add("dtstart", start)
    event.add("dtend", start + timedelta(hours=1))
    for before in (timedelta(days=-1), timedelta(hours=-2)):
        event.add_component(alarm(before))
    return event


def named_event(name: str, title: str, seed: str, now: datetime) -> Event:
    """An event whose identity follows from the plan's seed and the step alone."""
    event = Event()
    event.add("uid", hashlib.sha256(f"{seed}:{name}".encode()).hexdigest()[:32])
    event.add("dtstamp", now)
    event.add("summary", title)
    event.add("class", "PRIVATE")
    return event


def alarm(before: timedelta) -> Alarm:
    """A reminder that shows no words of its own."""
    one = Alarm()
    one.add("action", "DISPLAY")
    one.add("description", gettext("Reminder"))
    one.add("trigger", before)
    return one
