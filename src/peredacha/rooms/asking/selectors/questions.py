"""The questions of a request, one a page, and in which order they come."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from peredacha.design.fields import Option, StrOrPromise

SHORTER = _("Write it shorter: a few words are enough.")
THROUGH = Option(_("Somebody who went through this"), _("A relative like you, further along the same road."))
IN_DANGER = Option(
    _("Yes: life or health is in danger now"),
    _("Beaten, ill without medicine, on hunger strike, threatened."),
)
ALONE = Option(
    _("Do not contact me: I will come back myself"), _("You get a code of eight words. It is enough.")
)
NOTICE = Option(
    _("Write me when there is an answer"),
    _("The letter only says “There is something new”: no name, no content."),
)


@dataclass(frozen=True)
class Asked:
    """One question: its words, and either options or a box to write into."""

    step: str
    ask: StrOrPromise
    short: StrOrPromise
    """The same in a word or two, for the last page."""
    hint: StrOrPromise = ""
    options: tuple[tuple[str, Option], ...] = ()
    several: bool = False
    first: str | tuple[str, ...] = ""
    """What is chosen before anything was."""
    needed: StrOrPromise = ""
    """What to say when nothing was given; empty where that is an answer."""
    longest: int = 200
    """How much may be written [characters]."""
    too_long: StrOrPromise = SHORTER
    rows: int = 1
    keyboard: str = "text"


CONTACTS: dict[str, tuple[Promise, StrOrPromise, str]] = {
    "phone": (_("Which number may we call?"), "", "tel"),
    "mail": (_("To which address may we write?"), "", "email"),
    "messenger": (
        _("Which messenger, and how do we find you there?"),
        _("For example: Telegram, and your number or your name there."),
        "text",
    ),
}
"""The question, its hint and the keyboard of a phone, by the way to reach somebody."""
PATHS: dict[str, tuple[str, ...]] = {
    "none": (),
    "phone": ("contact", "safe"),
    "mail": ("contact", "notices"),
    "messenger": ("contact", "safe"),
}
EXTRAS = {"mail": ("safe", "readers")}
QUESTIONS = {
    one.step: one
    for one in (
        Asked(
            "needs",
            _("What would help you now?"),
            _("What would help"),
            _("Tick everything that fits."),
            options=(
                ("person", THROUGH),
                ("lawyer", Option(_("Legal advice"))),
                ("whereabouts", Option(_("Help to find out where he or she is"))),
                ("parcel", Option(_("A parcel or a visit"))),
                ("letter", Option(_("Letters to the person inside"))),
                ("other", Option(_("Something else"))),
            ),
            several=True,
            first=("person",),
            needed=_("Tick at least one line; “Something else” is enough."),
        ),
        Asked(
            "danger",
            _("Is somebody in danger at this moment?"),
            _("Danger now"),
            options=(("yes", IN_DANGER), ("no", Option(_("No, or I do not know")))),
            needed=_("Choose one line. If you are not sure, choose the second one."),
        ),
        Asked(
            "reach",
            _("How may we reach you?"),
            _("How to reach you"),
            options=(
                ("none", ALONE),
                ("phone", Option(_("By telephone"))),
                ("mail", Option(_("By e-mail"))),
                ("messenger", Option(_("By a messenger"))),
            ),
            first="none",
            needed=_("Choose one line; the first one is enough."),
        ),
        Asked(
            "safe",
            _("When is it safe to contact you?"),
            _("Safe hours"),
            _("For example: after 7 in the evening, never from unknown numbers. You may leave this empty."),
        ),
        Asked(
            "notices",
            _("Shall we write to you when there is an answer?"),
            _("Letters about news"),
            options=(("yes", NOTICE), ("no", Option(_("No: I will look at my page myself")))),
            needed=_("Choose one line. If you are not sure, choose the second one."),
        ),
        Asked(
            "story",
            _("In your own words, if you like"),
            _("In your own words"),
            _("What worries you most? You may leave this empty."),
            longest=2_000,
            too_long=_("This is longer than one message can hold: send the first part now, the rest after."),
            rows=6,
        ),
        Asked(
            "name",
            _("How shall we call you?"),
            _("How we call you"),
            _("Any name: it need not be yours. You may leave this empty."),
            longest=60,
        ),
        Asked(
            "readers",
            _("Is there anybody who must not read this?"),
            _("Who must not read this"),
            _("Somebody of our helpers whom you know and do not trust with it. You may leave this empty."),
        ),
    )
}


def question_of(step: str, way: str) -> Asked:
    """The question of a step; ``way``: how the family may be reached, by which the contact is asked for."""
    if step != "contact":
        return QUESTIONS[step]
    ask, hint, keyboard = CONTACTS[way]
    return Asked(
        step,
        ask,
        _("Number or address"),
        hint,
        needed=_("Write it here, or go back and choose “Do not contact me”."),
        too_long=_("This is too long: write the number or the address only."),
        keyboard=keyboard,
    )


def path_of(way: str) -> tuple[str, ...]:
    """The steps that everybody passes who may be reached in this way; the shortest while it is not known."""
    return ("needs", "danger", "reach", *PATHS.get(way, ()), "story", "name")


def extras_of(way: str) -> tuple[str, ...]:
    """The steps that the last page offers besides; nobody has to pass them."""
    return EXTRAS.get(way, ("readers",))
