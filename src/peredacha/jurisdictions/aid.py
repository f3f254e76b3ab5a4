"""Papers about aid to a whole place: a letter of offer and a complaint, in the shape of filings, for helpers alone."""

from collections.abc import Mapping
from functools import cache

from peredacha.core.documents.card import Filing
from peredacha.jurisdictions.filings import read_filings
from peredacha.jurisdictions.load import FOLDER, pack

PLACE = "aid"
OFFER, REFUSAL = "offer", "refusal"


@cache
def aid_papers(code: str) -> Mapping[str, Filing]:
    """The papers of the land by their keys; a land need not have any.

    Raises :class:`peredacha.jurisdictions.reading.PackErrors` with every error of every file.
    """
    return read_filings(FOLDER / code, pack(code), PLACE)
