"""The filings of a land: a card and a text each, read, checked in one run with every error told, returned as values."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from peredacha.core.documents.card import Card, CitedNorm, Edition, Filing, Norm
from peredacha.core.documents.linting import MIXED, faults
from peredacha.core.law.basis import Basis, split_place
from peredacha.core.law.land import Land
from peredacha.jurisdictions.checking import walk
from peredacha.jurisdictions.load import FOLDER, pack
from peredacha.jurisdictions.promises import broken_promises, lost_papers
from peredacha.jurisdictions.reading import Document, Files, PackError, PackErrors, missing_languages

PLACE = "filings"
CITED = re.compile(
    r"(?:ст(?:ать\w+|\.)\s*)(?P<articles>\d+(?:\.\d+)*(?:\s*(?:,|и|–)\s*(?:ч\.\s*\d+(?:\.\d+)?\s*ст\.\s*)?\d+(?:\.\d+)*)*)"
    r"\s+(?:Федерального закона\s+(?:от\s+[\d.]+\s+)?№\s*)?(?P<act>УПК|УИК|УК|КоАП|КАС|НК|ГК|СК|\d+-Ф[К]?З)"
)
NUMBER = re.compile(r"(?<!ч\. )\b\d+(?:\.\d+)*")


@cache
def filings(code: str) -> Mapping[str, Filing]:
    """The filings of the land ``code`` by their keys, in alphabetical order.

    Raises :class:`peredacha.jurisdictions.reading.PackErrors` with every error of every file.
    """
    return read_filings(FOLDER / code, pack(code))


def read_filings(folder: Path, land: Land, place: str = PLACE) -> Mapping[str, Filing]:
    """The filings below ``folder``; a land need not have any. Raises PackErrors with every error.

    ``place``: the folder; another one holds papers in the shape of filings that families are not offered.
    """
    files = Files(folder)
    found: dict[str, Filing] = {}
    for path in sorted((folder / place).glob("*.yaml")):
        filing = _filing(path, files, land)
        if filing:
            found[filing.key] = filing
    for path in sorted((folder / place).glob("*.txt")):
        if not path.with_suffix(".yaml").exists():
            says = f"this text has no card: write {path.stem}.yaml beside it"
            files.errors.append(PackError(_name(path, files), 1, says))
    if place == PLACE:
        files.errors += broken_promises(folder, land.guide, found)
        files.errors += lost_papers(folder, land.pages, found)
    if files.errors:
        raise PackErrors(files.errors)
    return found


def _filing(path: Path, files: Files, land: Land) -> Filing | None:
    card: Card | None
    card, document = files.load(path, Card)
    text = path.with_suffix(".txt")
    name = _name(text, files)
    try:
        template = text.read_text("utf-8")
    except (FileNotFoundError, UnicodeDecodeError):
        files.errors.append(PackError(name, 1, "the text of this filing is missing or not UTF-8: write it"))
        return None
    if card is None or document is None:
        return None
    files.errors += missing_languages(document, land.languages)
    files.errors += _card_errors(card, document, land)
    files.errors += _nowhere(path, card, document)
    needs = {need.name: need for need in card.needs}
    files.errors += [PackError(name, line, says) for line, says in faults(template, needs)]
    norms = tuple(norm for one in card.norms for norm in _norms(one, land))
    files.errors += [PackError(name, line, says) for line, says in _uncited(template, norms)]
    body = path.read_bytes() + b"\0" + template.encode()
    edition = Edition(card.edition, hashlib.sha256(body).hexdigest()[:16])
    return Filing(path.stem, card, template, edition, norms)


def _name(path: Path, files: Files) -> str:
    return str(path.relative_to(files.folder.parent))


def _card_errors(card: Card, document: Document, land: Land) -> Iterator[PackError]:
    """References of a card that meet nothing, norms that no longer hold, strange letters."""
    for index, stage in enumerate(card.stages):
        if land.guide.stage(stage) is None:
            yield document.error(("stages", index), f"there is no stage `{stage}`: see stages.yaml")
    for key, rule in (("deadline", card.deadline), ("answer", card.answer)):
        if rule and rule not in land.rules:
            yield document.error((key,), f"there is no deadline `{rule}`: correct its id")
    days = [need.name for need in card.needs if need.kind == "day"]
    if card.counts_from and (card.counts_from not in days or card.deadline is None):
        says = "`counts_from` names a need of the kind `day`, and stands beside a `deadline`"
        yield document.error(("counts_from",), says)
    if card.fee_row and card.fee_row not in land.grounds:
        yield document.error(("fee_row",), f"there is no rule `{card.fee_row}`: correct its id")
    for index, norm in enumerate(card.norms):
        yield from _norm_errors(norm, card, document.error(("norms", index), ""), land)
    for place, value in walk(document.values):
        mixed = MIXED.search(value) if isinstance(value, str) and place[-1:] == ("ru",) else None
        if mixed:
            yield document.error(place, f"«{mixed[0]}» mixes Russian and Latin letters: type the word again")


def _nowhere(path: Path, card: Card, document: Document) -> Iterator[PackError]:
    """Filings that would go on when no answer comes, and that are not beside the card."""
    for index, other in enumerate(card.if_silent):
        if other == path.stem or not path.with_name(f"{other}.yaml").exists():
            says = f"`{other}` is no other filing of the land: correct its name"
            yield document.error(("if_silent", index), says)


def _norm_errors(norm: CitedNorm, card: Card, at: PackError, land: Land) -> Iterator[PackError]:
    says = ""
    if norm.row:
        basis = land.grounds.get(norm.row)
        if basis is None:
            says = f"there is no rule `{norm.row}`: correct its id, or write `norm`, `from` and `confirmed: false`"
        elif basis.to and basis.to < card.edition:
            says = f"`{norm.row}` held until {basis.to}: take the norm that holds now"
    elif norm.norm:
        act = norm.norm.partition(" ")[0]
        if act not in land.acts and norm.act is None:
            says = f"`{act}` is not in land.yaml: name it in `act`"
        elif norm.confirmed and not card.confirmed_by:
            says = "`confirmed: true` needs `confirmed_by`: the lawyer who read it"
    if says:
        yield PackError(at.file, at.line, says)


def _norms(cited: CitedNorm, land: Land) -> tuple[Norm, ...]:
    """The norms that a line of a card means, with their dates."""
    if cited.norm:
        from_ = None if isinstance(cited.from_, str) else cited.from_
        return (Norm(cited.norm, from_, None, bool(cited.confirmed), act=cited.act),)
    basis: Basis | None = land.grounds.get(cited.row or "")
    if basis is None:
        return ()
    sure = basis.standing == "verified" or basis.is_confirmed
    return tuple(Norm(norm, basis.from_, basis.to, sure, basis.row) for norm in basis.norms)


def _uncited(template: str, norms: tuple[Norm, ...]) -> Iterator[tuple[int, str]]:
    """Articles that the text names and the card does not."""
    known = {(norm.norm.partition(" ")[0], split_place(norm.norm.partition(" ")[2])[0]) for norm in norms}
    for number, line in enumerate(template.splitlines(), 1):
        for found in CITED.finditer(line):
            for article in NUMBER.findall(found["articles"]):
                if (found["act"], article) not in known:
                    says = f"art. {article} {found['act']} stands in the text and not in `norms` of the card: add it"
                    yield number, says
