"""What goes to the printing process and comes back: slips as JSON, one PDF."""

import json
from collections.abc import Iterable
from typing import Any

from peredacha.core.slips.telling import Sheet, told

BEGINS, ENDS = b"%PDF-", b"%%EOF"


class NoSlips(Exception):
    """What came are no slips, or no PDF; it holds nothing of them."""


def job(sheets: Iterable[Sheet]) -> bytes:
    """The request for the process."""
    return json.dumps([told(one) for one in sheets], ensure_ascii=False).encode()


def read_job(body: bytes) -> list[dict[str, Any]]:
    """The request again. Raises NoSlips."""
    try:
        sheets = json.loads(body)
    except ValueError:
        raise NoSlips from None
    if not isinstance(sheets, list) or not sheets or not all(isinstance(one, dict) for one in sheets):
        raise NoSlips
    return sheets


def read_answer(body: bytes) -> bytes:
    """The PDF. Raises NoSlips unless it begins and ends as one."""
    if not body.startswith(BEGINS) or not body.rstrip().endswith(ENDS):
        raise NoSlips
    return body
