"""The lock of the whole house, and what it takes away while it holds."""

from django.db import models

from peredacha.rooms.vault.models.marks import MARK_BYTES


class House(models.Model):
    """One row: whether the house is sealed, which boot key it knows, and when a steward last checked in."""

    sealed = models.BooleanField(default=False, help_text="Whether only the public pages are open.")
    boot_check = models.BinaryField(
        max_length=MARK_BYTES, default=b"", help_text="An HMAC by which a wrong boot key is noticed."
    )
    check_in_days = models.PositiveSmallIntegerField(
        null=True, help_text="After so many days without a sign of a steward it is sealed; empty: never."
    )
    checked_on = models.DateField(null=True, help_text="Day of a steward's last sign.")

    class Meta:
        constraints = (models.CheckConstraint(condition=models.Q(pk=1), name="house_is_one"),)

    def __str__(self) -> str:
        return "house"


class SealedBoxes(models.Model):
    """The boxes of a chapter's members, as they were, sealed to its key of last resort."""

    chapter = models.SlugField(max_length=40, unique=True, help_text="Key of the chapter.")
    holder = models.ForeignKey(
        "vault.Holder", on_delete=models.PROTECT, related_name="+", help_text="Who can open them."
    )
    blob = models.BinaryField(help_text="Passphrase boxes and recovery boxes of every member, sealed.")

    def __str__(self) -> str:
        return f"boxes of {self.chapter}"


class SealLink(models.Model):
    """An address made beforehand that seals the house once, without signing in."""

    tag = models.BinaryField(
        max_length=MARK_BYTES, unique=True, help_text="HMAC of the secret in the address."
    )
    member = models.ForeignKey(
        "people.Member", on_delete=models.CASCADE, related_name="+", help_text="Who made it."
    )

    def __str__(self) -> str:
        return f"link {self.pk}"
