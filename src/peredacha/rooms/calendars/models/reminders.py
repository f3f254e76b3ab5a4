"""Who wants a letter before a day, and the boxes in which these days lie; nothing in clear says when."""

import uuid

from django.db import models


class ReminderWish(models.Model):
    """Somebody asked for letters before each day; without a row there are none."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, help_text="Random name.")
    holder = models.OneToOneField(
        "vault.Holder", on_delete=models.CASCADE, related_name="+", help_text="Who asked, by a random name."
    )
    turn = models.UUIDField(
        default=uuid.uuid4, help_text="Random; another one after each claim, so that only one worker sends."
    )

    def __str__(self) -> str:
        return f"wish {self.id}"


class Reminder(models.Model):
    """The moments of one matter at which one person gets a letter."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, help_text="Random name.")
    wish = models.ForeignKey(
        ReminderWish, on_delete=models.CASCADE, related_name="reminders", help_text="Who gets the letters."
    )
    matter = models.ForeignKey(
        "matters.Matter", on_delete=models.CASCADE, related_name="+", help_text="Whose days they are."
    )
    box = models.BinaryField(help_text="Moments, address and language, sealed by the boot key and a salt.")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("wish", "matter"), name="reminder_once"),)

    def __str__(self) -> str:
        return f"reminder {self.id}"
