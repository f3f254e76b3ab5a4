"""An invitation to join a chapter, and who vouches for it."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from peredacha.rooms.people.models.members import Member, RoleKind


class InvitationState(models.TextChoices):
    """How an invitation stands."""

    OPEN = "open", _("open")
    USED = "used", _("used")
    WITHDRAWN = "withdrawn", _("taken back")


class Invitation(models.Model):
    """A link that lets one person join, once enough members vouch and while it has not run out."""

    id = models.UUIDField(
        primary_key=True, default=uuid.uuid4, editable=False, help_text="Random name of the invitation."
    )
    chapter = models.SlugField(max_length=40, help_text="Key of the chapter that invites.")
    kind = models.CharField(max_length=12, choices=RoleKind, help_text="Role that the invited will have.")
    role_ends_on = models.DateField(help_text="Last day of that role.")
    by = models.ForeignKey(
        Member,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text="Who invites; nobody for the first member of a chapter.",
    )
    tag = models.BinaryField(max_length=32, unique=True, help_text="HMAC of the link's secret.")
    note_box = models.BinaryField(
        null=True, help_text="For the vouchers, who is meant, sealed by the boot key; gone with the use."
    )
    expires_on = models.DateField(help_text="Last day on which the link works.")
    state = models.CharField(
        max_length=9, choices=InvitationState, default=InvitationState.OPEN, help_text="How it stands."
    )
    needs_vouchers = models.PositiveSmallIntegerField(
        help_text="How many members must vouch, the inviter among them."
    )

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(kind__in=RoleKind.values), name="invitation_kind_is_known"
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=InvitationState.values), name="invitation_state_is_known"
            ),
        )
        indexes = (models.Index(fields=("chapter", "state"), name="invitation_chapter_state"),)

    def __str__(self) -> str:
        return str(self.id)

    @property
    def note_context(self) -> bytes:
        """What the note is bound to."""
        return b"people.invitation.note:" + self.id.bytes


class Vouch(models.Model):
    """One member says: I know this person, and I answer for the invitation."""

    invitation = models.ForeignKey(
        Invitation, on_delete=models.CASCADE, related_name="vouches", help_text="What is vouched for."
    )
    by = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+", help_text="Who vouches.")
    on = models.DateField(help_text="Day on which it was said.")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("invitation", "by"), name="vouch_once_each"),)

    def __str__(self) -> str:
        return str(self.invitation_id)
