"""What goes to the printing process and comes back: papers as JSON, files with their lengths before them."""

import json
from collections.abc import Iterable, Sequence
from typing import Literal, TypeAlias

from pydantic import ValidationError

from peredacha.core.documents.blocks import PAPER, Paper

Form: TypeAlias = Literal["pdf", "docx"]
BEGINS = {"pdf": b"%PDF-", "docx": b"PK\x03\x04"}
WIDTH = 8


class NoPaper(Exception):
    """What came is no paper, or no file; it holds nothing of the paper."""


def job(papers: Iterable[Paper], form: Form) -> bytes:
    """The request for the process."""
    told = [PAPER.dump_python(paper, mode="json") for paper in papers]
    return json.dumps({"form": form, "papers": told}, ensure_ascii=False).encode()


def read_job(body: bytes) -> tuple[list[Paper], Form]:
    """The request again. Raises NoPaper."""
    try:
        told = json.loads(body)
        form: Form = "docx" if told["form"] == "docx" else "pdf"
        return [PAPER.validate_python(one) for one in told["papers"]], form
    except (ValueError, KeyError, TypeError, ValidationError):
        raise NoPaper from None


def answer(made: Iterable[bytes]) -> bytes:
    """The files behind one another."""
    return b"".join(len(one).to_bytes(WIDTH, "big") + one for one in made)


def read_answer(body: bytes, count: int, form: Form) -> Sequence[bytes]:
    """The files again. Raises NoPaper unless there are ``count`` of them that begin as such files do."""
    found: list[bytes] = []
    while body and len(found) <= count:
        length = int.from_bytes(body[:WIDTH], "big")
        one, body = body[WIDTH : WIDTH + length], body[WIDTH + length :]
        if len(one) != length or not one.startswith(BEGINS[form]):
            raise NoPaper
        found.append(one)
    if len(found) != count or body:
        raise NoPaper
    return tuple(found)
