"""Circles: a few people who share a key pair, renewed whenever one of them leaves."""

import uuid

from django.db import models

from peredacha.rooms.vault.models.marks import MARK_BYTES, is_marked, mark_of


class CircleName(models.TextChoices):
    """What a circle is for."""

    RECEPTION = "reception", "reception"
    LAWYERS = "lawyers", "lawyers"
    EDITORS = "editors", "editors"
    STEWARDS = "stewards", "stewards"
    PACKERS = "packers", "packers"
    WRITERS = "writers", "writers"


class Circle(models.Model):
    """One circle of one chapter."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, help_text="Random name.")
    chapter = models.SlugField(max_length=40, help_text="Key of the chapter.")
    name = models.CharField(max_length=12, choices=CircleName, help_text="What the circle is for.")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("chapter", "name"), name="circle_once_a_chapter"),
            models.CheckConstraint(condition=models.Q(name__in=CircleName.values), name="circle_is_known"),
        )

    def __str__(self) -> str:
        return f"{self.name} of {self.chapter}"


class CircleEpoch(models.Model):
    """The circle's key pair for a time; a new one begins when a member leaves."""

    circle = models.ForeignKey(
        Circle, on_delete=models.CASCADE, related_name="epochs", help_text="Whose pair it is."
    )
    number = models.PositiveIntegerField(help_text="Counts from 1; the highest is in use.")
    holder = models.OneToOneField(
        "vault.Holder", on_delete=models.CASCADE, related_name="+", help_text="The public half of the pair."
    )
    mark = models.BinaryField(
        max_length=MARK_BYTES, help_text="Proof that the house wrote this row: an HMAC under the boot key."
    )

    class Meta:
        constraints = (models.UniqueConstraint(fields=("circle", "number"), name="circle_epoch_once"),)

    def __str__(self) -> str:
        return f"epoch {self.number}"

    def marked(self) -> "CircleEpoch":
        """The same epoch with its mark, to be stored."""
        self.mark = mark_of(*self._told())
        return self

    @property
    def is_genuine(self) -> bool:
        """Whether the house began this epoch, and its key is the one that was made then."""
        return is_marked(self.mark, *self._told()) and self.holder.is_genuine

    def _told(self) -> tuple[bytes, ...]:
        return b"epoch", self.circle_id.bytes, self.number.to_bytes(4, "big"), self.holder_id.bytes


class Seat(models.Model):
    """A member's place in a circle: the circle's private half and card key, sealed to that member."""

    epoch = models.ForeignKey(
        CircleEpoch, on_delete=models.CASCADE, related_name="seats", help_text="Which pair it opens."
    )
    holder = models.ForeignKey(
        "vault.Holder", on_delete=models.CASCADE, related_name="+", help_text="Who can open it."
    )
    sealed = models.BinaryField(help_text="The circle's private half and card key, sealed to the holder.")
    giver = models.ForeignKey(
        "vault.Holder", on_delete=models.CASCADE, related_name="+", help_text="Who gave the seat."
    )
    signature = models.BinaryField(help_text="The giver's signature over the seat.")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("epoch", "holder"), name="seat_once"),)

    def __str__(self) -> str:
        return f"seat {self.pk}"


class SeatProposal(models.Model):
    """A seat that one member of the circle wants to give, and that a second one must confirm."""

    circle = models.ForeignKey(
        Circle, on_delete=models.CASCADE, related_name="proposals", help_text="In which circle."
    )
    member = models.ForeignKey(
        "people.Member", on_delete=models.CASCADE, related_name="+", help_text="Who is to get the seat."
    )
    by = models.ForeignKey(
        "vault.Holder", on_delete=models.CASCADE, related_name="+", help_text="Who proposes it."
    )
    ends_on = models.DateField(help_text="Last day on which it can be confirmed.")
    signature = models.BinaryField(help_text="The proposer's signature.")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("circle", "member"), name="proposal_once"),)

    def __str__(self) -> str:
        return f"proposal {self.pk}"
