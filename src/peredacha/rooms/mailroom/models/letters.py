"""A paper letter: its number and its state in clear, everything else in a safe of its own."""

import uuid

from django.db import models

from peredacha.rooms.conversations.models import BlobRow
from peredacha.rooms.vault.models import SealedRow


class PaperState(models.TextChoices):
    """Where a paper letter stands."""

    WAITING = "waiting", "waits for its first look"
    SEEN = "seen", "looked at"
    ROUTED = "routed", "in a matter"
    AWAY = "away", "put away"


class BookYear(models.Model):
    """The book of a chapter for one year: the last number that was given."""

    chapter = models.SlugField(max_length=40, help_text="Key of the chapter.")
    year = models.PositiveSmallIntegerField(help_text="The year of the book.")
    last = models.PositiveIntegerField(default=0, help_text="The last number that was given.")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("chapter", "year"), name="one_book_a_year"),)

    def __str__(self) -> str:
        return f"{self.chapter} {self.year}"


class PaperLetter(models.Model):
    """One line of the book. Its safe opens to the reception; it goes when the letter lies in a matter."""

    id = models.UUIDField(
        primary_key=True,
        default=uuid.uuid4,
        help_text="Random name; it came with the form, so that it counts once.",
    )
    chapter = models.SlugField(max_length=40, help_text="Key of the chapter.")
    year = models.PositiveSmallIntegerField(help_text="The year of the book.")
    number = models.PositiveIntegerField(help_text="Its number in that book, from 1, without gaps.")
    state = models.CharField(
        max_length=7, choices=PaperState, default=PaperState.WAITING, help_text="Where the letter stands."
    )
    week = models.DateField(help_text="Monday of the week in which it came.")
    next_on = models.DateField(
        null=True, help_text="Day by which somebody must look at it; empty when nothing is to be done."
    )
    erase_on = models.DateField(
        null=True, db_index=True, help_text="Day on which its clock erases it; empty unless it was put away."
    )
    safe = models.OneToOneField(
        "vault.Safe",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="What only the reception reads; empty when it is erased.",
    )

    class Meta:
        ordering = ("year", "number")
        constraints = (
            models.UniqueConstraint(fields=("chapter", "year", "number"), name="paper_number_once"),
            models.CheckConstraint(
                condition=models.Q(state__in=PaperState.values), name="paper_state_is_known"
            ),
        )
        indexes = (models.Index(fields=("chapter", "state", "next_on"), name="paper_shelf"),)

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """What is written on the paper with a pencil: ``2026-0117``."""
        return f"{self.year}-{self.number:04d}"


class MailRow(SealedRow):
    """In a letter's safe: an answer of the first look, the choice of a matter."""

    class Meta(SealedRow.Meta):
        pass


class MailScan(BlobRow):
    """A photo or a PDF of a paper letter. Its kind, size, number of pages and own key are sealed in the row."""

    class Meta:
        ordering = ("sequence",)
        constraints = (models.UniqueConstraint(fields=("safe", "sequence"), name="mailscan_place_once"),)
