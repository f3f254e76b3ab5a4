"""A veteran's card: in clear stands only that there is one."""

from django.db import models

from peredacha.rooms.vault.models import SealedRow


class Profile(models.Model):
    """Which safe holds the card of a member; the member and the reception of the chapter open it."""

    member = models.OneToOneField(
        "people.Member",
        on_delete=models.CASCADE,
        related_name="+",
        help_text="Whose card it is, by a random name.",
    )
    safe = models.OneToOneField(
        "vault.Safe", on_delete=models.CASCADE, related_name="+", help_text="What holds the card."
    )

    def __str__(self) -> str:
        return f"card of {self.member_id}"


class ProfileRow(SealedRow):
    """The card itself, sealed: one row in its safe, sealed anew with every change."""

    def __str__(self) -> str:
        return f"card row {self.id}"
