"""A pasted card or a saved page as one case, or sentences that say what to bring instead. Nothing is fetched."""

import re
from dataclasses import replace
from typing import TypeAlias

from peredacha.core.courtcards.card import EXPECTED, CardAppeal, CardBelow, CourtCard
from peredacha.core.courtcards.collecting import Collected
from peredacha.core.courtcards.files import is_no_text, is_one_file_page, text_of
from peredacha.core.courtcards.lines import lines_of, tidy, title_of
from peredacha.core.courtcards.rows import joined
from peredacha.core.courtcards.walking import court_in, walk
from peredacha.core.language import Phrase, phrase

Problems: TypeAlias = tuple[Phrase, ...]
"""Why there is no card, and what to do; never empty, never a word of what was pasted."""

MOST_LETTERS, MOST_TAGS, MOST_LINES = 2_000_000, 60_000, 6_000
TITLE_PARTS = re.compile(r"\s[|–—-]\s|::|>")


def read_card_file(data: bytes) -> CourtCard | Problems:
    """The card in the bytes of a saved page or text file, in UTF-8, UTF-16 or windows-1251."""
    if is_no_text(data):
        return (
            phrase(
                "This file is not a page of a site. Save the card as “web page, HTML only”, or copy its text."
            ),
        )
    if is_one_file_page(data):
        return (
            phrase(
                "The browser packed this page into one file. Open the card, copy its text and paste it here."
            ),
        )
    return read_card(text_of(data))


def read_card(text_or_html: str) -> CourtCard | Problems:
    """The card in a copied text or in the source of a saved page; problems where there is none, or more than one."""
    if not tidy(text_or_html[:MOST_LETTERS]):
        return (phrase("There is nothing here. Copy the whole card on the court's site and paste it."),)
    if len(text_or_html) > MOST_LETTERS or max(map(text_or_html.count, "<\n")) > MOST_TAGS:
        return _too_much()
    lines = lines_of(text_or_html)
    if len(lines) > MOST_LINES:
        return _too_much()
    found = walk(lines)
    if len(found.uids) > 1 or (len(found.titles) > 1 and not found.uids):
        return (phrase("There are several cases here. Open one of them and bring one card at a time."),)
    card = _card(found, title_of(text_or_html))
    if not (card.number or card.uid or card.hearings):
        return (
            phrase(
                "This is not the card of a case: it has no number, no unique id and no hearing. "
                "Open the case on the court's site, copy everything and paste it."
            ),
        )
    return card


def _too_much() -> Problems:
    return (phrase("This is more than one card holds. Open the case itself and copy only its card."),)


def _card(found: Collected, title: str) -> CourtCard:
    """What was collected as a card, each tuple in its own order."""
    numbers = found.numbers()
    below = CardBelow(
        court=found.text("below.court"),
        number=found.text("below.number"),
        judge=found.text("below.judge"),
        decided=found.day("below.decided"),
        result=found.text("below.result"),
    )
    persons = joined(found.persons)
    articles = found.articles()
    if articles and not any(person.articles for person in persons):
        persons = joined((replace(persons[0], articles=articles), *persons[1:])) if persons else ()
    card = CourtCard(
        number=numbers[0] if numbers else "",
        other_numbers=tuple(sorted(set(numbers[1:]))),
        uid=next(iter(found.uids), ""),
        court=found.text("court") or found.court or _court_of(title),
        judge=found.text("judge"),
        received=found.day("received"),
        category=found.text("category"),
        persons=persons,
        hearings=tuple(sorted(set(found.hearings), key=_when)),
        steps=tuple(sorted(set(found.steps), key=_when)),
        result=found.text("result"),
        decided=found.day("decided"),
        in_force=found.day("in_force"),
        stage=found.text("stage"),
        above=found.text("above"),
        below=below,
        appeals=tuple(
            sorted({one for one in found.appeals if one != CardAppeal(number=one.number)}, key=_appealed)
        ),
        doubts=found.doubts(),
    )
    for others in list(found.titles.values())[1:]:
        found.unread.append(" | ".join(others))
    if articles and not persons:
        found.unread.append(" | ".join(articles))
    missing = tuple(name for name in EXPECTED if not getattr(card, name))
    return replace(card, missing=missing, unread=(*found.unread, *found.passed_over()))


def _court_of(title: str) -> str:
    """The court that the title of the page names."""
    return next((court for part in TITLE_PARTS.split(title) if (court := court_in(part.strip()))), "")


def _when(entry: object) -> tuple[str, ...]:
    """By day and hour, then by every word: the order of the page never matters."""
    told = vars(entry)
    return (str(told["on"] or ""), str(told["at"] or ""), *(str(value) for value in told.values()))


def _appealed(appeal: CardAppeal) -> tuple[str, ...]:
    return (str(appeal.filed or appeal.sent or ""), *(str(value) for value in vars(appeal).values()))
