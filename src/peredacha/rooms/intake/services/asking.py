"""The way from one question to the next, and every answer in words."""

from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from peredacha.core.law.plan import UNKNOWN, Answer, Answers, Question
from peredacha.design.wording import one_in_words, words
from peredacha.rooms.facilities.selectors import list_by_kinds
from peredacha.rooms.intake.selectors import Choices, current_land
from peredacha.rooms.intake.services.answers import Kept

HELD_IN = {
    "police": ("police", "temporary", "special_reception"),
    "search": ("police", "temporary", "remand"),
    "detention": ("police", "temporary", "remand"),
    "hearing": ("temporary", "remand", "police"),
    "remand": ("remand", "hospital", "temporary"),
    "investigation": ("remand", "temporary", "hospital"),
    "file": ("remand", "temporary", "hospital"),
    "trial": ("remand", "hospital"),
    "verdict": ("remand", "hospital"),
}
SERVING = ("colony", "settlement", "juvenile", "prison", "hospital", "centre", "remand")


@dataclass(frozen=True)
class AnswerRow:
    """A question and its answer in words, with the way to change it."""

    key: str
    value: str
    url: str


def choices_for(question: Question, answers: Answers) -> Choices:
    """The regions, courts or cards to choose from, in words."""
    land = current_land()
    region = str(answers.get("region", UNKNOWN))
    if question.kind == "region":
        return Choices(regions=[(code, words(one.name)) for code, one in land.regions.items()])
    if question.kind == "place":
        courts = [court for court in land.courts_of(region) if court.level == "district_or_city"]
        return Choices(places=[(court.code, court.name) for court in courts])
    if question.kind == "facility" and region != UNKNOWN:
        lines = list_by_kinds(region, HELD_IN.get(str(answers.get("stage")), SERVING))
        return Choices(facilities=[(line.public_id, f"{line.name}, {line.place}") for line in lines])
    return Choices()


def way_on(kept: Kept) -> str:
    """The next question that has no answer yet, or the check when every one has."""
    question = current_land().guide.next_question(kept.answers)
    if question:
        return reverse("intake:question", kwargs={"question_id": question.id})
    return reverse("intake:check")


def way_back(question: Question, kept: Kept) -> str:
    """The question before this one, or the first page."""
    before = current_land().guide.before(question.id, kept.answers)
    return (
        reverse("intake:question", kwargs={"question_id": before.id}) if before else reverse("intake:start")
    )


def told_answers(answers: Answers) -> tuple[AnswerRow, ...]:
    """Every question asked, its answer in words, and where to change it."""
    land = current_land()
    known = land.guide.relevant(answers)
    return tuple(
        AnswerRow(
            words(question.ask),
            answer_in_words(question, known.get(question.id), known),
            reverse("intake:question", kwargs={"question_id": question.id}),
        )
        for question in land.guide.asked(answers)
    )


def answer_in_words(question: Question, given: Answer | None, answers: Answers) -> str:
    """One answer as it was meant."""
    if given is None:
        return _("Not answered yet")
    if given == UNKNOWN:
        return _("I don't know")
    if question.options:
        named = {option.key: words(option.text) for option in question.options}
        return ", ".join(named.get(key, key) for key in ((given,) if isinstance(given, str) else given))
    if question.kind in ("moment", "day"):
        return one_in_words(iso_when(str(given)))
    choices = choices_for(question, answers)
    listed = dict([*choices.regions, *choices.places, *choices.facilities])
    return listed.get(str(given), str(given))


def iso_when(text: str) -> date:
    """The day or moment that an answer keeps as ISO text."""
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
