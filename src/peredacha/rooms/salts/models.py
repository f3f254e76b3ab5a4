"""One salt for each safe, in a database file of its own that only short-lived backups take (settings: "salts")."""

from django.db import models

SALT_BYTES = 32


class Salt(models.Model):
    """Random bytes that are part of a key. They open nothing by themselves; without them nothing opens."""

    whose = models.UUIDField(
        primary_key=True, help_text="Random name of the safe, or of the family's key, that needs it."
    )
    salt = models.BinaryField(max_length=SALT_BYTES, help_text="32 random bytes.")
    leaving = models.BooleanField(
        default=False,
        help_text="Whether what needs it is being erased at this moment, or was when the power went.",
    )

    def __str__(self) -> str:
        return f"salt of {self.whose}"
