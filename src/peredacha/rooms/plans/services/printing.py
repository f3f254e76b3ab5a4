"""A version leaves the house as a file; nothing in its name tells whose it is."""

from datetime import datetime

from peredacha.core.documents.jobs import Form
from peredacha.gateways.printing import print_paper
from peredacha.rooms.matters.services import MatterFile, leave_trace
from peredacha.rooms.plans.services.binders import Version
from peredacha.rooms.vault.services import Keys

KINDS = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
"""By form, what the file is."""


def printed(*, keys: Keys, file: MatterFile, version: Version, form: Form, now: datetime) -> bytes:
    """The file of a version. Raises NotMade, NotPrinted."""
    body = print_paper(version.paper, form)
    leave_trace(keys=keys, file=file, act="file_read", now=now)
    return body
