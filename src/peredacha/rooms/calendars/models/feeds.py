"""Feeds: a public key whose private half lies in an address that the house does not keep."""

import uuid

from django.db import models

from peredacha.rooms.vault.models import is_marked, mark_of

MARK_BYTES = 32


class FeedKind(models.TextChoices):
    """Which dates a feed shows."""

    OWN = "own", "own"
    CHAPTER = "chapter", "chapter"


class Feed(models.Model):
    """One secret address: the house finds it by a keyed hash and can seal to it, but cannot open what it sealed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, help_text="Random name.")
    holder = models.ForeignKey(
        "vault.Holder", on_delete=models.CASCADE, related_name="+", help_text="Who made it, by a random name."
    )
    kind = models.CharField(max_length=7, choices=FeedKind, help_text="Own matters, or the whole chapter.")
    chapter = models.SlugField(
        max_length=40, blank=True, help_text="Key of the chapter whose matters it shows; empty for own ones."
    )
    number = models.PositiveSmallIntegerField(help_text="Its number in the list where it stands, from 1.")
    made_on = models.DateField(help_text="Day on which it was made.")
    tag = models.BinaryField(
        max_length=MARK_BYTES, unique=True, help_text="Keyed hash by which the address is found."
    )
    public = models.BinaryField(help_text="Public halves of the pair that is drawn from the address.")
    mark = models.BinaryField(
        max_length=MARK_BYTES, help_text="Proof that the house wrote this row: an HMAC under the boot key."
    )

    class Meta:
        ordering = ("number", "id")
        constraints = (
            models.CheckConstraint(condition=models.Q(kind__in=FeedKind.values), name="feed_kind_is_known"),
        )

    def __str__(self) -> str:
        return f"feed {self.id}"

    def marked(self) -> "Feed":
        """The same feed with its mark, to be stored."""
        self.mark = mark_of(*self._told())
        return self

    @property
    def is_genuine(self) -> bool:
        """Whether the house made it; False where somebody slipped a key of their own under it."""
        return is_marked(self.mark, *self._told())

    def _told(self) -> tuple[bytes, ...]:
        whose = (self.id.bytes, self.holder_id.bytes, str(self.kind).encode(), self.chapter.encode())
        return b"calendars.feed", *whose, bytes(self.tag), bytes(self.public)


class EndedFeed(models.Model):
    """An address that was ended: for some weeks it gives an empty calendar, so that phones forget the dates."""

    tag = models.BinaryField(max_length=MARK_BYTES, unique=True, help_text="Keyed hash of the address.")
    ended_on = models.DateField(help_text="Day on which it was ended; nothing says whose it was.")

    def __str__(self) -> str:
        return f"ended feed {self.pk}"


class FeedBox(models.Model):
    """The dates of one matter for one feed: sealed, padded, and gone with either."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, help_text="Random name.")
    feed = models.ForeignKey(
        Feed, on_delete=models.CASCADE, related_name="boxes", help_text="Whose address opens it."
    )
    matter = models.ForeignKey(
        "matters.Matter", on_delete=models.CASCADE, related_name="+", help_text="Whose dates they are."
    )
    sealed = models.BinaryField(help_text="Days and hours without words, sealed to the feed's public key.")
    mark = models.BinaryField(
        max_length=MARK_BYTES, help_text="Proof that the house wrote this row: an HMAC under the boot key."
    )

    class Meta:
        constraints = (models.UniqueConstraint(fields=("feed", "matter"), name="feed_box_once"),)

    def __str__(self) -> str:
        return f"box {self.id}"

    def marked(self) -> "FeedBox":
        """The same box with its mark, to be stored."""
        self.mark = mark_of(*self._told())
        return self

    @property
    def is_genuine(self) -> bool:
        """Whether the house sealed it: anybody could seal false dates to a public key."""
        return is_marked(self.mark, *self._told())

    def _told(self) -> tuple[bytes, ...]:
        return b"calendars.box", self.feed_id.bytes, self.matter_id.bytes, bytes(self.sealed)
