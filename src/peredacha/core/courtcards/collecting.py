"""What a walk through the lines of a card has found so far."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from peredacha.core.courtcards.card import CardAppeal, CardHearing, CardPerson, CardStep
from peredacha.core.courtcards.labels import APPEAL_OF, FIELD_OF, known_as
from peredacha.core.courtcards.rows import HIDDEN
from peredacha.core.courtcards.values import articles_in, day_in, numbers_in, uids_in
from peredacha.core.language import Phrase, phrase

DAYS = frozenset(("received", "decided", "in_force", "below.decided"))
APPEAL_DAYS = frozenset(("filed", "sent", "heard", "returned"))
IN_BRACKETS = re.compile(r"([^(),;]{2,120}?)\s{0,2}\(([^()]{0,2000})\)")
CANCELLED_ON = re.compile(r"\(отм\.[^()]{0,40}\)\s?", re.IGNORECASE)
BETWEEN_NAMES = re.compile(r"[;,]\s{0,2}(?=[А-ЯЁ])")

WRONG_ID = phrase("The unique case id does not have the right form. Compare it with the site.")
WRONG_DAY = phrase("A day on this card cannot be read. Look at the lines that were not understood.")
HIDDEN_NAMES = phrase("The court hides the names on this card. Make sure that it is the right case.")


class Collected:
    """Fields with the rank of their label, rows, and every line that nothing took.

    ``fields``: field -> (rank of the label, value, the whole line), the lowest rank is believed; ``titles``: first
    number of a heading “ДЕЛО № …” -> all its numbers.
    """

    def __init__(self) -> None:
        self.fields: dict[str, list[tuple[int, str, str]]] = {}
        self.titles: dict[str, Sequence[str]] = {}
        self.uids: list[str] = []
        self.court = ""
        self.hearings: list[CardHearing] = []
        self.steps: list[CardStep] = []
        self.persons: list[CardPerson] = []
        self.appeals: list[CardAppeal] = []
        self.unread: list[str] = []
        self.wrong_id = False
        self.wrong_day = False

    def keep(self, label: str, value: str) -> None:
        """A value beside a label; what has the wrong form is kept unread."""
        words, line = known_as(label), f"{label.rstrip(' :')} | {value}"
        if not value:
            return
        if words in APPEAL_OF:
            self._appeal(APPEAL_OF[words][0], value, line)
        elif words not in FIELD_OF:
            self._people(label.rstrip(" :"), value)
        elif FIELD_OF[words][0] == "uid":
            self._uid(value, line)
        elif FIELD_OF[words][0] in DAYS and day_in(value) is None:
            self.wrong_day = True
            self.unread.append(line)
        else:
            key, rank = FIELD_OF[words]
            self.fields.setdefault(key, []).append((rank, value, line))

    def text(self, key: str) -> str:
        """The value of a field under its best label; empty where the card does not tell it."""
        found = self.fields.get(key)
        return min(found, key=lambda one: one[0])[1] if found else ""

    def day(self, key: str) -> date | None:
        """The day of a field."""
        return day_in(self.text(key))

    def numbers(self) -> Sequence[str]:
        """The numbers of this case: of its heading first, then of its label; a number of no known form as written."""
        headed = next(iter(self.titles.values()), ())
        labelled = numbers_in(self.text("number")) or tuple(filter(None, [self.text("number")]))
        return tuple(dict.fromkeys((*headed, *labelled)))

    def articles(self) -> tuple[str, ...]:
        """The articles told of the whole case."""
        return articles_in(self.text("articles")) or tuple(filter(None, [self.text("articles")]))

    def passed_over(self) -> Sequence[str]:
        """Lines of fields that another label has overruled with another value."""
        return sorted(
            {
                line
                for key, all_of in self.fields.items()
                for _, value, line in all_of
                if value != self.text(key)
            }
        )

    def doubts(self) -> tuple[Phrase, ...]:
        """What the person who confirms should look at."""
        hidden = any(not person.name for person in self.persons)
        told = ((self.wrong_id, WRONG_ID), (self.wrong_day, WRONG_DAY), (hidden, HIDDEN_NAMES))
        return tuple(doubt for holds, doubt in told if holds)

    def next_appeal(self, number: str = "") -> None:
        """Another complaint begins."""
        self.appeals.append(CardAppeal(number=number))

    def _uid(self, value: str, line: str) -> None:
        uids = uids_in(value)
        if not uids:
            self.wrong_id = True
            self.unread.append(line)
        self.uids += [uid for uid in uids if uid not in self.uids]

    def _appeal(self, key: str, value: str, line: str) -> None:
        if not self.appeals or (key == "kind" and self.appeals[-1].kind):
            self.next_appeal()
        told: dict[str, Any] = {key: day_in(value) if key in APPEAL_DAYS else value}
        if told[key] is None or getattr(self.appeals[-1], key):
            self.wrong_day = self.wrong_day or told[key] is None
            self.unread.append(line)
        else:
            self.appeals[-1] = replace(self.appeals[-1], **told)

    def _people(self, role: str, value: str) -> None:
        """“Лотохин А. В. (Ст. 228, Ч. 2), Вьюгин П. С.” as people of one role."""
        value = CANCELLED_ON.sub("", value)
        for name, written in IN_BRACKETS.findall(value):
            articles = articles_in(written) or ((written.strip(),) if written.strip() else ())
            self.persons.append(CardPerson(name=_named(name), role=role, articles=articles))
        for name in BETWEEN_NAMES.split(IN_BRACKETS.sub("", value)):
            if name.strip(" ,;"):
                self.persons.append(CardPerson(name=_named(name), role=role))


def _named(name: str) -> str:
    """A name with bare ends; empty where the court hides it."""
    bare = name.strip(" ,;")
    return "" if bare.lower().rstrip(".") in HIDDEN else bare
