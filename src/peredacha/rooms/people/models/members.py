"""A helper and the roles that he or she has for a time."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from peredacha.core.sealing import NotSealedHere, PublicPair


class MemberState(models.TextChoices):
    """How an account stands."""

    INVITED = "invited", _("invited")
    ACTIVE = "active", _("active")
    PAUSED = "paused", _("takes a rest")
    LOCKED = "locked", _("locked by its owner")
    FROZEN = "frozen", _("frozen by the team")
    LEFT = "left", _("has left")


class RoleKind(models.TextChoices):
    """What a helper does; the order is the order on the team page."""

    COORDINATOR = "coordinator", _("Coordinator")
    STEWARD = "steward", _("Steward")
    VETERAN = "veteran", _("Veteran")
    LAWYER = "lawyer", _("Lawyer")
    EDITOR = "editor", _("Editor")
    PACKER = "packer", _("Packer")
    WRITER = "writer", _("Letter writer")


SEES_MATTERS = frozenset(
    str(kind) for kind in (RoleKind.COORDINATOR, RoleKind.STEWARD, RoleKind.VETERAN, RoleKind.LAWYER)
)
"""Roles that come near to what families told; who has one may vouch for others."""
VOUCHED_FOR = SEES_MATTERS | {str(RoleKind.PACKER)}
"""Roles for which two members vouch: a packer reads names, too."""


class Member(models.Model):
    """A helper of one chapter: a pseudonym with a public key and boxes that only its owner opens."""

    id = models.UUIDField(
        primary_key=True, default=uuid.uuid4, editable=False, help_text="Random name of the account."
    )
    chapter = models.SlugField(max_length=40, help_text="Key of the chapter in which the member helps.")
    state = models.CharField(
        max_length=8, choices=MemberState, default=MemberState.INVITED, help_text="How the account stands."
    )
    since_week = models.DateField(help_text="Monday of the week in which the account was made.")
    invited_by = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Who invited this member; nobody for the first one of a chapter.",
    )
    login_tag = models.BinaryField(
        max_length=32, unique=True, help_text="HMAC of the login name under the boot key."
    )
    salt = models.BinaryField(max_length=16, help_text="Random salt of the passphrase.")
    cost = models.CharField(
        max_length=40, help_text="What stretching the passphrase costs: argon2id:KiB:passes."
    )
    verifier_hash = models.BinaryField(
        max_length=32, help_text="Hash of the first half of the stretched passphrase."
    )
    public_pair = models.BinaryField(
        max_length=4096, null=True, help_text="Public halves of both key pairs; empty until joined."
    )
    box = models.BinaryField(
        max_length=4096, null=True, help_text="Private halves sealed by the passphrase; none while locked."
    )
    recovery_box = models.BinaryField(
        max_length=4096, null=True, help_text="Private halves sealed by the printed recovery words."
    )
    pins_box = models.BinaryField(
        null=True, help_text="Fingerprints of the public keys this member has met, sealed by the own keys."
    )
    name_box = models.BinaryField(max_length=4096, help_text="Display name sealed by the boot key.")
    devices_box = models.BinaryField(
        null=True, help_text="Marks of the devices used before and of new ones, sealed by the boot key."
    )

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(state__in=MemberState.values), name="member_state_is_known"
            ),
            models.CheckConstraint(condition=~models.Q(chapter=""), name="member_has_a_chapter"),
        )
        indexes = (models.Index(fields=("chapter", "state"), name="member_chapter_state"),)

    def __str__(self) -> str:
        return str(self.id)

    @property
    def public(self) -> PublicPair:
        """The public key pair; raises NotSealedHere where the member has none yet, or a damaged one."""
        if self.public_pair is None:
            raise NotSealedHere
        return PublicPair.unpacked(bytes(self.public_pair))

    def context(self, what: str) -> bytes:
        """What a box of this member is bound to: its kind, and the member."""
        return f"people.member.{what}:".encode() + self.id.bytes


class Role(models.Model):
    """What a member does, from a day to a day, both inclusive; a role without an end does not exist."""

    member = models.ForeignKey(
        Member, on_delete=models.CASCADE, related_name="roles", help_text="Whose role it is."
    )
    kind = models.CharField(max_length=12, choices=RoleKind, help_text="What the member does.")
    starts_on = models.DateField(help_text="First day of the role.")
    ends_on = models.DateField(help_text="Last day of the role.")
    given_by = models.ForeignKey(
        Member,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Who gave it; nobody for the first member of a chapter.",
    )

    class Meta:
        constraints = (
            models.CheckConstraint(condition=models.Q(kind__in=RoleKind.values), name="role_kind_is_known"),
        )
        indexes = (models.Index(fields=("kind", "ends_on"), name="role_kind_ends"),)

    def __str__(self) -> str:
        return self.kind
