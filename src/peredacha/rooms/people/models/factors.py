"""Second factors: what a helper holds besides the passphrase, and codes for the day it is lost."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from peredacha.rooms.people.models.members import Member


class FactorKind(models.TextChoices):
    """Kinds of second factor."""

    TOTP = "totp", _("One-time codes from an app")
    PASSKEY = "passkey", _("Passkey")


class SecondFactor(models.Model):
    """One app with one-time codes, or one passkey."""

    id = models.UUIDField(
        primary_key=True, default=uuid.uuid4, editable=False, help_text="Random name of the factor."
    )
    member = models.ForeignKey(
        Member, on_delete=models.CASCADE, related_name="factors", help_text="Whose factor it is."
    )
    kind = models.CharField(max_length=8, choices=FactorKind, help_text="What sort of factor.")
    secret_box = models.BinaryField(
        max_length=4096, help_text="Its secret and the last use, sealed by the boot key."
    )
    label_box = models.BinaryField(
        max_length=4096, help_text="How its owner calls it, sealed by the boot key."
    )
    last_used_on = models.DateField(null=True, help_text="Day of the last sign-in with it.")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(kind__in=FactorKind.values), name="factor_kind_is_known"
            ),
        )

    def __str__(self) -> str:
        return self.kind

    def context(self, what: str) -> bytes:
        """What a box of this factor is bound to: its kind, the factor and the member."""
        return f"people.factor.{what}.{self.kind}:".encode() + self.id.bytes + self.member_id.bytes


class OneTimeCode(models.Model):
    """One of ten printed codes that replace a lost second factor, each once."""

    member = models.ForeignKey(
        Member, on_delete=models.CASCADE, related_name="one_time_codes", help_text="Whose code it is."
    )
    hash = models.BinaryField(max_length=32, unique=True, help_text="HMAC of the code under the boot key.")
    used = models.BooleanField(default=False, help_text="True once it was given.")

    def __str__(self) -> str:
        return str(self.member_id)
