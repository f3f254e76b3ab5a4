"""The code of words with which a family comes back."""

from django.db import models


class ReturnCode(models.Model):
    """A family's key pair, sealed under its code of words."""

    holder = models.OneToOneField(
        "vault.Holder", on_delete=models.CASCADE, related_name="+", help_text="The family's public half."
    )
    locator_tag = models.BinaryField(
        max_length=32,
        unique=True,
        help_text="Keyed hash of the first two words; tells nothing without the boot key.",
    )
    salt = models.BinaryField(max_length=16, help_text="Salt of the other six words.")
    cost = models.CharField(max_length=40, help_text="Cost of the key derivation, such as argon2id:47104:1.")
    box = models.BinaryField(help_text="The family's private half, sealed under the six words.")
    written_down = models.BooleanField(
        default=False,
        help_text="Whether two of the words were typed back, so that the code is never shown again.",
    )

    def __str__(self) -> str:
        return f"code {self.pk}"
