"""What can be answered about a letter, and where it can go."""

from django.utils.translation import gettext_lazy as _

from peredacha.design.fields import Option

QUESTIONS = ("danger", "paper", "asks", "who")
"""The questions of the first look, in their order."""
NEW = "new"
"""The word that a letter is about somebody who is not here yet."""
ASKS = [
    ("parcel", _("A parcel")),
    ("letter", _("A letter, or somebody to write to")),
    ("visit", _("A visit")),
    ("lawyer", _("A lawyer")),
    ("person", _("Somebody who went through this")),
    ("other", _("Something else")),
    ("nothing", _("Nothing: it only tells something")),
]
WRITERS = [
    ("inside", _("Whoever is inside")),
    ("family", _("A relative or a friend")),
    ("office", _("An office or a court")),
    ("other", _("Somebody else")),
]
PLACES = [
    (
        "family",
        Option(_("To the talk with the family"), _("The family reads it, and so does who stands by it.")),
    ),
    ("helpers", Option(_("To the helpers alone"), _("The family does not read it."))),
    (
        "binder",
        Option(_("To the binder of the case"), _("A paper of a court or an office; the family reads it.")),
    ),
]
REASONS = [
    ("advert", _("Advertising, or meant for somebody else")),
    ("empty", _("Nothing can be read in it")),
    ("double", _("The same letter came before")),
    ("thanks", _("It only says thank you")),
    ("other", _("Another reason")),
]
