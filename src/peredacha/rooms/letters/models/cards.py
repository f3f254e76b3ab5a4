"""Who may be written to: the card of an alias, the yes behind it, and for whom a writer writes just now."""

import uuid
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal, TypeAlias

from django.db import models

from peredacha.rooms.matters.models import SafeOfMatter
from peredacha.rooms.vault.models import SealedRow

SaysYes: TypeAlias = Literal["prisoner", "family"]


@dataclass(frozen=True, repr=False)
class Card:
    """All that a writer learns of the one written to: no name, no place, no matter."""

    alias: str = ""
    language: str = "ru"
    interests: str = ""
    silent_on: str = ""
    """What not to write about."""
    place_rules: str = ""
    """What this place does not let through besides."""
    pages: int = 0
    """So many pages at most; 0: as the land says."""

    def packed(self) -> dict[str, Any]:
        """As the content of a sealed row."""
        return asdict(self)

    @classmethod
    def unpacked(cls, content: Mapping[str, Any]) -> "Card":
        """From the content of a sealed row; raises TypeError."""
        return cls(**content)


@dataclass(frozen=True, repr=False)
class Consent:
    """Who said yes to letters, and how it is known, in words."""

    says: SaysYes
    how: str = ""


class Correspondent(SafeOfMatter):
    """Somebody who may be written to. Its safe, with the card, opens to the writers and to who reads the matter."""

    chapter = models.SlugField(max_length=40, help_text="Key of the chapter.")
    stopped = models.BooleanField(
        default=False, help_text="Whether the family or the prisoner said: no more."
    )
    served_on = models.DateField(
        null=True, help_text="Monday of the week in which the last letter was written; empty: never."
    )
    to_ask = models.BooleanField(
        default=False, help_text="Whether letters got lost, so that somebody is to ask after the person."
    )

    class Meta(SafeOfMatter.Meta):
        constraints = (models.UniqueConstraint(fields=("matter",), name="correspondent_once_a_matter"),)
        indexes = (models.Index(fields=("chapter", "stopped", "served_on"), name="least_written"),)


class AliasRow(SealedRow):
    """In the correspondent's safe: the card as last told."""

    class Meta(SealedRow.Meta):
        pass


class ConsentRow(SealedRow):
    """In the safe of the errands, which no writer opens: who said yes or no to letters, and when."""

    class Meta(SealedRow.Meta):
        pass


class Offer(models.Model):
    """To whom a writer writes just now; it ends by itself."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, help_text="Random name.")
    member = models.OneToOneField(
        "people.Member", on_delete=models.CASCADE, related_name="+", help_text="Who writes, by a random name."
    )
    correspondent = models.ForeignKey(
        Correspondent, on_delete=models.CASCADE, related_name="+", help_text="To whom the writer writes."
    )
    day = models.DateField(help_text="The day on which it was given.")
    skips = models.PositiveSmallIntegerField(
        default=0, help_text="How often another one was asked for on that day."
    )

    def __str__(self) -> str:
        return f"offer {self.id}"
