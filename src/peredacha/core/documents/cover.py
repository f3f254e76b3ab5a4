"""The sheet that lies on a paper and is not handed in: who signs, where, by when, what may follow, what to check."""

from collections.abc import Iterator
from datetime import date

from peredacha.core.documents.blocks import Block, Heading, Numbered, Paper, Paragraph, Title
from peredacha.core.documents.card import Filing, Norm
from peredacha.core.documents.typography import set_well
from peredacha.core.language import Phrase, Text, in_language, phrase, speak

SIGNERS = {
    "lawyer": phrase("the lawyer"),
    "relative": phrase("a relative"),
    "detained": phrase("the person who is held"),
    "anyone": phrase("anybody"),
}
TITLE = phrase("Before you hand it in")
SIGNS = phrase("Signs: {who}.")
COPIES, FILE, PROOF = phrase("Copies: {text}"), phrase("Where: {text}"), phrase("Proof: {text}")
FEE, DUE, RISK = phrase("Fee: {text}"), phrase("Last day: {day}."), phrase("Think first: {text}")
CHECK = phrase("A lawyer must check")
NOT_CONFIRMED = phrase("{norm}: we did not read its present text.")
OLD = phrase("{norm}: this text no longer held on the day of the paper.")


def cover_note(filing: Filing, day: date, language: str, due: date | None = None) -> Paper:
    """The cover note in the family's language; ``day`` is that of the paper, ``due`` its last day if one runs."""
    return Paper(tuple(_blocks(filing, day, language, due)), day, language)


def _blocks(filing: Filing, day: date, language: str, due: date | None) -> Iterator[Block]:
    card = filing.card

    def said(what: Phrase) -> str:
        return set_well(speak(what, language))

    def told(what: Phrase, text: Text) -> Paragraph:
        return Paragraph(said(phrase(what.message, text=in_language(text, language))))

    yield Title(said(TITLE), set_well(in_language(card.title, language)))
    signers = ", ".join(speak(SIGNERS[one], language) for one in card.signs)
    yield Paragraph(said(phrase(SIGNS.message, who=signers)))
    if due:
        yield Paragraph(said(phrase(DUE.message, day=due)))
    for what, text in ((COPIES, card.copies), (FILE, card.file), (PROOF, card.proof), (FEE, card.fee)):
        yield told(what, text)
    if card.risk:
        yield told(RISK, card.risk)
    doubts = tuple(said(one) for one in _doubts(filing.norms, day))
    if doubts:
        yield Heading(said(CHECK))
        yield Numbered(doubts)


def _doubts(norms: tuple[Norm, ...], day: date) -> Iterator[Phrase]:
    for norm in norms:
        if norm.to and norm.to < day:
            yield phrase(OLD.message, norm=norm.norm)
        elif not norm.confirmed:
            yield phrase(NOT_CONFIRMED.message, norm=norm.norm)
