"""A version leaves the house as a file; nothing in its name tells whose it is."""

from datetime import datetime

from peredacha.core.documents.jobs import Form
from peredacha.gateways.printing import print_paper
from peredacha.rooms.matters.services import MatterFile, leave_trace
from peredacha.rooms.plans.services.binders import PaperFile, Version
from peredacha.rooms.plans.services.gates import HeldBack, gate_of
from peredacha.rooms.vault.services import Keys

KINDS = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
"""By form, what the file is."""


def printed(
    *, keys: Keys, file: MatterFile, paper: PaperFile, version: Version, form: Form, now: datetime
) -> bytes:
    """The file of a version. Raises HeldBack, NotMade, NotPrinted."""
    if not gate_of(file, paper, version, now=now).is_open:
        raise HeldBack
    body = print_paper(version.paper, form)
    leave_trace(keys=keys, file=file, act="file_read", now=now)
    return body
