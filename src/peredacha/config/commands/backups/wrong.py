"""What stops a backup or a restore, said in one sentence."""


class Refused(Exception):
    """It cannot be done so; the message says why and what to do. Nothing was written."""


class Damaged(Exception):
    """The file does not open or is not whole; the message says so."""
