"""What can be done in the house. The words stand in every digest: never rename one, only add."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Act(models.TextChoices):
    """One act; the order is the order of the monthly report."""

    REQUEST_CAME = "request_came", _("A request came")
    MATTER_OPENED = "matter_opened", _("A matter was opened")
    MATTER_READ = "matter_read", _("A matter was read")
    MATTER_CHANGED = "matter_changed", _("A matter was changed")
    MATTER_CLOSED = "matter_closed", _("A matter was closed")
    CLAIMED = "claimed", _("A matter was taken")
    RELEASED = "released", _("A matter was given back")
    MATCHED = "matched", _("A veteran was found")
    HANDED_OVER = "handed_over", _("A matter was handed over")
    GRANTED = "granted", _("Access was given")
    REVOKED = "revoked", _("Access was taken back")
    MESSAGE_SENT = "message_sent", _("A message was sent")
    FILE_SENT = "file_sent", _("A file was sent")
    FILE_READ = "file_read", _("A file was read")
    EXPORTED = "exported", _("A matter was exported")
    ERASED = "erased", _("A matter was erased")
    PROFILE_READ = "profile_read", _("A helper’s card was read")
    INVITED = "invited", _("A helper was invited")
    VOUCHED = "vouched", _("A helper was vouched for")
    JOINED = "joined", _("A helper joined")
    LEFT = "left", _("A helper left")
    ROLE_CHANGED = "role_changed", _("A role was changed")
    SIGNED_IN = "signed_in", _("A helper signed in")
    FACTOR_FAILED = "factor_failed", _("A sign-in failed")
    KEYS_CHANGED = "keys_changed", _("Keys were changed")
    FROZEN = "frozen", _("An account was locked")
    SEALED = "sealed", _("The house was locked")
    UNSEALED = "unsealed", _("The house was opened again")
    BACKUP_MADE = "backup_made", _("A backup was made")
    RESTORED = "restored", _("A backup was restored")
