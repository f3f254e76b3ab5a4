"""Entries in a chain: each holds the digest of the one before, so that a changed or missing one is seen."""

import hashlib

from django.db import models

from peredacha.rooms.journal.models.acts import Act

START = bytes(32)
"""What the first entry has in the place of a former digest."""


def _joined(purpose: str, *parts: bytes | None) -> bytes:
    """SHA-256 of parts with their lengths; None differs from empty."""
    digest = hashlib.sha256(b"peredacha.journal." + purpose.encode() + b".1")
    for part in parts:
        digest.update(b"\0" if part is None else b"\1" + len(part).to_bytes(8, "big") + part)
    return digest.digest()


def _bytes(value: bytes | memoryview | None) -> bytes | None:
    return None if value is None else bytes(value)


class Entry(models.Model):
    """One act. Actor, tag, salt and sealed part go together when a matter is erased; the digests stay."""

    number = models.BigIntegerField(unique=True, help_text="Place in the chain: 1, 2, 3 without a gap.")
    day = models.DateField(help_text="Day of the act; the hour stands in the sealed part alone.")
    act = models.CharField(max_length=24, choices=Act.choices, help_text="What was done.")
    chapter = models.SlugField(
        max_length=40, blank=True, help_text="Key of the chapter; empty for the house."
    )
    actor = models.UUIDField(
        null=True, blank=True, help_text="Pseudonym of the helper; empty for a family or the system."
    )
    subject_tag = models.BinaryField(
        max_length=64,
        null=True,
        blank=True,
        db_index=True,
        help_text="HMAC by which a matter's circle finds it.",
    )
    sealed = models.BinaryField(
        null=True, blank=True, help_text="Exact time and details, sealed by the room that wrote it."
    )
    salt = models.BinaryField(
        max_length=16,
        null=True,
        blank=True,
        help_text="Random bytes of the content's hash; empty once blanked.",
    )
    content_hash = models.BinaryField(max_length=32, help_text="SHA-256 of salt, actor, tag and sealed part.")
    previous = models.BinaryField(max_length=32, help_text="Digest of the entry before; zeros for the first.")
    digest = models.BinaryField(
        max_length=32, help_text="SHA-256 of previous, number, day, act, chapter and content hash."
    )

    class Meta:
        ordering = ("number",)
        indexes = (models.Index(fields=["chapter", "day"], name="journal_entry_by_month"),)

    def __str__(self) -> str:
        return f"{self.number}: {self.act}"

    @property
    def blank(self) -> bool:
        """Whether everything that could lead to somebody was taken out."""
        return self.salt is None and self.actor is None and self.subject_tag is None and self.sealed is None

    def hashed_content(self) -> bytes:
        """The content hash that these columns should have."""
        actor = self.actor.bytes if self.actor else None
        return _joined("content", _bytes(self.salt), actor, _bytes(self.subject_tag), _bytes(self.sealed))

    def hashed_link(self) -> bytes:
        """The digest that this entry should have."""
        return _joined(
            "entry",
            _bytes(self.previous),
            str(self.number).encode(),
            self.day.isoformat().encode(),
            self.act.encode(),
            self.chapter.encode(),
            _bytes(self.content_hash),
        )


class ChainHead(models.Model):
    """The one row that says where the chain ends. Whoever appends holds its lock."""

    count = models.BigIntegerField(default=0, help_text="How many entries the chain has.")
    digest = models.BinaryField(max_length=32, default=START, help_text="Digest of the last entry.")
    blanked = models.BigIntegerField(default=0, help_text="How many entries the house itself has blanked.")

    class Meta:
        constraints = (models.CheckConstraint(condition=models.Q(pk=1), name="journal_has_one_head"),)

    def __str__(self) -> str:
        return f"head: {self.count}"
