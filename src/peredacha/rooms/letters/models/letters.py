"""One letter: its number and its state in clear, its text and its way in a safe of its own."""

from django.db import models

from peredacha.rooms.matters.models import SafeOfMatter
from peredacha.rooms.vault.models import SealedRow


class LetterState(models.TextChoices):
    """Where a letter stands; the order is that of its way."""

    WAITING = "waiting", "waits to be read once more"
    RETURNED = "returned", "sent back to its writer"
    PASSED = "passed", "let through"
    PRINTED = "printed", "printed"
    POSTED = "posted", "on its way"
    ANSWERED = "answered", "answered"
    SILENT = "silent", "not answered: somebody asks"
    LOST = "lost", "did not arrive"
    STOPPED = "stopped", "not sent: no more letters are wished"


NOT_GONE = (LetterState.WAITING, LetterState.RETURNED, LetterState.PASSED, LetterState.PRINTED)
"""Letters that have not left the house."""
OUT = (LetterState.POSTED, LetterState.SILENT, LetterState.LOST, LetterState.ANSWERED)
"""Letters that have left it."""


class Letter(SafeOfMatter):
    """One letter. Its own safe opens to its writer, to the packers' circle and to the matter's readers."""

    correspondent = models.ForeignKey(
        "letters.Correspondent",
        on_delete=models.CASCADE,
        related_name="+",
        help_text="To whom it is written.",
    )
    chapter = models.SlugField(max_length=40, help_text="Key of the chapter.")
    state = models.CharField(
        max_length=8, choices=LetterState, default=LetterState.WAITING, help_text="Where the letter stands."
    )
    number = models.PositiveIntegerField(
        null=True, help_text="Its number among the letters to this person, from 1; empty until it is printed."
    )
    week = models.DateField(help_text="Monday of the week in which it was written.")
    expect_on = models.DateField(
        null=True, help_text="Day by which an answer usually comes; empty while the letter is not posted."
    )
    erase_on = models.DateField(help_text="Monday of the week in which its clock erases it.")

    class Meta(SafeOfMatter.Meta):
        ordering = ("week", "id")
        constraints = (
            models.UniqueConstraint(fields=("correspondent", "number"), name="letter_number_once"),
            models.CheckConstraint(
                condition=models.Q(state__in=LetterState.values), name="letter_state_is_known"
            ),
        )
        indexes = (models.Index(fields=("chapter", "state", "expect_on"), name="letters_by_state"),)


class LetterRow(SealedRow):
    """In a letter's safe: its text, what was said of it, when it was posted, what of an answer its writer sees."""

    class Meta(SealedRow.Meta):
        pass
