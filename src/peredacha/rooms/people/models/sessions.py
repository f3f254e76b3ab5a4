"""Open visits. They stand in a database file of their own that no backup takes (settings: "sessions")."""

from django.db import models


class Session(models.Model):
    """One open visit; who it is and with which keys stands in a box that only the browser's cookie opens."""

    id_hash = models.BinaryField(max_length=32, unique=True, help_text="SHA-256 of the random id.")
    owner_tag = models.BinaryField(
        max_length=32,
        db_index=True,
        help_text="HMAC of whose visit it is, so that all visits of one can be ended.",
    )
    box = models.BinaryField(help_text="Whose visit, keys and state, sealed under the secret in the cookie.")
    ends_at = models.DateTimeField(db_index=True, help_text="Moment after which it is over in any case.")
    seen_at = models.DateTimeField(help_text="Last moment it was used, to the minute.")

    def __str__(self) -> str:
        return str(self.pk)


class WrongTries(models.Model):
    """How often somebody tried a wrong passphrase or code lately, in the same database as the visits."""

    tag = models.BinaryField(
        max_length=32,
        unique=True,
        help_text="Keyed hash of an account, a code's first words, or a source; that of a source opens to nobody.",
    )
    wrong = models.PositiveIntegerField(help_text="How many wrong tries there were.")
    until = models.DateTimeField(
        db_index=True, help_text="Moment until which nobody may try again; the row goes an hour later."
    )

    def __str__(self) -> str:
        return str(self.pk)
