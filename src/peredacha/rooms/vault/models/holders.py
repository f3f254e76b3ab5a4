"""Whoever has a key pair: a member, a circle, a family, the recovery."""

import uuid

from django.db import models

from peredacha.rooms.vault.models.marks import MARK_BYTES, is_marked, mark_of


class HolderKind(models.TextChoices):
    """What sort of holder it is."""

    MEMBER = "member", "member"
    CIRCLE = "circle", "circle"
    FAMILY = "family", "family"
    RECOVERY = "recovery", "recovery"


class Holder(models.Model):
    """A key pair's public half. The private half stands sealed elsewhere, or nowhere."""

    id = models.UUIDField(
        primary_key=True,
        default=uuid.uuid4,
        help_text="Random name; a member's holder bears the member's id.",
    )
    kind = models.CharField(max_length=10, choices=HolderKind, help_text="What sort of holder it is.")
    member = models.OneToOneField(
        "people.Member",
        null=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text="The member, where the holder is one.",
    )
    public = models.BinaryField(
        help_text="Public halves of the pair: for sealing to it and for its signature."
    )
    mark = models.BinaryField(
        max_length=MARK_BYTES, help_text="Proof that the house wrote this row: an HMAC under the boot key."
    )

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(kind__in=HolderKind.values), name="holder_kind_is_known"
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"

    def marked(self) -> "Holder":
        """The same holder with its mark, to be stored."""
        self.mark = mark_of(*self._told())
        return self

    @property
    def is_genuine(self) -> bool:
        """Whether the house wrote this key; False where somebody changed the row in the database."""
        return is_marked(self.mark, *self._told())

    def _told(self) -> tuple[bytes, ...]:
        return b"holder", self.id.bytes, str(self.kind).encode(), bytes(self.public)
