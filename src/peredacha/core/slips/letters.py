"""Papers of a numbered letter: the sheet with the address, the letter itself, and a form to answer on."""

from dataclasses import dataclass

from peredacha.core.slips.values import LINE, NAME, SENDER, Code, TooLong


@dataclass(frozen=True, repr=False)
class AddressSheet:
    """Lies before the letter, folded in three: to whom, where, from whom, which letter and how many sheets."""

    number: int
    to: str
    place: str
    index: str = ""
    sender: tuple[str, ...] = ()
    leaves: int = 0
    """Sheets of the letter with its form, 0 if not counted."""
    code: Code | None = None

    def __post_init__(self) -> None:
        """Raises TooLong for words that would not fit."""
        sender = sum(map(len, self.sender))
        if len(self.to) > NAME or len(self.place) > LINE or sender > SENDER or len(self.sender) > 4:
            raise TooLong("the address holds less: shorten the name, the address or the sender")


@dataclass(frozen=True, repr=False)
class LetterText:
    """The letter itself; its number and code stand on each page."""

    number: int
    paragraphs: tuple[str, ...]
    code: Code | None = None


@dataclass(frozen=True)
class Question:
    """One question of the form, boxes to tick, and empty lines to write on."""

    asks: str
    answers: tuple[str, ...] = ()
    lines: int = 0


QUESTIONS = (
    Question("Письма доходят?", ("да, все", "не все", "это первое")),
    Question(
        "Что нужно?",
        (
            "лекарства",
            "очки",
            "тёплые вещи",
            "обувь",
            "еда",
            "чай",
            "мыло и бритва",
            "бумага и конверты",
            "книги",
            "газеты",
        ),
        3,
    ),
    Question("Посылку или передачу ещё примут?", ("да", "нет", "не знаю")),
    Question("Писать ещё?", ("да", "пока не надо")),
    Question("Что ещё хочется сказать?", (), 3),
)
"""What a censor lets through and a tired hand can answer."""


@dataclass(frozen=True, repr=False)
class ReplyForm:
    """A page to send back: boxes and lines large enough for a hand; ``back_to`` is the address, chosen by the sender.

    Its number and code tell to which letter it answers.
    """

    number: int
    back_to: tuple[str, ...]
    questions: tuple[Question, ...] = QUESTIONS
    code: Code | None = None
