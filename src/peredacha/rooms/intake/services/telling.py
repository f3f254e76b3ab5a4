"""Pages of answers put into words: the start, the plan, the search, letters."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from peredacha.core.language import moment_in_words
from peredacha.core.law.answering import due_from
from peredacha.core.law.plan import UNKNOWN, Answer, Answers, Due, Letter, holds
from peredacha.core.law.plan.drawing import start_of
from peredacha.design.wording import language, when, words
from peredacha.rooms.facilities.selectors import DutyPhone, FacilityLine
from peredacha.rooms.intake.services.plans import PlanPage, places_to_ask
from peredacha.rooms.intake.services.told import Link, NormLine, ToldStep, norms_of_rows, told_step
from peredacha.rooms.know_how.selectors import is_published

BEFORE_TRIAL = ("police", "search", "detention", "hearing", "remand", "investigation", "file")
"""The stages at which a court still has to decide on custody."""
CARDS_SEEN = 3
"""How many cards of a kind stand open on the page of the search; the rest opens."""


@dataclass(frozen=True)
class ToldStart:
    """The start page: whether a plan was begun in this browser, and where it goes on."""

    resume_url: str


@dataclass(frozen=True)
class ToldTodo:
    """Something to find out, and how."""

    what: str
    how: str
    url: str


@dataclass(frozen=True)
class ToldPlan:
    """The plan page in words."""

    title: str
    about: str
    about_norms: tuple[NormLine, ...]
    drawn: str
    place: str
    court: str
    court_certain: bool
    first: ToldStep | None
    past: tuple[ToldStep, ...]
    next: tuple[ToldStep, ...]
    later: tuple[ToldStep, ...]
    todos: tuple[ToldTodo, ...]
    where_url: str
    whereabouts_first: bool
    duty: tuple[DutyPhone, ...]
    learnt: tuple[Link, ...] = ()
    """Ways to what others have learnt, where something is public."""

    @property
    def unconfirmed(self) -> bool:
        """Whether a step stands on a rule that no lawyer has confirmed."""
        return any(step.unconfirmed for step in (*self.past, *self.steps))

    @property
    def doubts(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """What is unsure: each sentence once, under the step where it matters first."""
        seen: set[str] = set()
        found = []
        for step in (*self.past, *self.steps):
            fresh = tuple(one for one in step.warnings if one not in seen)
            seen.update(fresh)
            if fresh:
                found.append((step.what, fresh))
        return tuple(found)

    @property
    def steps(self) -> tuple[ToldStep, ...]:
        """Everything still to do, the first thing first."""
        return (*((self.first,) if self.first else ()), *self.next, *self.later)


@dataclass(frozen=True)
class ToldPlace:
    """A kind of place to ask, with the cards of the region."""

    what: str
    ask: str
    why: str
    cards: tuple[FacilityLine, ...]
    more: tuple[FacilityLine, ...]
    norms: tuple[NormLine, ...]


@dataclass(frozen=True)
class ToldLetter:
    """A letter to print."""

    id: str
    title: str
    to: str
    body: tuple[str, ...]
    norms: tuple[NormLine, ...]
    url: str


@dataclass(frozen=True)
class ToldClock:
    """A term within which news must come, and its day where the start is known."""

    text: str
    by: str
    norms: tuple[NormLine, ...]


@dataclass(frozen=True)
class ToldSearch:
    """The search for him in words."""

    region: str
    places: tuple[ToldPlace, ...]
    script: tuple[str, ...]
    log: tuple[str, ...]
    hints: tuple[tuple[str, str], ...]
    clocks: tuple[ToldClock, ...]
    letters: tuple[ToldLetter, ...]


def draw_start(answers: Answers) -> ToldStart:
    """What the start page knows: an open plan can be gone on with."""
    begun = "stage" in answers
    return ToldStart(reverse("intake:check") if begun else "")


def told_plan(page: PlanPage, papers_at: str = "") -> ToldPlan:
    """The plan in the language of the page; ``papers_at``: where a helper chooses the papers of this family."""
    plan, land, where = page.plan, page.land, page.where
    court = where.court or (where.regional_court if plan.stage.id in BEFORE_TRIAL else None)
    return ToldPlan(
        title=words(plan.stage.name),
        about=words(plan.stage.about),
        about_norms=norms_of_rows(plan.stage.norms),
        drawn=moment_in_words(plan.drawn_at, language()),
        place=words(where.region.name) if where.region else "",
        court=court.name if court else "",
        court_certain=where.court is not None,
        first=told_step(plan.first, land, papers_at) if plan.first else None,
        past=tuple(told_step(step, land, papers_at) for step in plan.past),
        next=tuple(told_step(step, land, papers_at) for step in plan.next),
        later=tuple(told_step(step, land, papers_at) for step in plan.later),
        todos=tuple(told_todo(one.question, words(one.what), words(one.how)) for one in plan.todos),
        where_url=reverse("intake:where"),
        whereabouts_first=page.whereabouts_first,
        duty=page.duty,
        learnt=learnt_beside(page),
    )


def learnt_beside(page: PlanPage) -> tuple[Link, ...]:
    """The ways to what others have learnt at this stage and about this place; none where nothing is public yet."""
    stage, facility = page.plan.stage.id, text_of(page.answers.get("facility"))
    of_stage, of_place = is_published(stage=stage, facility=facility)
    ways = (
        (of_place, _("What others have learnt about this place"), "know_how:facility", facility),
        (of_stage, _("What others have learnt at this stage"), "know_how:stage", stage),
    )
    return tuple(Link(text, reverse(name, args=[key])) for there, text, name, key in ways if there)


def text_of(answer: Answer | None) -> str:
    """An answer as a key; empty where nothing is known."""
    return answer if isinstance(answer, str) and answer != UNKNOWN else ""


def told_todo(question_id: str, what: str, how: str) -> ToldTodo:
    """A to-do with the question that it answers."""
    return ToldTodo(what, how, reverse("intake:question", kwargs={"question_id": question_id}))


def told_search(page: PlanPage) -> ToldSearch:
    """The search in the language of the page."""
    search = page.land.whereabouts
    return ToldSearch(
        region=words(page.where.region.name) if page.where.region else "",
        places=tuple(
            ToldPlace(words(one.place.what), words(one.place.ask), words(one.place.why),
                      one.cards[:CARDS_SEEN], one.cards[CARDS_SEEN:], norms_of_rows(one.place.norms))
            for one in places_to_ask(page)
        ),
        script=tuple(words(line) for line in search.script),
        log=tuple(words(column) for column in search.log),
        hints=tuple((words(one.if_), words(one.then)) for one in page.hints),
        clocks=told_clocks(page),
        letters=tuple(told_one_letter(one) for one in page.letters),
    )  # fmt: skip


def told_clocks(page: PlanPage) -> tuple[ToldClock, ...]:
    """The clocks that run for these answers, with their day where the start is known."""
    clocks = []
    for clock in page.land.whereabouts.clocks:
        if not holds(clock.when, page.answers):
            continue
        rule = page.land.rules[clock.rule]
        start = start_of(page.answers, Due(clock.rule, clock.from_))
        due = due_from(rule, page.land.counter, start).due if start else None
        clocks.append(ToldClock(words(clock.text), when(due) if due else "", norms_of_rows((clock.rule,))))
    return tuple(clocks)


def told_letter(page: PlanPage, letter_id: str) -> ToldLetter | None:
    """One letter, or None where there is no such one."""
    found = next((one for one in page.land.whereabouts.letters if one.id == letter_id), None)
    return told_one_letter(found) if found else None


def told_one_letter(letter: Letter) -> ToldLetter:
    """A letter with its body in paragraphs."""
    paragraphs = tuple(part.strip() for part in words(letter.body).split("\n\n") if part.strip())
    url = reverse("intake:letter", kwargs={"letter_id": letter.id})
    return ToldLetter(
        letter.id, words(letter.title), words(letter.to), paragraphs, norms_of_rows(letter.norms), url
    )
