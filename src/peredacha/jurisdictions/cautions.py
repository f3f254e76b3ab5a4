"""What a land says of care: what may follow on a complaint, before which papers to think, what secrecy means."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from peredacha.core.language import Text
from peredacha.core.law.basis import Stated
from peredacha.jurisdictions.filings import filings
from peredacha.jurisdictions.load import FOLDER, pack
from peredacha.jurisdictions.reading import Document, Files, PackError, PackErrors, missing_languages

NAME = "cautions.yaml"


@dataclass(frozen=True)
class Harm(Stated):
    """Something that may be done to the person inside; "?" is no ``id``: it stands for "I don't know"."""

    id: str
    text: Text


@dataclass(frozen=True)
class SecrecyLaw(Stated):
    """An undertaking of secrecy: its name, what it means in a few sentences, and what nobody has checked."""

    name: Text
    means: tuple[Text, ...]
    filings: Text
    """What is said of papers that go to the court or the prosecutor."""
    unsure: Text


@dataclass(frozen=True)
class Cautions(Stated):
    """``cautions.yaml`` of a land; each part may be empty."""

    harms: tuple[Harm, ...] = ()
    before: tuple[str, ...] = ()
    """The keys of the filings before which the risk step is asked."""
    secrecy: SecrecyLaw | None = None


@cache
def cautions(code: str) -> Cautions:
    """What the land ``code`` says; a land need not say anything.

    Raises :class:`peredacha.jurisdictions.reading.PackErrors` with every error.
    """
    with_risk = {key for key, filing in filings(code).items() if filing.card.risk}
    return read_cautions(FOLDER / code, pack(code).languages, with_risk)


def read_cautions(folder: Path, languages: tuple[str, ...], with_risk: set[str]) -> Cautions:
    """The file in ``folder``; ``with_risk``: the keys of the filings that have a risk note. Raises PackErrors."""
    path = folder / NAME
    if not path.exists():
        return Cautions()
    files = Files(folder)
    found: Cautions | None
    found, document = files.load(path, Cautions)
    if found and document:
        files.errors += missing_languages(document, languages)
        files.errors += _strays(found, document, with_risk)
    if files.errors or found is None:
        raise PackErrors(files.errors)
    return found


def _strays(found: Cautions, document: Document, with_risk: set[str]) -> Iterator[PackError]:
    seen: set[str] = set()
    for index, harm in enumerate(found.harms):
        if harm.id == "?" or harm.id in seen:
            yield document.error(("harms", index), f"`{harm.id}` cannot stand here: give it an id of its own")
        seen.add(harm.id)
    for index, key in enumerate(found.before):
        if key not in with_risk:
            says = f"`{key}` is no filing with a `risk`: correct its name, or write the risk on its card"
            yield document.error(("before", index), says)
