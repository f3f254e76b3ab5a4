"""What the room reads without a key: who waits for a letter, which letters stand where, how long places take."""

from datetime import date
from uuid import UUID

from django.conf import settings
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from peredacha.core.slips import read_code, short_code
from peredacha.core.turns import Weight, turn_of, weight
from peredacha.jurisdictions.letters import LetterLaw, letter_law
from peredacha.rooms.errands.selectors import all_errands
from peredacha.rooms.letters.models import Correspondent, Letter, LetterState, Offer, ReplyLag, ReplyRow
from peredacha.rooms.matters.models import Matter
from peredacha.rooms.vault.models import Grant

CODE_BITS = 28
ENOUGH = 5
"""From so many answers on a place is measured by its own."""
PATIENCE = 14
"""So much longer than usual an answer may take before somebody asks [days]."""


class NoLetterLaw(Exception):
    """The land of this installation says nothing of letters."""


def current_letter_law() -> LetterLaw:
    """The law of letters of the land of this installation. Raises NoLetterLaw."""
    law = letter_law(settings.JURISDICTION)
    if law is None:
        raise NoLetterLaw
    return law


def find_correspondent(matter: Matter | UUID) -> Correspondent | None:
    """Who may be written to in a matter; None where nobody agreed."""
    return Correspondent.objects.filter(matter=matter).select_related("matter", "seat").first()


def least_written(chapter: str, today: date) -> list[Correspondent]:
    """Who may be written to, the longest without a letter first; who is just being written to is left out.

    Who never had one has waited since the week of the matter, and goes before somebody who had one in that week;
    among equals the lot of the day decides. The list of turns is in the same order.
    """
    taken = Offer.objects.filter(correspondent=OuterRef("pk"))
    there = Correspondent.objects.filter(chapter=chapter, stopped=False).exclude(Exists(taken))
    errands = {one.matter_id: one.id for one in all_errands(chapter)}

    def place(one: Correspondent) -> Weight:
        key, last = errands.get(one.matter_id, one.id), one.served_on
        return weight(
            turn_of(key.bytes, {"letter": last}, came=one.matter.week, today=today),
            today=today,
            kind="letter",
        )

    return sorted(there.select_related("matter", "seat"), key=place)


def last_written(matter: Matter | UUID) -> date | None:
    """Monday of the week of the last letter; None where there was none, or nobody agreed."""
    found = find_correspondent(matter)
    return found.served_on if found else None


def letters_in(chapter: str, *states: str) -> QuerySet[Letter]:
    """The letters of a chapter in these states, the oldest first."""
    found = Letter.objects.filter(chapter=chapter, state__in=states)
    return found.select_related("correspondent", "matter").order_by("week", "id")


def letters_to(correspondent: Correspondent) -> QuerySet[Letter]:
    """Every letter to somebody, in the order of their numbers; those without one last."""
    found = Letter.objects.filter(correspondent=correspondent).select_related("matter", "correspondent")
    return found.order_by(F("number").asc(nulls_last=True), "week", "id")


def own_letters(writer: UUID) -> QuerySet[Letter]:
    """The letters that a member wrote, by the grants of that member's key; the newest first."""
    grants = Grant.objects.filter(safe=OuterRef("safe"), holder=writer)
    return Letter.objects.filter(Exists(grants)).select_related("correspondent").order_by("-week", "id")


def is_writer(letter: Letter, writer: UUID) -> bool:
    """Whether a member wrote this letter."""
    return Grant.objects.filter(safe=letter.safe_id, holder=writer).exists()


def find_letter(letter: UUID, chapter: str) -> Letter | None:
    """A letter of a chapter."""
    found = Letter.objects.filter(id=letter, chapter=chapter)
    return found.select_related("correspondent", "matter").first()


def code_of(letter: UUID) -> str:
    """The code on the form of answer: the first bits of a random name, so that it tells nothing."""
    return short_code(letter.int >> (128 - CODE_BITS))


def letters_by_code(typed: str, chapter: str) -> list[Letter]:
    """The letters that left the house under the code that somebody typed; nothing for a slip of the pen."""
    code = read_code(typed)
    numbered = Letter.objects.filter(chapter=chapter, number__isnull=False).values_list("id", flat=True)
    wanted = [one for one in numbered if code_of(one) == code] if code else []
    return list(Letter.objects.filter(id__in=wanted).select_related("correspondent", "matter"))


def is_free(letter: UUID, chapter: str) -> bool:
    """Whether no letter of the chapter has the same code."""
    width = 128 - CODE_BITS
    first = letter.int >> width << width
    low, high = UUID(int=first), UUID(int=first | (1 << width) - 1)
    return not Letter.objects.filter(chapter=chapter, id__gte=low, id__lte=high).exists()


def unscreened(chapter: str) -> QuerySet[ReplyRow]:
    """Answers at which nobody has looked yet, the oldest letter first."""
    found = ReplyRow.objects.filter(letter__chapter=chapter, screened=False)
    return found.select_related("letter__correspondent", "letter__matter").order_by("letter__week", "id")


def worrying(chapter: str, today: date) -> QuerySet[Correspondent]:
    """Of whom too long nothing was heard, or whose letters got lost, or whose answer was alarming."""
    late = Letter.objects.filter(
        correspondent=OuterRef("pk"), state=LetterState.POSTED, expect_on__isnull=False, expect_on__lt=today
    )
    found = Correspondent.objects.filter(Q(to_ask=True) | Exists(late), chapter=chapter)
    return found.select_related("matter__held_by").order_by("id")


def usual_days(chapter: str, facility: str) -> int:
    """After so many days without an answer somebody asks: by the answers from that place, else as the land says."""
    lags = ReplyLag.objects.filter(chapter=chapter, facility=facility).exclude(facility="").order_by("weeks")
    counts = list(lags.values_list("weeks", "number"))
    answers, so_far = sum(number for _weeks, number in counts), 0
    if answers < ENOUGH:
        return current_letter_law().silence.days
    middle = 0
    for weeks, number in counts:
        middle, so_far = (weeks if 2 * so_far < answers else middle), so_far + number
    return 7 * (middle + 1) + PATIENCE
